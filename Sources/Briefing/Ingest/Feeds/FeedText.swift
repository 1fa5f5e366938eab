// What a text of a feed is: plain, escaped HTML, markup in the open, or base64. Feeds say it in three ways and are often wrong.

extension FeedText {
  /// The text of a captured field; nil where it is empty.
  init?(_ capture: FeedReader.Capture, in bytes: [UInt8], upTo end: Int, base: String?, isAtom: Bool) {
    let type = capture.type ?? ""
    if capture.hasMarkup {
      let length = min(end - capture.start, FeedReader.textLimit)
      guard length > 0 else { return nil }
      self.init(String(decoding: bytes[capture.start..<capture.start + length], as: UTF8.self), isHTML: true, base: base)
      return
    }
    var text = capture.text
    var isHTML = FeedText.isHTML(type, capture.field)
    if FeedText.isBase64(type, capture.mode), let decoded = Base64.decode(text),
      String(validating: decoded, as: UTF8.self) != nil
    {
      text = decoded
      if type.hasPrefix("application/") { isHTML = true }
    }
    var source = String(decoding: text, as: UTF8.self)
    if capture.isCut { source += "… [cut here]" }
    if !isHTML, !isAtom || capture.field == .description { isHTML = FeedText.looksLikeHTML(text) }
    self.init(isHTML ? source : source.trimmed, isHTML: isHTML, base: base)
    if self.source.isEmpty { return nil }
  }

  private static func isHTML(_ type: String, _ field: FeedField) -> Bool {
    if type.isEmpty {
      switch field {
      case .description, .encoded, .body: return true
      default: return false
      }
    }
    return type.contains("html") || type.contains("xml") && type != "text/xml-plain"
  }

  /// RFC 4287, 4.1.3.3: what is neither text nor XML is base64.
  private static func isBase64(_ type: String, _ mode: String?) -> Bool {
    if let mode { return mode == "base64" }
    if type.isEmpty || !type.contains("/") { return false }
    return !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml") && !type.hasSuffix("json")
  }

  /// Whether a text that is not said to be HTML is nothing else: it closes an element or names a character, and all its
  /// tags are of HTML. "1 < 2" and "the <blink> tag" stay what they are.
  static func looksLikeHTML(_ text: [UInt8]) -> Bool {
    guard text.contains(where: { $0 == Byte.less || $0 == Byte.ampersand }) else { return false }
    var closes = false
    var tokenizer = MarkupTokenizer(text, isHTML: true)
    while let token = tokenizer.next() {
      switch token {
      case .tag(let tag):
        guard tag.name.count <= 12, known.contains(String(decoding: text[tag.name].map(lowercased), as: UTF8.self)) else {
          return false
        }
        closes = closes || tag.isEnd || tag.isEmpty
      case .text(let range): closes = closes || hasReference(text[range])
      case .literal, .doctype: break
      }
    }
    return closes
  }

  private static func hasReference(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let mark = rest.firstIndex(of: Byte.ampersand) {
      rest = rest[(mark + 1)...]
      let name = rest.prefix(10).prefix { isLetter($0) || isDigit($0) || $0 == Byte.hash }
      if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == Byte.semicolon {
        if name.first == Byte.hash || CharacterNames.scalar(name) != nil { return true }
      }
    }
    return false
  }

  private static let known: Set<String> = Set(
    """
    a abbr acronym address article aside audio b big blockquote br canvas caption center cite code col colgroup dd del details dfn
    div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label legend li
    main mark nav nobr ol p picture pre q s samp script section small source span strike strong style sub summary sup table tbody td
    tfoot th thead time tr tt u ul var video wbr object embed
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

/// RFC 4648 base64, tolerant of line ends and missing padding.
enum Base64 {
  /// The bytes; nil where the text is no base64.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(text.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      if isWhite(byte) { continue }
      if byte == Byte.equals { break }
      guard let value = value(byte) else { return nil }
      bits = bits << 6 | value
      count += 1
      if count == 4 {
        out.append(UInt8(truncatingIfNeeded: bits >> 16))
        out.append(UInt8(truncatingIfNeeded: bits >> 8))
        out.append(UInt8(truncatingIfNeeded: bits))
        bits = 0
        count = 0
      }
    }
    if count == 2 { out.append(UInt8(truncatingIfNeeded: bits >> 4)) }
    if count == 3 {
      out.append(UInt8(truncatingIfNeeded: bits >> 10))
      out.append(UInt8(truncatingIfNeeded: bits >> 2))
    }
    return out
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
