// The hard cases of linking, in variations: one name of several places, persons and states. Marked text, as in `LinkerTests`.

import Testing

@testable import Briefing

struct HardNamesTests {
  static let cases = [
    // Washington
    "[Washington|gov:USA] has frozen the aid, two officials said.",
    "Relations between [Moscow|gov:RUS] and [Washington|gov:USA] have soured.",
    "[Washington|gov:USA] and its allies walked out.",
    "She lives in [Washington|place:USA/washington] with her two sons.",
    "The march through downtown [Washington|place:USA/washington] drew 40,000 people.",
    "Apple growers in eastern [Washington|place:USA/washington-state] lost a third of the crop.",
    "Firefighters in [Washington|place:USA/washington-state], [Oregon|place:USA/oregon] and [Idaho|place:USA/idaho] fought 40 blazes.",
    "Seattle, [Washington|place:USA/washington-state], is home to the firm.",
    "A bus overturned outside Spokane, [Washington|place:USA/washington-state], on Tuesday.",
    "The [Washington state|place:USA/washington-state] legislature passed the bill.",
    "[Denzel Washington|name:denzel-washington] plays a pilot. [Washington|name:denzel-washington] won an Oscar in 2002.",
    "[George Washington|name:george-washington] crossed the river at night.",
    "[Beijing|gov:CHN] warned [Washington|gov:USA] against selling arms to [Taiwan|state:TWN].",
    "He accused [Washington|gov:USA] of meddling.",
    "The envoy flew back to [Washington|place:USA/washington] for talks.",
    "[Tehran|gov:IRN] wants [Washington|gov:USA] to lift the sanctions first.",
    "[Washington|gov:USA]'s decision surprised [Ankara|gov:TUR].",
    "Talks were held in [Washington|place:USA/washington] last week.",
    // Georgia
    "[Georgia|state:GEO]'s parliament overrode the veto on Tuesday.",
    "Protesters in [Tbilisi|place:GEO/tbilisi] say [Georgia|state:GEO] is turning away from Europe.",
    "[Atlanta|place:USA/atlanta], [Georgia|place:USA/georgia-us-state], hosts the final.",
    "He won [Georgia|place:USA/georgia-us-state], [Michigan|place:USA/michigan] and [Wisconsin|place:USA/wisconsin].",
    "[Georgia|place:USA/georgia-us-state] Gov. [Brian Kemp|name:brian-kemp] signed the bill.",
    "[Georgia|place:USA/georgia-us-state] Governor [Brian Kemp|name:brian-kemp] signed the bill.",
    "A grand jury in Fulton County, [Georgia|place:USA/georgia-us-state], indicted 19 people.",
    "[Georgia|state:GEO] and [Ukraine|state:UKR] applied to join the bloc.",
    "The pipeline runs from [Azerbaijan|state:AZE] through [Georgia|state:GEO] to [Turkey|state:TUR].",
    "[Russia|state:RUS] invaded [Georgia|state:GEO] in 2008.",
    "[Giorgia Meloni|person:giorgia-meloni] flew to [Tirana|place:ALB/tirana].",
    "Savannah, [Georgia|place:USA/georgia-us-state], is the fourth-busiest port.",
    "Voters in the U.S. state of [Georgia|place:USA/georgia-us-state] go to the polls.",
    "The former Soviet republic of [Georgia|state:GEO] has 3.7 million people.",
    // Jordan
    "[Israel|state:ISR], [Egypt|state:EGY] and [Jordan|state:JOR] shut their borders.",
    "[Jim Jordan|name:jim-jordan] of [Ohio|place:USA/ohio] lost the vote. [Jordan|name:jim-jordan] said he would try again.",
    "Rep. [Jim Jordan|name:jim-jordan] said so. Critics of [Jordan|name:jim-jordan] disagreed.",
    "[Jordan Henderson|name:jordan-henderson] left the club. [Henderson|name:jordan-henderson] is 33.",
    "Aid was dropped from [Jordan|state:JOR] on Sunday.",
    "Three U.S. soldiers were killed at Tower 22 in [Jordan|state:JOR].",
    "[Jordan Peterson|name:jordan-peterson] spoke in Toronto.",
    "[Michael Jordan|name:michael-jordan] bought the team in 2010; [Jordan|name:michael-jordan] sold it.",
    "The [Jordanian|state:JOR] army shot down a drone.",
    // Turkey
    "[Turkey|state:TUR] vetoed the plan.",
    "[Turkey|state:TUR] and [Greece|state:GRC] agreed to talk.",
    "[Turkey|state:TUR]'s central bank raised rates.",
    // Chad
    "[Chad|state:TCD]'s president visited [Paris|place:FRA/paris].",
    "Sudanese refugees are crossing into [Chad|state:TCD].",
    "[Chad Wolf|name:chad-wolf] resigned. [Wolf|name:chad-wolf] had served since 2019.",
    "[Chad Smith|name:chad-smith], a drummer, was there. [Chad|name:chad-smith] played well.",
    "Rebels entered [Chad|state:TCD] from [Libya|state:LBY].",
    // Lebanon
    "[Lebanon|state:LBN]'s army deployed in the south.",
    "[Israel|state:ISR] struck southern [Lebanon|state:LBN].",
    "[Beirut|place:LBN/beirut] is the capital of [Lebanon|state:LBN].",
    // two of one surname
    "[Bill Clinton|person:bill-clinton] and [Hillary Clinton|person:hillary-clinton] voted. [Clinton|-] waved.",
    "[Susan Rice|person:susan-rice] met [Condoleezza Rice|person:condoleezza-rice]. [Rice|-] smiled.",
    "[Joseph Aoun|person:joseph-aoun] replaced [Michel Aoun|person:michel-aoun]. [Aoun|-] spoke on Friday.",
    "[Ali Larijani|person:ali-larijani] spoke. [Larijani|person:ali-larijani] left.",
    "[Raul Castro|person:raul-castro] is 93. [Castro|person:raul-castro] led [Cuba|state:CUB].",
    "[Mohammed Sinwar|person:mohammed-sinwar] was a brother of [Yahya Sinwar|person:yahya-sinwar]. [Sinwar|-] was killed.",
    "Mr. [John Smith|name:john-smith] and Mrs. [Jane Smith|name:jane-smith] sued. Mrs. [Smith|name:jane-smith] won.",
    "[Anna Kovacs|name:anna-kovacs] and [Peter Kovacs|name:peter-kovacs] met. [Peter|name:peter-kovacs] left first.",
    "[Gotabaya Rajapaksa|person:gotabaya-rajapaksa] fled. [Rajapaksa|person:gotabaya-rajapaksa] flew to Male.",
    // faults
    "[Valeska Paris|name:valeska-paris] spoke. [Paris|name:valeska-paris] said she had been held. She joined [Paris|name:valeska-paris]'s case.",
    "RUSSIAN STRIKE KILLS 12 IN [KHARKIV|place:UKR/kharkiv]",
    // more of each, and seats of government
    "[Jordan|state:JOR] intercepted dozens of drones over its territory.",
    "The king of [Jordan|state:JOR] flew to Cairo.",
    "[Syria|state:SYR] and [Jordan|state:JOR] reopened the crossing.",
    "[Barbara Jordan|name:barbara-jordan] was elected in 1972. [Jordan|name:barbara-jordan] served three terms.",
    "[Jordan Spieth|name:jordan-spieth] won by two shots. [Spieth|name:jordan-spieth] is from Dallas.",
    "[Jordan|state:JOR]-based aid workers crossed the border.",
    "Thousands fled to [Jordan|state:JOR], [Lebanon|state:LBN] and [Turkey|state:TUR].",
    "Smugglers use the border with [Jordan|state:JOR].",
    "[Turkey|state:TUR] said it would send troops to [Libya|state:LBY].",
    "The talks in [Turkey|state:TUR] ended on Friday.",
    "[Turkey|state:TUR] is a member of [NATO|org:nato].",
    "In [Turkey|state:TUR], inflation hit 61 percent.",
    "The [Turkey|state:TUR]-[Syria|state:SYR] border is 900 km long.",
    "[Chad|state:TCD] recalled its ambassador.",
    "Soldiers from [Chad|state:TCD] and [Nigeria|state:NGA] fought Boko Haram.",
    "[Chad Johnson|name:chad-johnson] caught two passes. [Johnson|name:chad-johnson] was hurt.",
    "[Chad|state:TCD], one of the poorest countries in the world, has oil.",
    "Gov. [Chad Brown|name:chad-brown] spoke. [Brown|name:chad-brown] won in May.",
    "The government of [Chad|state:TCD] denied it.",
    "[Chad|state:TCD] and [Sudan|state:SDN] signed a pact.",
    "She flew from [Chad|state:TCD] to [Paris|place:FRA/paris].",
    "A crash near [Lebanon|place:USA/lebanon], Ore., killed two.",
    "[Lebanon|state:LBN], Syria and Jordan shut their borders.",
    "Hezbollah fired rockets from [Lebanon|state:LBN].",
    "[Beirut|place:LBN/beirut], [Lebanon|state:LBN], was calm.",
    "[Masoud Barzani|person:masoud-barzani] is the uncle of [Nechirvan Barzani|person:nechirvan-barzani]. [Barzani|-] declined to comment.",
    "[Maria Lopez|name:maria-lopez] and her brother [Juan Lopez|name:juan-lopez] fled. Ms. [Lopez|name:maria-lopez] is 30.",
    "Senator [Anna Reed|name:anna-reed] and Judge [Tom Reed|name:tom-reed] met. Senator [Reed|name:anna-reed] left first.",
    "[Putin|person:vladimir-putin] called [Xi|person:xi-jinping] on Monday.",
    "The [Kremlin|gov:RUS] warned [Kyiv|gov:UKR] against it.",
    "The [Elysee|gov:FRA] said the call had been frank.",
    "[Tehran|gov:IRN] has rejected the offer.",
    "[Riyadh|gov:SAU] and [Doha|gov:QAT] restored ties.",
    "[Beijing|gov:CHN] sanctioned two firms.",
  ]

