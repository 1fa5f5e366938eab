// Puts an article together from the lines of a cleaned text and the fields of its head.

struct ArticleBuilder {
  private let head: Head
  private var scalars: [Unicode.Scalar] = []
  private var spans: [Span] = []
  /// Who gave the head's title.
  var titleOrigin = Title.Origin.field
  /// Whether a headline line is looked for at the top of the text.
  var findsTitleLine = true

  /// Cleans the paragraphs of the lines from `first` on: white space runs to one space, rules left out.
  init(_ raw: [Unicode.Scalar], _ lines: [Range<Int>], from first: Int, head: Head) {
    self.head = head
    (scalars, spans) = ArticleBuilder.cleaned(raw, Paragraphs.group(lines, from: first, in: raw).map { lines[$0] })
    let joined = PlainText.joinDatelines(spans, scalars)
    if joined.count < spans.count {
      for span in joined {
        for i in span.start..<span.end where scalars[i] == "\n" { scalars[i] = " " }
      }
      spans = joined
    }
  }

  /// The paragraphs one a line, and their spans. Every scalar of an import passes here, so they are written in place.
  private static func cleaned(
    _ raw: [Unicode.Scalar], _ paragraphs: [ArraySlice<Range<Int>>]
  ) -> (scalars: [Unicode.Scalar], spans: [Span]) {
    var spans: [Span] = []
    // A line gives at most its scalars and one sign behind it.
    let room = paragraphs.reduce(0) { $1.reduce($0) { $0 + $1.count + 1 } }
    let scalars = raw.withUnsafeBufferPointer { raw in
      [Unicode.Scalar](unsafeUninitializedCapacity: room) { out, count in
        var end = 0
        for lines in paragraphs {
          let start = end
          var space = false
          var hasWord = false
          for line in lines {
            for scalar in raw[line] {
              // What is printed in ASCII is asked for first: nearly everything.
              if scalar.value &- 0x21 >= 0x5E, isSpace(scalar) {
                space = end > start
              } else {
                if space {
                  out[end] = " "
                  end += 1
                  space = false
                }
                out[end] = scalar
                end += 1
                if !hasWord { hasWord = isLetterOrDigit(scalar) }
              }
            }
            space = end > start
          }
          if hasWord {
            spans.append(Span(start, end))
            out[end] = "\n"
            end += 1
          } else {
            end = start
          }
        }
        count = end
      }
    }
    return (scalars, spans)
  }

  /// An article whose text and blocks are known already, with the fields of its head.
  static func article(_ text: String, _ blocks: [Block], head: Head) -> Article {
    let builder = ArticleBuilder([], [], from: 0, head: head)
    var article = Article(text: text, blocks: blocks)
    let dateline = builder.firstDateline(scalarArray(text), blocks)
    article.dateline = dateline?.dateline
    article.title = head.title.map { Title($0, origin: .field) }
    builder.setFields(&article, authors: head.authors, topDate: nil, dateline)
    return article
  }

  func article() -> Article {
    var verdicts = LineClassifier.verdicts(scalars, spans)
    var title = head.title.map { Title($0, origin: titleOrigin) }
    var topDate: DateStamp?
    var authors = head.authors
    var left: Set<Int> = []
    if let given = title {
      if let first = spans.first, sameLetters(given.text, scalars[first.start..<first.end]) { left.insert(0) }
    } else if findsTitleLine, LineClassifier.opensWithTitle(scalars, spans, verdicts) {
      title = Title(string(withoutMarks(spans[0])), origin: .line)
      left.insert(0)
    }
    // Below the headline, a byline and a line that is nothing but the date.
    for i in spans.indices.prefix(5) where !left.contains(i) {
      let slice = scalars[spans[i].start..<spans[i].end]
      if verdicts[i].kind == .credit, LineRules.isByline(LineShape(slice)) {
        if authors.isEmpty { authors = Head.names(string(slice)) }
      } else if topDate == nil, let stamp = LineClassifier.dateLine(slice) {
        topDate = stamp
        left.insert(i)
      } else if verdicts[i].kind == .prose {
        break
      }
    }
    if let first = spans.indices.first(where: { !left.contains($0) }), verdicts[first].kind == .heading,
      head.title == nil, title == nil
    {
      verdicts[first].kind = .prose
    }

    var (article, dateline) = text(leavingOut: left, verdicts)
    article.dateline = dateline?.dateline
    article.title = title
    setFields(&article, authors: authors, topDate: topDate, dateline)
    return article
  }

