// Where the title of a page's head stands in its body. Above it is the site's, from it on is the article: that finds short articles
// among long sidebars.

enum TitleAnchor {
  /// The heading that repeats one of the titles, the first of them best, or the page's only first heading; nil where there is
  /// neither.
  static func find(_ blocks: [TextBlock], _ tree: HTMLTree, _ titles: [String]) -> Int? {
    let keys = titles.map { ArticleFinder.key($0) }.filter { $0.count >= 6 }
    var first: [Int] = []
    var best: (index: Int, rank: Int)?
    for (i, block) in blocks.enumerated() where block.kind == .heading && block.bytes <= 600 {
      let isFirst = isHeading1(block, tree)
      if isFirst { first.append(i) }
      let key = ArticleFinder.key(tree.text(block))
      guard key.count >= 6, best == nil || best!.rank > 0 else { continue }
      let rank: Int
      if key == keys.first {
        rank = isFirst ? 0 : 1
      } else if keys.contains(where: { $0.hasPrefix(key) || key.hasPrefix($0) || key.count >= 12 && $0.contains(key) }) {
        rank = isFirst ? 2 : 3
      } else {
        continue
      }
      if best == nil || rank < best!.rank { best = (i, rank) }
    }
    if let best { return best.index }
    return first.count == 1 && blocks[first[0]].words >= 3 ? first[0] : nil
  }

  /// Whether a block stands in a heading of the first rank.
  static func isHeading1(_ block: TextBlock, _ tree: HTMLTree) -> Bool {
    var at = block.element
    while at > 0, !tree.tag(at).isHeading { at = tree.parent(at) }
    return tree.tag(at) == .h1
  }
}
