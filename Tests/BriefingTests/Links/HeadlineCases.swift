// Headlines as they stand in articles, and the articles that they mean or only seem to: written for this project. Outlets
// reword each other's headlines, cut them and count the dead anew; and much that looks alike is another week or another town.

@testable import Briefing

enum HeadlineCases {
  /// A name, a day of October 2023 (later months go on counting), the title, and how the text opens.
  static let articles = """
    pkk | 2 | Turkish jets hit PKK sites following attack in capital | Turkish warplanes struck Kurdish militant positions in northern Iraq late on Sunday, hours after a bomb went off outside the interior ministry in Ankara, the defense ministry said.
    pkk-later | 44 | Turkish jets hit PKK sites in Iraq's Gara region | The Turkish air force destroyed 15 caves and depots of the Kurdistan Workers' Party in the mountains of Gara, Ankara said on Monday.
    homs | 5 | Drones dropped on graduation parade in Homs, killing dozens of cadets | Drones laden with explosives attacked a military academy in the Syrian city of Homs on Thursday as families took pictures after a graduation ceremony, the army said.
    idlib | 6 | Shelling of Idlib kills 13 after academy attack | Government artillery shelled towns in Syria's Idlib province through the night, rescue workers said.
    mogadishu | 10 | Car bomb kills 14 at hotel in Mogadishu | A car packed with explosives was driven into the gate of a hotel in the Somali capital on Tuesday and gunmen stormed the lobby. Al Shabaab claimed the attack.
    kabul | 11 | Car bomb kills nine outside bank in Kabul | A car exploded near a bank in the Afghan capital as civil servants queued for their pay, the interior ministry said.
    crete | 12 | Greek coast guard pulls 80 migrants from sinking boat off Crete | A fishing boat with some 80 people aboard took in water in strong winds south of Crete, and the Greek coast guard brought all of them ashore.
    lampedusa | 13 | Italian coast guard brings 120 migrants to Lampedusa | Two patrol boats of the Italian coast guard took 120 people from a wooden vessel off the island of Lampedusa on Friday.
    swap | 14 | Armenia and Azerbaijan agree on prisoner exchange | Yerevan and Baku said in a joint statement that 34 captured soldiers would go home, their first accord without a mediator.
    lachin | 16 | Armenia and Azerbaijan trade fire near Lachin as talks stall | Each side accused the other of shooting first in clashes on the road to Lachin; two soldiers were wounded.
    missiles | 20 | North Korea fires two short-range missiles into the sea | Pyongyang launched two ballistic missiles toward the Sea of Japan early on Friday, South Korea's joint chiefs of staff said, a day after joint drills ended.
    icbm | 48 | North Korea test-fires long-range missile, Seoul says | An intercontinental missile flew for 70 minutes and fell west of Hokkaido, the third such launch of North Korea this year.
    niger | 21 | Niger junta gives French ambassador 48 hours to leave | The officers who seized power in Niamey told Sylvain Itte to go home, and called off the accord on French bases.
    mali | 23 | Mali tells French envoy to go over remarks on mercenaries | The military government in Bamako summoned the ambassador of France and gave him three days to depart.
    odesa | 24 | Wheat price jumps after strike on port of Odesa | Chicago wheat rose by 4 percent after Russian missiles damaged a grain terminal in Odesa overnight.
    izmail | 26 | Drones burn grain silos at Danube port of Izmail | Russian drones set fire to warehouses in Izmail, the Ukrainian port across the river from Romania, the regional governor said.
    sanctions | 27 | EU envoys fail to agree on new sanctions against Moscow | Ambassadors of the 27 states put off the package for a week, as Hungary asked for guarantees for its nuclear plant.
    shoal | 29 | Chinese and Philippine vessels collide near Second Thomas Shoal | Manila said a ship of the Chinese coast guard blocked and struck a boat that was taking supplies to marines on a grounded ship.
    farmers | 36 | Polish farmers block crossing into Ukraine in row over grain | Tractors closed the road to Medyka on Sunday and lorries queued for 20 kilometres; the farmers want limits on cheap wheat.
    quito | 38 | Candidate shot dead at rally in Ecuador, emergency declared | A man who had campaigned against the drug gangs was shot as he left a school in Quito; the president declared a state of emergency.
    yerevan | 39 | Thousands in Yerevan call on premier to go | Protesters filled Republic Square and demanded that Nikol Pashinyan resign over the loss of Karabakh.
    americans | 40 | Iran frees five Americans in swap brokered by Qatar | Five American citizens flew out of Tehran on Monday after $6 billion of Iranian money reached banks in Doha.
    riyadh | 41 | Blinken lands in Riyadh to press for ties with Israel | The U.S. secretary of state began a trip to the Gulf in the Saudi capital, where he will meet the crown prince on Tuesday.
    tanker | 50 | Tanker on fire in Gulf of Aden after Houthi missile hits it | A missile fired from Yemen struck a tanker under the flag of the Marshall Islands; the crew put out the blaze, the U.S. military said.
    carrier | 51 | Houthis seize car carrier in Red Sea with 25 crew | Fighters of Yemen's Houthi movement came down from a helicopter onto the deck of a Japanese-run ship and took it to Hodeidah.
    kosovo | 53 | Kosovo police retake monastery from gunmen after officer is killed | Some 30 armed men had held an Orthodox monastery at Banjska since dawn; three of them were dead and the rest fled, Pristina said.
    serbia | 55 | Serbia pulls part of its troops back from Kosovo line | The army cut its force near the border from 8,350 to 4,500 men, its chief of staff said in Belgrade.
    omdurman | 57 | Sudanese army takes back state broadcaster in Omdurman | Soldiers raised the flag over the radio and television building, eleven months after the paramilitary RSF had seized it.
    finland | 58 | Finland shuts four crossings on border with Russia | Helsinki accused Moscow of sending asylum seekers to the frontier and closed half of its eastern checkpoints.
    cable | 60 | Anchor of Chinese ship damaged Baltic gas pipe, Finnish police say | Divers lifted an anchor of six tonnes beside the Balticconnector and investigators want to talk to the crew of the Newnew Polar Bear.
    ceasefire | 62 | Truce in Gaza extended by two days, Qatar says | Israel and Hamas agreed to prolong the pause by two days so that 20 more hostages could be freed, the foreign ministry in Doha said.
    caracas | 64 | Venezuelans back claim to Guyana's Essequibo in vote | More than 95 percent approved the claim to the oil-rich region, the electoral council in Caracas said; Guyana called it a step toward annexation.
    """