  private func setFields(_ article: inout Article, authors: [String], topDate: DateStamp?, _ dateline: FoundDateline?) {
    article.authors = authors
    article.source = head.source
    article.tags = unique(head.tags)
    setURL(&article)
    setDates(&article, topDate, dateline)
    article.language = head.language.flatMap(Language.tag) ?? Language.guess(article.text)
    article.noteMixedScripts()
  }

  // MARK: text and blocks

  private func text(leavingOut left: Set<Int>, _ verdicts: [LineVerdict]) -> (Article, FoundDateline?) {
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(scalars.count)
    var blocks: [Block] = []
    for (i, span) in spans.enumerated() where !left.contains(i) {
      let kept = verdicts[i].kind == .heading ? withoutMarks(span) : scalars[(span.start + verdicts[i].label)..<span.end]
      if !out.isEmpty { out.append("\n") }
      blocks.append(Block(span: Span(out.count, out.count + kept.count), kind: verdicts[i].kind))
      out.append(contentsOf: kept)
    }
    return (Article(text: string(out[...]), blocks: PlainText.numbered(blocks)), firstDateline(out, blocks))
  }

  private func firstDateline(_ scalars: [Unicode.Scalar], _ blocks: [Block]) -> FoundDateline? {
    for block in blocks.lazy.filter({ $0.kind == .prose }).prefix(3) {
      if let found = DatelineParser.find(scalars, in: block.span), found.storyStart < block.span.end { return found }
    }
    return nil
  }

  /// A heading without the number signs of Markdown.
  private func withoutMarks(_ span: Span) -> ArraySlice<Unicode.Scalar> {
    let slice = scalars[span.start..<span.end]
    let rest = slice.drop { $0 == "#" }
    guard rest.count < slice.count, rest.first == " ", rest.count > 1 else { return slice }
    return rest.dropFirst()
  }

  /// Compared letter by letter, since nearly all lines differ at once.
  private func sameLetters(_ title: String, _ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 400 else { return false }
    func letters(_ scalars: some Sequence<Unicode.Scalar>) -> some Sequence<Unicode.Scalar> {
      scalars.lazy.filter(isLetterOrDigit).flatMap { letter -> String.UnicodeScalarView in
        letter.properties.lowercaseMapping.unicodeScalars
      }
    }
    return letters(title.unicodeScalars).elementsEqual(letters(line))
  }

  // MARK: fields

  private func setURL(_ article: inout Article) {
    guard let url = head.url else { return }
    let lower = url.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://"), url.utf8.count <= 2_000, !url.contains(" ") {
      article.url = url
    } else {
      article.issues.append("The address “\(url.prefix(80))” is no web address; it was left out.")
    }
  }

  private func setDates(_ article: inout Article, _ topDate: DateStamp?, _ dateline: FoundDateline?) {
    var given: [(date: PublicationDate, name: String)] = []
    if let written = head.date {
      if let stamp = DateStamp(parsing: written) {
        given.append((PublicationDate(stamp, origin: .field), "date line"))
      } else {
        let doubt = DateStamp.isAmbiguous(written) ? "can be read two ways" : "was not understood"
        article.issues.append("The date “\(written.prefix(60))” \(doubt); none was taken from it.")
      }
    }
    if let topDate { given.append((PublicationDate(topDate, origin: .field), "line at the top")) }
    let fromURL = article.url.flatMap(DateStamp.inURL)
    if let dateline, let month = dateline.month, let day = dateline.day {
      if let date = datelineDate(month, day, dateline.year, near: given.first?.date.stamp.date ?? fromURL?.date) {
        given.append((PublicationDate(DateStamp(date), origin: .dateline), "dateline"))
      } else {
        article.issues.append("The dateline names a day but no year; the publication date is left open.")
      }
    }
    if let fromURL { given.append((PublicationDate(fromURL, origin: .url), "web address")) }
    guard let first = given.first else { return }
    article.published = first.date
    if let other = given.dropFirst().first(where: { !first.date.stamp.agrees(with: $0.date.stamp) }) {
      article.otherDate = other.date
      article.issues.append(
        "The \(first.name) says \(first.date.stamp.iso), the \(other.name) \(other.date.stamp.iso); the first was taken.")
    }
  }

  /// The dateline's day in the year that brings it nearest to another date of the article.
  private func datelineDate(_ month: Int, _ day: Int, _ year: Int?, near other: CivilDate?) -> CivilDate? {
    if let year { return CivilDate(year, month, day) }
    guard let other else { return nil }
    return [other.year, other.year - 1, other.year + 1].map { CivilDate($0, month, day) }.filter(\.isValid)
      .min { abs($0.dayNumber - other.dayNumber) < abs($1.dayNumber - other.dayNumber) }
  }

  private func unique(_ tags: [String]) -> [String] {
    var seen: Set<String> = []
    return tags.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }
}
