// Lists of other articles that no name gives away: cards of one make, each a linked title with a few words below.

enum TeaserCards {
  /// The nodes of a page that are such cards.
  static func find(_ page: PageBlocks) -> [Int] {
    let tree = page.tree
    var groups: [Int: [Card]] = [:]
    for node in tree.nodes.indices.dropFirst() where makes.contains(tree.tag(node)) && page.reasons[node] == nil {
      let range = page.blocks(of: node)
      guard (1...8).contains(range.count) else { continue }
      groups[tree.parent(node), default: []].append(
        Card(node: node, make: make(node, tree), isTeaser: isTeaser(range, page), prose: page.prose(of: node)))
    }
    var cards: [Int] = []
    var rest = page.prose(of: 0)
    for parent in groups.keys.sorted() {
      let makes = Dictionary(grouping: groups[parent]!, by: \.make)
      for (_, group) in makes.sorted(by: { $0.value[0].node < $1.value[0].node }) {
        let teasers = group.filter(\.isTeaser)
        let prose = teasers.reduce(0) { $0 + $1.prose }
        guard teasers.count >= 3, teasers.count * 5 >= group.count * 4, prose > 0, prose <= teasers.count * 45,
          rest - prose >= max(100, 2 * prose)
        else { continue }
        rest -= prose
        cards += teasers.map(\.node)
      }
    }
    return cards
  }

  private struct Card {
    var node: Int
    /// Tag and classes.
    var make: UInt64
    var isTeaser: Bool
    var prose: Int
  }

  private static let makes: Set<HTMLTag> = [.li, .div, .article, .section, .td, .dd]

  private static func make(_ node: Int, _ tree: HTMLTree) -> UInt64 {
    var key: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(tree.tag(node).rawValue)
    if let range = tree.raw(.class, of: node) {
      for i in range.prefix(80) { key = (key ^ UInt64(tree.source[i])) &* 0x100_0000_01b3 }
    }
    return key
  }

  /// A linked title of some words, and at most two pieces of prose that are short.
  private static func isTeaser(_ range: Range<Int>, _ page: PageBlocks) -> Bool {
    var hasTitle = false
    var prose = 0
    for i in range {
      if page.anchor == i { return false }
      let block = page.blocks[i]
      if block.linkShare > 0.8, block.words >= 3 { hasTitle = true }
      if block.linkShare <= 0.8, PageBlocks.prose(block) > 0 { prose += 1 }
      if PageBlocks.prose(block) > 110 { return false }
    }
    return hasTitle && prose <= 2
  }
}
