// Cuts a page into tags and texts, by the rules of HTML 5 (13.2.5) as far as news pages need them. Every byte is looked at a
// bounded number of times, whatever is missing: an attribute list of a megabyte takes as long as a megabyte of text.

struct HTMLTokeniser {
  enum Token {
    case text(Range<Int>)
    case start(HTMLTag, source: Range<Int>, isClosed: Bool)
    case end(HTMLTag)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// The element whose content is text up to its end tag.
  private var rawElement: HTMLTag?
  /// Known to be missing from here on, so that nobody looks for it again.
  private var hasNoCommentEnd = false
  /// The kept attributes of the last start tag.
  private(set) var attributes: [HTMLAttribute] = []
  /// Attributes that were passed over because their tag has too many.
  private(set) var hasTooManyAttributes = false

  /// The most attributes that are kept of one tag.
  static let attributeLimit = 32

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next token, nil at the end.
  mutating func next() -> Token? {
    if let element = rawElement {
      rawElement = nil
      let end = rawEnd(of: element)
      if end > at {
        defer { at = end }
        return .text(at..<end)
      }
    }
    while at < bytes.count {
      let start = at
      if bytes[at] != 0x3C {
        at = find(0x3C, from: at)
        return .text(start..<at)
      }
      guard at + 1 < bytes.count else {
        at = bytes.count
        return .text(start..<at)
      }
      switch bytes[at + 1] {
      case 0x21: skipDeclaration()
      case 0x3F: at = min(find(0x3E, from: at) + 1, bytes.count)
      case 0x2F:
        if at + 2 < bytes.count, isLetter(bytes[at + 2]) { return endTag() }
        at = min(find(0x3E, from: at) + 1, bytes.count)
      case let byte where isLetter(byte): return startTag()
      default:
        // A lone "<" is text.
        at = find(0x3C, from: at + 1)
        return .text(start..<at)
      }
    }
    return nil
  }

  // MARK: tags

  private mutating func startTag() -> Token {
    let start = at
    at += 1
    let name = name()
    let tag = HTMLTag.named(bytes, name)
    attributes.removeAll(keepingCapacity: true)
    let isClosed = readAttributes()
    if tag.traits.contains(.raw), !isClosed || tag == .script || tag == .style { rawElement = tag }
    return .start(tag, source: start..<at, isClosed: isClosed)
  }

  private mutating func endTag() -> Token {
    at += 2
    let tag = HTMLTag.named(bytes, name())
    at = min(find(0x3E, from: at) + 1, bytes.count)
    return .end(tag)
  }

  private mutating func name() -> Range<Int> {
    let start = at
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x2F, bytes[at] != 0x3E { at += 1 }
    return start..<at
  }

  /// Reads up to and including ">"; true for "/>".
  private mutating func readAttributes() -> Bool {
    var slash = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x3E {
        at += 1
        return slash
      }
      if byte <= 0x20 || byte == 0x2F {
        slash = byte == 0x2F
        at += 1
        continue
      }
      slash = false
      let start = at
      at += 1
      while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x3D, bytes[at] != 0x3E, bytes[at] != 0x2F { at += 1 }
      let name = start..<at
      var mark = at
      while mark < bytes.count, bytes[mark] <= 0x20 { mark += 1 }
      var value = at..<at
      if mark < bytes.count, bytes[mark] == 0x3D {
        at = mark + 1
        value = attributeValue()
      }
      guard let known = HTMLAttributeName.named(bytes, name) else { continue }
      if attributes.count < HTMLTokeniser.attributeLimit {
        attributes.append(
          HTMLAttribute(name: known, value: Int32(value.lowerBound)..<Int32(value.upperBound)))
      } else {
        hasTooManyAttributes = true
      }
    }
    return slash
  }

  private mutating func attributeValue() -> Range<Int> {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count else { return at..<at }
    let quote = bytes[at]
    if quote == 0x22 || quote == 0x27 {
      let start = at + 1
      let end = find(quote, from: start)
      at = min(end + 1, bytes.count)
      return start..<end
    }
    let start = at
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x3E { at += 1 }
    return start..<at
  }

  // MARK: what is no element

  /// A comment, a doctype, or a CDATA section (whose text stays).
  private mutating func skipDeclaration() {
    if at + 3 < bytes.count, bytes[at + 2] == 0x2D, bytes[at + 3] == 0x2D {
      if at + 4 < bytes.count, bytes[at + 4] == 0x3E {
        at += 5
        return
      }
      if !hasNoCommentEnd {
        var i = at + 4
        while i + 2 < bytes.count {
          i = find(0x3E, from: i)
          if i < bytes.count, bytes[i - 1] == 0x2D, bytes[i - 2] == 0x2D {
            at = i + 1
            return
          }
          i += 1
        }
        hasNoCommentEnd = true
      }
    }
    // Unended comments are read as browsers of old did: up to the next ">".
    at = min(find(0x3E, from: at) + 1, bytes.count)
  }

  /// Where the end tag of a raw text element begins.
  private func rawEnd(of element: HTMLTag) -> Int {
    var i = at
    while i < bytes.count {
      i = find(0x3C, from: i)
      guard i + 2 < bytes.count else { return bytes.count }
      if bytes[i + 1] == 0x2F, isLetter(bytes[i + 2]) {
        var end = i + 2
        while end < bytes.count, isLetter(bytes[end]) || (0x30...0x39).contains(bytes[end]), end - i < 16 { end += 1 }
        if HTMLTag.named(bytes, (i + 2)..<end) == element { return i }
      }
      i += 1
    }
    return bytes.count
  }

  private func find(_ byte: UInt8, from start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] != byte { i += 1 }
    return i
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
