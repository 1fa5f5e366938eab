// What a piece of HTML says without its markup: the text, a line for each block, its links and its pictures.

struct MarkupText {
  private let bytes: [UInt8]

  init(_ source: String) { bytes = Array(source.utf8) }

  /// The text; script, style and comments are left out, blocks and line breaks end a line.
  var plain: String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var tokenizer = MarkupTokenizer(bytes, isHTML: true)
    while let token = tokenizer.next() {
      switch token {
      case .text(let range): appendDecoded(range, of: bytes, to: &out)
      case .literal(let range): out += bytes[range]
      case .tag(let tag): if MarkupText.breaksLine(bytes[tag.name]), out.last != 0x0A { out.append(0x0A) }
      case .doctype: break
      }
    }
    return String(decoding: out, as: UTF8.self).trimmed
  }

  /// The targets of links, in order and resolved; what may not be followed is left out.
  func links(base: String?) -> [String] {
    attributes("href", of: "a").compactMap { FeedAddress.resolve($0, against: base) }
  }

  /// The first picture.
  func picture(base: String?) -> String? {
    attributes("src", of: "img").lazy.compactMap { FeedAddress.resolve($0, against: base) }.first
  }

  private func attributes(_ name: String, of element: String) -> [String] {
    guard bytes.contains(Byte.less) else { return [] }
    var found: [String] = []
    var tokenizer = MarkupTokenizer(bytes, isHTML: true)
    while let token = tokenizer.next() {
      guard case .tag(let tag) = token, !tag.isEnd, MarkupText.isNamed(bytes[tag.name], element) else { continue }
      for attribute in tag.attributes where MarkupText.isNamed(bytes[attribute.name], name) {
        var value: [UInt8] = []
        appendDecoded(attribute.value, of: bytes, to: &value)
        found.append(String(decoding: value, as: UTF8.self))
      }
      if found.count >= 1_000 { break }
    }
    return found
  }

  static func isNamed(_ given: ArraySlice<UInt8>, _ name: String) -> Bool {
    given.count == name.utf8.count && zip(given, name.utf8).allSatisfy { lowercased($0) == $1 }
  }

  static func breaksLine(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count <= 10 else { return false }
    return blocks.contains(String(decoding: name.map(lowercased), as: UTF8.self))
  }

  private static let blocks: Set<String> = Set(
    """
    address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr li main nav ol p pre section table tbody td tfoot th thead tr ul
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
