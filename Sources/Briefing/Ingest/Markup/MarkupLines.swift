// A piece of HTML cut into the lines that stand on their own: paragraphs, headings, items, captions. Feeds and mails bring bodies
// without a page around them, so that nothing has to be looked for in them.

/// A line of a piece of HTML.
struct MarkupLine: Equatable {
  enum Kind { case text, heading, caption }

  var text: String
  var kind: Kind
  /// The target, where the whole line is one link.
  var href: String?
  /// Whether the whole line is strong.
  var isStrong = false
}

struct MarkupLines {
  private let bytes: [UInt8]
  private let base: String?
  private var lines: [MarkupLine] = []
  private var text: [UInt8] = []
  private var kinds: [MarkupLine.Kind] = []
  /// Bytes of the line inside a link and inside strong, and the target of its first link.
  private var linked = 0
  private var strong = 0
  private var href: String?
  private var openLinks = 0
  private var openStrong = 0
  private var preformatted = 0
  private var hidden = 0

  /// The lines of HTML, in order; relative links are resolved against `base`.
  static func read(_ source: String, base: String?) -> [MarkupLine] {
    var reader = MarkupLines(bytes: Array(source.utf8), base: base)
    reader.read()
    return reader.lines
  }

  private init(bytes: [UInt8], base: String?) {
    self.bytes = bytes
    self.base = base
  }

  private mutating func read() {
    var tokenizer = MarkupTokenizer(bytes, isHTML: true)
    while let token = tokenizer.next() {
      switch token {
      case .text(let range): append(range)
      case .literal(let range): append(range)
      case .doctype: break
      case .tag(let tag): take(tag)
      }
    }
    endLine()
  }

  private mutating func append(_ range: Range<Int>) {
    guard hidden == 0 else { return }
    let before = text.count
    var decoded: [UInt8] = []
    appendDecoded(range, of: bytes, to: &decoded)
    for byte in decoded {
      if isWhite(byte) {
        if preformatted > 0, byte == 0x0A {
          endLine()
        } else if let last = text.last, last != 0x20 {
          text.append(0x20)
        }
      } else {
        text.append(byte)
      }
    }
    let count = text[min(before, text.count)...].reduce(0) { $0 + ($1 == 0x20 ? 0 : 1) }
    if openLinks > 0 { linked += count }
    if openStrong > 0 { strong += count }
  }

  private mutating func take(_ tag: MarkupTag) {
    let name = String(decoding: bytes[tag.name].prefix(12).map(lowercased), as: UTF8.self)
    let step = tag.isEnd ? -1 : 1
    switch name {
    case "a":
      if !tag.isEnd, href == nil { href = target(of: tag) }
      openLinks = max(0, min(1, openLinks + step))
    case "b", "strong": if !tag.isEmpty { openStrong = max(0, openStrong + step) }
    case "pre": preformatted = max(0, preformatted + step)
    case "title", "template", "select", "noscript", "button": if !tag.isEmpty { hidden = max(0, hidden + step) }
    case "h1", "h2", "h3", "h4", "h5", "h6": open(.heading, step)
    case "figcaption", "caption": open(.caption, step)
    case "td", "th":
      // Cells of one row are one line in tables of data; mails lay out their text in cells of their own.
      endLine()
    default: if MarkupText.breaksLine(bytes[tag.name]) { endLine() }
    }
  }

  private mutating func open(_ kind: MarkupLine.Kind, _ step: Int) {
    endLine()
    if step > 0 { if kinds.count < 64 { kinds.append(kind) } } else if !kinds.isEmpty { kinds.removeLast() }
  }

  private func target(of tag: MarkupTag) -> String? {
    for attribute in tag.attributes where MarkupText.isNamed(bytes[attribute.name], "href") {
      var value: [UInt8] = []
      appendDecoded(attribute.value, of: bytes, to: &value)
      guard let address = FeedAddress.resolve(String(decoding: value, as: UTF8.self), against: base) else { return nil }
      return ClickCounter.target(of: address)
    }
    return nil
  }

  private mutating func endLine() {
    defer {
      text.removeAll(keepingCapacity: true)
      (linked, strong) = (0, 0)
      href = nil
    }
    let line = Sanitize.line(String(decoding: text, as: UTF8.self))
    guard line.unicodeScalars.contains(where: isLetterOrDigit), lines.count < 20_000 else { return }
    let count = text.reduce(0) { $0 + ($1 == 0x20 ? 0 : 1) }
    // A mark before or behind the link ("» Read", "Read.") is still part of it.
    let isLink = linked > 0 && linked + 2 >= count
    lines.append(
      MarkupLine(
        text: line, kind: kinds.last ?? .text, href: isLink ? href : nil, isStrong: strong > 0 && strong + 2 >= count))
  }
}

/// Links of newsletters that count clicks and then lead on: where the target stands in the address, it is taken from there.
enum ClickCounter {
  /// The address that a counted link leads to, or the address itself.
  static func target(of address: String) -> String {
    var address = address
    for _ in 0..<3 {
      guard let inner = inner(address) else { return address }
      address = inner
    }
    return address
  }

  /// An address inside the query or the path of another.
  private static func inner(_ address: String) -> String? {
    guard address.utf8.count <= 4_000 else { return nil }
    if let question = address.firstIndex(of: "?") {
      let query = address[address.index(after: question)...].prefix { $0 != "#" }
      for pair in query.split(whereSeparator: { $0 == "&" || $0 == ";" }) {
        guard let joint = pair.firstIndex(of: "="), names.contains(pair[..<joint].lowercased()) else { continue }
        if let found = web(String(pair[pair.index(after: joint)...])) { return found }
      }
    }
    // ".../CL0/https:%2F%2Fnews.example%2Fstory/1/..." and "/click/aHR0cHM6Ly9uZXdz..."
    let path = address.dropFirst(8)
    for part in path.split(separator: "/") where part.utf8.count >= 12 {
      let lower = part.prefix(16).lowercased()
      if lower.hasPrefix("https:%2f%2f") || lower.hasPrefix("http:%2f%2f") || lower.hasPrefix("https%3a%2f")
        || lower.hasPrefix("http%3a%2f")
      {
        if let found = web(String(part)) { return found }
      }
      if part.hasPrefix("aHR0cHM6Ly") || part.hasPrefix("aHR0cDovL"), let bytes = Base64.decode(Array(part.utf8)),
        let text = String(validating: bytes, as: UTF8.self), let found = web(text)
      {
        return found
      }
    }
    return nil
  }

  private static let names: Set<String> = [
    "url", "u", "q", "target", "dest", "destination", "redirect", "redirect_url", "redirect_uri", "redirect_to", "link", "goto",
    "to", "r",
    "href", "out", "uri", "rurl", "murl", "adurl", "continue", "next",
  ]

  /// The decoded text where it is a web address.
  private static func web(_ text: String) -> String? {
    var decoded = percentDecoded(text)
    if decoded.hasPrefix("aHR0c"), let bytes = Base64.decode(Array(decoded.utf8)) {
      decoded = String(decoding: bytes, as: UTF8.self)
    }
    guard decoded.hasPrefix("https://") || decoded.hasPrefix("http://"), decoded.utf8.count > 11, !decoded.utf8.contains(0x20),
      Sanitize.text(decoded) == decoded
    else { return nil }
    return decoded
  }

  static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(0x25) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x25, i + 2 < bytes.count, let high = hexDigit(bytes[i + 1]), let low = hexDigit(bytes[i + 2]) {
        out.append(UInt8(high << 4 | low))
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
