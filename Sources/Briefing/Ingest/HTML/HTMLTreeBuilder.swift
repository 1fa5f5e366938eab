// Puts the tags of a page together as a tree, mending what pages leave out: end tags that are implied, that cross, or that have
// nothing to end. Beyond the limits the rest of a page is read flat or left, and the page says so.

struct HTMLTreeBuilder {
  /// Elements inside each other; deeper ones are taken as children of the last.
  static let depthLimit = 256
  /// The most nodes of a page.
  static let nodeLimit = 400_000
  /// The most bytes of a page.
  static let sizeLimit = 20_000_000

  private var tree: HTMLTree
  /// The open elements, the root first.
  private var open: [Int32] = [0]
  /// How many of each are open, so that an end tag without a start costs nothing.
  private var openCount = [Int](repeating: 0, count: HTMLTag.allCases.count)
  /// The open <ruby> has an <rp>.
  private var hasBracket = false
  /// Elements deeper than the limit that wait for their end tags.
  private var isCut = false

  /// The tree of a page in UTF-8.
  static func tree(of source: [UInt8]) -> HTMLTree {
    var builder = HTMLTreeBuilder(source)
    builder.build()
    return builder.tree
  }

  private init(_ source: [UInt8]) {
    let isTooLong = source.count > HTMLTreeBuilder.sizeLimit
    tree = HTMLTree(source: isTooLong ? Array(source.prefix(HTMLTreeBuilder.sizeLimit)) : source)
    if isTooLong {
      tree.issues.append("The page is longer than \(HTMLTreeBuilder.sizeLimit / 1_000_000) MB; the rest was not read.")
    }
    tree.nodes.reserveCapacity(source.count / 32 + 8)
    tree.nodes.append(HTMLTree.Node(tag: .root, parent: -1, end: 0, source: 0..<0, attributes: 0..<0))
  }

  private mutating func build() {
    let source = tree.source
    source.withUnsafeBufferPointer { bytes in
      var tokens = HTMLTokeniser(bytes)
      while let token = tokens.next() {
        if tree.nodes.count >= HTMLTreeBuilder.nodeLimit {
          tree.issues.append("The page has more than \(HTMLTreeBuilder.nodeLimit) elements; the rest was not read.")
          break
        }
        switch token {
        case .text(let range): text(range)
        case .start(let tag, let range, let isClosed): start(tag, range, isClosed: isClosed, tokens.attributes)
        case .end(let tag): end(tag)
        }
      }
      if tokens.hasTooManyAttributes { tree.issues.append("An element has too many attributes; some were passed over.") }
    }
    close(to: 0)
    tree.nodes[0].end = Int32(tree.nodes.count)
    if isCut {
      tree.issues.append("The page is nested deeper than \(HTMLTreeBuilder.depthLimit) elements; it was read flat there.")
    }
  }

  // MARK: nodes

  private var last: HTMLTag { tree.nodes[Int(open[open.count - 1])].tag }

  private mutating func text(_ range: Range<Int>) {
    // Text below <html> or in <head> begins the body, unless it is white space.
    if last == .head, !isSpace(range) { close(to: open.count - 1) }
    append(.text, range, 0..<0)
  }

  private func isSpace(_ range: Range<Int>) -> Bool {
    for i in range where tree.source[i] > 0x20 { return false }
    return true
  }

  private mutating func append(_ tag: HTMLTag, _ source: Range<Int>, _ attributes: Range<Int>) {
    let id = Int32(tree.nodes.count)
    tree.nodes.append(
      HTMLTree.Node(
        tag: tag, parent: open[open.count - 1], end: id + 1, source: Int32(source.lowerBound)..<Int32(source.upperBound),
        attributes: Int32(attributes.lowerBound)..<Int32(attributes.upperBound)))
  }