  @Test(arguments: cases) func links(_ marked: String) throws {
    let (text, marks) = PartyFixture.unmark(marked)
    let document = PartyFixture.document(text)
    let who = try PartyFixture.tagger().tag(document)
    for mark in marks {
      let found = who.entities.first { $0.span == mark.span }
      #expect(found != nil, "“\(document.string(mark.span))” is not found in: \(text)")
      #expect(found.map { $0.entity ?? "-" } ?? "" == mark.value, "“\(document.string(mark.span))” \(found?.why ?? "")")
    }
  }

  /// The bird, and other words in capitals that are no names.
  @Test(arguments: [
    "Roast turkey with gravy was on the table.", "Turkey farmers fear bird flu.",
    "Turkey prices rose 20 percent before Thanksgiving.",
    "The president pardoned a turkey.", "A wild turkey ran across the road.", "STRIKE KILLS 12 AS TALKS STALL",
  ])
  func areNoNames(_ text: String) throws {
    let who = try PartyFixture.tagger().tag(PartyFixture.document(text))
    #expect(who.entities.map(\.name).isEmpty, "\(text): \(who.entities.map(\.name))")
  }

  /// Towns of the United States that share a name with a state or a capital are none of those.
  @Test(arguments: [
    "A fire broke out in Lebanon, Pa., on Friday.", "Police in Lebanon, Tennessee, arrested two men.",
    "She grew up in Cairo, Ill.", "A plant in Athens, Ohio, will close.", "A tornado hit Moscow, Idaho.",
    "Two were shot in Paris, Tennessee.", "He was born in Lebanon, New Hampshire.",
  ])
  func areTownsOfTheUnion(_ text: String) throws {
    let who = try PartyFixture.tagger().tag(PartyFixture.document(text))
    let towns = who.entities.filter {
      ["Lebanon", "Cairo", "Athens", "Moscow", "Paris"].contains(PartyFixture.document(text).string($0.span))
    }
    #expect(towns.count == 1)
    #expect(towns.allSatisfy { $0.iso3 == "USA" && $0.kind == .place }, "\(towns.map(\.why))")
  }
}
