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
    // One name of several states and places: what stands beside it decides, else what else the text names, else nothing.
    "[Washington|gov:USA] said on Tuesday it would send more aid to [Kyiv|place:UKR/kyiv].",
    "He flew to [Washington|place:USA/washington] on Monday to meet senators.",
    "The governor of [Washington|place:USA/washington-state], Jay Inslee, declared an emergency.",
    "A wildfire in [Washington state|place:USA/washington-state] forced thousands out.",
    "[Georgia|state:GEO]'s ruling party passed the law in [Tbilisi|place:GEO/tbilisi].",
    "Voters in [Georgia|place:USA/georgia-us-state] and [Arizona|place:USA/arizona] will decide the [U.S. Senate|gov:usa/senate] race.",
    "The Republican senator from [Georgia|place:USA/georgia-us-state] spoke.",
    "[Russian|state:RUS] troops occupy a fifth of [Georgia|state:GEO].",
    "He moved to [Athens|place:USA/athens], [Georgia|place:USA/georgia-us-state], last year.",
    "[Armenia|state:ARM], [Azerbaijan|state:AZE] and [Georgia|state:GEO] met.",
    "They spoke of [Georgia|-] for an hour.",
    "Thousands crossed the [Jordan River|place:INT/jordan-river] into the [West Bank|place:PSE/west-bank].",
    "[Congo|state:COD]'s President [Felix Tshisekedi|person:felix-tshisekedi] spoke in [Kinshasa|place:COD/kinshasa].",
    "[Congo|state:COG]'s President [Denis Sassou Nguesso|person:denis-sassou-nguesso] spoke in [Brazzaville|place:COG/brazzaville].",
    "Rebels took [Goma|place:COD/goma] in eastern [Congo|state:COD].",
    "They spoke of [Congo|-] for an hour.",
    "The president of [Congo-Brazzaville|state:COG] met the president of [Congo-Kinshasa|state:COD].",
    "[North Korea|state:PRK] fired a missile, [South Korea|state:KOR] said.",
    "[Niger|state:NER]'s junta expelled the [French|state:FRA] envoy; [Nigerian|state:NGA] and [Nigerien|state:NER] officials met in [Abuja|place:NGA/abuja].",
    "[Guinea-Bissau|state:GNB], [Equatorial Guinea|state:GNQ] and [Papua New Guinea|state:PNG] are not [Guinea|state:GIN].",
    "A storm hit [Paris|place:USA/paris], [Texas|place:USA/texas], on Sunday.",
    "[Paris|gov:FRA] said it would recall its ambassador.",
    "Four students were killed in [Moscow|place:USA/moscow], [Idaho|place:USA/idaho].",
    "Four people were shot in [Birmingham|place:USA/birmingham], [Alabama|place:USA/alabama].",
    "Police in [Birmingham|place:GBR/birmingham], [England|place:GBR/england], arrested a man.",
    "Fires burned in [Victoria|place:AUS/victoria], [Australia|state:AUS].",
    "He was born in [Rome|place:USA/rome], N.Y., in 1950.",
    "A bomb went off in [Tripoli|place:LBN/tripoli], [Lebanon|state:LBN].",
    "[Sudan|state:SDN] and [South Sudan|state:SSD] signed; [South Sudanese|state:SSD] officials came from [Juba|place:SSD/juba].",
    "[Ireland|state:IRL]'s prime minister visited [Northern Ireland|place:GBR/northern-ireland].",
    "[Mexico City|place:MEX/mexico-city] shook, [New Mexico|place:USA/new-mexico] did not, and [Mexico|state:MEX] sent help.",
    "The [Republic of China|state:TWN] is [Taiwan|state:TWN]; the [People's Republic of China|state:CHN] is [China|state:CHN].",
    "[North Macedonia|state:MKD] joined [NATO|org:nato]. [Greek Macedonia|place:GRC/macedonia] is a region of [Greece|state:GRC].",
    "[Iran|state:IRN] and [Iraq|state:IRQ]; [Indian|state:IND] and [Indonesian|state:IDN]; [Slovakia|state:SVK] and [Slovenia|state:SVN].",
    // Spellings.
    "[Kiev|place:UKR/kyiv] and [Kyiv|place:UKR/kyiv]; [Muammar Qaddafi|person:moammar-gadhafi] and [Moammar Gadhafi|person:moammar-gadhafi].",
    "[Fethullah Gülen|person:fetullah-gulen] and [Fetullah Gulen|person:fetullah-gulen].",
    // Two of one surname, and surnames that many bear.
    "[George W. Bush|person:george-w-bush] met [Jeb Bush|name:jeb-bush]. [Bush|-] left early.",
    "[Castro|-] died on Friday.",
    "Honduran President [Castro|person:xiomara-castro] received the envoy.",
    "[Brown|-] scored twice.",
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

  /// A surname without antecedent that two may bear is offered with both.
  @Test func whomItMayBeIsOffered() throws {
    func candidates(_ text: String) throws -> Set<EntityID> {
      let who = try PartyFixture.tagger().tag(PartyFixture.document(text))
      return Set(who.entities.filter { $0.entity == nil }.flatMap { $0.candidates.map(\.entity) })
    }
    #expect(try candidates("Later Clinton left.") == ["person:bill-clinton", "person:hillary-clinton"])
    #expect(try candidates("Anna Dowrick met Peter Dowrick. Dowrick left.") == ["name:anna-dowrick", "name:peter-dowrick"])
    #expect(try candidates("They spoke of Georgia for an hour.") == ["state:GEO", "place:USA/georgia-us-state"])
  }

  /// Words that look like names and are none.
  @Test(arguments: [
    "Turkey sandwiches were served, and more turkey was left.", "Turkey and stuffing were on the table.",
    "Officials met on Monday in May.",
    "He said US was not us.", "Who is it? It is nobody.",
  ])
  func abstains(_ text: String) throws {
    let who = try PartyFixture.tagger().tag(PartyFixture.document(text))
    let names = who.entities.filter { $0.name != "United States" }.map(\.name)
    #expect(names.isEmpty, "\(names)")
  }
}
