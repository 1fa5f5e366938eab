// Which blocks of a page are the article. Evidence is gathered once per element (tags, names) and once per block (words, links,
// sentences); then the element whose blocks add up to most is the article, and what in it is no part of it is left out.

/// A page's blocks with what is known of them.
struct PageBlocks {
  let tree: HTMLTree
  let blocks: [TextBlock]
  /// Why a node's text is no part of the article, by node; inherited by what lies below.
  private(set) var reasons: [SourceNotes.Reason?]
  /// Elements that their names call an article's body.
  private(set) var contentNodes: [Int] = []
  /// Elements that their names call the lines between title and text.
  private(set) var deckNodes: Set<Int> = []
  /// The first block at or after each node.
  private var firstBlock: [Int32] = []
  /// Sums over the blocks before each: words of prose, all words, those in links, and score.
  private var proseBefore: [Int] = [0]
  private var wordsBefore: [Int] = [0]
  private var linkWordsBefore: [Int] = [0]
  private var scoreBefore: [Double] = [0]

  init(_ tree: HTMLTree) {
    self.tree = tree
    blocks = TextBlocks.find(in: tree)
    reasons = [SourceNotes.Reason?](repeating: nil, count: tree.nodes.count)
    index()
    judgeElements()
    score()
  }

  private mutating func index() {
    firstBlock.reserveCapacity(tree.nodes.count + 1)
    var next = 0
    for node in 0...tree.nodes.count {
      while next < blocks.count, blocks[next].nodes.lowerBound < node { next += 1 }
      firstBlock.append(Int32(next))
    }
    proseBefore.reserveCapacity(blocks.count + 1)
    for block in blocks {
      proseBefore.append(proseBefore.last! + PageBlocks.prose(block))
      wordsBefore.append(wordsBefore.last! + block.words)
      linkWordsBefore.append(linkWordsBefore.last! + block.linkWords)
    }
  }

  /// Words of running text outside links; none for labels, lists of links and the like.
  static func prose(_ block: TextBlock) -> Int {
    let own = block.words - block.linkWords
    guard own >= 8, block.linkWords <= own else { return 0 }
    let isRunning = block.sentenceEnds > 0 || block.commas > 1 || own >= 20
    return isRunning && block.kind != .caption ? own : 0
  }

  /// The blocks of a node.
  func blocks(of node: Int) -> Range<Int> { Int(firstBlock[node])..<Int(firstBlock[tree.end(node)]) }

  func prose(of node: Int) -> Int { proseBefore[blocks(of: node).upperBound] - proseBefore[blocks(of: node).lowerBound] }

  func words(of node: Int) -> Int { wordsBefore[blocks(of: node).upperBound] - wordsBefore[blocks(of: node).lowerBound] }

  func linkWords(of node: Int) -> Int {
    linkWordsBefore[blocks(of: node).upperBound] - linkWordsBefore[blocks(of: node).lowerBound]
  }

  func score(of node: Int) -> Double { scoreBefore[blocks(of: node).upperBound] - scoreBefore[blocks(of: node).lowerBound] }

  // MARK: elements

  private mutating func judgeElements() {
    var reader = ElementWords.Reader()
    let hidden = HiddenNodes(tree)
    let total = proseBefore.last!
    var left = total
    // The article may lie in what a careless name calls a sidebar: what holds much of the page's prose is believed less.
    var node = 1
    while node < tree.nodes.count {
      let parent = tree.parent(node)
      if let reason = reasons[parent] {
        reasons[node] = reason
        node += 1
        continue
      }
      let tag = tree.tag(node)
      if tag == .text || tag == .html || tag == .body || tag == .head {
        node += 1
        continue
      }
      let words = tree.nodes[node].attributes.isEmpty ? ElementWords() : reader.words(of: node, in: tree)
      if words.isContent, tag.isBlock || tag == .other { contentNodes.append(node) }
      if words.isDeck { deckNodes.insert(node) }
      if let (reason, isSure) = reason(of: node, tag, words, hidden) {
        let prose = prose(of: node)
        let rest = left - prose
        let isBelieved =
          prose == 0 || (isSure ? rest >= max(40, prose / 20) : rest * 2 >= prose * 3 && prose < 400)
        if isBelieved {
          reasons[node] = reason
          left -= prose
        }
      }
      node += 1
    }
  }

  /// What the element says of itself, and whether that is plain.
  private func reason(
    of node: Int, _ tag: HTMLTag, _ words: ElementWords, _ hidden: HiddenNodes
  ) -> (SourceNotes.Reason, isSure: Bool)? {
    switch tag {
    case .nav, .menu, .search: return (.navigation, false)
    case .footer: return (.footer, false)
    case .aside: return (words.reason ?? .sidebar, false)
    case .figcaption, .caption: return (.caption, false)
    case .figure: return prose(of: node) == 0 ? (.caption, false) : nil
    case .button, .label, .legend, .dialog, .option, .output: return (.form, false)
    case .form: return (words.reason ?? .form, false)
    case .address: return (.byline, false)
    case .header where prose(of: node) < 25: return (.header, false)
    case .main, .article: return words.reason == .comments ? (.comments, true) : nil
    default: break
    }
    if hidden.contains(node) { return (.hidden, true) }
    guard let reason = words.reason, !words.isContent, !words.isDeck || !words.isWeak else { return nil }
    if !tag.isBlock, tag != .other {
      // Inside a line only what cannot be its words.
      guard !words.isWeak, [.hidden, .share, .advertisement].contains(reason) else { return nil }
      return (reason, false)
    }
    if words.isWeak {
      guard self.words(of: node) <= 60, !tag.isHeading else { return nil }
      return (reason, false)
    }
    return (reason, reason == .comments || reason == .consent)
  }

  // MARK: score

  private mutating func score() {
    scoreBefore.reserveCapacity(blocks.count + 1)
    for block in blocks { scoreBefore.append(scoreBefore.last! + score(block)) }
  }

  func reason(of block: TextBlock) -> SourceNotes.Reason? { reasons[block.nodes.lowerBound] }

  /// What a block speaks for (positive) or against (negative) what it stands in being the article, in words.
  private func score(_ block: TextBlock) -> Double {
    if let reason = reason(of: block) {
      return reason == .caption || reason == .byline || reason == .date || reason == .hidden || reason == .consent ? 0 : -1
    }
    let prose = PageBlocks.prose(block)
    if prose > 0 {
      let weight =
        switch block.kind {
        case .paragraph: 1.0
        case .quote, .loose, .code: 0.8
        case .item, .cell: 0.5
        case .heading: 0.2
        case .caption: 0.0
        }
      return Double(min(prose, 150)) * weight
    }
    if block.kind == .heading { return block.linkShare > 0.5 ? -3 : 0 }
    if block.linkShare > 0.5 { return -3 - Double(min(block.words, 12)) / 4 }
    return block.words < 4 ? -0.5 : block.kind == .paragraph ? 0.5 : -1
  }
}
