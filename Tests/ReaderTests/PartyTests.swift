// Pane 4, dossiers, and what the reader decides about parties: keys in, state and effects out.
import Testing

@testable import Briefing
@testable import Reader

@Suite struct PartyTests {
  /// An article of a strike: a party with two names and a title, one that only speaks, and a surname that two bear.
  private static let strike: ArticleDetail = {
    var detail = Articles.detail(
      id: 4, title: "Orne halts ferries", date: CivilDate(2021, 4, 2), source: "Desk",
      lines: [
        ("Harbour chief Dag Orne stopped every ferry on Friday.", .prose),
        ("Orne met the Coast Guard, and Marr watched.", .prose),
        ("The Coast Guard did not answer.", .prose),
      ])
    let text = detail.article.text
    func span(_ words: String, _ place: Int = 0) -> Span { spans(of: words, in: text)[place] }
    func name(_ span: Span, _ entity: EntityID?, _ name: String, _ kind: EntityKind, _ why: String) {
      detail.analysis.who.entities.append(
        Mention(span: span, type: .person, kind: kind, entity: entity, name: name, why: why))
      guard let entity else { return }
      detail.analysis.who.parties.append(PartyMention(span: span, kind: kind, entity: entity, name: name, why: why))
    }
    name(span("Dag Orne"), "person:orne", "Dag Orne", .person, "full name")
    name(span("Orne", 1), "person:orne", "Dag Orne", .person, "surname of Dag Orne")
    name(span("Coast Guard", 0), "org:guard", "Coast Guard", .agency, "dictionary")
    name(span("Coast Guard", 1), "org:guard", "Coast Guard", .agency, "dictionary")
    name(span("Marr"), nil, "Marr", .person, "surname of both Ilva Marr and Tom Marr")
    detail.analysis.who.entities[4].candidates = [
      EntityReference(entity: "person:ilva", name: "Ilva Marr"), EntityReference(entity: "person:tom", name: "Tom Marr"),
    ]
    detail.analysis.who.parties[0].title = span("Harbour chief")
    return detail
  }()

  private static let orne = PartyIdentity(entity: "person:orne", name: "Dag Orne", kind: .person)

  private static func quote(_ sentence: String, voice: String?) -> PartyQuote {
    PartyQuote(
      article: Articles.target(2, "Strike closes Aden port for a third day"), url: nil, sentence: sentence, offset: 0,
      paragraph: 1, voice: voice)
  }

  private static let dossier = Dossier(
    party: orne, note: nil, articleCount: 300, linkedOnlyCount: 2,
    appearances: [
      .init(
        article: Articles.target(2, "Strike closes Aden port for a third day"), mentions: 3, isInHeadline: true,
        first: quote("Cranes stood still.", voice: nil))
    ],
    trend: PartyTrend(
      days: [.init(day: 18_700, articles: 1), .init(day: 18_719, articles: 4)], archive: 18_700...18_719, undated: 1),
    aliases: [
      .init(surface: "Orne", count: 7, articles: 3, why: "surname of Dag Orne", isModifier: false, proof: nil),
      .init(
        surface: "Dag Orne", count: 2, articles: 2, why: "full name", isModifier: false,
        proof: quote("Harbour chief Dag Orne stopped every ferry.", voice: nil)),
    ],
    titles: [
      .init(
        text: "Harbour chief", affiliation: EntityReference(entity: "state:YEM", name: "Yemen"), articles: 2,
        newest: quote("Harbour chief Dag Orne stopped every ferry.", voice: nil),
        oldest: quote("Harbour chief Dag Orne stopped every ferry.", voice: nil))
    ],
    sayings: (1...8).map { quote("The ferries wait, he said, for day \($0).", voice: "said by: Dag Orne") }, sayingCount: 900,
    reports: [quote("Orne knew of the mines.", voice: "said by: two officials (unnamed)")], reportCount: 1,
    companions: [.init(party: PartyIdentity(entity: "org:guard", name: "Coast Guard", kind: .agency), articles: 12)],
    companionsAmong: 2000,
    decisions: [.split("Captain", from: orne, in: nil)], dates: [friday], dateCount: 40)

