// Which blocks of a page are the article. Evidence is gathered once per element (tags, names) and once per block (words, links,
// sentences); then the element whose blocks add up to most is the article, and what in it is no part of it is left out.

/// A page's blocks with what is known of them.
struct PageBlocks {
  let tree: HTMLTree
  let blocks: [TextBlock]
  /// Why a node's text is no part of the article, by node; inherited by what lies below.
  private(set) var reasons: [SourceNotes.Reason?]
  /// Why a block is no part of the article by its own wording, by block.
  private(set) var wordings: [SourceNotes.Reason?]
  /// The block that repeats the title of the page's head: the article begins there, nil where none does.
  let anchor: Int?
  /// Elements that their names call an article's body.
  private(set) var contentNodes: [Int] = []
  /// Those of them whose names are given to nothing else.
  private(set) var bodyNodes: [Int] = []
  /// Elements that their names call the lines between title and text.
  private(set) var deckNodes: Set<Int> = []
  /// The first block at or after each node.
  private var firstBlock: [Int32] = []
  /// Sums over the blocks before each: words, words in links, words of prose, and score.
  private var wordsBefore: [Int] = [0]
  private var linkWordsBefore: [Int] = [0]
  private var proseBefore: [Int] = [0]
  private var scoreBefore: [Double] = [0]

  /// The blocks of a page whose head gives these titles.
  init(_ tree: HTMLTree, titles: [String] = []) {
    self.tree = tree
    blocks = TextBlocks.find(in: tree)
    reasons = [SourceNotes.Reason?](repeating: nil, count: tree.nodes.count)
    wordings = blocks.map { NoticeWords.reason(of: $0, in: tree) }
    anchor = TitleAnchor.find(blocks, tree, titles)
    index()
    judgeElements()
    for card in TeaserCards.find(self) { setReason(.related, below: card) }
    score()
  }

