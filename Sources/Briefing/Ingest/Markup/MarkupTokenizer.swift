// Cuts markup into tags and text, byte by byte and in one pass, whatever the bytes are. It never fails: what is broken is
// recovered the way that loses least. Caps bound what one document can cost; nothing is fetched and no entity is expanded here.

/// A start or end tag; ranges count bytes of the document.
struct MarkupTag {
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  /// The whole name, prefix included.
  var name: Range<Int>
  var attributes: [Attribute] = []
  var isEnd = false
  /// `<br/>`.
  var isEmpty = false
}

enum MarkupToken {
  case tag(MarkupTag)
  /// Text with its character references as they stand.
  case text(Range<Int>)
  /// The inside of a CDATA section, to be taken literally.
  case literal(Range<Int>)
  /// The inside of `<!DOCTYPE ...>`.
  case doctype(Range<Int>)
}

struct MarkupTokenizer {
  /// Attributes of one tag beyond these are passed over.
  static let attributeLimit = 64
  /// A tag longer than this (in bytes) ends there.
  static let tagLimit = 65_536

  let bytes: [UInt8]
  /// In HTML, the inside of script and style is no markup, and CDATA sections do not exist.
  let isHTML: Bool
  /// The next byte to be read.
  private(set) var position: Int
  /// One past the last byte that is read.
  let end: Int
  /// Whether the document broke off inside a tag, a comment or a CDATA section.
  private(set) var isCut = false
  /// The element whose raw text is being read, in HTML.
  private var rawText: [UInt8]?
  /// What was looked for in vain once is not looked for again: each byte is read a bounded number of times.
  private var believesInBrackets = true
  private var believesInInstructions = true
  private var believesInComments = true

