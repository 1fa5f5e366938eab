// A line of an article as its page has it: the text, what the markup says of it, and where its links go.

struct PageLine {
  /// Sanitised, one space between words.
  var scalars: [Unicode.Scalar] = []
  /// The block's form in the page.
  var form: TextBlock.Kind
  /// All of it stands in strong or b.
  var isStrong = false
  /// Scalars of the line that stand in a link, and its absolute address; a relative one where the page's own is unknown.
  var links: [(span: Span, href: String)] = []

  /// The address of a line that is nothing but a link, but for signs around it or a label before it.
  var wholeLink: String? {
    guard let first = links.first else { return nil }
    var inside = 0
    for link in links where link.href == first.href { inside += letters(scalars[link.span.start..<link.span.end]) }
    let all = letters(scalars[...])
    if all > 0, inside == all { return first.href }
    // "RELATED: <a>...</a>"
    guard links.count == 1, letters(scalars[first.span.end...]) == 0 else { return nil }
    if let label = labelBefore(first.span.start), label { return first.href }
    return LineRules.relatedLabel(LineShape(scalars[...]), scalars[...]).map {
      abs($0 - first.span.start) <= 2 ? first.href : nil
    } ?? nil
  }

  /// Whether all before the link is some words in capitals and a bar, "FUNDA OLUNYE UDABA | ", nil where nothing stands before it.
  private func labelBefore(_ start: Int) -> Bool? {
    let label = scalars[..<start].reversed().drop { isSpace($0) }
    guard let mark = label.first else { return nil }
    let words = label.dropFirst().split { isSpace($0) }.count
    return mark == "|" && (1...6).contains(words) && scalars.count - start >= 20
  }

  private func letters(_ slice: ArraySlice<Unicode.Scalar>) -> Int { slice.reduce(0) { $0 + (isLetterOrDigit($1) ? 1 : 0) } }

  /// A line without markup.
  init(plain text: String) {
    form = .paragraph
    scalars = Array(text.unicodeScalars)
  }

  /// The line of a block of a page; empty where it shows nothing.
  init(_ block: TextBlock, in tree: HTMLTree, base: String?, skip: (Int) -> Bool = { _ in false }) {
    form = block.kind
    isStrong = block.bytes > 0 && block.strongBytes * 10 >= block.bytes * 9
    var pending = false
    var openLink: (start: Int, end: Int, href: String)?
    // A link that is open where the block begins.
    if let around = tree.ancestor(of: block.nodes.lowerBound, limit: 8, where: { tree.tag($0) == .a }) {
      openLink = PageLine.target(around, tree, base).map { (0, tree.end(around), $0) }
    }
    var bytes: [UInt8] = []
    tree.source.withUnsafeBufferPointer { source in
      var i = block.nodes.lowerBound
      while i < block.nodes.upperBound {
        if let link = openLink, link.end <= i {
          close(link)
          openLink = nil
        }
        let node = tree.nodes[i]
        if node.tag == .text {
          bytes.removeAll(keepingCapacity: true)
          HTMLText.append(source, Int(node.source.lowerBound)..<Int(node.source.upperBound), to: &bytes, collapsing: false)
          for scalar in Sanitize.text(String(decoding: bytes, as: UTF8.self)).unicodeScalars {
            if isSpace(scalar) {
              pending = !scalars.isEmpty
            } else {
              if pending { scalars.append(" ") }
              pending = false
              scalars.append(scalar)
            }
          }
        } else if node.tag.traits.contains(.unseen) || skip(i) {
          i = max(i + 1, Int(node.end))
          continue
        } else if node.tag == .br || node.tag.isBlock {
          pending = !scalars.isEmpty
        } else if node.tag == .a, openLink == nil, let href = PageLine.target(i, tree, base) {
          openLink = (scalars.count + (pending ? 1 : 0), Int(node.end), href)
        }
        i += 1
      }
    }
    if let link = openLink { close(link) }
  }

  private mutating func close(_ link: (start: Int, end: Int, href: String)) {
    if scalars.count > link.start { links.append((Span(link.start, scalars.count), link.href)) }
  }

  private static func target(_ node: Int, _ tree: HTMLTree, _ base: String?) -> String? {
    guard let reference = tree.value(.href, of: node) else { return nil }
    if let address = WebAddress.resolve(reference, base: base) { return address }
    // A page saved without its address: that a line is a link is known all the same, if not where it leads.
    return reference.hasPrefix("#") || reference.contains(":") || reference.isEmpty ? nil : reference
  }
}
