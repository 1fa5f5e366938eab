// Merging, splitting and choosing parties in an archive: what follows at once, the way back, and what no reindex touches.

import Testing

@testable import Briefing

@Suite struct PartyDecidingTests {
  private static let front = PartyIdentity(entity: "org:front", name: "Harbour Front", kind: .organisation)
  private static let hf = PartyIdentity(entity: "org:hf", name: "HF", kind: .organisation)
  private static let marr = PartyIdentity(entity: "person:marr", name: "Ilva Marr", kind: .person)
  private static let tom = PartyIdentity(entity: "person:tom", name: "Tom Marr", kind: .person)

  private static let texts = [
    NamedText(
      "One", "[Harbour Front|org:front] struck. [Marr|person:marr|says] said so.", date: day(2023, 1, 1), id: "1",
      names: ["person:marr": "Ilva Marr", "org:front": "Harbour Front"]),
    NamedText(
      "Two", "[HF|org:hf] and [Harbour Front|org:front] met.", date: day(2023, 1, 2), id: "2",
      names: ["org:front": "Harbour Front"]),
    NamedText(
      "Three", "[HF|org:hf] left; [Ilva Marr|person:marr] stayed. [Bo Stone|person:stone] watched.", date: day(2023, 1, 3),
      id: "3", names: ["person:marr": "Ilva Marr"]),
    NamedText("Four", "[Marr|?person:marr,person:tom|says] spoke.", date: day(2023, 1, 4), id: "4"),
  ]

  private func archive() throws -> (fixture: ArchiveFixture, ids: [Int64]) {
    let fixture = try ArchiveFixture()
    return (fixture, try fixture.archive.store(PartyDecidingTests.texts.map(\.incoming)).map(\.id))
  }

  /// Everything that a decision may change: searches, counts, names, dossiers.
  private func state(_ fixture: ArchiveFixture) throws -> [String] {
    let queries = ["\"Harbour Front\"", "HF", "Marr", "\"Ilva Marr\"", "\"Tom Marr\"", "org:hf", "\"Bo Stone\"", "own:marr"]
    var lines = try queries.map { "party:\($0) \(try fixture.headlines("party:\($0)"))" }
    lines += try ["said:Marr", "said:\"Tom Marr\""].map { "\($0) \(try fixture.headlines($0))" }
    for entity in ["org:front", "org:hf", "person:marr", "person:tom", "own:marr", "person:stone"] {
      guard let dossier = try fixture.archive.dossier(entity, limit: 100), dossier.articleCount > 0 else { continue }
      lines.append(
        "\(entity) \(dossier.articleCount) \(dossier.appearances.map(\.article.headline)) "
          + "\(dossier.aliases.map { "\($0.surface) \($0.count)" }) \(dossier.sayings.map(\.sentence)) "
          + "\(dossier.companions.map { "\($0.party.name) \($0.articles)" })")
    }
    lines.append("\(try fixture.archive.completions(field: "party", prefix: "", limit: 20))")
    return lines
  }

  private static let decisions: [(name: String, decision: @Sendable (_ ids: [Int64]) -> PartyDecision)] = [
    ("merge everywhere", { _ in .merge(hf, into: front, in: nil) }),
    ("merge here", { .merge(hf, into: front, in: $0[2]) }),
    ("split everywhere", { _ in .split("Marr", from: marr, in: nil) }),
    ("split here", { .split("Ilva Marr", from: marr, in: $0[2]) }),
    ("give to another", { _ in .split("Marr", from: marr, to: tom, in: nil) }),
    ("choose here", { .choose("Marr", as: tom, in: $0[3]) }),
    ("choose everywhere", { _ in .choose("Marr", as: marr, in: nil) }),
  ]

  @Test(arguments: decisions.indices) func everyDecisionIsUndoneAndRedone(_ index: Int) throws {
    let (fixture, ids) = try archive()
    let (name, decision) = PartyDecidingTests.decisions[index]
    let before = try state(fixture)
    let change = try fixture.archive.decide(decision(ids))
    let after = try state(fixture)
    #expect(after != before && !change.isEmpty && change.isAboutParties, "\(name)")
    let redo = try fixture.archive.undo(change)
    #expect(try state(fixture) == before, "\(name)")
    _ = try fixture.archive.undo(redo)
    #expect(try state(fixture) == after, "\(name)")
    #expect(try fixture.archive.decide(decision(ids)).isEmpty)
    #expect(try fixture.archive.check() == [])
  }

