// JSON Lines, one article a line, read as it streams: a file of any size takes the memory of its longest line.

/// Reads lines of JSON from bytes or a file. A bad line is told with its number, and the rest goes on.
public struct JSONLines {
  /// A line longer than this (in bytes) is refused.
  public static let lineLimit = 20_000_000

  /// The fields of a line that make an article.
  public struct Record: Hashable, Sendable {
    /// The id as JSON text: 7 and "7" stay apart.
    public var id: String?
    public var title: String?
    public var date: String?
    public var body: String
    public var source: String?
    public var url: String?
    public var language: String?
    public var authors: [String]
    public var tags: [String]

    public init(
      id: String? = nil, title: String? = nil, date: String? = nil, body: String, source: String? = nil, url: String? = nil,
      language: String? = nil, authors: [String] = [], tags: [String] = []
    ) {
      self.id = id
      self.title = title
      self.date = date
      self.body = body
      self.source = source
      self.url = url
      self.language = language
      self.authors = authors
      self.tags = tags
    }
  }

  public enum Line: Hashable, Sendable {
    case record(Record)
    /// Why the line is no article; the id (as JSON text) where it still could be read.
    case failure(String, id: String?)
  }

  private var lines: LineReader

  /// Lines of bytes at hand.
  public init(bytes: [UInt8]) {
    lines = LineReader(bytes: bytes, limit: JSONLines.lineLimit)
  }

  /// Lines of a file, or of standard input for "-".
  public init(path: String) throws(IngestError) {
    lines = try LineReader(path: path, limit: JSONLines.lineLimit)
  }

  /// The next line that is not blank, with its number from 1; nil at the end.
  public mutating func next() throws(IngestError) -> (number: Int, line: Line)? {
    while let line = try lines.next() {
      switch line {
      case .tooLong(let bytes):
        let limit = JSONLines.lineLimit / 1_000_000
        return (lines.number, .failure("the line is too long (\(bytes / 1_000_000) MB, at most \(limit) MB)", id: nil))
      case .bytes(let bytes):
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        return (lines.number, JSONLines.record(bytes))
      }
    }
    return nil
  }

  /// One line as a record.
  public static func record(_ line: [UInt8]) -> Line {
    let value: JSONValue
    do throws(JSONFailure) {
      value = try JSONValue(parsing: line)
    } catch {
      return .failure("this is no JSON: \(error.words)", id: nil)
    }
    guard case .object = value else { return .failure("the line holds no object", id: nil) }
    let id = value["id"].flatMap { $0 == .null ? nil : $0.json }
    guard let body = value["body"]?.string ?? value["text"]?.string else {
      return .failure("the line has neither \"body\" nor \"text\"", id: id)
    }
    return .record(
      Record(
        id: id, title: value["title"]?.string, date: (value["date"] ?? value["published"])?.scalarText, body: body,
        source: value["source"]?.string ?? value["site"]?.string, url: value["url"]?.string,
        language: (value["lang"] ?? value["language"])?.string,
        authors: (value["authors"] ?? value["author"])?.strings ?? [], tags: value["tags"]?.strings ?? []))
  }
}