  private mutating func start(_ tag: HTMLTag, _ source: Range<Int>, isClosed: Bool, _ attributes: [HTMLAttribute]) {
    switch tag {
    case .html, .body:
      // One of each; a second one only lends its attributes, as browsers do.
      if tag == .body, openCount[Int(HTMLTag.head.rawValue)] > 0 { end(.head) }
      if openCount[Int(tag.rawValue)] > 0 { return }
    case .head where openCount[Int(HTMLTag.head.rawValue)] > 0 || openCount[Int(HTMLTag.body.rawValue)] > 0: return
    default:
      if last == .head, !HTMLTreeBuilder.headContent.contains(tag) { end(.head) }
    }
    closeImplied(by: tag)
    // A reading is shown above its word; only one in brackets can stand on a line with it.
    if tag == .ruby { hasBracket = false }
    if tag == .rp { hasBracket = true }
    if tag == .rt, hasBracket { return }
    let first = tree.attributes.count
    tree.attributes.append(contentsOf: attributes)
    append(tag, source, first..<tree.attributes.count)
    if tag.traits.contains(.void) { return }
    // "<div/>" opens in HTML; foreign and unknown elements close as in XML.
    if isClosed, tag == .other || tag == .svg || openCount[Int(HTMLTag.svg.rawValue)] > 0 { return }
    guard open.count < HTMLTreeBuilder.depthLimit else {
      isCut = true
      return
    }
    open.append(Int32(tree.nodes.count - 1))
    openCount[Int(tag.rawValue)] += 1
  }

  private static let headContent: Set<HTMLTag> = [
    .title, .meta, .link, .base, .script, .style, .noscript, .template, .other,
  ]

  // MARK: ends

  private mutating func end(_ tag: HTMLTag) {
    switch tag {
    case .html, .body: return
    case .br:
      append(.br, 0..<0, 0..<0)
      return
    default: break
    }
    guard openCount[Int(tag.rawValue)] > 0 else { return }
    let isFormatting = tag.traits.contains(.formatting)
    var i = open.count - 1
    while i > 0 {
      let other = tree.nodes[Int(open[i])].tag
      if other == tag {
        close(to: i)
        return
      }
      if isFormatting, tag != .a, other.isBlock, other != .p { return }
      if other.traits.contains(.wall), !HTMLTreeBuilder.tableParts.contains(tag), tag != .head { return }
      if other == .table, tag != .table, tag != .svg { return }
      i -= 1
    }
  }

  private static let tableParts: Set<HTMLTag> = [
    .table, .thead, .tbody, .tfoot, .tr, .td, .th, .caption, .object, .template, .svg, .math,
  ]

  /// Ends the open elements from index `from` on.
  private mutating func close(to from: Int) {
    let end = Int32(tree.nodes.count)
    while open.count > max(from, 1) {
      let node = Int(open.removeLast())
      tree.nodes[node].end = end
      openCount[Int(tree.nodes[node].tag.rawValue)] -= 1
    }
  }

  /// Ends what a start tag ends: a paragraph before a block, an item before an item, a cell before a cell.
  private mutating func closeImplied(by tag: HTMLTag) {
    switch tag {
    case .li: closeNearest([.li], walls: [.ul, .ol, .menu])
    case .dt, .dd: closeNearest([.dt, .dd], walls: [.dl])
    case .td, .th: closeNearest([.td, .th], walls: [.tr, .table])
    case .tr: closeNearest([.tr], walls: [.table])
    case .thead, .tbody, .tfoot: closeNearest([.thead, .tbody, .tfoot], walls: [.table])
    case .option: closeNearest([.option], walls: [.select, .datalist])
    case .a: closeNearest([.a], walls: [.td, .th, .table])
    case _ where tag.isHeading: if last.isHeading { close(to: open.count - 1) }
    default: break
    }
    if tag.isBlock, openCount[Int(HTMLTag.p.rawValue)] > 0 {
      closeNearest([.p], walls: [.td, .th, .table, .button, .object, .caption])
    }
  }

  private mutating func closeNearest(_ tags: Set<HTMLTag>, walls: Set<HTMLTag>) {
    guard tags.contains(where: { openCount[Int($0.rawValue)] > 0 }) else { return }
    var i = open.count - 1
    while i > 0 {
      let other = tree.nodes[Int(open[i])].tag
      if tags.contains(other) {
        close(to: i)
        return
      }
      if walls.contains(other) { return }
      i -= 1
    }
  }
}