  /// A date of the party's timeline, with a claim for its proof.
  static let friday: ProvedDate = {
    let text = "Orne stopped every ferry on Friday."
    let day = CivilDate(2021, 4, 2)
    let key = DateKey(firstDay: day.dayNumber, lastDay: day.dayNumber, isVague: false)
    let row = TimelineRow(
      value: day.iso, rangeEnd: nil, granularity: .day, when: "Fri 2 Apr", timexes: [0], paragraphs: [2], sentence: 0,
      label: Span(5, 24), reason: "the last Friday up to the publication date", doubt: false, isVague: false,
      isResolved: true, isFuture: false, key: key)
    let event = DatedEvent(
      article: Articles.target(2, "Strike closes Aden port for a third day"), row: row, when: "Fri 2 Apr 2021",
      printed: "Friday", span: Span(28, 34), anchor: "2021-04-02", rule: "test", sentence: text,
      sentenceSpan: Span(0, 35), label: "stopped every ferry", voice: "said by: a clerk (unnamed)", parties: [])
    return ProvedDate(count: DateCount(key: key, articles: 3), event: event)
  }()

  private func desk(_ width: Int = 160, _ height: Int = 45) -> Desk {
    Desk([PartyTests.strike] + Articles.all, width: width, height: height)
  }

  /// The desk with the dossier of the first party open.
  private func dossierDesk(_ width: Int = 160, _ height: Int = 45) -> Desk {
    var desk = desk(width, height)
    desk.press("4 <enter>")
    desk.answerSheet(.dossier(PartyTests.dossier, symbols: .unicode))
    return desk
  }

  @Test func theRowsSayWhoAndAskWhereNothingDecides() throws {
    let rows = try #require(desk().state.open?.parties)
    #expect(rows.map(\.name) == ["Dag Orne", "Coast Guard", "Marr"])
    #expect(rows.map(\.isInHeadline) == [true, false, false])
    #expect(rows[0].titles.map(\.text) == ["Harbour chief"] && rows[0].aliases.map(\.surface) == ["Dag Orne", "Orne"])
    #expect(rows[2].candidates.map(\.name) == ["Ilva Marr", "Tom Marr"])
    #expect(companions(of: 0, in: rows).map(\.row) == [1, 2])
    var desk = desk()
    desk.press("4 G")
    #expect(desk.text.contains("Marr: Ilva Marr or Tom Marr?"))
    #expect(desk.text.contains("surname of both Ilva Marr and Tom Marr"))
  }

  @Test func unfoldingTellsAllAndAsksForTheTrendOnce() {
    var desk = desk()
    desk.press("4 e")
    #expect(desk.text.contains("“Harbour chief” (2 Apr 2021)"))
    #expect(desk.text.contains("with Coast Guard ¶2"))
    #expect(desk.performed.filter { $0 == .trend("person:orne") }.count == 1)
    desk.send(.trend("person:orne", PartyTests.dossier.trend))
    #expect(desk.text.contains("6 articles, 14 Mar 2021"))
    desk.press("j k e")
    #expect(desk.performed.filter { $0 == .trend("person:orne") }.count == 1)
    #expect(!desk.text.contains("with Coast Guard"))
  }

  @Test func fromASentenceToWhoItNamesAndBack() {
    var desk = desk()
    desk.press("2 ) ) w")
    #expect(desk.state.panes.focus == .parties && desk.state.parties.row == 0)
    desk.press("j m")
    #expect(desk.state.panes.focus == .text && desk.state.text.sentence == 1)
    desk.press("m")
    #expect(desk.state.text.sentence == 2)
    desk.press("m")
    #expect(desk.state.text.sentence == 1, "behind the last mention comes the first")
    desk.press("w w")
    #expect(desk.state.sheets.last?.source == .party(.dossier(PartyTests.orne)))
  }

