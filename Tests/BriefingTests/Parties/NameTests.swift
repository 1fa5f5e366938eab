// Names in marked text: each mark is a name and its type; the text holds these names and no other.

import Testing

@testable import Briefing

struct NameTests {
  static let cases = [
    "The foreign minister of [Norway|LOC], [Espen Barth Eide|PER], flew to [Cairo|LOC] on Monday.",
    "[Zarnov|PER] said he would not resign, and his party, the [Civic Forum|ORG], backed him.",
    "Police in [Dravograd|LOC] arrested [Milan Kostrev|PER]. [Kostrev|PER] denies it.",
    "Col. [Jane Dowrick|PER], a spokeswoman for the [U.S. Air Force|ORG], gave no details.",
    "The [Blue River Peasants Front|ORG] ([BRPF|ORG]) attacked the town. The [BRPF|ORG] has 200 fighters.",
    "[Brightfen Corp|ORG] said on Monday it would buy [Mondrex|ORG] for $2 billion.",
    "[Quandex|ORG] chief executive [Rita Molander|PER] said sales would recover.",
    "[Turkish|MISC] and [Greek|MISC] officials met in [Izmir|LOC].",
    "[Turkey|LOC]'s [Interior Ministry|ORG] said that two [Syrians|MISC] had been held.",
    "At least six people died near [Khan Younis|LOC] in the [Gaza Strip|LOC], medics said.",
    "[Liverpool|ORG] beat [Chelsea|ORG] 2-1 on Saturday.",
    "[Hezbollah|ORG] fired rockets at [Haifa|LOC], the [Israeli|MISC] army said.",
    "The [Associated Press|ORG] reported the deal first.",
    "[Anna Lindqvist|PER] of [Sweden|LOC] won in [Oberhof|LOC].",
    "[PUTIN|PER] MEETS [XI JINPING|PER] IN [BEIJING|LOC]",
    "[UKRAINE|LOC] SAYS [RUSSIAN|MISC] MISSILES HIT [KHARKIV|LOC]",
    "[NATO|ORG] CHIEF [JENS STOLTENBERG|PER] VISITS [KYIV|LOC]",
    "[Iran|LOC] Rejects [U.S.|LOC] Offer of Talks in [Geneva|LOC]",
    "[Hamas|ORG] Frees Four Hostages After Talks in [Qatar|LOC]",
    "[PARIS|LOC] ([Reuters|ORG]) - [France|LOC] will send two ships.",
    "[Kim Jong-un|PER] met [Moon Jae-in|PER] at [Panmunjom|LOC].",
    "President [Gustavo Petro|PER] told [El Tiempo|ORG] that talks with the [ELN|ORG] would resume.",
    "The [World Bank|ORG] and the [International Monetary Fund|ORG] cut their forecasts.",
    "He studied at the [University of Leeds|ORG] and taught in [Ghent|LOC].",
    "The [European Commission|ORG] sued [Hungary|LOC] over the law.",
    "\"We are ready,\" [Osman Keles|PER], the governor of [Van|LOC], told reporters.",
    "[Mohammed bin Salman|PER] received [Abdel Fattah al-Burhan|PER] in [Jeddah|LOC].",
    "The [Wagner Group|ORG] left [Bakhmut|LOC] in June.",
    "In [Tarvanga|LOC], residents said that the army had gone.",
    "[Lockheed Martin|ORG] will build them in [Fort Worth|LOC].",
    "The storm hit [Mindanao|LOC] and the [Visayas|LOC] on Sunday.",
  ]

  @Test(arguments: cases) func names(_ marked: String) throws {
    let (text, marks) = PartyFixture.unmark(marked)
    let document = PartyFixture.document(text)
    let found = try PartyFixture.tagger().tag(document).entities
    #expect(
      found.map { document.string($0.span) + "|" + $0.type.rawValue } == marks.map { document.string($0.span) + "|" + $0.value },
      "\(text)")
  }

  /// A document teaches its own names: what is told once holds for bare forms elsewhere.
  @Test(arguments: [
    ("Gen. Aru Teveli spoke first. Later Teveli left the room.", "Teveli", Mention.NameType.person),
    ("The Lantern Valley Farmers Union (LVFU) met on Monday. Then the LVFU voted.", "LVFU", .organisation),
  ])
  func learns(_ text: String, _ surface: String, _ type: Mention.NameType) throws {
    let document = PartyFixture.document(text)
    let found = try PartyFixture.tagger().tag(document).entities.filter { document.string($0.span) == surface }
    #expect(!found.isEmpty && found.allSatisfy { $0.type == type })
  }
}
