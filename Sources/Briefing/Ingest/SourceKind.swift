// What a file is, told by its first bytes; its name only where those can be read two ways.

/// The kinds of sources.
public enum SourceKind: String, Hashable, Sendable {
  case text, page, feed, mail
  /// Many mails in one file.
  case mailbox
  /// JSON Lines, one article a line.
  case lines
  /// A list of feeds (OPML): nothing to read by itself.
  case list
  case binary

  /// How many of a file's first bytes are looked at.
  public static let lookahead = 4_096

  /// The kind of a file that begins with `bytes`; `name` is its path.
  public init(of bytes: some Collection<UInt8>, name: String) {
    let head = Array(bytes.prefix(SourceKind.lookahead))
    let name = name.lowercased()
    if MailBox.isMailBox(head) || name.hasSuffix(".mbox") {
      self = .mailbox
    } else if name.hasSuffix(".eml") || SourceKind.isMail(head) {
      self = .mail
    } else {
      self = SourceKind.document(head, name)
    }
  }

  private static func document(_ head: [UInt8], _ name: String) -> SourceKind {
    let text = SourceKind.characters(head)
    let start = text.drop(while: isWhite)
    func has(_ mark: String) -> Bool { start.starts(with: mark.utf8) }
    func holds(_ mark: String) -> Bool { contains(start, mark) }
    if start.first == Byte.less {
      if has("<!doctype html") || has("<html") { return .page }
      if holds("<opml") { return .list }
      if ["<rss", "<feed", "<rdf:rdf", "<channel", ":rss", "<rdf", "w3.org/2005/atom", "purl.org/atom", "purl.org/rss"].contains(
        where: holds), !holds("<html")
      {
        return .feed
      }
      if has("<?xml"), !holds("<html"), !name.hasSuffix("html") { return .feed }
      if holds("<html") || holds("<head") || holds("<body") || holds("<meta") || holds("<div") || holds("<p>") { return .page }
    }
    if start.first == UInt8(ascii: "{") {
      if holds("jsonfeed.org/version") || holds("\"items\"") && (holds("\"home_page_url\"") || holds("\"feed_url\"")) {
        return .feed
      }
      if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .lines }
      if (holds("\"body\"") || holds("\"text\"")) && (holds("\"title\"") || holds("\"date\"") || holds("\"id\"")) {
        return .lines
      }
    }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .lines }
    if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") { return .page }
    if [".rss", ".atom", ".rdf"].contains(where: name.hasSuffix) { return .feed }
    return Decode.string(Array(head.prefix(lastWhole(head)))) == nil ? .binary : .text
  }

  /// The head in lower case; of UTF-16 every other byte.
  private static func characters(_ head: [UInt8]) -> [UInt8] {
    var bytes = head[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4).contains(0)
    if isWide { return bytes.lazy.filter { $0 != 0 && $0 < 0x80 }.map(lowercased) }
    return bytes.map(lowercased)
  }

  /// Where the last whole character of UTF-8 ends: a look at the beginning may cut one.
  private static func lastWhole(_ head: [UInt8]) -> Int {
    guard head.count == lookahead else { return head.count }
    var end = head.count
    while end > head.count - 4, end > 0, head[end - 1] >= 0x80 { end -= 1 }
    return end
  }

  private static func contains(_ text: ArraySlice<UInt8>, _ mark: String) -> Bool {
    let mark = Array(mark.utf8)
    guard text.count >= mark.count else { return false }
    return (text.startIndex...(text.endIndex - mark.count)).contains { text[$0] == mark[0] && text[$0...].starts(with: mark) }
  }

  /// Whether the bytes begin with the head of a mail: fields of the post office, not of a briefing's own head.
  private static func isMail(_ head: [UInt8]) -> Bool {
    guard let first = head.first, isLetter(first) else { return false }
    var start = 0
    let fields = MailHeader(head, from: &start, upTo: head.count)
    guard !fields.isEmpty else { return false }
    if ["received", "return-path", "delivered-to", "mime-version", "message-id", "dkim-signature", "x-original-to"]
      .filter({ fields.has($0) }).count >= 2
    {
      return true
    }
    return fields.has("message-id") && fields.has("from") || fields.has("mime-version") && fields.has("content-type")
      || fields.has("received") && fields.has("subject")
  }
}
