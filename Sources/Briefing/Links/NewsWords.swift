// Words that newsrooms put for one another: a headline is written anew by every outlet, and "jets hit" is "warplanes strike".
// A family is no thesaurus: it holds what two headlines of one event say, and counts less than the word itself.

/// What a word says, whichever word of its family says it.
enum NewsWords {
  /// The word's idea: its family's, or its stem's without the endings of verbs; nil for what is no plain word.
  ///
  /// - Parameter letters: the word in lower case without accents.
  static func idea(_ letters: [UInt8]) -> UInt32? {
    guard letters.count > 2, letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return nil }
    let stem = root(letters)
    return families[stem] ?? stem
  }

  /// The word without the endings of number, person and tense.
  private static func root(_ letters: [UInt8]) -> UInt32 {
    var n = letters.count
    func ends(_ ending: StaticString) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard n > count else { return false }
      return (0..<count).allSatisfy { letters[n - count + $0] == ending.utf8Start[$0] }
    }
    func hasVowel(before end: Int) -> Bool { letters[..<end].contains { "aeiouy".utf8.contains($0) } }
    /// "hitting", "barred": the doubled letter goes; "killing", "pressed" keep theirs in every form.
    func undouble() {
      guard n > 3, letters[n - 1] == letters[n - 2], !"lsz".utf8.contains(letters[n - 1]) else { return }
      n -= 1
    }
    if ends("ies"), n > 4 {
      return hash(letters[..<(n - 3)] + [0x79])
    } else if ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zes") {
      n -= 2
    } else if ends("s"), !ends("ss"), !ends("us"), !ends("is"), n > 3 {
      n -= 1
    }
    if ends("ied"), n > 4 {
      return hash(letters[..<(n - 3)] + [0x79])
    } else if ends("ing"), n > 5, hasVowel(before: n - 3) {
      n -= 3
      undouble()
    } else if ends("eed"), n > 5 {
      n -= 1
    } else if ends("ed"), !ends("eed"), n > 4, hasVowel(before: n - 2) {
      n -= 2
      undouble()
    }
    if n > 4, letters[n - 1] == 0x65 { n -= 1 }
    return hash(letters[..<n])
  }

  private static func hash(_ letters: some Collection<UInt8>) -> UInt32 { ~wordHash(letters, letters.count) }

  /// By root. A word stands in one family only.
  private static let families: [UInt32: UInt32] = {
    var families: [UInt32: UInt32] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map { Array($0.utf8) }
      for word in words { families[root(word)] = root(words[0]) }
    }
    return families
  }()

  private static let table = """
    attack attacks strike struck hit raid assault bomb bomber bombard bombardment pound shell airstrike blast explosion explode \
    detonate offensive
    kill dead die died death deadly slay slain fatal fatality toll murder massacre assassinate assassination lethal perish
    wound injure injury hurt maim
    arrest detain detention custody roundup nab
    jail prison imprison sentence
    talk meet met meeting summit negotiate negotiation negotiator discuss discussion dialogue parley conference
    visit trip travel tour
    agree agreement deal accord pact treaty
    truce ceasefire armistice
    halt suspend suspension stop pause freeze froze frozen end ended cease
    withdraw withdrew withdrawal pullout retreat leave exit quit
    resume restart reopen resumption
    vote ballot poll election elect referendum
    win won victory triumph defeat beat
    reject rejection refuse refusal rebuff spurn veto block
    approve approval ratify ratification back endorse support
    deny denial dismiss refute
    warn warning threaten threat
    vow pledge promise
    urge demand appeal press
    blame accuse accusation allege
    protest protester rally demonstrate demonstration demonstrator march unrest riot
    police officer policeman cop
    troop soldier serviceman army military force trooper
    jet warplane plane aircraft
    militant rebel insurgent gunman gunmen fighter guerrilla extremist terrorist
    drone uav
    down shoot shot downing
    missile rocket
    ship vessel boat tanker freighter frigate
    site target position outpost camp
    flee fled escape displace evacuate evacuation exodus refugee
    aid relief assistance
    sanction embargo
    quake earthquake tremor
    leader president presidential
    premier pm
    oust topple overthrow overthrew coup depose putsch
    parliament lawmaker legislature legislator mp assembly deputy
    court judge tribunal
    border frontier
    hostage captive abduct abduction kidnap
    free freed release liberate
    launch begin began begun start open
    rise rose increase climb soar surge jump
    fall fell drop decline slump plunge tumble
    grain wheat
    spy espionage
    expel expulsion eject
    sink sank sunk
    seize seizure capture recapture retake retook overrun conquer
    resign resignation
    appoint name nominate
    send sent deploy deployment dispatch
    reveal disclose unveil
    probe inquiry investigate investigation
    storm hurricane typhoon cyclone
    cut slash reduce reduction
    ban bar prohibit outlaw
    cash money fund funding
    budget spending
    plan propose proposal
    """
}