  /// What was decided before an article came holds for it, and a reindex changes nothing.
  @Test(arguments: decisions.indices) func decisionsOutliveAReindexAndALaterImport(_ index: Int) throws {
    let (fixture, ids) = try archive()
    let decision = PartyDecidingTests.decisions[index].decision(ids)
    _ = try fixture.archive.decide(decision)
    let after = try state(fixture)
    // As the analysers find it, stored anew.
    try fixture.archive.markAllOutdated()
    try fixture.archive.storeAnalyses(zip(ids, PartyDecidingTests.texts).map { ($0, $1.analysis) })
    #expect(try state(fixture) == after)
    _ = try fixture.archive.store(PartyDecidingTests.texts.map(\.incoming))
    #expect(try state(fixture) == after)
    guard decision.subject.article == nil else { return }
    let late = try ArchiveFixture()
    _ = try late.archive.store([IncomingArticle(article: PartyDecidingTests.texts[0].article)])
    _ = try late.archive.decide(decision)
    _ = try late.archive.store(PartyDecidingTests.texts.map(\.incoming))
    #expect(try state(late) == after)
  }

  @Test func aMergeIsSeenEverywhere() throws {
    let (fixture, ids) = try archive()
    _ = try fixture.archive.decide(.merge(PartyDecidingTests.hf, into: PartyDecidingTests.front, in: nil))
    for query in ["party:HF", "party:\"Harbour Front\"", "party:org:hf"] {
      #expect(try fixture.headlines(query) == ["Three", "Two", "One"], "\(query)")
    }
    let detail = try #require(try fixture.archive.detail(ids[1]))
    let rows = roster(of: PrintedText(detail.article, detail.analysis), who: detail.analysis.who)
    #expect(rows.map(\.name) == ["Harbour Front"] && rows[0].count == 2)
    #expect(rows[0].aliases.map(\.why) == ["dictionary; merged by you", "dictionary"])
    #expect(try fixture.archive.hits(in: ids[2], query: "party:\"Harbour Front\"") == [Span(0, 2)])
  }

