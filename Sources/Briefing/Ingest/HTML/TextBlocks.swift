// Finds the blocks of a tree, or of a part of it, in one pass.

struct TextBlocks {
  private let tree: HTMLTree
  private var blocks: [TextBlock] = []
  private var current: TextBlock?
  private var breaks = 0
  private var linkEnd = 0
  private var strongEnd = 0
  /// Block elements that are open, with their ends.
  private var open: [(node: Int, end: Int)] = []

  /// The blocks below a node. Where `skip` is true a node and all below it are passed over; they end the block they stand in
  /// only where they make a block themselves.
  static func find(in tree: HTMLTree, below root: Int = 0, skip: (Int) -> Bool = { _ in false }) -> [TextBlock] {
    var finder = TextBlocks(tree)
    finder.run(root, skip)
    return finder.blocks
  }

  private init(_ tree: HTMLTree) { self.tree = tree }

  private mutating func run(_ root: Int, _ skip: (Int) -> Bool) {
    let limit = tree.end(root)
    tree.source.withUnsafeBufferPointer { source in
      open.append((root, limit))
      var i = root
      while i < limit {
        while let last = open.last, last.end <= i {
          flush()
          open.removeLast()
        }
        let node = tree.nodes[i]
        if node.tag == .text {
          add(i, node, source)
          i += 1
          continue
        }
        let isBlock = node.tag.isBlock
        if i > root, node.tag.traits.contains(.unseen) || skip(i) {
          if isBlock { flush() }
          i = Int(node.end)
          continue
        }
        if isBlock {
          flush()
          if i > root, node.end > Int32(i + 1) { open.append((i, Int(node.end))) }
        } else {
          switch node.tag {
          case .br:
            breaks += 1
            if breaks > 1 { flush(keepingBreaks: true) }
          case .a: linkEnd = max(linkEnd, Int(node.end))
          case .strong, .b: strongEnd = max(strongEnd, Int(node.end))
          default: break
          }
        }
        i += 1
      }
      flush()
    }
  }

  private mutating func add(_ i: Int, _ node: HTMLTree.Node, _ source: UnsafeBufferPointer<UInt8>) {
    let range = Int(node.source.lowerBound)..<Int(node.source.upperBound)
    var counter = WordCounter()
    counter.count(source, range)
    let bytes = range.count
    let isBlank = counter.words == 0 && !range.contains { source[$0] > 0x20 }
    if isBlank {
      if current != nil { current!.nodes = current!.nodes.lowerBound..<i + 1 }
      return
    }
    breaks = 0
    var block = current ?? TextBlock(nodes: i..<i, element: open.last?.node ?? 0, kind: kind(open.last?.node ?? 0))
    block.nodes = block.nodes.lowerBound..<i + 1
    block.words += counter.words
    block.sentenceEnds += counter.sentenceEnds
    block.commas += counter.commas
    block.bytes += bytes
    if i < linkEnd { block.linkWords += counter.words }
    if i < strongEnd { block.strongBytes += bytes }
    current = block
  }

  private mutating func flush(keepingBreaks: Bool = false) {
    if !keepingBreaks { breaks = 0 }
    guard let block = current else { return }
    current = nil
    if block.bytes > 0 { blocks.append(block) }
  }

  /// By the nearest elements around a text: a heading is one through a box inside it, a cell is not.
  private func kind(_ element: Int) -> TextBlock.Kind {
    var at = element
    var isParagraph = false
    var boxes = 0
    for _ in 0..<5 where at > 0 {
      switch tree.tag(at) {
      case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
      case .p: isParagraph = true
      case .li, .dd, .dt: return isParagraph && boxes > 0 ? .paragraph : boxes < 3 ? .item : .loose
      case .blockquote: return .quote
      case .td, .th: return isParagraph ? .paragraph : boxes > 0 ? .loose : .cell
      case .figcaption, .caption: return .caption
      case .pre: return .code
      case .div: boxes += 1
      default: return isParagraph ? .paragraph : .loose
      }
      at = tree.parent(at)
    }
    return isParagraph ? .paragraph : .loose
  }
}
