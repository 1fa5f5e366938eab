// Links in marked text: each mark is a name and the id it must be linked to, or "-" for a name that stays unlinked.

import Testing

@testable import Briefing

struct LinkerTests {
  static let cases = [
    // States, demonyms, acronyms.
    "[Turkey|state:TUR] and the [U.S.|state:USA] are [NATO|org:nato] allies.",
    "Two [Turkish|state:TUR] officials met [American|state:USA] diplomats in Geneva.",
    "The [Swedes|state:SWE] voted on Sunday.",
    "[Türkiye|state:TUR] said it would wait.",
    // Apposition and the short form after it.
    "The [Kurdistan Workers' Party|group:pkk] ([PKK|group:pkk]) said the [PKK|group:pkk] was ready.",
    "The [Blue River Peasants Front|name:blue-river-peasants-front] ([BRPF|name:blue-river-peasants-front]) attacked. The [BRPF|name:blue-river-peasants-front] fled.",
    // Surname after full name; title and name; spelling.
    "Foreign Minister [Hakan Fidan|person:hakan-fidan] spoke. [Fidan|person:hakan-fidan] left.",
    "Col. [Jane Dowrick|name:jane-dowrick] spoke. Later [Dowrick|name:jane-dowrick] left the room.",
    "President [Recep Tayyip Erdogan|person:tayyip-erdogan] met the press. [Erdoğan|person:tayyip-erdogan] smiled.",
    // Two persons of one surname: the bare surname stays open.
    "[Anna Dowrick|name:anna-dowrick] met [Peter Dowrick|name:peter-dowrick]. [Dowrick|-] said nothing.",
    // A bare surname that two known persons bear, without and with an office.
    "Later [Clinton|-] left.",
    "Later President [Clinton|person:bill-clinton] left.",
    // A capital as government, and as a town.
    "[Ankara|gov:TUR] said on Monday that talks would go on.",
    "Talks between [Ankara|gov:TUR] and [Moscow|gov:RUS] broke down.",
    "He landed in [Ankara|place:TUR/ankara] on Monday.",
    "The [Kremlin|gov:RUS] denied it.",
    // Names that are words or persons elsewhere.
    "The meeting was held in [Lebanon|place:USA/lebanon-pa], Pa., on Monday.",
    "[Chad Bradley|name:chad-bradley] scored twice. [Chad|name:chad-bradley] was happy.",
    "[Chad|state:TCD] closed its border, and [Chadian|state:TCD] troops moved in.",
    "[Michael Jordan|name:michael-jordan] retired. [Jordan|name:michael-jordan] was 40.",
    "[Jordan|state:JOR] summoned the envoy, the [Jordanian|state:JOR] agency said.",
    // Possessives and plurals.
    "[Syria|state:SYR]'s army and [Iraq|state:IRQ]’s parliament met the [Russians|state:RUS].",
    // Headlines in capitals.
    "TURKISH PRESIDENT [TAYYIP ERDOGAN|person:tayyip-erdogan] PLANS TO VISIT [RUSSIA|state:RUS]",
  ]

  @Test(arguments: cases) func links(_ marked: String) throws {
    let (text, marks) = PartyFixture.unmark(marked)
    let who = try PartyFixture.tagger().tag(PartyFixture.document(text))
    let document = PartyFixture.document(text)
    for mark in marks {
      let found = who.entities.first { $0.span == mark.span }
      #expect(found != nil, "“\(document.string(mark.span))” is not found in: \(text)")
      if let found {
        #expect(found.entity ?? "-" == mark.value, "“\(document.string(mark.span))” \(found.why)")
        #expect(!found.why.isEmpty)
      }
    }
  }

  /// Words that look like names and are none.
  @Test(arguments: [
    "Turkey sandwiches were served, and more turkey was left.", "Officials met on Monday in May.",
    "He said US was not us.", "Who is it? It is nobody.",
  ])
  func abstains(_ text: String) throws {
    let who = try PartyFixture.tagger().tag(PartyFixture.document(text))
    let names = who.entities.filter { $0.name != "United States" }.map(\.name)
    #expect(names.isEmpty, "\(names)")
  }
}
