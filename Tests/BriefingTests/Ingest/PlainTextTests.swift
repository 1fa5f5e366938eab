// Whole texts: heads, titles, paragraphs, datelines, dates.

import Testing

@testable import Briefing

@Suite struct PlainTextTests {
  private let lede = "The two sides signed a truce in the capital on Thursday after a night of talks, according to officials."
  private let second = "It is to hold for sixty days, and both promised to withdraw their heavy weapons from the line of contact."

  private func article(_ lines: String...) -> Article { PlainText.article(from: lines.joined(separator: "\n")) }
  private func lines(_ article: Article) -> [String] { article.text.split(separator: "\n").map(String.init) }

  // MARK: heads

  @Test func headLinesInAnyOrderAndCase() {
    let article = article(
      "date: 5 October 2023", "TITLE: Truce signed", "Source: Example News", "url: https://example.org/a",
      "Author: Jane Doe and John Roe",
      "Tags: truce, talks", "Language: en-GB", "", lede, second)
    #expect(article.title == Title("Truce signed", origin: .field))
    #expect(article.published?.stamp.iso == "2023-10-05")
    #expect(article.published?.origin == .field)
    #expect(article.source == "Example News")
    #expect(article.url == "https://example.org/a")
    #expect(article.authors == ["Jane Doe", "John Roe"])
    #expect(article.tags == ["truce", "talks"])
    #expect(article.language == "en")
    #expect(lines(article) == [lede, second])
    #expect(article.issues.isEmpty)
  }

  @Test func aHeadNeedsNoBlankLine() {
    let article = article("Title: Truce signed", lede, second)
    #expect(article.title?.text == "Truce signed")
    #expect(lines(article) == [lede, second])
  }

  @Test func proseThatBeginsLikeAHeadStays() {
    let first = "Source: officials who had read the letter said that the truce would not hold for longer than a week."
    #expect(lines(article(first, second)) == [first, second])
    #expect(article(first, second).source == nil)
  }

  @Test func frontMatter() {
    let article = article(
      "---", "title: \"Truce: signed \\\"at last\\\"\"", "date: 2023-10-05T16:30:00+03:00 # local", "author:", "  - Jane Doe",
      "  - 'John O''Roe'",
      "tags: [truce, \"talks, long\", 'x']", "source: Example", "nested:", "  title: not this", "draft: false", "summary: >",
      "  A fold", "  of lines",
      "---", "", lede)
    #expect(article.title?.text == "Truce: signed \"at last\"")
    #expect(article.published?.stamp.iso == "2023-10-05T16:30:00+03:00")
    #expect(article.authors == ["Jane Doe", "John O'Roe"])
    #expect(article.tags == ["truce", "talks", "long", "x"])
    #expect(article.source == "Example")
    #expect(lines(article) == [lede])
  }

  @Test func aRuleIsNoFrontMatter() {
    let article = article("---", lede, "---", second)
    #expect(lines(article) == [lede, second])
    #expect(PlainText.article(from: "---\n\(lede)").text == lede)
  }

  @Test func whatIsNotGivenIsUnknown() {
    let article = article("Title: Truce signed", "Date: unknown", "Source:", "", lede)
    #expect(article.published == nil)
    #expect(article.source == nil)
    #expect(article.issues.isEmpty)
  }

  // MARK: headlines

  @Test func aHeadlineLineIsTheTitle() {
    let article = article("Truce signed after night of talks", "", lede, second)
    #expect(article.title == Title("Truce signed after night of talks", origin: .line))
    #expect(lines(article) == [lede, second])
    #expect(self.article("TRUCE SIGNED AFTER NIGHT OF TALKS", lede, second).title?.origin == .line)
    #expect(self.article("# Truce signed after night of talks", lede).title?.text == "Truce signed after night of talks")
    #expect(self.article("Will the truce hold?", "", lede).title?.text == "Will the truce hold?")
    #expect(self.article("Truce signed", "Date: 2023-10-05", "", lede).title == Title("Truce signed", origin: .line))
  }

