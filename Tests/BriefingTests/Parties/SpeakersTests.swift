// Who says what: each case is a text and the words that are shown for its sentences, in order.

import Testing

@testable import Briefing

struct SpeakersTests {
  /// Named speakers: verbs of saying in both orders, appositions, platforms, headlines.
  static let named: [(text: String, shown: [String])] = [
    ("\"We will not leave,\" said the general.", ["said by: the general (unnamed)"]),
    (
      "\"We will not leave,\" Hakan Fidan said. \"Nobody can make us. This is our home.\"",
      ["said by: Hakan Fidan", "said by: Hakan Fidan", "said by: Hakan Fidan"]
    ),
    (
      "\"We will not leave. Nobody can make us,\" Hakan Fidan told reporters in Ankara.",
      ["said by: Hakan Fidan", "said by: Hakan Fidan"]
    ),
    ("Foreign Minister Hakan Fidan said on Monday the talks had failed.", ["said by: Hakan Fidan"]),
    ("Hakan Fidan, the Turkish foreign minister, said the talks had failed.", ["said by: Hakan Fidan"]),
    ("Hakan Fidan spoke in Ankara. He said the talks had failed.", ["said by: Hakan Fidan"]),
    ("Trump tweeted that the deal was dead.", ["said by: Trump"]),
    ("Police arrested dozens in raids on suspected PKK networks, Hakan Fidan said.", ["said by: Hakan Fidan"]),
    ("\"The deal is dead,\" Trump wrote on Truth Social.", ["said by: Trump"]),
    ("In a post on X, Zelenskyy said that Russia had fired 40 drones.", ["said by: Zelenskyy"]),
    ("Zelenskyy said on X that Russia had fired 40 drones.", ["said by: Zelenskyy"]),
    ("Zelenskyy posted a video on Telegram warning that more strikes would come.", ["said by: Zelenskyy"]),
    ("Russia fired 40 drones, Ukraine's air force said.", ["said by: Ukraine's air force"]),
    ("Ukraine's military claimed it had sunk the ship.", ["said by: Ukraine's military"]),
    ("Russia's Defense Ministry said it had shot down 40 drones.", ["said by: Russia's Defense Ministry"]),
    ("The Pentagon said no American was hurt.", ["said by: Pentagon"]),
    ("No American was hurt, Pentagon spokesman Brig. Gen. Pat Ryder told reporters on Thursday.", ["said by: Pat Ryder"]),
    ("No American was hurt, said Brig. Gen. Pat Ryder, the Pentagon press secretary.", ["said by: Pat Ryder"]),
    ("Brig. Gen. Pat Ryder, the Pentagon's press secretary, said no American was hurt.", ["said by: Pat Ryder"]),
    ("Reuters reported that the ship had sunk.", ["said by: Reuters"]),
    ("The New York Times reported on Friday that the ship had sunk, citing two officials.", ["said by: New York Times"]),
    ("Peskov was quoted as saying by TASS that the ship had sunk.", ["said by: Peskov"]),
    ("Islamic State claimed responsibility for the attack in a statement.", ["said by: Islamic State"]),
    ("Hamas denied the report.", ["said by: Hamas"]),
    ("Erdogan accused the United States of backing the coup.", ["said by: Erdogan"]),
    ("Israel blamed Hamas for the blast.", ["said by: Israel"]),
    ("Fidan said the attackers came from Syria. They had been trained there, he added.", ["said by: Fidan", "said by: Fidan"]),
    ("The U.N. said in a report that 300 people had died.", ["said by: U.N."]),
    ("Kyiv said Moscow fired the missile, but Moscow said Kyiv did.", ["said by: Kyiv", "said by: Moscow"]),
    ("Lavrov called the strike \"a crime\".", ["said by: Lavrov"]),
    ("The strike was \"a crime\", in the words of Lavrov.", ["said by: Lavrov"]),
    ("In Lavrov's words, the strike was a crime.", ["said by: Lavrov"]),
    ("Lavrov: \"This is a crime.\"", ["said by: Lavrov"]),
    ("One resident, Ahmed Saleh, said shells fell all night.", ["said by: Ahmed Saleh"]),
    ("Beijing opposes the move, Mao Ning, a foreign ministry spokeswoman, told a regular briefing.", ["said by: Mao Ning"]),
    ("Putin, speaking in Sochi, said Russia was ready.", ["said by: Putin"]),
    ("Speaking in Sochi, Putin said Russia was ready.", ["said by: Putin"]),
    ("In a statement, Hamas said it was ready.", ["said by: Hamas"]),
    ("\"Why?\" asked Fidan.", ["said by: Fidan"]),
    ("KYIV SAYS 12 DEAD IN STRIKE", ["said by: KYIV"]),
    ("12 DEAD IN STRIKE, KYIV SAYS", ["said by: KYIV"]),
    ("UKRAINE: 12 DEAD IN STRIKE", ["said by: UKRAINE"]),
    ("The U.S. and Turkey said talks would go on.", ["said by: U.S.", "said by: Turkey"]),
    (
      "French President Emmanuel Macron and German Chancellor Olaf Scholz said on Friday that they backed Kyiv.",
      ["said by: Emmanuel Macron", "said by: Olaf Scholz"]
    ),
    ("The Israeli military said in a statement late Tuesday that it had hit a Hezbollah cell.", ["said by: Israeli military"]),
    ("Israel struck Rafah on Sunday, saying it had targeted Hamas.", ["said by: Israel"]),
    (
      "\"They came at night,\" said Fatima Noor, a mother of four. \"We ran.\"", ["said by: Fatima Noor", "said by: Fatima Noor"]
    ),
    ("North Korea claims it has no cases.", ["said by: North Korea"]),
    ("Israel's prime minister, Benjamin Netanyahu, said the war would go on.", ["said by: Benjamin Netanyahu"]),
    ("The head of Ukraine's military intelligence, Kyrylo Budanov, said so.", ["said by: Kyrylo Budanov"]),
    ("A senior Hamas official, Osama Hamdan, told Al Jazeera that the group had agreed.", ["said by: Osama Hamdan"]),
    ("Asked if a deal was near, Blinken said: \"Yes.\"", ["said by: Blinken"]),
    ("The leader was killed, the White House announced.", ["said by: White House"]),
    ("The U.S. believes Iran supplied the drones.", ["said by: U.S."]),
    ("The attack, claimed by the Islamic State group, killed 60.", ["said by: Islamic State group"]),
    ("Said Fidan: \"We are done.\"", ["said by: Fidan"]),
    ("As Fidan put it, the war is lost.", ["said by: Fidan"]),
    ("The war, as Lavrov put it, is lost.", ["said by: Lavrov"]),
    ("Fidan put it bluntly: \"The war is lost.\"", ["said by: Fidan"]),
    ("The minister's resignation was first reported by Haaretz.", ["said by: Haaretz"]),
    ("Israel blamed Hamas.", ["said by: Israel"]),
    ("Lavrov went on to say that the West was wrong.", ["said by: Lavrov"]),
    ("Putin rejected the charge as baseless.", ["said by: Putin"]),
    ("Hakan Fidan spoke in Ankara. In his view, the talks are dead.", ["said by: Hakan Fidan"]),
    // "He" and "she" mean whom they can mean.
    ("Hakan Fidan met Annalena Baerbock on Monday. She said the talks had failed.", ["said by: Annalena Baerbock"]),
    ("Annalena Baerbock met Hakan Fidan on Monday. He said the talks had failed.", ["said by: Hakan Fidan"]),
    (
      "Annalena Baerbock said it was late. Hakan Fidan said it was not. She added that time was short.",
      ["said by: Annalena Baerbock", "said by: Hakan Fidan", "said by: Annalena Baerbock"]
    ),
    ("Spokeswoman Kim Dowrick met the mayor, Lee Orme. She said so.", ["said by: Kim Dowrick"]),
    ("Hakan Fidan spoke in Ankara. She said the talks had failed.", ["said by: She (unnamed)"]),
  ]