  /// The timelines of parties follow a merge and a split, and come back with the undo.
  @Test func timelinesFollow() throws {
    let fixture = try ArchiveFixture()
    let archive = fixture.archive
    let ids = try archive.store([
      EventSamples.article(
        "One", "HF struck on Monday.", "Harbour Front met on Tuesday.", date: day(2023, 10, 6), id: "\"1\"",
        times: [("Monday", "2023-10-02"), ("Tuesday", "2023-10-03")],
        parties: [("HF", "org:hf"), ("Harbour Front", "org:front")])
    ]).map(\.id)
    func days() throws -> [String] {
      try ["org:hf", "org:front", "own:hf"].map { entity in
        let scope = TimelineScope.party(entity)
        let dates = try archive.timelineIndex(scope).dates
        let proofs = try archive.events(of: dates, in: scope).map { $0?.sentence ?? "-" }
        return "\(entity) \(dates.map(\.key.words)) \(proofs)"
      }
    }
    let apart = [
      #"org:hf ["Mon 2 Oct 2023"] ["HF struck on Monday."]"#,
      #"org:front ["Tue 3 Oct 2023"] ["Harbour Front met on Tuesday."]"#, "own:hf [] []",
    ]
    #expect(try days() == apart)
    let merge = try archive.decide(.merge(PartyDecidingTests.hf, into: PartyDecidingTests.front, in: nil))
    #expect(
      try days() == [
        "org:hf [] []",
        #"org:front ["Mon 2 Oct 2023", "Tue 3 Oct 2023"] ["HF struck on Monday.", "Harbour Front met on Tuesday."]"#,
        "own:hf [] []",
      ])
    #expect(try archive.dossier("org:front", limit: 9)?.dates.map(\.event.sentence).count == 2)
    _ = try archive.undo(merge)
    #expect(try days() == apart)
    _ = try archive.decide(.split("HF", from: PartyDecidingTests.hf, in: ids[0]))
    #expect(try archive.timelineIndex(.party("org:hf")).dates.isEmpty)
    #expect(try archive.timelineIndex(.party("own:hf/\(ids[0])")).dates.map(\.key.words) == ["Mon 2 Oct 2023"])
  }

  /// Ids made of a name in a text change as analysers learn: what was decided about their bearers holds on, and is undone.
  @Test func decisionsOutliveTheIdsOfTexts() throws {
    let names = ["name:dock-workers-front": "Dock Workers Front", "org:dwf": "Dock Workers Front"]
    func texts(_ entity: EntityID) -> [NamedText] {
      [
        NamedText("One", "[Dock Workers Front|\(entity)] struck.", date: day(2023, 1, 1), id: "1", names: names),
        NamedText("Two", "[HF|org:hf] left.", date: day(2023, 1, 2), id: "2"),
      ]
    }
    let dockers = PartyIdentity(entity: "name:dock-workers-front", name: "Dock Workers Front", kind: .organisation)
    for (decision, party) in [
      (PartyDecision.merge(dockers, into: PartyDecidingTests.hf, in: nil), "org:hf"),
      (.merge(PartyDecidingTests.hf, into: dockers, in: nil), "name:dock-workers-front"),
    ] {
      let fixture = try ArchiveFixture()
      let ids = try fixture.archive.store(texts("name:dock-workers-front").map(\.incoming)).map(\.id)
      let change = try fixture.archive.decide(decision)
      try fixture.archive.storeAnalyses(zip(ids, texts("org:dwf")).map { ($0, $1.analysis) })
      #expect(try fixture.archive.dossier(party, limit: 9)?.articleCount == 2)
      #expect(try fixture.headlines("party:\"Dock Workers Front\"") == ["Two", "One"])
      #expect(try fixture.archive.detail(ids[0])?.analysis.who.entities.map(\.entity) == [party])
      #expect(try fixture.archive.decisions(about: party).count == 1)
      _ = try fixture.archive.undo(change)
      #expect(try fixture.archive.dossier("org:dwf", limit: 9)?.articleCount == 1)
      #expect(try fixture.archive.check() == [])
    }
  }

  /// What holds in one article says nothing of how others call a party.
  @Test func aMergeInOneArticleGivesItsNameToNoOther() throws {
    let (fixture, ids) = try archive()
    let change = try fixture.archive.decide(.merge(PartyDecidingTests.hf, into: PartyDecidingTests.front, in: ids[2]))
    #expect(try fixture.headlines("party:\"Harbour Front\"") == ["Three", "Two", "One"])
    #expect(try fixture.headlines("party:HF") == ["Two"])
    _ = try fixture.archive.undo(change)
    #expect(try fixture.headlines("party:HF") == ["Three", "Two"])
  }

  @Test func aNameWithoutALetterIsRefused() throws {
    let (fixture, ids) = try archive()
    for decision in [
      PartyDecision.split("--", from: PartyDecidingTests.hf, in: nil), .choose("…", as: PartyDecidingTests.tom, in: ids[3]),
    ] {
      #expect(throws: StoreError.emptyName) { try fixture.archive.decide(decision) }
    }
    #expect(try fixture.archive.partyDecisions() == [])
  }

  /// The way back leads through the party that is there.
  @Test func aMergeTheOtherWayTakesTheFirstOnesPlace() throws {
    let (fixture, _) = try archive()
    _ = try fixture.archive.decide(.merge(PartyDecidingTests.hf, into: PartyDecidingTests.front, in: nil))
    let between = try state(fixture)
    let change = try fixture.archive.decide(.merge(PartyDecidingTests.front, into: PartyDecidingTests.hf, in: nil))
    #expect(try fixture.archive.partyDecisions().map(\.words) == ["Harbour Front merged into HF"])
    #expect(try fixture.archive.parties(named: "Harbour Front").map(\.entity) == ["org:hf"])
    _ = try fixture.archive.undo(change)
    #expect(try state(fixture) == between)
  }

  @Test func decisionsAreToldAndTakenBack() throws {
    let (fixture, ids) = try archive()
    let split = PartyDecision.split("Marr", from: PartyDecidingTests.marr, in: ids[0])
    let before = try state(fixture)
    _ = try fixture.archive.decide(split)
    #expect(try fixture.archive.decisions(about: "person:marr").map(\.words) == ["“Marr” split off in this article"])
    #expect(try fixture.archive.dossier("own:marr/\(ids[0])", limit: 9)?.sayings.map(\.voice) == ["said by: Marr"])
    #expect(try !fixture.archive.withdraw(split).isEmpty)
    #expect(try state(fixture) == before)
    #expect(try fixture.archive.withdraw(split).isEmpty)
  }

  @Test func anArticleThatIsGoneIsNoError() throws {
    let (fixture, _) = try archive()
    #expect(try fixture.archive.decide(.merge(PartyDecidingTests.hf, into: PartyDecidingTests.front, in: 99)).isEmpty)
    #expect(try fixture.archive.dossier("org:nobody", limit: 9) == nil)
    #expect(try fixture.archive.shared("org:nobody", "org:hf", limit: 9) == [])
  }
}
