// Labelled articles as JSON Lines: a text, and the names that a person marked in it, some with who is meant.

/// A text with the names that are right for it.
public struct LabelledNames: Sendable {
  /// A name as it was labelled or found.
  public struct Mark: Hashable, Sendable {
    public var span: Span
    /// "PER", "ORG", "LOC" and so on.
    public var type: String
    /// Who is meant: marks of one text that have the same are names of one party. nil where nobody says.
    public var cluster: String?
    /// How sure the person was, 0...1.
    public var confidence: Double

    public init(span: Span, type: String, cluster: String? = nil, confidence: Double = 1) {
      self.span = span
      self.type = type
      self.cluster = cluster
      self.confidence = confidence
    }
  }

  public var id: String
  public var text: String
  public var title: String?
  public var language: String?
  public var published: DateStamp?
  public var marks: [Mark]

  /// Reads {"id", "text", "dct"?, "title"?, "lang"?, "entities": [{"start", "end", "type", "cluster"?, "link"?, "conf"?}]}; offsets
  /// count Unicode scalars, the end excluded. Where there are both, the cluster counts and not the link.
  public init(line: [UInt8]) throws(LabelledTimes.Malformed) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: line)
    } catch {
      throw LabelledTimes.Malformed(words: "this is no JSON: \(error.words)")
    }
    guard let id = value["id"]?.json else { throw LabelledTimes.Malformed(words: "the line has no \"id\"") }
    guard let text = value["text"]?.string else { throw LabelledTimes.Malformed(words: "the line has no \"text\"") }
    guard case .array(let items)? = value["entities"] else {
      throw LabelledTimes.Malformed(words: "the line has no list \"entities\"")
    }
    let count = text.unicodeScalars.count
    marks = []
    for item in items {
      guard let start = item["start"]?.integer, let end = item["end"]?.integer, start >= 0, start < end, end <= count else {
        throw LabelledTimes.Malformed(words: "\(item.json) has no \"start\" and \"end\" inside the text")
      }
      let clusters = ["cluster", "link"].compactMap { item[$0]?.scalarText }.filter { !$0.isEmpty }
      marks.append(
        Mark(
          span: Span(start, end), type: item["type"]?.string ?? "", cluster: clusters.first,
          confidence: item["conf"]?.scalarText.flatMap(Double.init) ?? 1))
    }
    self.id = id
    self.text = text
    title = value["title"]?.string
    language = value["lang"]?.string?.lowercased()
    published = value["dct"]?.scalarText.flatMap(DateStamp.init(measured:))
  }

  /// What the tagger finds in the text; nothing in a language that it does not read.
  public func found(by tagger: PartyTagger) -> [Mark] {
    guard language.map({ $0 == "en" || $0.hasPrefix("en-") || $0 == "und" }) ?? true else { return [] }
    let document = Document(text: text, blocks: PlainText.blocks(of: text))
    return tagger.tag(document, title: title, published: published).entities.map {
      Mark(span: $0.span, type: $0.type.rawValue, cluster: $0.entity)
    }
  }
}