  /// Speakers without a name, and subjects that no table knows.
  static let unnamed: [(text: String, shown: [String])] = [
    ("The minister said the talks had failed.", ["said by: The minister (unnamed)"]),
    ("The bridge was destroyed, according to officials.", ["said by: officials (unnamed)"]),
    ("Two senior diplomats said the draft was ready.", ["said by: Two senior diplomats (unnamed)"]),
    ("Sources familiar with the matter said the deal was close.", ["said by: Sources familiar with the matter (unnamed)"]),
    ("The deal is close, people familiar with the talks said.", ["said by: people familiar with the talks (unnamed)"]),
    ("A person briefed on the matter told Reuters the deal was close.", ["said by: A person briefed on the matter (unnamed)"]),
    ("The deal is close, a U.S. official told CNN on condition of anonymity.", ["said by: a U.S. official (unnamed)"]),
    ("Gunmen opened fire, witnesses said.", ["said by: witnesses (unnamed)"]),
    (
      "A U.S. official said the drone was armed. He said it flew near troops.",
      ["said by: A U.S. official (unnamed)", "said by: A U.S. official (unnamed)"]
    ),
    (
      "Hakan Fidan met Antony Blinken on Monday. Two officials said talks were hard. They said more would follow.",
      ["said by: Two officials (unnamed)", "said by: Two officials (unnamed)"]
    ),
    ("The spokesman, who asked not to be named, said the rebels had fled.", ["said by: The spokesman (unnamed)"]),
    (
      "An army spokesman who declined to be named said the rebels had fled.",
      ["said by: An army spokesman who declined to be named (unnamed)"]
    ),
    ("Speaking on condition of anonymity, the official said Russia was ready.", ["said by: the official (unnamed)"]),
    (
      "The bridge was the target, analysts at the Institute for the Study of War said.",
      ["said by: analysts at the Institute for the Study of War (unnamed)"]
    ),
    ("Residents told The Associated Press by phone that shells fell all night.", ["said by: Residents (unnamed)"]),
    ("Medics put the toll at 12.", ["said by: Medics (unnamed)"]),
    ("More than 40,000 Palestinians have been killed, Gaza health officials say.", ["said by: Gaza health officials (unnamed)"]),
    ("Sources in Damascus told Al Arabiya that Assad had fled.", ["said by: Sources in Damascus (unnamed)"]),
    ("The drone was armed, one of the officials said.", ["said by: one of the officials (unnamed)"]),
    ("STRIKE KILLS 12, OFFICIALS SAY", ["said by: OFFICIALS (unnamed)"]),
    ("STRIKE KILLS 12: SOURCES", ["said by: SOURCES (unnamed)"]),
    ("Sources: the deal is close.", ["said by: Sources (unnamed)"]),
    ("Turkey's president says Sweden must do more.", ["said by: Turkey's president (unnamed)"]),
    ("Two brothers told a local radio station they had seen the plane.", ["said by: Two brothers (unnamed)"]),
    ("She said the town had fallen.", ["said by: She (unnamed)"]),
    ("Local officials and witnesses said the army burned the village.", ["said by: Local officials and witnesses (unnamed)"]),
    ("Prosecutors allege that he took bribes.", ["said by: Prosecutors (unnamed)"]),
    ("Officials believe that the drone was armed.", ["said by: Officials (unnamed)"]),
    ("The toll was not known, but the governor put it at 14.", ["said by: the governor (unnamed)"]),
    ("Witnesses described soldiers firing into the crowd.", ["said by: Witnesses (unnamed)"]),
  ]