  @Test func theDossierLeadsToItsProofsAndCloses() {
    var desk = dossierDesk()
    #expect(desk.text.contains("said by: two officials (unnamed)"), "a claim is never without its speaker")
    #expect(desk.text.contains("newest 1; Enter reads 10"))
    desk.press("/ \"harbour\" <enter> y")
    #expect(
      desk.performed.last
        == .copy("“Harbour chief Dag Orne stopped every ferry.” - Desk, no publication date, paragraph 1"))
    desk.press("<enter>")
    #expect(desk.state.open?.id == 2 && desk.state.sheets.isEmpty)
    desk.press("[ <esc> <esc>")
    #expect(desk.state.sheets.isEmpty && desk.state.panes.focus == .parties)
  }

  @Test func theTimelineOfAPartyLeadsToItsSentences() {
    var desk = dossierDesk()
    desk.press("/ \"clerk\" <enter>")
    #expect(desk.text.contains("Fri 2 Apr 2021") && desk.text.contains("3 articles"))
    #expect(desk.text.contains("said by: a clerk (unnamed)"), "a claim is never without its speaker")
    desk.press("<esc> / \"all_40\" <enter> <enter>")
    let source = SheetSource.timeline(.party("person:orne"), named: "Dag Orne")
    #expect(desk.state.sheets.last?.source == source)
    let one = PartyTests.friday
    let index = TimelineIndex(
      scope: .party("person:orne"), name: "Dag Orne", dates: [DateCount](repeating: one.count, count: 300))
    desk.answerSheet(.timeline(index, named: "Dag Orne", 130..<132, [one.event, nil], symbols: .unicode))
    #expect(desk.text.contains("2 of 300 dates") && desk.text.contains("120 dates before"))
    #expect(desk.text.contains("120 dates after") && desk.text.contains(" 2021"))
    desk.press("<enter>")
    #expect(desk.state.sheets.last?.source == .timeline(.party("person:orne"), named: "Dag Orne", rows: 10..<130))
    desk.press("<esc>")
    desk.answerSheet(.timeline(index, named: "Dag Orne", 0..<1, [one.event], symbols: .unicode))
    desk.press("g <enter>")
    #expect(desk.state.open?.id == 2 && desk.state.sheets.isEmpty)
  }

  @Test func whatIsLeftOutIsSaid() {
    var desk = dossierDesk()
    desk.press("/ \"newest_8\" <enter>")
    #expect(desk.text.contains("the newest 8 of 900 sentences"))
    let quotes = PartyTests.dossier.sayings
    desk.answerSheet(.sentences(quotes, of: 900, title: "Said", symbols: .unicode))
    #expect(desk.text.contains("the newest 8 of 900 sentences"))
    desk.answerSheet(.sentences(quotes, of: 8, title: "Said", symbols: .unicode))
    #expect(desk.text.contains("8 sentences") && !desk.text.contains("newest 8 of"))
  }

  @Test func theListNarrowsToTheParty() {
    var desk = desk()
    desk.press("4 L")
    #expect(desk.state.list.scope.query == "party:\"Dag Orne\"" && desk.state.panes.focus == .list)
    desk.press("<backspace>")
    #expect(desk.state.list.scope.query.isEmpty)
    desk = dossierDesk()
    desk.press("L")
    #expect(desk.state.sheets.isEmpty && desk.state.list.scope.query == "party:\"Dag Orne\"")
  }

  private static let lines: [(keys: String, change: PartyChange?)] = [
    ("4 M \"Dag_Marr\" <enter>", .merge(orne, into: "Dag Marr", article: nil)),
    ("4 : \"merge-party-here_Dag_Marr\" <enter>", .merge(orne, into: "Dag Marr", article: 4)),
    ("4 D \"Orne\" <enter>", .split(orne, surface: "Orne", article: nil)),
    ("4 D <tab> <enter>", .split(orne, surface: "Dag Orne", article: nil)),
    ("4 : \"split-party-here_Orne\" <enter>", .split(orne, surface: "Orne", article: 4)),
    (
      "4 G : \"choose-party_tom_marr\" <enter>",
      .choose(surface: "Marr", PartyIdentity(entity: "person:tom", name: "Tom Marr", kind: .person), article: 4)
    ),
    (
      "4 G : \"choose-party-everywhere_person:ilva\" <enter>",
      .choose(surface: "Marr", PartyIdentity(entity: "person:ilva", name: "Ilva Marr", kind: .person), article: nil)
    ),
    ("4 G : \"choose-party_Nobody\" <enter>", nil), ("4 G M", nil), ("1 M", nil), ("4 M <enter>", nil),
    ("4 : \"take-back_x\" <enter>", nil),
  ]

  @Test(arguments: lines.indices) func whatTheReaderSaysOfParties(_ index: Int) {
    let (keys, change) = PartyTests.lines[index]
    var desk = desk()
    desk.press(keys)
    let decided = desk.performed.compactMap { if case .decide(.party(let change)) = $0 { change } else { nil } }
    #expect(decided == (change.map { [$0] } ?? []), "\(keys)")
  }

  @Test func inTheDossierTheNameUnderTheCursorIsSplitAndTheMergedPartyIsShown() {
    var desk = dossierDesk()
    desk.press("/ \"full_name\" <enter> D")
    #expect(desk.performed.last == .decide(.party(.split(PartyTests.orne, surface: "Dag Orne", article: nil))))
    let other = PartyIdentity(entity: "person:other", name: "Dag Marr", kind: .person)
    desk.send(.partiesDecided("merged", from: "person:orne", to: other))
    #expect(desk.state.sheets.last?.source == .party(.dossier(other)))
    #expect(desk.state.message?.text == "merged")
    desk = dossierDesk()
    desk.press("/ \"captain\" <enter> <enter>")
    #expect(desk.performed.last == .decide(.party(.takeBack(PartyTests.orne, words: "“Captain” split off", article: nil))))
    #expect(DossierRows.article(ofDecisionRow: "decided 12 a merged into b", "a merged into b") == 12)
    #expect(DossierRows.article(ofDecisionRow: "decided 12 a merged into b", "a merged into c") == nil)
    #expect(DossierRows.article(ofDecisionRow: "decided 0 a merged into b", "a merged into b") == nil)
  }

  @Test func aNameThatSeveralBearIsAskedFor() {
    var desk = desk()
    desk.press(": \"dossier_Marr\" <enter>")
    #expect(desk.performed.last == .findParty("Marr"))
    desk.send(.foundParties([], named: "Marr"))
    #expect(desk.state.message?.isError == true && desk.state.sheets.isEmpty)
    let two = ["ilva", "tom"].map { PartyIdentity(entity: "person:" + $0, name: $0, kind: .person) }
    desk.send(.foundParties(two, named: "Marr"))
    #expect(desk.state.sheets.last?.source == .party(.choices(name: "Marr", two)))
    desk.send(.foundParties([two[0]], named: "Marr"))
    #expect(desk.state.sheets.last?.source == .party(.dossier(two[0])))
    desk = self.desk()
    desk.press("4 G <enter>")
    desk.answerSheet(
      .candidates(surface: "Marr", two.map { (party: $0, articles: 1, title: nil) }))
    desk.press("<enter>")
    let choice = PartyChange.choose(
      surface: "Marr", PartyIdentity(entity: "person:ilva", name: "Ilva Marr", kind: .person), article: 4)
    #expect(desk.performed.last == .decide(.party(choice)))
  }

  private static let sizes = [(80, 24), (120, 40), (160, 45), (40, 10)]

  @Test(arguments: sizes) func thePane(width: Int, height: Int) {
    var desk = desk(width, height)
    desk.press("4 e")
    desk.send(.trend("person:orne", PartyTests.dossier.trend))
    expectScreen("parties-\(width)x\(height)", desk)
  }

  @Test(arguments: sizes) func theDossier(width: Int, height: Int) {
    var desk = dossierDesk(width, height)
    desk.press("j j j")
    expectScreen("dossier-\(width)x\(height)", desk)
  }

  @Test func barsStandForCounts() {
    #expect(sparkline([0, 1, 4, 8], .unicode) == " ▁▄█")
    #expect(sparkline([0, 1, 4, 8], .ascii).unicodeScalars.allSatisfy { $0.isASCII })
    #expect(sparkline([], .unicode) == "")
  }
}