  /// The day of the article that it stands in, the headline, and the name of the article that it means; "-" for one that has
  /// not arrived.
  static let headlines = """
    4 | TURKEY STRIKES KURDISH TARGETS AFTER ANKARA BOMBING | pkk
    3 | TURKISH JETS HIT PKK SITES FOLLOWING... | pkk
    3 | TURKISH WARPLANES STRIKE PKK POSITIONS IN NORTHERN IRAQ AFTER ANKARA BOMB | pkk
    45 | TURKISH AIR FORCE DESTROYS PKK CAVES IN GARA, IRAQ | pkk-later
    7 | DRONE ATTACK ON MILITARY ACADEMY IN HOMS KILLS DOZENS AT GRADUATION | homs
    6 | EXPLOSIVE DRONES KILL DOZENS OF CADETS AT HOMS GRADUATION | homs
    8 | SYRIA SHELLS IDLIB, KILLING 13, AFTER DRONE ATTACK ON ACADEMY | idlib
    11 | SOMALI MILITANTS STORM MOGADISHU HOTEL AFTER CAR BOMB, KILLING 14 | mogadishu
    11 | CAR BOMB AT MOGADISHU HOTEL KILLS AT LEAST 10 | mogadishu
    12 | BLAST OUTSIDE KABUL BANK KILLS NINE AS CIVIL SERVANTS QUEUE FOR PAY | kabul
    13 | MIGRANTS PULLED FROM SINKING BOAT OFF CRETE BY GREEK COAST GUARD | crete
    14 | ITALY'S COAST GUARD BRINGS 120 MIGRANTS TO LAMPEDUSA | lampedusa
    15 | AZERBAIJAN AND ARMENIA TO EXCHANGE PRISONERS IN FIRST ACCORD WITHOUT MEDIATOR | swap
    17 | TWO SOLDIERS WOUNDED AS ARMENIA, AZERBAIJAN TRADE FIRE NEAR LACHIN | lachin
    21 | NORTH KOREA LAUNCHES TWO BALLISTIC MISSILES AFTER U.S.-SOUTH KOREA DRILLS END | missiles
    49 | NORTH KOREA'S LONG-RANGE MISSILE FALLS WEST OF HOKKAIDO | icbm
    22 | NIGER'S JUNTA ORDERS FRENCH AMBASSADOR OUT WITHIN 48 HOURS | niger
    24 | MALI EXPELS FRENCH AMBASSADOR OVER MERCENARY REMARKS | mali
    25 | WHEAT PRICES JUMP AFTER RUSSIAN MISSILES HIT ODESA PORT | odesa
    27 | RUSSIAN DRONES HIT UKRAINE'S DANUBE PORT OF IZMAIL, BURNING GRAIN SILOS | izmail
    28 | EU FAILS TO AGREE ON NEW RUSSIA SANCTIONS AS HUNGARY HOLDS OUT | sanctions
    30 | CHINESE COAST GUARD SHIP HITS PHILIPPINE SUPPLY BOAT NEAR SECOND THOMAS SHOAL | shoal
    37 | POLISH FARMERS BLOCK UKRAINE BORDER OVER CHEAP GRAIN | farmers
    39 | ECUADOR DECLARES EMERGENCY AFTER CANDIDATE IS SHOT DEAD | quito
    40 | YEREVAN PROTESTERS DEMAND PREMIER'S RESIGNATION OVER KARABAKH | yerevan
    41 | FIVE AMERICANS LEAVE IRAN IN PRISONER SWAP BROKERED BY QATAR | americans
    42 | BLINKEN IN RIYADH TO PRESS FOR SAUDI TIES WITH ISRAEL | riyadh
    51 | HOUTHI MISSILE SETS TANKER ON FIRE IN GULF OF ADEN | tanker
    52 | YEMEN'S HOUTHIS SEIZE JAPANESE-RUN SHIP IN RED SEA | carrier
    54 | KOSOVO POLICE RETAKE MONASTERY AFTER GUNMEN KILL OFFICER | kosovo
    56 | SERBIA WITHDRAWS SOME TROOPS FROM KOSOVO BORDER | serbia
    58 | SUDAN'S ARMY RECAPTURES STATE TV BUILDING IN OMDURMAN | omdurman
    59 | FINLAND CLOSES FOUR BORDER CROSSINGS WITH RUSSIA | finland
    61 | FINNISH POLICE SAY CHINESE SHIP'S ANCHOR BROKE BALTIC GAS PIPE | cable
    63 | ISRAEL, HAMAS AGREE TO EXTEND GAZA TRUCE BY TWO DAYS | ceasefire
    65 | VENEZUELANS VOTE IN FAVOR OF CLAIMING GUYANA'S ESSEQUIBO | caracas
    66 | VENEZUELANS BACK CLAIM TO GUYANA'S ESSEQUIBO… | caracas
    21 | TURKISH JETS HIT SITES OF YPG IN SYRIA AFTER BORDER SHELLING | -
    60 | TURKISH JETS SHOT DOWN OVER AEGEAN, GREECE SAYS | -
    12 | CAR BOMB KILLS 11 AT MARKET IN BAGHDAD | -
    12 | CAR BOMB KILLS FOUR OUTSIDE POLICE STATION IN KARACHI | -
    30 | CAR BOMB KILLS SIX AT CHECKPOINT IN MOGADISHU | -
    13 | MALTESE COAST GUARD TURNS BACK MIGRANTS OFF GOZO | -
    14 | SPANISH COAST GUARD BRINGS 60 MIGRANTS TO EL HIERRO | -
    15 | RUSSIA AND UKRAINE AGREE ON PRISONER EXCHANGE | -
    60 | ARMENIA AND AZERBAIJAN AGREE ON TEXT OF BORDER TREATY | -
    35 | NORTH KOREA SENDS SPY SATELLITE INTO ORBIT | -
    22 | BURKINA FASO GIVES FRENCH TROOPS A MONTH TO LEAVE | -
    25 | CORN PRICE FALLS AFTER RAIN IN IOWA | -
    27 | DRONES HIT OIL DEPOT IN BRYANSK, RUSSIA SAYS | -
    28 | EU ENVOYS AGREE ON AID FOR MOLDOVA | -
    31 | CHINESE AND INDIAN SOLDIERS CLASH ON HIMALAYAN BORDER | -
    37 | FRENCH FARMERS BLOCK ROADS INTO PARIS OVER FUEL TAX | -
    39 | CANDIDATE SHOT DEAD AT RALLY IN MEXICO | -
    40 | THOUSANDS IN TBILISI PROTEST AGAINST MEDIA LAW | -
    42 | BLINKEN LANDS IN BEIJING TO EASE TENSIONS | -
    52 | PIRATES SEIZE BULK CARRIER OFF SOMALIA WITH 18 CREW | -
    54 | KOSOVO POLICE ARREST FORMER REBEL OVER WAR CRIMES | -
    56 | SERBIA VOTES IN SNAP ELECTION | -
    58 | SUDANESE ARMY LOSES STATE CAPITAL WAD MADANI TO RSF | -
    59 | POLAND SHUTS CROSSING ON BORDER WITH BELARUS | -
    61 | SWEDISH PROSECUTORS END PROBE OF NORD STREAM BLASTS | -
    64 | TRUCE IN GAZA ENDS AS FIGHTING RESUMES | -
    64 | TRUCE IN YEMEN EXTENDED BY TWO MONTHS, UN SAYS | -
    """