  @Test(arguments: [
    "They signed a truce.", "“NEVER AGAIN!” THEY SHOUTED", "“We will go”", "CLICK HERE TO GET THE APP", "KYIV, Ukraine (AP) —",
    "October 5, 2023", "NATO",
  ])
  func otherFirstLinesAreNoTitle(_ line: String) { #expect(article(line, lede, second).title == nil) }

  @Test func theTitleIsNotRepeatedInTheText() {
    let article = article("Title: Truce signed", "", "TRUCE SIGNED", lede)
    #expect(lines(article) == [lede])
  }

  @Test func withoutATitleTheLedeSpeaks() {
    let article = article(lede, second)
    #expect(article.headline.isLede)
    #expect(lede.hasPrefix(article.headline.text))
    #expect(article.headline.text == "The two sides signed a truce in the capital on Thursday after a night")
    #expect(self.article("KYIV (AP) — Nobody came. They had all left.").headline.text == "Nobody came. They had all left.")
    #expect(PlainText.article(from: "").headline.text == "")
    #expect(article.headlineIsCut)
    #expect(!self.article("Nobody came to the talks").headlineIsCut)
    #expect(!self.article("KYIV (AP) — Nobody came.").headlineIsCut)
  }

  @Test func ledesAreCutAtAClause() {
    let text = "A drone that came too close to troops in Hasakah, Syria, was shot down by a fighter, officials said on Thursday."
    #expect(article(text).headline.text == "A drone that came too close to troops in Hasakah, Syria")
  }

  // MARK: paragraphs

  @Test func brokenLinesAreJoined() {
    let text = """
      The two sides signed a truce in the capital on Thursday
      after a night of talks, according to officials of both
      countries who were there.

      It is to hold for sixty days, and both promised to
      withdraw their heavy weapons from the line.

      TRUCE IN THE NORTH HOLDS FOR A SECOND WEEK, MONITORS
      SAY
      """
    let article = PlainText.article(from: text)
    #expect(article.blocks.map(\.kind) == [.prose, .prose, .related])
    #expect(
      lines(article)[0].hasSuffix("on Thursday after a night of talks, according to officials of both countries who were there."))
    #expect(lines(article)[2] == "TRUCE IN THE NORTH HOLDS FOR A SECOND WEEK, MONITORS SAY")
    let raw = PlainText.blocks(of: text)
    #expect(raw.map(\.kind) == [.prose, .prose, .related])
  }

  @Test func oneParagraphALineStaysSo() {
    #expect(article(lede, "No one spoke.", second, "They left.").blocks.map(\.paragraph) == [1, 2, 3, 4])
  }

  @Test func windowsLineEndsAndSpaceAreCleaned() {
    let article = PlainText.article(from: "\u{FEFF}  \(lede)\t\r\n\r\n\r\n\(second)  with   gaps \r\n * * *\r\n")
    #expect(lines(article) == [lede, second + " with gaps"])
  }

