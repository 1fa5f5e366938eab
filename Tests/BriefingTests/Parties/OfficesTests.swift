// Offices by the day of publication: each case is a day, a text, and who the marked description is; "-" for nobody.

import Testing

@testable import Briefing

struct OfficesTests {
  static let cases: [(day: CivilDate?, text: String)] = [
    (CivilDate(2023, 5, 1), "[The Turkish president|person:tayyip-erdogan] said on Monday that Sweden must wait."),
    (CivilDate(2013, 5, 1), "[The Turkish president|person:abdullah-gul] spoke."),
    (CivilDate(2023, 5, 1), "[Turkey's president|person:tayyip-erdogan] spoke."),
    (CivilDate(2022, 3, 1), "[The president of Ukraine|person:volodymyr-zelenskyy] asked for help."),
    (CivilDate(2019, 3, 1), "[The U.S. president|person:donald-trump] met [the NATO secretary-general|person:jens-stoltenberg]."),
    (CivilDate(2023, 3, 1), "[The U.S. president|person:joe-biden] met [the CIA director|person:william-burns]."),
    (CivilDate(2005, 3, 1), "[The U.S. secretary of state|person:condoleezza-rice] flew home."),
    (CivilDate(2012, 3, 1), "[Germany's chancellor|person:angela-merkel] spoke."),
    (CivilDate(2023, 8, 1), "[The North Korean leader|person:kim-jong-un] wrote a letter."),
    (CivilDate(2021, 6, 1), "[The Pentagon press secretary|person:john-kirby] spoke."),
    // The text goes before the table.
    (CivilDate(2023, 5, 1), "Turkish President Jane Doe left. [The Turkish president|name:jane-doe] was tired."),
    // Unanchored, in a handover, of another year, former, or behind what the rows know: nobody.
    (nil, "[The Turkish president|-] said that Sweden must wait."),
    (CivilDate(2021, 1, 20), "[The U.S. president|-] spoke."),
    (CivilDate(2023, 5, 1), "[The Turkish president|-] said in 2005 that Sweden must wait."),
    (CivilDate(2023, 5, 1), "[The former Turkish president|-] spoke."),
    (CivilDate(2050, 5, 1), "[The Turkish president|-] spoke."),
  ]

  @Test(arguments: Self.cases.indices) func holders(_ at: Int) throws {
    let (day, marked) = Self.cases[at]
    let (text, marks) = PartyFixture.unmark(marked)
    let document = PartyFixture.document(text)
    let who = try PartyFixture.tagger().tag(document, published: day.map { DateStamp($0) })
    for mark in marks {
      let found = who.parties.first { $0.span == mark.span && $0.kind == .person }
      #expect(found?.entity ?? "-" == mark.value, "\(text)")
    }
  }

  /// Of two presidents of one surname the day tells which.
  @Test func aSurnameByItsOfficeAndDay() throws {
    func castro(_ year: Int) throws -> EntityID? {
      let document = PartyFixture.document("Cuban President Castro received the envoy.")
      let who = try PartyFixture.tagger().tag(document, published: DateStamp(CivilDate(year, 3, 1)))
      return who.entities.first { $0.type == .person }?.entity
    }
    #expect(try castro(2004) == "person:fidel-castro")
    #expect(try castro(2017) == "person:raul-castro")
  }

  /// A title as printed, with whom it names.
  @Test func titlesHaveTheirAffiliation() throws {
    let document = PartyFixture.document(
      "U.S. Department of Defense spokesperson Pat Ryder met Hakan Fidan, the Turkish foreign minister, and Jens Stoltenberg, secretary general of NATO."
    )
    let parties = try PartyFixture.tagger().tag(document).parties
    let titled = parties.filter { $0.title != nil }.map { [document.string($0.title!), $0.affiliation?.entity ?? "-"] }
    #expect(
      titled == [
        ["U.S. Department of Defense spokesperson", "gov:usa/defense"], ["Turkish foreign minister", "state:TUR"],
        ["secretary general of NATO", "org:nato"],
      ])
  }
}