  init(_ bytes: [UInt8], in range: Range<Int>? = nil, isHTML: Bool = false) {
    self.bytes = bytes
    self.isHTML = isHTML
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  mutating func next() -> MarkupToken? {
    while position < end {
      if let name = rawText {
        rawText = nil
        skipRawText(until: name)
        continue
      }
      let start = position
      if bytes[start] != Byte.less {
        position = textEnd(from: start)
        return .text(start..<position)
      }
      guard start + 1 < end else {
        position = end
        isCut = true
        return .text(start..<end)
      }
      let mark = bytes[start + 1]
      if mark == Byte.bang {
        if let token = declaration() { return token }
      } else if mark == Byte.question {
        skipInstruction()
      } else if mark == Byte.slash, start + 2 < end, isNameStart(bytes[start + 2]) {
        return .tag(endTag())
      } else if isNameStart(mark) {
        return .tag(startTag())
      } else if mark == Byte.slash, start + 2 < end, bytes[start + 2] == Byte.greater {
        position = start + 3
      } else {
        // A lone "<" is text, with all that follows up to the next one.
        position = textEnd(from: start + 1)
        return .text(start..<position)
      }
    }
    return nil
  }

  private func textEnd(from start: Int) -> Int {
    ByteSearch.first(Byte.less, in: bytes, start..<max(start, end)) ?? end
  }

  // MARK: declarations

  private mutating func declaration() -> MarkupToken? {
    let start = position
    if has("<!--", at: start) {
      // "<!-->" is a whole comment in HTML.
      if isHTML, start + 4 < end, bytes[start + 4] == Byte.greater {
        position = start + 5
      } else {
        position = start + 4
        skipComment()
      }
      return nil
    }
    if has("<![CDATA[", at: start) {
      position = start + 9
      let inside = position
      skip(past: [Byte.closing, Byte.closing, Byte.greater])
      let isClosed = position - 3 >= inside && has("]]>", at: position - 3)
      return .literal(inside..<(isClosed ? position - 3 : position))
    }
    guard start + 2 < end, isLetter(bytes[start + 2]) || bytes[start + 2] == UInt8(ascii: "[") else {
      position = textEnd(from: start + 1)
      return .text(start..<position)
    }
    // <!DOCTYPE ... [ ... ]>
    var i = start + 2
    var depth = 0
    var quote: UInt8 = 0
    while i < end {
      let byte = bytes[i]
      if !believesInBrackets {
        if byte == Byte.greater { break }
      } else if quote != 0 {
        if byte == quote { quote = 0 }
      } else if depth > 0, byte == Byte.quote || byte == Byte.apostrophe {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == Byte.closing {
        depth = max(0, depth - 1)
      } else if byte == Byte.greater, depth == 0 {
        break
      }
      i += 1
    }
    if i >= end {
      // No end in sight: read again without believing in brackets and quotes; without a ">" at all it is text.
      believesInBrackets = false
      i = start + 2
      while i < end, bytes[i] != Byte.greater { i += 1 }
      if i >= end {
        position = end
        isCut = true
        return .text(start..<end)
      }
    }
    position = min(end, i + 1)
    return .doctype(start + 2..<i)
  }

  /// One that never ends is read as browsers of old did: up to the next ">".
  private mutating func skipComment() {
    if believesInComments, let found = find([Byte.dash, Byte.dash, Byte.greater], from: position) {
      position = found + 3
    } else {
      believesInComments = false
      skip(past: [Byte.greater])
    }
  }

  /// `<?...?>` in XML, `<?...>` in HTML and where it is broken.
  private mutating func skipInstruction() {
    if !isHTML, believesInInstructions, let found = find([Byte.question, Byte.greater], from: position) {
      position = found + 2
    } else {
      believesInInstructions = false
      skip(past: [Byte.greater])
    }
  }

  /// Moves past the first `mark`, or to the end.
  private mutating func skip(past mark: [UInt8]) {
    if let found = find(mark, from: position) {
      position = found + mark.count
    } else {
      position = end
      isCut = true
    }
  }

  private func find(_ mark: [UInt8], from start: Int) -> Int? {
    var i = start
    while i + mark.count <= end, let found = ByteSearch.first(mark[0], in: bytes, i..<(end - mark.count + 1)) {
      var n = 1
      while n < mark.count, bytes[found + n] == mark[n] { n += 1 }
      if n == mark.count { return found }
      i = found + 1
    }
    return nil
  }

  private func has(_ mark: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + mark.utf8CodeUnitCount <= end else { return false }
    for n in 0..<mark.utf8CodeUnitCount where bytes[start + n] != mark.utf8Start[n] { return false }
    return true
  }

  // MARK: tags

  private mutating func endTag() -> MarkupTag {
    var i = position + 2
    let name = nameRange(from: &i)
    while i < end, bytes[i] != Byte.greater, bytes[i] != Byte.less { i += 1 }
    if i >= end { isCut = true }
    position = i < end && bytes[i] == Byte.greater ? i + 1 : i
    return MarkupTag(name: name, isEnd: true)
  }

  private mutating func startTag() -> MarkupTag {
    let start = position
    let last = min(end, start + MarkupTokenizer.tagLimit)
    var i = start + 1
    var tag = MarkupTag(name: nameRange(from: &i))
    while i < last {
      let byte = bytes[i]
      if byte == Byte.greater {
        i += 1
        break
      }
      if byte == Byte.less {
        // The tag was never closed: the next one begins here.
        break
      }
      if byte == Byte.slash {
        tag.isEmpty = i + 1 < last && bytes[i + 1] == Byte.greater
        i += 1
        continue
      }
      if isWhite(byte) || byte == Byte.quote || byte == Byte.apostrophe || byte == Byte.equals {
        i += 1
        continue
      }
      let attribute = attribute(from: &i, last: last)
      if tag.attributes.count < MarkupTokenizer.attributeLimit { tag.attributes.append(attribute) }
    }
    if i >= end, end > 0, bytes[end - 1] != Byte.greater { isCut = true }
    if i >= last, last < end {
      while i < end, bytes[i] != Byte.greater, bytes[i] != Byte.less { i += 1 }
      if i < end, bytes[i] == Byte.greater { i += 1 }
    }
    position = i
    if isHTML, !tag.isEmpty { rawText = rawTextName(tag.name) }
    return tag
  }

  private func attribute(from i: inout Int, last: Int) -> MarkupTag.Attribute {
    let start = i
    while i < last, !isWhite(bytes[i]), bytes[i] != Byte.equals, bytes[i] != Byte.greater, bytes[i] != Byte.slash || !endsTag(i),
      bytes[i] != Byte.less
    {
      i += 1
    }
    let name = start..<i
    var next = i
    while next < last, isWhite(bytes[next]) { next += 1 }
    guard next < last, bytes[next] == Byte.equals else { return MarkupTag.Attribute(name: name, value: i..<i) }
    next += 1
    while next < last, isWhite(bytes[next]) { next += 1 }
    guard next < last else {
      i = next
      return MarkupTag.Attribute(name: name, value: i..<i)
    }
    let quote = bytes[next]
    if quote == Byte.quote || quote == Byte.apostrophe {
      var close = next + 1
      while close < last, bytes[close] != quote { close += 1 }
      if close < last {
        i = close + 1
        return MarkupTag.Attribute(name: name, value: next + 1..<close)
      }
      next += 1  // a quote that never ends: the value goes to the end of the tag
    }
    i = next
    while i < last, !isWhite(bytes[i]), bytes[i] != Byte.greater, bytes[i] != Byte.less, bytes[i] != Byte.slash || !endsTag(i) {
      i += 1
    }
    return MarkupTag.Attribute(name: name, value: next..<i)
  }

  private func endsTag(_ slash: Int) -> Bool { slash + 1 < end && bytes[slash + 1] == Byte.greater }

  private func nameRange(from i: inout Int) -> Range<Int> {
    let start = i
    while i < end, isNameByte(bytes[i]) { i += 1 }
    return start..<i
  }

  // MARK: raw text

  private func rawTextName(_ name: Range<Int>) -> [UInt8]? {
    guard name.count == 6 || name.count == 5 else { return nil }
    let lower = bytes[name].map(lowercased)
    return lower == Array("script".utf8) || lower == Array("style".utf8) ? lower : nil
  }

  /// Moves to the end tag of the element; one that is never closed goes to the end of the text.
  private mutating func skipRawText(until name: [UInt8]) {
    var i = position
    while i + 2 + name.count <= end {
      if bytes[i] == Byte.less, bytes[i + 1] == Byte.slash,
        (0..<name.count).allSatisfy({ lowercased(bytes[i + 2 + $0]) == name[$0] }),
        i + 2 + name.count == end || !isNameByte(bytes[i + 2 + name.count])
      {
        position = i
        return
      }
      i += 1
    }
    position = end
    isCut = true
  }
}

/// The bytes that mean something in markup.
enum Byte {
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let slash = UInt8(ascii: "/")
  static let bang = UInt8(ascii: "!")
  static let question = UInt8(ascii: "?")
  static let dash = UInt8(ascii: "-")
  static let closing = UInt8(ascii: "]")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let equals = UInt8(ascii: "=")
  static let ampersand = UInt8(ascii: "&")
  static let semicolon = UInt8(ascii: ";")
  static let hash = UInt8(ascii: "#")
  static let colon = UInt8(ascii: ":")
}

@inline(__always) func isWhite(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C
}
@inline(__always) func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
@inline(__always) func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

@inline(__always) private func isNameStart(_ byte: UInt8) -> Bool { isLetter(byte) || byte == 0x5F || byte >= 0x80 }
@inline(__always) private func isNameByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == 0x5F || byte == 0x2D || byte == 0x2E || byte == 0x3A
}
