// The element that holds the article, and the blocks in it that are the article's.

struct ArticleFinder {
  let page: PageBlocks
  var tree: HTMLTree { page.tree }
  /// The titles as the page's head gives them, by letters and digits: where one stands in the body, the article begins below.
  private let titles: Set<String>
  /// Letters and digits of the descriptions that the page's head gives: the lines between title and text repeat them.
  let descriptions: [[UInt8]]
  private let alignment: BodyAlignment?
  /// The blocks between title and text that were taken in.
  var decks: Set<Int> = []

  /// A block of the page, and why it is no part of the article (nil: it is).
  typealias Verdict = (block: TextBlock, reason: SourceNotes.Reason?)

  init(_ page: PageBlocks, titles: [String], _ fields: PageFields) {
    self.page = page
    self.titles = Set(titles.map { ArticleFinder.key($0) }.filter { !$0.isEmpty })
    descriptions = fields.all(.description).map { BodyAlignment.key($0.value) }.filter { $0.count >= 24 }
    alignment = BodyAlignment(fields.linked?.body)
  }

  /// All blocks of the page in order, each with its verdict.
  mutating func verdicts() -> [Verdict] {
    let root = ArticleRoot(page).find()
    let range = page.blocks(of: root)
    var verdicts: [Verdict] = page.blocks.enumerated().map { i, block in
      if let reason = page.reason(of: i) { return (block, reason) }
      return (block, range.contains(i) ? nil : .outside)
    }
    takeDeck(&verdicts, range)
    trim(&verdicts, range)
    alignment?.apply(to: &verdicts, in: tree, sparing: decks)
    cutAtComments(&verdicts, range)
    takeClocks(&verdicts, range)
    dropRepeated(&verdicts)
    dropLooseHeadings(&verdicts)
    takeLinks(&verdicts, range)
    if !verdicts.contains(where: { $0.reason == nil }) { takeAll(&verdicts) }
    return verdicts
  }

  /// A page of a few words has no article to tell from the rest: what is not plainly something else is it.
  private func takeAll(_ verdicts: inout [Verdict]) {
    for i in verdicts.indices where [.outside, .links, .media].contains(verdicts[i].reason) { verdicts[i].reason = nil }
  }

  /// An article that is a list of links.
  private func takeLinks(_ verdicts: inout [Verdict], _ range: Range<Int>) {
    var kept = 0
    var links = 0
    for i in range {
      if verdicts[i].reason == nil { kept += verdicts[i].block.words }
      if verdicts[i].reason == .links { links += verdicts[i].block.words }
    }
    guard kept < 60, links > 2 * kept else { return }
    for i in range where verdicts[i].reason == .links { verdicts[i].reason = nil }
  }

  /// A paragraph that stood before, in another place of the page, is a teaser or a quote set large.
  private func dropRepeated(_ verdicts: inout [Verdict]) {
    var firsts: [[UInt8]: Int] = [:]
    for i in verdicts.indices where verdicts[i].reason == nil && verdicts[i].block.words >= 12 {
      let key = BodyAlignment.key(tree.text(verdicts[i].block))
      let element = verdicts[i].block.element
      if let first = firsts[key] {
        // A refrain stands in an element of the same make.
        if tree.tag(first) != tree.tag(element) || !sameClass(first, element) { verdicts[i].reason = .repeated }
      } else {
        firsts[key] = element
      }
    }
  }

  // MARK: what is left out inside it

  private func trim(_ verdicts: inout [Verdict], _ range: Range<Int>) {
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
      verdicts[i].reason = reason(i, isAtTop: !hasProse)
      if verdicts[i].reason == nil, PageBlocks.prose(block) > 0 { hasProse = true }
    }
  }

  /// A heading says what follows; one that nothing follows, or only what was left out, goes with that.
  private func dropLooseHeadings(_ verdicts: inout [Verdict]) {
    var follows: SourceNotes.Reason? = .links
    for i in verdicts.indices.reversed() {
      let block = verdicts[i].block
      if block.kind == .heading, verdicts[i].reason == nil {
        // A sentence says something by itself.
        if decks.contains(i) || block.words >= 8 && block.sentenceEnds > 0 { continue }
        if let reason = follows { verdicts[i].reason = reason }
      } else if verdicts[i].reason == nil {
        follows = nil
      } else if follows != nil || verdicts[i].reason == .related {
        follows = verdicts[i].reason
      }
    }
  }

  private func reason(_ i: Int, isAtTop: Bool) -> SourceNotes.Reason? {
    let block = page.blocks[i]
    if block.words == 0 { return .media }
    let isShort = block.words <= 30
    if isShort, isAtTop || block.kind == .heading, titles.contains(ArticleFinder.key(tree, block)) { return .title }
    if block.kind == .caption { return .caption }
    if isAtTop, block.words <= 14, block.kind != .heading, isDateLine(block) { return .date }
    switch block.kind {
    case .heading: return tree.tag(headingElement(block)) == .h1 && isAtTop ? .title : nil
    case .item, .cell:
      if block.linkShare > 0.7, block.words < 40 { return isInRunningList(block) ? nil : .links }
      return nil
    case .paragraph, .quote, .code: return nil
    case .loose:
      if block.linkShare > 0.6 { return .links }
      if block.words < 8, block.sentenceEnds == 0 { return !isAtTop && isAmongProse(i) ? nil : .outside }
      return nil
    case .caption: return .caption
    }
  }

  /// "Published: 3 May 2024, 16:30".
  private func isDateLine(_ block: TextBlock) -> Bool {
    let text = tree.text(block)
    return text.last.map { !".!?".contains($0) } ?? false && PageDate.find(text) != nil
  }

  /// Whether a short line stands in the text like its paragraphs do: in the same element, or in one of the same make beside it.
  private func isAmongProse(_ i: Int) -> Bool {
    let block = page.blocks[i]
    if block.strongBytes * 10 >= block.bytes * 9, isProse(i + 1), page.blocks[i + 1].kind != .caption { return true }
    for other in [i - 1, i + 1, i - 2, i + 2] where isProse(other) {
      let element = page.blocks[other].element
      if element == block.element { return true }
      if tree.parent(element) == tree.parent(block.element), tree.tag(element) == tree.tag(block.element),
        sameClass(element, block.element)
      {
        return true
      }
    }
    return false
  }

  private func isProse(_ i: Int) -> Bool {
    page.blocks.indices.contains(i) && page.reason(of: i) == nil && PageBlocks.prose(page.blocks[i]) > 0
  }

  private func sameClass(_ a: Int, _ b: Int) -> Bool {
    switch (tree.raw(.class, of: a), tree.raw(.class, of: b)) {
    case (nil, nil): true
    case (let x?, let y?): tree.source[x].elementsEqual(tree.source[y])
    default: false
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