  @Test func rawBlocksCountIntoTheRawText() {
    let raw = "  \(lede)  \r\n\r\nTRUCE IN THE NORTH HOLDS FOR A SECOND WEEK\r\n\(second)"
    let scalars = Array(raw.unicodeScalars)
    let blocks = PlainText.blocks(of: raw)
    #expect(
      blocks.map { string(scalars[$0.span.start..<$0.span.end]) } == [lede, "TRUCE IN THE NORTH HOLDS FOR A SECOND WEEK", second])
    #expect(blocks.map(\.paragraph) == [1, nil, 2])
  }

  // MARK: datelines and dates

  @Test(
    arguments: [
      ("WASHINGTON (AP) - It began.", "WASHINGTON", "AP"),
      ("KYIV, Ukraine — It began.", "KYIV, Ukraine", nil),
      ("ANKARA, Turkey (AP) — It began.", "ANKARA, Turkey", "AP"),
      ("BEIRUT, Oct 5 (Reuters) - It began.", "BEIRUT", "Reuters"),
      ("BEIJING, Oct. 5, 2023 (Xinhua) -- It began.", "BEIJING", "Xinhua"),
      ("KYIV/MOSCOW, 5 October (Reuters) – It began.", "KYIV/MOSCOW", "Reuters"),
      ("JERUSALEM (AP)_ It began.", "JERUSALEM", "AP"),
      ("London (Example News) — It began.", "London", "Example News"),
      ("UNITED NATIONS — It began.", "UNITED NATIONS", nil),
      ("LEBANON, Pa. (AP) _ It began.", "LEBANON, Pa.", "AP"),
      ("TEL AVIV – It began.", "TEL AVIV", nil),
    ] as [(String, String, String?)])
  func datelines(_ opening: String, _ place: String, _ agency: String?) throws {
    let article = article(opening + " " + lede, second)
    let scalars = Array(article.text.unicodeScalars)
    let dateline = try #require(article.dateline)
    #expect(string(scalars[dateline.place.start..<dateline.place.end]) == place)
    #expect(dateline.agency.map { string(scalars[$0.start..<$0.end]) } == agency)
    #expect(article.headline.text.hasPrefix("It began."))
  }

  @Test(arguments: [
    "The U.S. - which has troops there - said nothing.", "NATO — the alliance — said nothing.", "He left — at last.",
    "UPDATE - nothing new.", "Two men — one of them armed — were shot.", "A well-known man (Doe) - now dead - left.",
  ])
  func otherDashesMakeNoDateline(_ opening: String) { #expect(article(opening + " " + lede).dateline == nil) }

  @Test func aDatelineAloneBelongsToTheNextParagraph() {
    let article = article("NAIROBI, Kenya (AP) _", "", lede, "", second)
    #expect(article.blocks.count == 2)
    #expect(article.text.hasPrefix("NAIROBI, Kenya (AP) _ The two sides"))
    #expect(article.dateline != nil)
  }

  @Test func aDatelineWithItsYearDatesTheArticle() {
    let article = article("BEIJING, Oct. 5, 2023 (Xinhua) -- " + lede)
    #expect(article.published == PublicationDate(DateStamp(CivilDate(2023, 10, 5)), origin: .dateline))
  }

  @Test func aDatelineWithoutItsYearDoesNot() {
    let article = article("BEIRUT, Oct 5 (Reuters) - " + lede)
    #expect(article.published == nil)
    #expect(article.issues.count == 1)
  }

  @Test func datesThatDisagreeAreBothKept() {
    let article = article("Title: T", "Date: 2023-10-09", "", "BEIRUT, Oct 5 (Reuters) - " + lede)
    #expect(article.published?.stamp.iso == "2023-10-09")
    #expect(article.otherDate?.stamp.iso == "2023-10-05")
    #expect(article.otherDate?.origin == .dateline)
    #expect(article.issues == ["The date line says 2023-10-09, the dateline 2023-10-05; the first was taken."])
    #expect(self.article("Date: 2023-10-05", "", "BEIRUT, Oct 5 (Reuters) - " + lede).issues.isEmpty)
    #expect(self.article("Date: 2024-01-01", "", "BEIRUT, Dec 31 (Reuters) - " + lede).otherDate?.stamp.iso == "2023-12-31")
  }

  @Test(
    arguments: [
      ("https://example.org/2023/10/05/truce", "2023-10-05"), ("https://example.org/2023-10-05-truce", "2023-10-05"),
      ("https://example.org/news/20231005/truce", "2023-10-05"), ("https://example.org/2023/10/truce", "2023-10"),
      ("https://example.org/2023/13/45/truce", nil), ("https://example.org/truce-12345678", nil), ("https://example.org/", nil),
    ] as [(String, String?)])
  func datesOfAddresses(_ url: String, _ date: String?) {
    let article = article("URL: " + url, "", lede)
    #expect(article.published?.stamp.iso == date)
    #expect(article.published == nil || article.published?.origin == .url)
  }

  @Test func aDateLineBelowTheHeadline() {
    let article = article(
      "Truce signed after night of talks", "By Jane Doe and John Roe", "Published October 5, 2023 4:30 p.m. EDT", "", lede, second
    )
    #expect(article.title?.text == "Truce signed after night of talks")
    #expect(article.authors == ["Jane Doe", "John Roe"])
    #expect(article.published?.stamp.iso == "2023-10-05T16:30-04:00")
    #expect(article.blocks.map(\.kind) == [.credit, .prose, .prose])
  }

  @Test func doubtfulDatesAreIssues() {
    #expect(
      article("Date: 03/04/2013", "", lede).issues == ["The date “03/04/2013” can be read two ways; none was taken from it."])
    #expect(article("Title: T", "Date: soon", "", lede).issues == ["The date “soon” was not understood; none was taken from it."])
    #expect(article("URL: javascript:alert(1)", "", lede).url == nil)
  }

  // MARK: bad input

  @Test func badInputIsRefusedInWords() {
    func words(_ bytes: [UInt8]) -> String? {
      do throws(IngestError) {
        _ = try PlainText.parse(bytes, name: "x.txt")
        return nil
      } catch {
        return error.words
      }
    }
    #expect(words([]) == "x.txt holds no text; nothing was taken from it.")
    #expect(words(Array("  \n * * * \n".utf8)) == "x.txt holds no text; nothing was taken from it.")
    #expect(words([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1]) == "x.txt is not a text file; export it as plain text first.")
    #expect(words([UInt8](repeating: 0x61, count: 50_000_000))?.contains("too large") == true)
    #expect(words([UInt8](repeating: 0x0A, count: 300_000))?.contains("has 300000 lines") == true)
  }

  @Test func anythingAtAllIsReadWithoutHarm() {
    var random = SeededRandom(seed: 11)
    for round in 0..<300 {
      let article: Article
      if round % 3 == 0 {
        guard let parsed = try? PlainText.parse(random.bytes(200), name: "x") else { continue }
        article = parsed
      } else {
        article = PlainText.article(from: random.text(scalars: 300))
      }
      let count = article.text.unicodeScalars.count
      var last = 0
      for block in article.blocks {
        #expect(block.span.start >= last && block.span.start < block.span.end && block.span.end <= count)
        last = block.span.end
      }
      #expect(Sanitize.text(article.text) == article.text)
      _ = article.headline
      let document = Document(article)
      for token in document.tokens { #expect(token.span.start < token.span.end && token.span.end <= count) }
      for sentence in document.sentences { #expect(sentence.span.start < sentence.span.end && sentence.span.end <= count) }
    }
  }

  @Test func rawBlocksOfAnythingLieInside() {
    var random = SeededRandom(seed: 12)
    for _ in 0..<200 {
      let raw = random.text(scalars: 300)
      var last = 0
      for block in PlainText.blocks(of: raw) {
        #expect(block.span.start >= last && block.span.start < block.span.end && block.span.end <= raw.unicodeScalars.count)
        last = block.span.end
      }
    }
  }
}
