// Who wrote it, by what is printed around the text: a line that opens with "By", a link to an author's page, an element that is
// called a byline. Asked where the head of the page names nobody, or only the house.

struct PageBylines {
  private let page: PageBlocks
  private var tree: HTMLTree { page.tree }
  private let verdicts: [ArticleFinder.Verdict]

  init(_ page: PageBlocks, _ verdicts: [ArticleFinder.Verdict]) {
    self.page = page
    self.verdicts = verdicts
  }

  /// The names, the plainest evidence first; none where no line says so.
  func names() -> [String] {
    let prose = verdicts.indices.filter { verdicts[$0].reason == nil && PageBlocks.prose(verdicts[$0].block) > 0 }
    guard let first = prose.first, let last = prose.last else { return [] }
    let start = max(0, (page.anchor.map { $0 <= first ? max($0 - 6, first - 40) : first - 12 }) ?? first - 12)
    let end = min(verdicts.count, last + 7)
    var best: (rank: Int, names: [String])?
    for i in start..<max(start, end) {
      let block = verdicts[i].block
      guard block.words <= 25, block.bytes <= 600, !PageBylines.elsewhere.contains(verdicts[i].reason) else { continue }
      let isAtTop = i <= first + 2
      guard isAtTop || i >= last - 2, let found = names(in: block) else { continue }
      let rank = found.rank + (isAtTop ? 0 : 3)
      if best == nil || rank < best!.rank { best = (rank, found.names) }
    }
    return best?.names ?? []
  }

  private static let elsewhere: Set<SourceNotes.Reason?> = [
    .comments, .related, .footer, .navigation, .consent, .caption, .advertisement, .title,
  ]

  private func names(in block: TextBlock) -> (rank: Int, names: [String])? {
    let text = Sanitize.line(tree.text(block))
    if PageAuthors.hasOpening(text) {
      let names = persons(text)
      if !names.isEmpty { return (0, names) }
    }
    let linked = block.nodes.filter { tree.tag($0) == .a && isAuthorLink($0) }.flatMap { persons(tree.text($0, limit: 200)) }
    let around = tree.ancestor(of: block.nodes.lowerBound, limit: 3) { tree.tag($0) == .a && isAuthorLink($0) }
    let names = linked + (around.map { persons(tree.text($0, limit: 200)) } ?? [])
    if !names.isEmpty { return (1, names) }
    var at = block.element
    for _ in 0..<3 where at > 0 && page.words(of: at) <= 25 {
      if isByline(at) {
        let names = persons(text)
        if !names.isEmpty { return (2, names) }
      }
      at = tree.parent(at)
    }
    return nil
  }

  /// "/author/jane-doe", "/autoren/max.html".
  private func isAuthorLink(_ node: Int) -> Bool {
    guard let href = tree.raw(.href, of: node), href.count < 300 else { return false }
    let words = String(decoding: tree.source[href], as: UTF8.self).lowercased().split { !$0.isLetter }
    return words.contains { PageBylines.linkWords.contains(String($0)) }
  }

  private static let linkWords: Set<String> = [
    "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "autori", "byline", "writer", "writers",
    "staff",
    "journalist", "journalists", "reporter", "reporters", "contributor", "contributors", "columnist", "redakteur", "periodista",
    "profile", "yazar",
  ]

  private func isByline(_ node: Int) -> Bool {
    for name in [HTMLAttributeName.class, .id, .itemprop, .rel] {
      guard let value = tree.raw(name, of: node), value.count < 200 else { continue }
      let words = String(decoding: tree.source[value], as: UTF8.self).lowercased().split { !$0.isLetter }
      if words.contains(where: { PageBylines.classWords.contains(String($0)) }) { return true }
    }
    return false
  }

  private static let classWords: Set<String> = [
    "author", "authors", "byline", "bylines", "autor", "autoren", "auteur", "autore", "writer", "contributor", "textauthor",
    "authorname",
    "articleauthor", "postauthor", "author-name", "journalist", "yazar", "fn",
  ]

  /// The names of a line that are those of persons: two to four words, each with a capital.
  private func persons(_ line: String) -> [String] {
    let names = PageAuthors.names(line)
    return names.allSatisfy(PageBylines.isPerson) ? names : []
  }

  static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (2...4).contains(words.count), name.count <= 40, !PageAuthors.hasRole(name) else { return false }
    return words.allSatisfy { word in
      PageAuthors.particles.contains(String(word))
        || word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
        || word.count == 2 && word.last == "."
    } && !name.contains(where: { $0.isNumber || "/:;!?\"“”„@#".contains($0) })
  }
}
