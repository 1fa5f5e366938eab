// A mail as it was read: who, when, what about, and the text that a person would read. Other parts are counted, never decoded,
// opened or stored.

/// One message.
public struct Mail: Sendable, Equatable {
  /// A text of the message, in UTF-8.
  public struct Body: Sendable, Equatable {
    public var text: String
    public var isHTML: Bool
  }

  public var subject: String?
  public var fromName: String?
  public var fromAddress: String?
  public var date: DateStamp?
  /// With its angle brackets, as given.
  public var messageID: String?
  /// The name of the mailing list, where it is one.
  public var list: String?
  /// Where the sender keeps the message on the web.
  public var archivedAt: String?
  public var language: String?
  public var body: Body?
  /// The HTML that goes with a plain text, for what only it says: targets of links.
  public var alternative: Body?
  /// Texts that stand beside the first, not in place of it.
  var others: [Body] = []
  /// Messages that this one carries: what was forwarded, or a digest.
  var messages: [Mail] = []
  /// When the last post office took it in.
  var received: DateStamp?
  /// Parts that are no text: pictures, files.
  public var attachments = 0
  public var issues: [String] = []

  public init() {}

  /// A mail larger than this (in bytes) is cut there.
  public static let sizeLimit = 20_000_000
  static let partLimit = 500
  static let depthLimit = 16

  /// The message in the bytes of a file. Whatever the bytes are, something is read or there is an issue.
  public static func read(_ bytes: [UInt8]) -> Mail {
    var bytes = bytes
    var mail = Mail()
    if bytes.count > sizeLimit {
      bytes.removeSubrange(sizeLimit...)
      mail.issues.append("The mail is larger than \(sizeLimit / 1_000_000) MB; cut there.")
    }
    var start = 0
    let header = MailHeader(bytes, from: &start, upTo: bytes.count)
    mail.readHead(header)
    var parts = MailParts(bytes)
    parts.walk(header, start..<bytes.count)
    mail.attachments = parts.others
    mail.issues += parts.issues
    mail.messages = parts.messages
    mail.choose(parts.texts)
    if mail.body == nil, mail.messages.isEmpty { mail.issues.append("The mail holds no text to read.") }
    return mail
  }

  /// A message inside another, its parts walked already.
  init(_ header: MailHeader, _ texts: [MailParts.Text]) {
    readHead(header)
    choose(texts)
  }

  private mutating func readHead(_ header: MailHeader) {
    subject = header.text("subject")
    if let from = header.text("from") ?? header.text("sender") { (fromName, fromAddress) = MailAddress.first(in: from) }
    if let given = header.text("date") {
      date = FeedDate.parse(given)
      if date == nil { issues.append("The date “\(given.prefix(60))” was not understood; none was taken from it.") }
    }
    // "from A by B with SMTP id C; Thu, 5 Oct 2023 10:00:00 +0000"
    received = header.text("received")?.split(separator: ";").last.flatMap { FeedDate.parse(String($0).trimmed) }
    messageID = header.text("message-id")
    if let id = header.text("list-id") {
      let name = id.prefix { $0 != "<" }.trimmingQuotes
      list = name.isEmpty ? nil : name
    }
    if let at = header.text("archived-at")?.trimmingAngles, at.hasPrefix("http") { archivedAt = at }
    language = header.text("content-language")
  }

  /// The plain text where it is a real one; else the HTML.
  private mutating func choose(_ texts: [MailParts.Text]) {
    let texts = texts.filter { !$0.body.text.trimmed.isEmpty }
    let first = (plain: texts.first { !$0.body.isHTML }, html: texts.first { $0.body.isHTML })
    guard let plain = first.plain, let html = first.html else {
      body = first.plain?.body ?? first.html?.body
      return keepOthers(texts, but: [first.plain?.group ?? first.html?.group])
    }
    // "Your mail program cannot show HTML" stands where the text should be.
    let length = plain.body.text.utf8.count
    let isStub = length < 400 && MarkupText(html.body.text).plain.utf8.count > 4 * length + 400
    body = isStub ? html.body : plain.body
    // Beside the plain text, and not in its place, it may be more of the mail, or the same once more.
    let isMore = plain.group != html.group && !Mail.begins(html.body, as: plain.body)
    if !isMore, !isStub { alternative = html.body }
    keepOthers(texts, but: isMore ? [isStub ? html.group : plain.group] : [plain.group, html.group])
  }

  /// Keeps the first text of each group but those that are read already.
  private mutating func keepOthers(_ texts: [MailParts.Text], but read: Set<Int?>) {
    var read = read
    for text in texts where read.insert(text.group).inserted { others.append(text.body) }
  }

  /// Whether an HTML text has the first words of a plain one in it.
  private static func begins(_ html: Body, as plain: Body) -> Bool {
    let start = MarkupArticle.key(String(plain.text.trimmed.prefix(120))).prefix(60)
    return MarkupArticle.key(String(MarkupText(html.text).plain.prefix(20_000))).contains(start)
  }
}

extension Substring {
  fileprivate var trimmingQuotes: String {
    let text = String(self).trimmed
    return text.count > 1 && text.first == "\"" && text.last == "\"" ? String(text.dropFirst().dropLast()) : text
  }
}

extension String {
  fileprivate var trimmingAngles: String {
    hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
  }
}

/// Addresses as mails write them (RFC 5322, 3.4).
enum MailAddress {
  /// The first address of a list: `"Doe, Jane" <jane@example.org>`, `jane@example.org (Jane Doe)`, `jane@example.org`.
  static func first(in list: String) -> (name: String?, address: String?) {
    var inQuotes = false
    var depth = 0
    var end = list.endIndex
    for i in list.indices {
      let character = list[i]
      if character == "\"" { inQuotes.toggle() }
      if character == "<" || character == "(" { depth += 1 }
      if character == ">" || character == ")" { depth -= 1 }
      if character == ",", !inQuotes, depth <= 0 {
        end = i
        break
      }
    }
    let text = String(list[..<end]).trimmed
    if let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
      let address = String(text[text.index(after: open)..<close]).trimmed
      let name = unquoted(String(text[..<open]).trimmed)
      // A report of the post office comes from nobody: "<>".
      return (name.isEmpty ? nil : name, address.isEmpty ? "<>" : address)
    }
    if text.hasSuffix(")"), let open = text.firstIndex(of: "(") {
      let name = String(text[text.index(after: open)...].dropLast()).trimmed
      let address = String(text[..<open]).trimmed
      return (name.isEmpty ? nil : unquoted(name), address.isEmpty ? nil : address)
    }
    return (nil, text.isEmpty ? nil : text)
  }

  private static func unquoted(_ name: String) -> String {
    guard name.count > 1, name.first == "\"", name.last == "\"" else { return name }
    var out = ""
    var escaped = false
    for character in name.dropFirst().dropLast() {
      if character == "\\", !escaped {
        escaped = true
        continue
      }
      out.append(character)
      escaped = false
    }
    return out.trimmed
  }
}
