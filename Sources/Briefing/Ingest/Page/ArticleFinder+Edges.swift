// The edges of an article: the lines between its title and its text, which often stand outside the element of the text, and the
// headings below it from which on the page belongs to its readers.

extension ArticleFinder {
  /// Takes the lines between title and text: those that the page's description repeats, or that their names call so.
  mutating func takeDeck(_ verdicts: inout [Verdict], _ range: Range<Int>) {
    guard let first = range.first(where: { verdicts[$0].reason == nil && PageBlocks.prose(verdicts[$0].block) > 0 }) else {
      return
    }
    let above = max(0, first - 40)..<first
    let title =
      page.anchor.flatMap { above.contains($0) ? $0 : nil } ?? above.last { TitleAnchor.isHeading1(verdicts[$0].block, tree) }
    for i in above.reversed() {
      let block = verdicts[i].block
      guard let reason = verdicts[i].reason, [.outside, .header, .byline, .promo, .related].contains(reason), block.words >= 6,
        block.linkShare < 0.3,
        block.bytes < 2_000
      else { continue }
      let isBelowTitle = title.map { $0 < i } ?? false
      let isNamed = isBelowTitle && isDeck(block) && !(block.words <= 14 && hasDigitsAndClock(block))
      let isNext = isBelowTitle && i - title! <= 2 && block.words >= 9 && reason == .header && !hasDigitsAndClock(block)
      let key = BodyAlignment.key(tree.text(block)).prefix(40)
      let isDescribed = key.count >= 24 && descriptions.contains { $0.starts(with: key) || key.starts(with: $0.prefix(40)) }
      if isDescribed || isNamed || isNext {
        verdicts[i].reason = nil
        decks.insert(i)
      }
      if isDescribed { break }
    }
  }

  private func isDeck(_ block: TextBlock) -> Bool {
    var at = block.element
    for _ in 0..<4 where at > 0 {
      if page.deckNodes.contains(at) { return true }
      at = tree.parent(at)
    }
    return false
  }

  /// "By Jane Doe, updated 16:30" is no deck.
  private func hasDigitsAndClock(_ block: TextBlock) -> Bool {
    let text = tree.text(block)
    return PageDate.find(text) != nil || text.contains("©") || text.contains("/")
  }

  /// What follows a heading that says "Comments" is none of the article's.
  func cutAtComments(_ verdicts: inout [Verdict], _ range: Range<Int>) {
    var prose = 0
    for i in range where verdicts[i].reason == nil {
      let block = verdicts[i].block
      prose += PageBlocks.prose(block)
      let isHeading = block.kind == .heading || block.kind == .paragraph && block.strongBytes > 0 || block.kind == .loose
      guard prose >= 40, block.words <= 4, isHeading,
        tree.ancestor(of: block.nodes.lowerBound, where: { tree.tag($0) == .table }) == nil
      else { continue }
      let words = tree.text(block).uppercased().split { !$0.isLetter }.map(String.init)
      guard let heading = ArticleFinder.endings[words.joined(separator: " ")] else { continue }
      if heading == .comments {
        for j in i..<range.upperBound where verdicts[j].reason == nil { verdicts[j].reason = .comments }
        return
      }
      // A box of its own: up to the next heading.
      verdicts[i].reason = heading
      var j = i + 1
      while j < range.upperBound, verdicts[j].block.kind != .heading, j <= i + 4 {
        if verdicts[j].reason == nil { verdicts[j].reason = heading }
        j += 1
      }
    }
  }

  private static let endings: [String: SourceNotes.Reason] = {
    var endings: [String: SourceNotes.Reason] = [:]
    let comments = """
      COMMENTS,COMMENT,RESPONSES,LEAVE A REPLY,LEAVE A COMMENT,POST A COMMENT,ADD A COMMENT,JOIN THE DISCUSSION,KOMMENTARE,KOMMENTAR,
      KOMMENTARE ZUM ARTIKEL,LESERKOMMENTARE,COMMENTAIRES,COMENTARIOS,COMENTÁRIOS,COMMENTI,REACTIES,KOMENTARZE,KOMENTÁŘE,КОММЕНТАРИИ,
      КОМЕНТАРІ,YORUMLAR,HOZZÁSZÓLÁSOK,KOMMENTARER,KOMMENTIT,ΣΧΟΛΙΑ,تعليقات,التعليقات,评论,コメント,댓글,RECENT COMMENTS
      """
    let biographies = """
      ABOUT THE AUTHOR,ABOUT THE AUTHORS,ABOUT THE WRITER,ÜBER DEN AUTOR,ÜBER DIE AUTORIN,ZUR PERSON,À PROPOS DE L’AUTEUR,
      À PROPOS DE L AUTEUR,SOBRE EL AUTOR,SOBRE O AUTOR,L AUTORE,OVER DE AUTEUR,O AUTORZE,ОБ АВТОРЕ
      """
    for (list, reason) in [(comments, SourceNotes.Reason.comments), (biographies, .biography)] {
      for name in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) { endings[String(name)] = reason }
    }
    return endings
  }()

  /// The entries of a live blog have their times: lines that are a <time> and no more, each above the text of an entry.
  func takeClocks(_ verdicts: inout [Verdict], _ range: Range<Int>) {
    var clocks: [Int] = []
    var makes: Set<HTMLTag> = []
    for i in range where verdicts[i].reason == .outside || verdicts[i].reason == .date {
      let block = verdicts[i].block
      guard block.words <= 4, block.bytes <= 120,
        let time = block.nodes.first(where: { tree.tag($0) == .time })
          ?? tree.ancestor(of: block.nodes.lowerBound, limit: 2, where: { tree.tag($0) == .time }),
        tree.text(time, limit: 60).contains(":"),
        (i + 1..<min(i + 4, range.upperBound)).contains(where: { verdicts[$0].reason == nil })
      else { continue }
      clocks.append(i)
      makes.insert(tree.tag(block.element))
    }
    guard clocks.count >= 4, makes.count <= 2 else { return }
    for i in clocks { verdicts[i].reason = nil }
  }
}
