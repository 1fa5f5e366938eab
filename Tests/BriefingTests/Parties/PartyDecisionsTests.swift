// What decisions make of names: pure, without an archive.

import Testing

@testable import Briefing

@Suite struct PartyDecisionsTests {
  private static let union = PartyIdentity(entity: "org:union", name: "Dockers’ Union", kind: .organisation)
  private static let kaz = PartyIdentity(entity: "org:kaz", name: "KAZ", kind: .organisation)
  private static let elder = PartyIdentity(entity: "person:elder", name: "Ilva Marr", kind: .person)
  private static let younger = PartyIdentity(entity: "person:younger", name: "Tom Marr", kind: .person)

  private static let lund = PartyIdentity(entity: "name:pat-lund", name: "Pat Lund", kind: .person)
  private static let bare = PartyIdentity(entity: "name:lund", name: "Lund", kind: .person)

  /// Marked text, decisions, and the entities that its names stand for then.
  private static let cases: [(text: String, decisions: [PartyDecision], expected: [String])] = [
    ("[KAZ|org:kaz] met [the union|org:union].", [], ["org:kaz", "org:union"]),
    ("[KAZ|org:kaz] met [the union|org:union].", [.merge(kaz, into: union, in: nil)], ["org:union", "org:union"]),
    // Of another article.
    ("[KAZ|org:kaz] met [the union|org:union].", [.merge(kaz, into: union, in: 8)], ["org:kaz", "org:union"]),
    ("[KAZ|org:kaz] met [the union|org:union].", [.merge(kaz, into: union, in: 7)], ["org:union", "org:union"]),
    // One surface leaves, the other stays.
    ("[Marr|person:elder] and [Ilva Marr|person:elder].", [.split("Marr", from: elder, in: nil)], ["own:marr", "person:elder"]),
    (
      "[Marr|person:elder] and [Ilva Marr|person:elder].", [.split("Marr", from: elder, to: younger, in: nil)],
      ["person:younger", "person:elder"]
    ),
    // The article's own word comes before the archive's, the surface's before the party's.
    (
      "[KAZ|org:kaz].", [.merge(kaz, into: union, in: nil), .merge(kaz, into: younger, in: 7)], ["person:younger"]
    ),
    (
      "[Marr|person:elder].", [.merge(elder, into: union, in: nil), .split("Marr", from: elder, to: younger, in: nil)],
      [
        "person:younger"
      ]
    ),
    // One rule leads to the next; rules that lead back end where they began.
    ("[KAZ|org:kaz].", [.merge(kaz, into: union, in: nil), .merge(union, into: elder, in: nil)], ["person:elder"]),
    ("[KAZ|org:kaz].", [.merge(kaz, into: union, in: nil), .merge(union, into: kaz, in: nil)], ["org:kaz"]),
    // Nobody was linked: nothing but a choice gives the name to somebody.
    ("[Marr|?person:elder,person:younger] spoke.", [.merge(elder, into: younger, in: nil)], ["-"]),
    ("[Marr|?person:elder,person:younger] spoke.", [.choose("MARR", as: younger, in: nil)], ["person:younger"]),
    ("[Marr|?person:elder,person:younger] spoke.", [.choose("Mar", as: younger, in: nil)], ["-"]),
    // An id of a text stands for whoever bears that full name now; a single word may be anybody's.
    ("[Pat Lund|person:pat-lund] spoke.", [.merge(lund, into: elder, in: nil)], ["person:elder"]),
    ("[Pat Lund|person:pat-lund] spoke.", [.merge(elder, into: lund, in: nil)], ["name:pat-lund"]),
    ("[Lund|state:lund] spoke.", [.merge(bare, into: elder, in: nil)], ["state:lund"]),
    ("[Lund|name:lund/2] spoke.", [.merge(bare, into: elder, in: nil)], ["person:elder"]),
    ("[Pat Lund|person:pat-lund] spoke.", [.split("Lund", from: lund, in: nil)], ["person:pat-lund"]),
    ("[Pat Lund|person:pat-lund] spoke.", [.split("Pat Lund", from: lund, to: elder, in: nil)], ["person:elder"]),
  ]

  @Test(arguments: cases.indices) func namesStandForWhomTheReaderSays(_ index: Int) {
    let one = PartyDecisionsTests.cases[index]
    var named = NamedText(nil, one.text)
    named.analysis.who = PartyDecisions(one.decisions).applied(to: named.analysis.who, of: 7, text: named.article.text).who
    #expect(named.entities == one.expected, "\(one.text)")
    let parties = named.analysis.who.parties.map(\.entity)
    #expect(parties == one.expected.filter { $0 != "-" }, "\(one.text)")
  }

  @Test func theSpeakerFollowsTheName() {
    let named = NamedText(nil, "“We wait,” said [Marr|person:elder|says]. [Ilva Marr|person:elder|says] said no.")
    let split = PartyDecisions([.split("Marr", from: PartyDecisionsTests.elder, in: nil)])
    let (who, used) = split.applied(to: named.analysis.who, of: 1, text: named.article.text)
    #expect(who.attributions.map(\.entity) == ["own:marr", "person:elder"])
    #expect(used.count == 1)
    let chosen = NamedText(nil, "“We wait,” said [Marr|?person:elder,person:younger|says].")
    let choice = PartyDecisions([.choose("Marr", as: PartyDecisionsTests.younger, in: 1)])
      .applied(to: chosen.analysis.who, of: 1, text: chosen.article.text).who
    #expect(choice.attributions.map(\.entity) == ["person:younger"])
    #expect(choice.parties.map(\.role) == ["source"] && choice.parties.map(\.why) == ["chosen by you"])
  }

  /// A rank that stands before a name belongs to it: either surface means both.
  @Test(arguments: ["Pat Lund", "Col. Pat Lund"]) func overlappingNamesAreOne(_ surface: String) {
    var named = NamedText(nil, "The word of Col. [Pat Lund|person:lund] held.")
    named.analysis.who.parties[0].span.start -= 5
    let lund = PartyIdentity(entity: "person:lund", name: "Pat Lund", kind: .person)
    let who = PartyDecisions([.split(surface, from: lund, to: PartyDecisionsTests.younger, in: nil)])
      .applied(to: named.analysis.who, of: 1, text: named.article.text).who
    #expect(who.entities[0].entity == "person:younger" && who.parties[0].entity == "person:younger")
  }

  @Test func randomRulesNeverLoopAndSpansStay() {
    var dice = Dice(state: 11)
    let ids = ["org:a", "org:b", "org:c", "own:x"]
    for _ in 0..<300 {
      let named = NamedText(nil, "[Alef|org:a] [Bet|org:b] saw [Gimel|org:c|says] and [Alef|?org:a,org:b].")
      let decisions = (0..<Int.random(in: 0...6, using: &dice)).map { _ -> PartyDecision in
        func party() -> PartyIdentity {
          PartyIdentity(entity: ids.randomElement(using: &dice)!, name: "P", kind: .organisation)
        }
        let article: Int64? = Bool.random(using: &dice) ? nil : 1
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: return .merge(party(), into: party(), in: article)
        case 1: return .split(["Alef", "Bet"].randomElement(using: &dice)!, from: party(), to: party(), in: article)
        default: return .choose("Alef", as: party(), in: article)
        }
      }
      let who = PartyDecisions(decisions).applied(to: named.analysis.who, of: 1, text: named.article.text).who
      #expect(who.entities.map(\.span) == named.analysis.who.entities.map(\.span))
      #expect(zip(who.parties, who.parties.dropFirst()).allSatisfy { !($1.span < $0.span) })
    }
  }
}
