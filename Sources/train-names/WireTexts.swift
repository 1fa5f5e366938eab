// Fills the slots of `wireSentences`: with names that the gazetteer knows, and with made-up ones, so that the words around a
// name are learnt rather than the name.

import Briefing
import Foundation

/// Draws names for slots.
struct WireTexts {
  private var generator: SeededGenerator
  private let words: [String: [String]]
  private let entries: [EntityKind: [String]]

  /// `words` are lists of given names, surnames, towns, firms, teams and heads of organisations, by class.
  init(gazetteer: Gazetteer, words: [String: [String]], seed: UInt64) {
    generator = SeededGenerator(state: seed)
    self.words = words
    entries = Dictionary(grouping: gazetteer.all, by: \.kind).mapValues { $0.map(\.name) }
  }

  /// The lists of words.tsv, by class.
  static func words(folder: String) throws -> [String: [String]] {
    var words: [String: [String]] = [:]
    for line in try String(contentsOfFile: folder + "/words.tsv", encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "\t")
      if cells.count == 2 { words[String(cells[0]), default: []] += cells[1].split(separator: "|").map(String.init) }
    }
    return words
  }

  /// Each text of `wireSentences` so many times, with other names each time.
  mutating func texts(times: Int) -> [LabelledText] {
    let blocks = (wireSentences + "\n\n" + wireReports).components(separatedBy: "\n\n")
    return (0..<times).flatMap { _ in blocks.map { fill($0) } }.filter { !$0.gold.isEmpty }
  }

  private mutating func fill(_ block: String) -> LabelledText {
    var made = LabelledText(text: "", gold: [])
    var drawn: [String: String] = [:]
    var length = 0
    let parts = block.split(separator: "{", omittingEmptySubsequences: false)
    for (at, part) in parts.enumerated() {
      var rest = part
      if at > 0, let close = part.firstIndex(of: "}"), let letter = part.first {
        let slot = String(part[..<close])
        rest = part[part.index(after: close)...]
        let digit = slot.dropFirst()
        if !digit.isEmpty, "PSG".contains(letter), drawn["P\(digit)"] == nil {
          let given = given()
          let surname = surname()
          drawn["G\(digit)"] = given
          drawn["S\(digit)"] = surname
          drawn["P\(digit)"] = given + (chance(8) ? " " + capital() + "." : "") + " " + surname
        }
        let known = drawn[slot] ?? draw(letter)
        if !digit.isEmpty { drawn[slot] = known }
        let name = isShouted(at, parts) ? known.uppercased() : known
        let count = name.unicodeScalars.count
        made.gold.append((Span(length, length + count), type(letter)))
        made.text += name
        length += count
      }
      made.text += rest
      length += rest.unicodeScalars.count
    }
    return made
  }

  /// Whether the line of the slot that opens part `at` is written in capitals: then the name in it is too.
  private func isShouted(_ at: Int, _ parts: [Substring]) -> Bool {
    func words(_ part: Substring) -> Substring { part.firstIndex(of: "}").map { part[part.index(after: $0)...] } ?? part }
    var line = ""
    for before in parts[..<at].reversed() {
      let text = words(before)
      if let end = text.lastIndex(of: "\n") {
        line += text[text.index(after: end)...]
        break
      }
      line += text
    }
    for behind in parts[at...] {
      let text = words(behind)
      if let end = text.firstIndex(of: "\n") {
        line += text[..<end]
        break
      }
      line += text
    }
    return !line.contains(where: \.isLowercase) && line.split(whereSeparator: { !$0.isLetter }).contains { $0.count > 1 }
  }

  private func type(_ letter: Character) -> Mention.NameType {
    switch letter {
    case "P", "S", "G", "L": .person
    case "C", "T", "R", "U", "H": .place
    case "D", "X": .other
    default: .organisation
    }
  }

  private mutating func draw(_ letter: Character) -> String {
    switch letter {
    case "P": return given() + " " + surname()
    case "S": return surname()
    case "G": return given()
    case "L": return pick(entries[.person]) ?? surname()
    case "C": return pick(entries[.state]) ?? madeUp()
    case "D": return pick(demonyms) ?? "Turkish"
    case "T": return town()
    case "U": return town().uppercased()
    case "R": return region()
    case "H":
      return (chance(3) ? surname() : chance(2) ? madeUp() : town()) + " "
        + (pick(["Stadium", "Park", "Arena", "Bridge", "Square", "Street", "Hall", "Road", "Tower", "Airport", "Gardens"]) ?? "")
    case "F":
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<5: return pick(words["firm"]) ?? madeUp()
      case 5: return pick(entries[.media]) ?? madeUp()
      case 6:
        return madeUp() + " "
          + (pick(["Inc", "Corp", "Ltd", "Co", "AG", "Plc", "Group", "Holdings", "Bank", "Airlines", "Energy"]) ?? "Inc")
      case 7: return surname() + (chance(2) ? " & " + surname() : "")
      default: return madeUp()
      }
    case "K":
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<4: return pick(words["team"]) ?? madeUp()
      case 4: return town() + " " + (pick(["United", "City", "Rovers", "Town", "FC", "Athletic", "Wanderers"]) ?? "City")
      case 5: return town() + " " + (pick(words["team"]) ?? "")
      default: return chance(3) ? town() : pick(words["town"]) ?? town()
      }
    case "M":
      return (chance(2) ? pick(entries[.armedGroup]) : pick(entries[.politicalParty])) ?? madeUp()
    case "O": return organisation()
    case "A":
      return chance(3)
        ? letters() : pick(["NATO", "OPEC", "WHO", "IMF", "WTO", "IAEA", "FBI", "CIA", "UNHCR", "OSCE"]) ?? letters()
    default: return event()
    }
  }

  private let demonyms = [
    "Turkish", "Russian", "American", "British", "French", "German", "Italian", "Spanish", "Dutch", "Swiss", "Chinese",
    "Japanese", "Indian", "Pakistani", "Iranian", "Iraqi", "Syrian", "Israeli", "Palestinian", "Egyptian", "Saudi", "Kenyan",
    "Nigerian", "South African", "Australian", "Canadian", "Mexican", "Brazilian", "Argentine", "Chilean", "Swedish",
    "Norwegian", "Danish", "Finnish", "Polish", "Czech", "Hungarian", "Greek", "Ukrainian", "Belgian", "Austrian", "Irish",
    "Scottish", "Welsh", "English", "South Korean", "North Korean", "Thai", "Indonesian", "Cuban", "Serbian", "Croatian",
    "European", "African", "Asian", "Kurdish", "Arab", "Afghan", "Libyan", "Sudanese", "Ethiopian", "Colombian",
  ]

  private mutating func given() -> String { chance(8) ? madeUp() : pick(words["given"]) ?? madeUp() }

  private mutating func surname() -> String {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0..<7: return pick(words["surname"]) ?? madeUp()
    case 7: return (pick(["al-", "Al-", "O'", "Mc", "van ", "de ", "von ", "bin "]) ?? "al-") + madeUp()
    case 8: return (pick(words["surname"]) ?? "") + "-" + (pick(words["surname"]) ?? "")
    default: return madeUp()
    }
  }

  private mutating func town() -> String {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0..<3: return pick(words["town"]) ?? madeUp()
    case 3..<6: return pick(entries[.place]) ?? madeUp()
    case 6: return (pick(["San ", "Port ", "New ", "Santa ", "Al-", "Saint ", "Fort ", "Los ", "Mount "]) ?? "San ") + madeUp()
    default: return madeUp()
    }
  }

  private mutating func region() -> String {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0:
      return madeUp() + " " + (pick(["Province", "County", "Sea", "Valley", "Island", "River", "District", "Peninsula"]) ?? "")
    case 1: return (pick(["North ", "South ", "West ", "East ", "Upper ", "Western "]) ?? "") + town()
    case 2, 3: return madeUp()
    default: return town()
    }
  }

  private mutating func organisation() -> String {
    let head = pick(words["organisation"]?.filter { $0.count > 4 && !$0.contains(" ") }) ?? "Ministry"
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: return "Ministry of " + field()
    case 1: return (pick(["University", "Institute", "Bank", "Council", "Museum", "Court"]) ?? "") + " of " + town()
    case 2: return town() + " " + head
    case 3: return field() + " " + head
    case 4: return field() + " and " + field() + " " + head
    case 5:
      return (pick(["National ", "International ", "European ", "Federal ", "Royal ", "Central ", "World ", "Supreme "]) ?? "")
        + head
    case 6: return surname() + " " + head
    default: return pick(entries[chance(2) ? .organisation : .agency]) ?? head
    }
  }

  private mutating func event() -> String {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      return town() + " " + (pick(["Open", "Marathon", "Grand Prix", "Accord", "Treaty", "Festival", "Cup", "Summit"]) ?? "")
    case 1:
      return (pick(["World", "Champions", "Asian", "Davis", "Premier", "Ryder"]) ?? "") + " "
        + (pick(["Cup", "League", "Games", "Championships", "Trophy"]) ?? "")
    case 2: return (pick(["Operation", "Battle of", "Treaty of"]) ?? "") + " " + madeUp()
    case 3: return surname() + " " + (pick(["Prize", "Award", "Act", "Plan", "Report", "Index"]) ?? "")
    default: return (pick(["The ", ""]) ?? "") + madeUp() + " " + (pick(["Nights", "Songs", "Days", "Letters", "Wars"]) ?? "")
    }
  }

  private mutating func field() -> String {
    pick([
      "Defence", "Health", "Trade", "Finance", "Energy", "Justice", "Labour", "Transport", "Science", "Culture", "Agriculture",
      "Human Rights", "Foreign Affairs", "Strategic Studies", "Fisheries", "Water", "Aviation", "Technology", "Peace",
    ]) ?? "Trade"
  }

  private mutating func letters() -> String { (0..<Int.random(in: 2...5, using: &generator)).map { _ in capital() }.joined() }
  private mutating func capital() -> String { pick("ABCDEFGHIJKLMNOPRSTUVWZ".map(String.init)) ?? "A" }

  /// A word that no list has, of two or three syllables.
  private mutating func madeUp() -> String {
    let starts = [
      "b", "br", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kh", "kr", "l", "m", "n", "p", "pr", "r", "s", "sh", "st", "t",
      "tr", "v", "w", "y", "z", "", "",
    ]
    let vowels = ["a", "e", "i", "o", "u", "a", "e", "o", "ai", "ou", "ee", "ia"]
    let ends = ["", "", "n", "r", "l", "s", "nd", "rt", "ck", "m", "ng", "v", "sk", "z", "ll", "ss"]
    let tails = [
      "", "", "", "ov", "ski", "ez", "ini", "son", "ton", "ford", "berg", "ville", "abad", "ian", "sen", "ic", "stan", "burg",
      "ado", "ara", "field", "er",
    ]
    var word = ""
    for _ in 0..<Int.random(in: 1...2, using: &generator) {
      word += (pick(starts) ?? "") + (pick(vowels) ?? "") + (pick(ends) ?? "")
    }
    word += pick(tails) ?? ""
    if word.count < 4 { word += (pick(starts) ?? "") + (pick(vowels) ?? "") + "n" }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private mutating func chance(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &generator) == 0 }
  private mutating func pick(_ list: [String]?) -> String? { list?.randomElement(using: &generator) }
}