  /// Documents, bodies, and what nobody is named for.
  static let others: [(text: String, shown: [String])] = [
    ("A report said 12 people had died.", ["according to: A report"]),
    ("According to the statement, 12 soldiers were killed.", ["according to: the statement"]),
    (
      "\"Our soldiers did not cross,\" the statement said. \"They never would.\"",
      ["according to: the statement", "according to: the statement"]
    ),
    ("A U.N. report said 300 people had died.", ["according to: A U.N. report"]),
    ("A study published in Nature found that the sea had warmed.", ["according to: A study published in Nature"]),
    ("The indictment alleges that he took bribes.", ["according to: The indictment"]),
    ("Hamas issued a statement saying it was ready.", ["according to: a statement"]),
    ("The ship sank, local media reported.", ["according to: local media"]),
    ("Unconfirmed reports said that Assad had fled.", ["according to: Unconfirmed reports"]),
    ("The strike hit a school. The ministry issued a statement. It said 12 people died.", ["said by: The ministry"]),
    ("Police said two people were killed and the gunman fled.", ["said by: Police"]),
    ("The army, which controls the capital, said the rebels had fled.", ["said by: The army"]),
    ("The prime minister's office said Netanyahu would travel to Washington.", ["said by: The prime minister's office"]),
    ("Satellite images show new trenches.", ["according to: Satellite images"]),
    ("Per the ministry, 40 drones were shot down.", ["said by: the ministry"]),
    ("The ship reportedly sank.", ["reportedly"]),
    ("The general is believed to be in hiding.", ["reportedly"]),
    ("He is accused of killing two guards.", ["reportedly"]),
    ("The alleged killer fled.", ["reportedly"]),
    ("There were reports that Assad had fled.", ["reportedly"]),
    ("The drone was, apparently, armed.", ["reportedly"]),
  ]

