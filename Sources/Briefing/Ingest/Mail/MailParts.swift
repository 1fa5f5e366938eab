// The parts of a message (RFC 2046), walked with bounds on depth and number: texts are decoded, all else is only counted.

struct MailParts {
  private let bytes: [UInt8]
  /// A text, and which of them say the same in other forms.
  struct Text {
    var body: Mail.Body
    var group: Int
  }

  /// The texts that are meant to be read, in order.
  private(set) var texts: [Text] = []
  /// The messages inside this one, in order.
  private(set) var messages: [Mail] = []
  /// Parts that are none.
  private(set) var others = 0
  private(set) var issues: [String] = []
  private var parts = 0
  private var decoded = 0
  private var groups = 0
  /// The group of alternatives that is being walked.
  private var alternatives: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a part whose head is read already; `boundaries` are those of the parts around it.
  mutating func walk(_ header: MailHeader, _ body: Range<Int>, depth: Int = 0, isDigest: Bool = false) {
    parts += 1
    guard parts <= Mail.partLimit, depth <= Mail.depthLimit else {
      if issues.isEmpty { issues.append("The mail has too many parts; the rest was passed over.") }
      return
    }
    let given = header.token("content-type") ?? ""
    let type = given.contains("/") ? given : isDigest ? "message/rfc822" : "text/plain"
    if type.hasPrefix("multipart/") {
      if let boundary = header.parameter("boundary", of: "content-type"), !boundary.isEmpty {
        walkParts(type, boundary, body, depth)
        return
      }
      issues.append("A part of the mail does not say where it ends; it was read as text.")
    }
    // A message is sent on as an attachment, and is what its reader wants to read.
    if header.token("content-disposition")?.hasPrefix("attachment") == true, !type.hasPrefix("message/") {
      others += 1
      return
    }
    switch type {
    case "text/plain", "text/html", "text", "text/x-plain", "multipart/mixed", "multipart/alternative":
      addText(header, body, isHTML: type == "text/html")
    case "message/rfc822", "message/global":
      others += 1
      addMessage(body, depth)
    default: others += 1
    }
  }

  /// Reads a message that is carried; what it carries itself counts no more.
  private mutating func addMessage(_ body: Range<Int>, _ depth: Int) {
    let outer = (texts, others, alternatives, messages)
    (texts, alternatives) = ([], nil)
    var start = body.lowerBound
    let header = MailHeader(bytes, from: &start, upTo: body.upperBound)
    walk(header, start..<body.upperBound, depth: depth + 1)
    let message = Mail(header, texts)
    (texts, others, alternatives, messages) = outer
    if message.body != nil { messages.append(message) }
  }

  private mutating func walkParts(_ type: String, _ boundary: String, _ body: Range<Int>, _ depth: Int) {
    let marks = self.marks(boundary, body)
    if marks.isEmpty {
      issues.append("The parts of the mail were not found; it was read as text.")
      var start = body.lowerBound
      addText(MailHeader(bytes, from: &start, upTo: body.lowerBound), body, isHTML: false)
      return
    }
    let around = alternatives
    defer { alternatives = around }
    if type == "multipart/alternative", around == nil {
      groups += 1
      alternatives = groups
    }
    for (i, mark) in marks.enumerated() where !mark.isLast {
      let end = i + 1 < marks.count ? marks[i + 1].line.lowerBound : body.upperBound
      if i + 1 >= marks.count { issues.append("The mail is incomplete: its last part does not end.") }
      var start = min(mark.line.upperBound, end)
      let header = MailHeader(bytes, from: &start, upTo: end)
      walk(header, start..<max(start, end), depth: depth + 1, isDigest: type == "multipart/digest")
    }
  }

  /// The lines that are the boundary, in order.
  private func marks(_ boundary: String, _ body: Range<Int>) -> [(line: Range<Int>, isLast: Bool)] {
    let mark = Array("--\(boundary)".utf8)
    var found: [(Range<Int>, Bool)] = []
    var i = body.lowerBound
    while i < body.upperBound {
      let line = MailHeader.lineEnd(bytes, i, body.upperBound)
      if line.end - i >= mark.count, bytes[i..<line.end].starts(with: mark) {
        let rest = bytes[(i + mark.count)..<line.end]
        let isLast = rest.starts(with: "--".utf8)
        if isLast || rest.allSatisfy(isWhite) {
          found.append((i..<line.next, isLast))
          if isLast || found.count > Mail.partLimit { break }
        }
      }
      i = line.next
    }
    return found
  }

  private mutating func addText(_ header: MailHeader, _ body: Range<Int>, isHTML: Bool) {
    guard decoded < Mail.sizeLimit else { return }
    var raw = Array(bytes[body])
    switch header.token("content-transfer-encoding") {
    case "base64": raw = Base64.decode(raw) ?? raw
    case "quoted-printable": raw = QuotedPrintable.decode(raw)
    default: break
    }
    decoded += raw.count
    let utf8 = Charset.utf8(raw, from: header.parameter("charset", of: "content-type"))
    var text = String(decoding: utf8, as: UTF8.self)
    if header.parameter("format", of: "content-type")?.lowercased() == "flowed" {
      text = MailParts.unflowed(text, losesSpaces: header.parameter("delsp", of: "content-type")?.lowercased() == "yes")
    }
    if alternatives == nil { groups += 1 }
    texts.append(Text(body: Mail.Body(text: text, isHTML: isHTML), group: alternatives ?? groups))
  }

  /// RFC 3676: a line that ends in a space goes on in the next one of the same depth of quotation; the signature's mark does
  /// not. A space before a line's first character was put there. `losesSpaces`: the space at the end was put there too.
  private static func unflowed(_ text: String, losesSpaces: Bool) -> String {
    var out = ""
    var depth: Int?
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var line = line
      let quotes = line.prefix { $0 == ">" }.count
      line = line.dropFirst(quotes)
      if line.first == " " { line = line.dropFirst() }
      // The line before flows on into this one, unless it is of another depth.
      if let before = depth, before != quotes {
        out += "\n"
        depth = nil
      }
      if depth == nil, quotes > 0 { out += String(repeating: ">", count: quotes) + " " }
      let flows = line.hasSuffix(" ") && line != "-- "
      out += flows && losesSpaces ? line.dropLast() : line
      depth = flows ? quotes : nil
      if !flows { out += "\n" }
    }
    return out
  }
}