  private mutating func index() {
    firstBlock.reserveCapacity(tree.nodes.count + 1)
    var next = 0
    for node in 0...tree.nodes.count {
      while next < blocks.count, blocks[next].nodes.lowerBound < node { next += 1 }
      firstBlock.append(Int32(next))
    }
    for (i, block) in blocks.enumerated() {
      proseBefore.append(proseBefore[i] + PageBlocks.prose(block))
      wordsBefore.append(wordsBefore[i] + block.words)
      linkWordsBefore.append(linkWordsBefore[i] + block.linkWords)
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

  private func sum(_ before: [Int], _ node: Int) -> Int {
    before[Int(firstBlock[tree.end(node)])] - before[Int(firstBlock[node])]
  }

  func words(of node: Int) -> Int { sum(wordsBefore, node) }

  /// Words in links.
  func linkWords(of node: Int) -> Int { sum(linkWordsBefore, node) }

  func prose(of node: Int) -> Int { sum(proseBefore, node) }

  func score(of node: Int) -> Double { scoreBefore[blocks(of: node).upperBound] - scoreBefore[blocks(of: node).lowerBound] }

  // MARK: elements

  private mutating func judgeElements() {
    var reader = ElementWords.Reader()
    let hidden = HiddenNodes(tree)
    var names = [ElementWords](repeating: ElementWords(), count: tree.nodes.count)
    // Bodies before each node, so that one is known to lie in an element.
    var bodiesBefore: [Int32] = [0]
    bodiesBefore.reserveCapacity(tree.nodes.count + 1)
    for node in tree.nodes.indices {
      let tag = tree.tag(node)
      if tag != .text, !tree.nodes[node].attributes.isEmpty { names[node] = reader.words(of: node, in: tree) }
      let isBody = names[node].isBody && (tag.isBlock || tag == .other) && tag != .body
      bodiesBefore.append(bodiesBefore[node] + (isBody ? 1 : 0))
    }
    let body = tree.nodes.indices.first { node in
      names[node].isBody && tree.tag(node).isBlock && tree.tag(node) != .body && prose(of: node) >= 80
        && anchor.map { blocks(of: node).upperBound > $0 } ?? true
    }
    // The article may lie in what a careless name calls a sidebar: what holds much of the page's prose is believed less.
    var left = proseBefore.last!
    for node in tree.nodes.indices.dropFirst() {
      if let reason = reasons[tree.parent(node)] {
        reasons[node] = reason
        continue
      }
      let tag = tree.tag(node)
      if tag == .text || tag == .html || tag == .body || tag == .head { continue }
      let words = names[node]
      if words.isContent, tag.isBlock || tag == .other {
        contentNodes.append(node)
        if words.isBody { bodyNodes.append(node) }
      }
      if words.isDeck { deckNodes.insert(node) }
      guard let (reason, isSure) = reason(of: node, tag, words, hidden) else { continue }
      // A careless name around the one body of the page.
      let bodies = bodiesBefore[tree.end(node)] - bodiesBefore[node + 1]
      if bodies == 1, PageBlocks.carelessReasons.contains(reason), prose(of: node) >= 40,
        anchor.map({ $0 < blocks(of: node).upperBound }) ?? true
      {
        continue
      }
      let prose = prose(of: node)
      let rest = left - prose
      // Beside the one body of the page a name is believed, whatever it holds.
      let isBeside = body.map { tree.end(node) <= $0 || tree.end($0) <= node } ?? false
      if prose == 0 || isBeside && !words.isWeak || (isSure ? rest >= max(40, prose / 20) : rest * 2 >= prose * 3 && prose < 400)
      {
        reasons[node] = reason
        left -= prose
      }
    }
  }

  private static let carelessReasons: Set<SourceNotes.Reason> = [
    .related, .promo, .media, .form, .sidebar, .hidden, .header, .advertisement, .links,
  ]

  /// Gives everything in a node the same reason.
  private mutating func setReason(_ reason: SourceNotes.Reason, below node: Int) {
    for i in node..<tree.end(node) where reasons[i] == nil { reasons[i] = reason }
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
      guard !words.isWeak, [.hidden, .share, .advertisement].contains(reason), tag != .a else { return nil }
      return (reason, false)
    }
    // A list of other articles leads to them.
    if reason == .related || reason == .navigation, tag == .ul || tag == .ol || tag == .p,
      linkWords(of: node) * 5 < self.words(of: node)
    {
      return nil
    }
    if words.isWeak {
      guard self.words(of: node) <= 60, !tag.isHeading else { return nil }
      return (reason, false)
    }
    return (reason, reason == .comments || reason == .consent)
  }

  // MARK: score

  private mutating func score() {
    var bonus = [Double](repeating: 0, count: blocks.count)
    // An article of a few words is known by its place: below its title, in what is called its body.
    if let anchor { lift(&bonus, from: anchor + 1, to: min(blocks.count, anchor + 13), by: 25) }
    if let body = bodyNodes.first(where: { blocks(of: $0).lowerBound >= (anchor ?? 0) && reasons[$0] == nil }) {
      lift(&bonus, from: blocks(of: body).lowerBound, to: blocks(of: body).upperBound, by: 25)
    }
    scoreBefore.reserveCapacity(blocks.count + 1)
    for (i, block) in blocks.enumerated() {
      // What stands above the title is mostly no part of what it names.
      let score = score(block, i)
      scoreBefore.append(scoreBefore[i] + bonus[i] + (anchor.map { i < $0 } ?? false ? min(score, score * 0.3) : score))
    }
  }

  private func lift(_ bonus: inout [Double], from start: Int, to end: Int, by more: Double) {
    guard start < end else { return }
    if let i = (start..<end).first(where: { reason(of: $0) == nil && blocks[$0].words >= 4 && blocks[$0].linkShare < 0.5 }) {
      bonus[i] += more
    }
  }

  /// Why a block is no part of the article, by what it stands in or by its own words.
  func reason(of block: Int) -> SourceNotes.Reason? { reasons[blocks[block].nodes.lowerBound] ?? wordings[block] }

  /// What a block speaks for (positive) or against (negative) what it stands in being the article, in words.
  private func score(_ block: TextBlock, _ i: Int) -> Double {
    if let reason = reason(of: i) {
      // What surrounds an article speaks against an element, not what every article has.
      return [.navigation, .header, .footer, .sidebar, .related, .comments, .links].contains(reason) ? -1 : 0
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
    if block.kind == .paragraph { return block.words < 4 ? 0 : 0.5 }
    return block.words < 4 ? -0.5 : -1
  }
}
