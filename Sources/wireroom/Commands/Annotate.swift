// `wireroom annotate`: raw text in, spans out, a line for a line: how the analysers are measured.
import ArgumentParser
import Briefing
import Foundation

struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Annotate texts: JSON Lines in, JSON Lines out.",
    discussion: """
      Each line of standard input is {"id", "text", "dct"?, "title"?, "lang"?}; the line that answers it holds the spans of
      dates, names, parties, related headlines, promos and sentences, as scalar offsets into the text as given.
      """)

  enum Only: String, ExpressibleByArgument, CaseIterable { case timexes, entities }

  @OptionGroup var options: ArchiveOptions
  @Option(name: .long, help: "Run one analyser alone.")
  var only: Only?

  func run() throws {
    let times = TimexTagger()
    let parties =
      only == .timexes ? nil : PartyTagger(gazetteer: try Gazetteer.load(folder: DataFolder.find() + "/gazetteer"))
    var lines = try LineReader(path: "-")
    var output = Output(isImmediate: true)
    var failed = false
    while let line = try lines.next() {
      let answer: JSONText
      switch line {
      case .tooLong(let bytes): answer = failure(nil, "the line is too long (\(bytes) bytes)", &failed)
      case .bytes(let bytes):
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
        answer = annotate(bytes, times: times, parties: parties, &failed)
      }
      output.json(answer)
    }
    output.flush()
    if failed { throw ExitCode(1) }
  }

  private func failure(_ id: JSONValue?, _ words: String, _ failed: inout Bool) -> JSONText {
    failed = true
    var json = JSONText()
    json.beginObject()
    if let id {
      json.key("id")
      json.raw(id.json)
    }
    json.member("error", words)
    json.endObject()
    return json
  }

  private func annotate(_ line: [UInt8], times: TimexTagger, parties: PartyTagger?, _ failed: inout Bool) -> JSONText {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: line)
    } catch {
      return failure(nil, "this is no JSON: \(error.words)", &failed)
    }
    let id = value["id"]
    guard let text = value["text"]?.string else { return failure(id, "the line has no \"text\"", &failed) }
    // A date that cannot be read anchors nothing; the text can be read all the same.
    let published = value["dct"]?.scalarText.flatMap { DateStamp(measured: $0) }
    let language = value["lang"]?.string?.lowercased() ?? "en"
    let document = Document(text: text, blocks: PlainText.blocks(of: text))
    let readsIt = language == "en" || language.hasPrefix("en-") || language == "und"
    let timexes = readsIt && only != .entities ? times.tag(document, published: published) : []
    let who =
      readsIt
      ? parties?.tag(document, title: value["title"]?.string, published: published) ?? PartyAnnotation() : PartyAnnotation()
    return answer(id, text, document, published, timexes, who)
  }

  private func answer(
    _ id: JSONValue?, _ text: String, _ document: Document, _ published: DateStamp?, _ timexes: [Timex], _ who: PartyAnnotation
  ) -> JSONText {
    // Texts are given back as they came, not as the analysers normalise them.
    let scalars = Array(text.unicodeScalars)
    func string(_ span: Span) -> String { String(String.UnicodeScalarView(scalars[span.start..<span.end])) }
    var json = JSONText()
    json.beginObject()
    json.key("id")
    json.raw(id?.json ?? "null")
    if only != .entities {
      json.timexes(timexes, published: published.map { PublicationDate($0, origin: .field) }, string)
    }
    if only != .timexes {
      json.array("entities", who.entities) { json, mention in
        json.object(mention.span) { json in
          json.member("type", mention.type.rawValue)
          json.member("kind", mention.kind.rawValue)
          json.member("link", mention.entity)
          json.member("name", mention.name)
          if let code = mention.iso3 { json.member("iso3", code) }
          json.member("why", mention.why)
          if !mention.candidates.isEmpty {
            json.array("candidates", mention.candidates) { json, one in
              json.beginObject()
              json.member("link", one.entity)
              json.member("name", one.name)
              json.endObject()
            }
          }
          json.member("text", string(mention.span))
        }
      }
    }
    if only == nil {
      json.array("parties", who.parties) { json, party in
        json.object(party.span) { json in
          json.member("kind", party.kind.rawValue)
          json.member("link", party.entity)
          json.member("name", party.name)
          if let code = party.iso3 { json.member("iso3", code) }
          if let role = party.role { json.member("role", role) }
          if let title = party.title {
            json.member("title", string(title))
            json.member("stated", published?.iso)
          }
          if let affiliation = party.affiliation { json.member("affiliation", affiliation.name) }
          json.member("why", party.why)
          json.member("text", string(party.span))
        }
      }
      json.array("attributions", who.attributions) { json, said in
        json.beginObject()
        json.member("sentence", said.sentence)
        json.member("kind", said.kind.rawValue)
        json.member("speaker", said.speaker.map(string))
        if let entity = said.entity { json.member("link", entity) }
        json.member("cue", string(said.cue))
        json.member("words", attributionText(said, in: document))
        json.endObject()
      }
      for (name, kind) in [("related", Block.Kind.related), ("promo", .promo)] {
        json.array(name, document.blocks.filter { $0.kind == kind }) { json, block in
          json.object(block.span) { $0.member("text", string(block.span)) }
        }
      }
      json.array("sentences", document.sentences) { json, sentence in json.object(sentence.span) { _ in } }
      json.array("events", events(of: document, timexes: timexes, who: who)) { json, event in
        json.beginObject()
        json.member("sentence", event.sentence)
        if let date = event.date { json.member("date", date) }
        json.member("parties", event.parties)
        if let speaker = event.speaker { json.member("speaker", speaker) }
        json.endObject()
      }
    }
    json.endObject()
    return json
  }
}