  /// Sentences that say it themselves, or where nothing is said.
  static let none = [
    "The United States rejects the claims.",
    "The army took the town on Monday.",
    "The state reports to nobody.",
    "The White House declined to comment.",
    "The government will say nothing.",
    "The two sides have not said when talks resume.",
    "Fidan did not say who was behind the attack.",
    "The police didn't say who was behind the attack.",
    "The company added 200 jobs.",
    "Fidan put it in a drawer.",
    "Output fell 4 per cent.",
    "The two sides described in the report met.",
    "The police found two bodies in the river.",
    "Blinken was told that a deal was near.",
    "Nobody has claimed responsibility for the attack.",
    "It was unclear who fired the missile.",
    "Officials would not say how many were hurt.",
  ]

  @Test(arguments: [
    ("Antony Blinken came. Blinken said that talks went on.", "said by: Antony Blinken"),
    ("Antony Blinken said that talks went on.", "said by: Antony Blinken"),
    ("The Pentagon said that talks went on.", "said by: Pentagon"),
    ("Officials said that talks went on.", "said by: Officials (unnamed)"),
  ])
  func outOfItsArticleASpeakerHasTheWholeName(_ text: String, _ expected: String) throws {
    let document = PartyFixture.document(text)
    let said = voices(try PartyFixture.tagger().tag(document), in: document)
    #expect(said[document.sentences.count - 1] == expected)
  }

  private func shown(_ text: String) throws -> [String] {
    let document = PartyFixture.document(text)
    let who = try PartyFixture.tagger().tag(document)
    return who.attributions.map { attributionText($0, in: document) }
  }

  @Test(arguments: Self.named.indices) func namedSpeakers(_ at: Int) throws {
    #expect(try shown(Self.named[at].text) == Self.named[at].shown, "\(Self.named[at].text)")
  }

  @Test(arguments: Self.unnamed.indices) func unnamedSpeakers(_ at: Int) throws {
    #expect(try shown(Self.unnamed[at].text) == Self.unnamed[at].shown, "\(Self.unnamed[at].text)")
  }

  @Test(arguments: Self.others.indices) func documentsAndHearsay(_ at: Int) throws {
    #expect(try shown(Self.others[at].text) == Self.others[at].shown, "\(Self.others[at].text)")
  }

  @Test(arguments: Self.none) func nobody(_ text: String) throws {
    #expect(try shown(text).isEmpty, "\(text)")
  }

  /// A quotation that goes on in the next paragraphs keeps its speaker.
  @Test func quotationsSpanParagraphs() throws {
    let open = "\"We are ready,\" Putin said. \"The whole country is ready.\n\"Nobody can stop us.\"\nThe talks failed."
    #expect(try shown(open) == ["said by: Putin", "said by: Putin", "said by: Putin"])
    let whole = "\"We are ready,\" Putin said.\n\"The whole country is ready. Nobody can stop us.\"\nThe talks failed."
    #expect(try shown(whole) == ["said by: Putin", "said by: Putin", "said by: Putin"])
  }

  /// "He said" takes the last who spoke or was named.
  @Test func speakersHaveTheirEntity() throws {
    let document = PartyFixture.document("Hakan Fidan said it was over. He added that talks would follow.")
    let who = try PartyFixture.tagger().tag(document)
    #expect(who.attributions.map(\.entity) == ["person:hakan-fidan", "person:hakan-fidan"])
  }
}
