// A corpus of made-up briefings, the same on every machine: article i is a function of i alone, so that any part of any size
// can be made by itself. Words follow Zipf's law and go on growing in number, as they do in news.
import Briefing

/// Makes articles of about 2 KB each.
struct Corpus: Sendable {
  let count: Int

  /// Article `index` as a record, dated between 2015 and 2025 in rising order.
  func record(_ index: Int) -> JSONLines.Record {
    var random = Dice(seed: UInt64(index) &+ 1)
    let topic = random.below(Corpus.places.count)
    var lines: [String] = []
    for _ in 0..<(7 + random.below(5)) {
      if random.below(12) == 0, index > 0 { lines.append(title(random.below(index)).uppercased()) }
      lines.append((0..<2).map { _ in sentence(&random, topic) }.joined(separator: " "))
    }
    let day = CivilDate(2015, 1, 1).adding(days: index * 3652 / max(1, count))
    return JSONLines.Record(
      id: String(index + 1), title: title(index), date: day.iso + "T\(pad2(random.below(24))):\(pad2(random.below(60))):00Z",
      body: lines.joined(separator: "\n"), source: Corpus.sources[random.below(Corpus.sources.count)],
      url: "https://example.org/bench/\(index + 1)", language: "en", authors: [], tags: [])
  }

  private func title(_ index: Int) -> String {
    var random = Dice(seed: UInt64(index) &* 31 &+ 7)
    let place = Corpus.places[random.below(Corpus.places.count)]
    return
      "\(random.word().capitalized) \(Corpus.verbs[random.below(Corpus.verbs.count)]) \(random.word()) near \(place) after \(random.word()) talks"
  }

  private func sentence(_ random: inout Dice, _ topic: Int) -> String {
    // An article keeps to the few parties of its topic, as news does.
    let party = Corpus.parties[(topic * 3 + random.below(3)) % Corpus.parties.count]
    let other = Corpus.parties[(topic * 3 + random.below(4)) % Corpus.parties.count]
    let place = random.below(3) == 0 ? Corpus.places[random.below(Corpus.places.count)] : Corpus.places[topic]
    let time = Corpus.times[random.below(Corpus.times.count)]
    let words = (0..<(5 + random.below(7))).map { _ in random.word() }.joined(separator: " ")
    return "\(party) \(Corpus.verbs[random.below(Corpus.verbs.count)]) the \(words) in \(place) \(time), \(other) said."
  }

  private static let parties = [
    "The United States", "Turkey", "The Kremlin", "The Kurdistan Workers' Party (PKK)", "NATO", "U.N. officials", "Ukraine",
    "The Iranian foreign ministry", "Hezbollah", "President Emmanuel Macron", "Chinese diplomats", "The European Union",
    "Saudi Arabia", "The African Union", "Hamas", "The World Bank", "Pakistan's army", "President Paul Kagame", "Venezuela",
    "The Taliban", "Japan", "The Red Cross", "Armenia", "The Rapid Support Forces",
  ]
  private static let places = [
    "Hasakah", "Kyiv", "Tripoli", "Sanaa", "Mosul", "Juba", "Khartoum", "Goma", "Kabul", "Mogadishu", "Tigray", "Donetsk",
    "Beirut", "Gaza City", "Yangon", "Caracas", "Port-au-Prince", "Manila", "Stepanakert", "Pristina",
  ]
  private static let verbs = ["condemned", "approved", "delayed", "described", "shelled", "reviewed", "rejected", "restored"]
  private static let times = [
    "on Thursday", "last week", "in March", "earlier this month", "on 5 October 2016", "two days later", "in 2014",
    "since Monday", "for three years", "at dawn",
  ]
  private static let sources = ["Bench Wire", "Daily Bench", "The Bench", "Bench Radio"]
}

/// Numbers that only look like chance (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// A word: frequent ones again and again, rare ones once in a while.
  mutating func word() -> String {
    let uniform = Double(next() >> 11) / Double(1 << 53)
    // Rank by the inverse of uniform: Zipf with exponent 1, cut at 200,000.
    var rank = min(200_000, Int(1 / max(5e-6, uniform)))
    if rank < 40 { rank += below(40) }
    var word = ""
    rank += 300
    while rank > 0 {
      word += Dice.syllables[rank % Dice.syllables.count]
      rank /= Dice.syllables.count
    }
    return word
  }

  private static let syllables = [
    "ka", "to", "ri", "men", "sol", "va", "der", "lin", "po", "gra", "shi", "an", "bel", "cor", "du", "fen", "hal", "ist", "jo",
    "lum", "nor", "os", "pel", "qui", "ras", "ste", "tor", "ul", "ver", "wen",
  ]
}

private func pad2(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
