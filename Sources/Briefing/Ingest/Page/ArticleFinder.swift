// The element that holds the article, and the blocks in it that are the article's.

struct ArticleFinder {
  private let page: PageBlocks
  private var tree: HTMLTree { page.tree }
  /// The title as the page's head gives it: where it stands in the body, the article begins below.
  private let title: String?
  /// Letters and digits of the descriptions that the page's head gives: the lines between title and text repeat them.
  private let descriptions: [[UInt8]]
  private let alignment: BodyAlignment?

  /// A block of the page, and why it is no part of the article (nil: it is).
  typealias Verdict = (block: TextBlock, reason: SourceNotes.Reason?)

  init(_ page: PageBlocks, title: String?, _ fields: PageFields) {
    self.page = page
    self.title = title
    descriptions = fields.all(.description).map { BodyAlignment.key($0.value) }.filter { $0.count >= 24 }
    alignment = BodyAlignment(fields.linked?.body)
  }

  /// All blocks of the page in order, each with its verdict.
  func verdicts() -> [Verdict] {
    let root = root()
    let range = page.blocks(of: root)
    var verdicts: [Verdict] = page.blocks.enumerated().map { i, block in
      if let reason = page.reason(of: block) { return (block, reason) }
      return (block, range.contains(i) ? nil : .outside)
    }
    takeDeck(&verdicts, range)
    trim(&verdicts, range)
    alignment?.apply(to: &verdicts, in: tree)
    dropLooseHeadings(&verdicts)
    if !verdicts.contains(where: { $0.reason == nil }) { takeAll(&verdicts) }
    return verdicts
  }

  /// A page of a few words has no article to tell from the rest: what is not plainly something else is it.
  private func takeAll(_ verdicts: inout [Verdict]) {
    for i in verdicts.indices where [.outside, .links, .media].contains(verdicts[i].reason) { verdicts[i].reason = nil }
  }

  /// The lines between title and text, which often stand outside the element of the text: those that the page's description
  /// repeats, or that their names call so.
  private func takeDeck(_ verdicts: inout [Verdict], _ range: Range<Int>) {
    guard let first = range.first(where: { verdicts[$0].reason == nil && PageBlocks.prose(verdicts[$0].block) > 0 }) else {
      return
    }
    let above = max(0, first - 40)..<first
    let title = above.last { isHeading1(verdicts[$0].block) }
    for i in above.reversed() {
      let block = verdicts[i].block
      guard let reason = verdicts[i].reason, [.outside, .header, .byline, .promo, .related].contains(reason), block.words >= 6,
        block.linkShare < 0.3,
        block.bytes < 2_000
      else { continue }
      let isNamed = page.deckNodes.contains(block.element) || page.deckNodes.contains(tree.parent(block.element))
      let key = BodyAlignment.key(tree.text(block)).prefix(40)
      let isDescribed = key.count >= 24 && descriptions.contains { $0.starts(with: key) || key.starts(with: $0.prefix(40)) }
      if isDescribed || isNamed && title.map({ $0 < i }) ?? false { verdicts[i].reason = nil }
      if isDescribed { break }
    }
  }

  private func isHeading1(_ block: TextBlock) -> Bool { block.kind == .heading && tree.tag(headingElement(block)) == .h1 }

  // MARK: the element

  /// The element whose blocks add up to most; then the smallest in it that its names call the article's body, if that holds
  /// nearly all.
  func root() -> Int {
    var best = 0
    var bestScore = -Double.infinity
    for node in tree.nodes.indices where tree.tag(node) != .text {
      let score = page.score(of: node)
      // Of an element and its only child the inner one.
      if score > 0, score >= bestScore {
        best = node
        bestScore = score
      }
    }
    guard bestScore > 0 else { return 0 }
    let below = best..<tree.end(best)
    var chosen = best
    for node in page.contentNodes where below.contains(node) && page.reasons[node] == nil {
      let score = page.score(of: node)
      if score >= bestScore * 0.7, (chosen..<tree.end(chosen)).contains(node) { chosen = node }
    }
    return chosen
  }

