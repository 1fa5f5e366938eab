// The element that holds the article: the one whose blocks add up to most, then narrowed to what is called a body, or widened to
// what plainly goes on beside it.

struct ArticleRoot {
  private let page: PageBlocks
  private var tree: HTMLTree { page.tree }

  init(_ page: PageBlocks) { self.page = page }

  /// The element; 0 (all of the page) where nothing speaks for any.
  func find() -> Int {
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
    best = withoutNextArticle(best)
    best = narrowed(best)
    return widened(best)
  }

  /// Pages that go on with the next article: the one that has the title.
  private func withoutNextArticle(_ best: Int) -> Int {
    guard let anchor = page.anchor else { return best }
    let title = page.blocks[anchor].nodes.lowerBound
    guard let own = tree.ancestor(of: title, where: { tree.tag($0) == .article }), own > best, own < tree.end(best),
      page.prose(of: own) >= 60
    else { return best }
    var node = tree.end(own)
    while node < tree.end(best) {
      if tree.tag(node) == .article, page.reasons[node] == nil, page.prose(of: node) >= 80, hasTitle(node) { return own }
      node += 1
    }
    return best
  }

  private func hasTitle(_ node: Int) -> Bool {
    page.blocks(of: node).prefix(12).contains {
      TitleAnchor.isHeading1(page.blocks[$0], tree) || page.blocks[$0].kind == .heading
    }
  }

  /// The smallest element that its names call the article's body and that holds nearly all; where several do, what holds them.
  private func narrowed(_ best: Int) -> Int {
    var chosen = best
    let score = page.score(of: best)
    for node in page.contentNodes where node > chosen && node < tree.end(chosen) && page.reasons[node] == nil {
      guard page.score(of: node) >= score * 0.7 else { continue }
      // A body in parts, of which this is one.
      let others = page.contentNodes.contains { other in
        other > chosen && other < tree.end(chosen) && (tree.end(other) <= node || other >= tree.end(node))
          && page.reasons[other] == nil && page.prose(of: other) >= 30 && isBeside(other, node)
      }
      if !others { chosen = node }
    }
    return chosen
  }

  /// In the same element, or in two of the same one.
  private func isBeside(_ a: Int, _ b: Int) -> Bool {
    let (over, beyond) = (tree.parent(b), tree.parent(tree.parent(b)))
    return tree.parent(a) == over || tree.parent(a) == beyond || tree.parent(tree.parent(a)) == beyond
  }

  private func widened(_ best: Int) -> Int {
    var at = best
    // A body of few words may be a list of links, which speaks against itself.
    if page.prose(of: at) < 60,
      let body = page.bodyNodes.last(where: {
        $0 < at && at < tree.end($0) && page.reasons[$0] == nil && page.words(of: $0) < 600
      })
    {
      at = body
    }
    for _ in 0..<4 {
      let parent = tree.parent(at)
      guard parent > 0, tree.tag(parent) != .body, tree.tag(parent) != .html else { break }
      if isLeaf(at) ? goesOn(parent, but: at, words: 0) : goesOn(parent, but: at, words: 30) { at = parent } else { break }
    }
    return at
  }

  /// Nothing in it makes blocks of its own.
  private func isLeaf(_ node: Int) -> Bool { !tree.below(node).contains { tree.tag($0).isBlock } }

  /// Whether paragraphs stand right beside an element: below the title, of so many words, and more of them than of links.
  private func goesOn(_ parent: Int, but inner: Int, words: Int) -> Bool {
    var beside = 0
    var node = parent + 1
    while node < tree.end(parent) {
      if node != inner, tree.tag(node) == .p || tree.tag(node) == .blockquote, page.reasons[node] == nil {
        for i in page.blocks(of: node) where page.reason(of: i) == nil && i >= page.anchor ?? 0 {
          beside += words == 0 ? page.blocks[i].words - 2 * page.blocks[i].linkWords : PageBlocks.prose(page.blocks[i])
        }
      }
      node = max(node + 1, tree.end(node))
    }
    return beside > words
  }
}