  /// 2023-10-01 less one.
  private static let start = CivilDate(2023, 9, 30).dayNumber

  private static func lines(_ table: String) -> [[String]] {
    table.split(separator: "\n").map { line in
      line.components(separatedBy: " | ").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The articles under ids from 1 on, as an import would link them; and each one's id by name.
  static func items(_ analyser: Analyser) -> (items: [LinkItem], ids: [String: Int64]) {
    var ids: [String: Int64] = [:]
    var items: [LinkItem] = []
    for (index, fields) in lines(articles).enumerated() {
      ids[fields[0]] = Int64(index + 1)
      items.append(item(Int64(index + 1), day: fields[1], title: fields[2], text: fields[3], analyser))
    }
    return (items, ids)
  }

  /// An article around each headline, under ids from 1001 on, and the name of what it means; nil where that is not here.
  static func naming(_ analyser: Analyser) -> [(item: LinkItem, means: String?)] {
    lines(headlines).enumerated().map { index, fields in
      let text = "The clerk turned page \(index) over.\n\(fields[1])\nNobody had wound the clock in the hall."
      let item = item(Int64(1001 + index), day: fields[0], title: "Ledger, page \(index)", text: text, analyser)
      return (item, fields[2] == "-" ? nil : fields[2])
    }
  }

  private static func item(_ id: Int64, day: String, title: String, text: String, _ analyser: Analyser) -> LinkItem {
    var article = PlainText.article(from: text)
    article.title = Title(title, origin: .field)
    let stamp = DateStamp(CivilDate(dayNumber: start + (Int(day) ?? 0)))
    article.published = PublicationDate(stamp, origin: .field)
    return LinkItem(id: id, article: article, analysis: analyser.analyse(article))
  }
}