  // MARK: what is left out inside it

  private func trim(_ verdicts: inout [Verdict], _ range: Range<Int>) {
    let titleKey = title.map(ArticleFinder.key)
    var hasProse = false
    // "Read also" above links: the links go with it.
    var isBelowLabel = false
    for i in range where verdicts[i].reason == nil {
      let block = verdicts[i].block
      if isLabel(block) {
        isBelowLabel = true
        verdicts[i].reason = .related
        continue
      }
      if isBelowLabel, block.linkShare > 0.5 {
        verdicts[i].reason = .related
        continue
      }
      isBelowLabel = false
      verdicts[i].reason = reason(block, isAtTop: !hasProse, titleKey)
      if verdicts[i].reason == nil, PageBlocks.prose(block) > 0 { hasProse = true }
    }
  }

  /// A heading says what follows; one that nothing follows, or only what was left out, goes with that.
  private func dropLooseHeadings(_ verdicts: inout [Verdict]) {
    var follows: SourceNotes.Reason? = .links
    for i in verdicts.indices.reversed() {
      let block = verdicts[i].block
      if block.kind == .heading, verdicts[i].reason == nil {
        if let reason = follows { verdicts[i].reason = reason }
      } else if verdicts[i].reason == nil {
        follows = nil
      } else if follows != nil || verdicts[i].reason == .related {
        follows = verdicts[i].reason
      }
    }
  }

  private func reason(_ block: TextBlock, isAtTop: Bool, _ titleKey: String?) -> SourceNotes.Reason? {
    if block.words == 0 { return .media }
    let isShort = block.words <= 30
    if isShort, isAtTop || block.kind == .heading, let titleKey, block.words < 40, ArticleFinder.key(tree, block) == titleKey {
      return .title
    }
    if block.kind == .caption { return .caption }
    switch block.kind {
    case .heading: return tree.tag(headingElement(block)) == .h1 && isAtTop ? .title : nil
    case .item, .cell:
      if block.linkShare > 0.7, block.words < 40 { return isInRunningList(block) ? nil : .links }
      return nil
    case .paragraph, .quote, .code: return nil
    case .loose:
      if block.linkShare > 0.6 { return .links }
      if block.words < 8, block.sentenceEnds == 0 { return .outside }
      return nil
    case .caption: return .caption
    }
  }

  /// A line that is nothing but "Read more", "Related" and the like, in any language of the table.
  private func isLabel(_ block: TextBlock) -> Bool {
    guard (1...5).contains(block.words), block.bytes <= 60 else { return false }
    let words = tree.text(block).uppercased().split { !$0.isLetter }.map(String.init)
    return Phrases.relatedLabels.contains(words) && words != ["WATCH"] && words != ["READ"] && words != ["LEA"]
  }

  private func headingElement(_ block: TextBlock) -> Int {
    var at = block.element
    while at > 0, !tree.tag(at).isHeading { at = tree.parent(at) }
    return at
  }

  /// A list of links between paragraphs that has running text too.
  private func isInRunningList(_ block: TextBlock) -> Bool {
    guard
      let list = tree.ancestor(of: block.nodes.lowerBound, limit: 6, where: { [.ul, .ol, .dl, .table].contains(tree.tag($0)) })
    else { return false }
    return page.linkWords(of: list) * 2 < page.words(of: list)
  }

  /// Letters and digits alone, in lower case.
  static func key(_ text: String) -> String {
    String(text.lowercased().unicodeScalars.filter(isLetterOrDigit).map(Character.init))
  }

  private static func key(_ tree: HTMLTree, _ block: TextBlock) -> String {
    var bytes: [UInt8] = []
    tree.append(block.nodes, to: &bytes, limit: 1_000)
    return key(String(decoding: bytes, as: UTF8.self))
  }
}
