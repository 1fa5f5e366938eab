// Labelled articles as JSON Lines: a text, its publication date, and the expressions of time that a person marked in it.

/// A text with the expressions of time that are right for it.
public struct LabelledTimes: Sendable {
  /// An expression as it was labelled or found.
  public struct Mark: Hashable, Sendable {
    public var span: Span
    public var type: String
    public var value: String?

    public init(span: Span, type: String, value: String?) {
      self.span = span
      self.type = type
      self.value = value
    }
  }

  public var id: String
  public var text: String
  public var published: DateStamp?
  public var marks: [Mark]

  /// Why a line is no labelled text.
  public struct Malformed: Error, Hashable, Sendable { public var words: String }

  /// Reads {"id", "text", "dct"?, "timexes": [{"start", "end", "type", "value"}]}; offsets count Unicode scalars, the end excluded.
  public init(line: [UInt8]) throws(Malformed) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: line)
    } catch {
      throw Malformed(words: "this is no JSON: \(error.words)")
    }
    guard let id = value["id"]?.json else { throw Malformed(words: "the line has no \"id\"") }
    guard let text = value["text"]?.string else { throw Malformed(words: "the line has no \"text\"") }
    guard case .array(let items)? = value["timexes"] else { throw Malformed(words: "the line has no list \"timexes\"") }
    let count = text.unicodeScalars.count
    marks = []
    for item in items {
      guard let start = item["start"]?.integer, let end = item["end"]?.integer, start >= 0, start < end, end <= count else {
        throw Malformed(words: "\(item.json) has no \"start\" and \"end\" inside the text")
      }
      marks.append(Mark(span: Span(start, end), type: item["type"]?.string ?? "", value: item["value"]?.string))
    }
    self.id = id
    self.text = text
    published = value["dct"]?.scalarText.flatMap(DateStamp.init(measured:))
  }

  /// What the tagger finds in the text.
  public func found(by tagger: TimexTagger) -> [Mark] {
    tagger.tag(Document(text: text, blocks: PlainText.blocks(of: text)), published: published).map {
      Mark(span: $0.span, type: $0.kind.rawValue, value: $0.value)
    }
  }
}

extension JSONValue {
  /// The whole number, nil for anything else.
  var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }
}

extension DateStamp {
  /// The publication date of a text that is only measured, nil where it cannot be read.
  ///
  /// "03-02-2009" with hyphens is the ISO form turned round, the day first; the American order is written with slashes.
  public init?(measured text: String) {
    if let stamp = DateStamp(parsing: text) {
      self = stamp
      return
    }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, parts[2] >= 1000 else { return nil }
    let date = CivilDate(parts[2], parts[1], parts[0])
    guard date.isValid else { return nil }
    self = DateStamp(date)
  }
}
