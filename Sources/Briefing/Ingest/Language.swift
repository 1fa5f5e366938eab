// Which language a text is in, by its script and its smallest words. The English analysers abstain on others, so the doubtful
// case is English only where English words are there.

/// Guesses the language of a text.
public enum Language {
  /// A BCP 47 primary tag: "en", "uk", "ar", ...; "und" where nothing tells. Reads at most the first 3,000 scalars.
  public static func guess(_ text: String) -> String {
    var scripts = [Int](repeating: 0, count: Script.allCases.count)
    var letters = 0
    var words: [String: Int] = [:]
    var word = ""
    var marks: Set<Unicode.Scalar> = []
    var left = 3_000
    for scalar in text.unicodeScalars {
      left -= 1
      if left < 0 { break }
      if scalar.value < 0x80 {
        let lower = scalar.value | 0x20
        if (0x61...0x7A).contains(lower) {
          word.unicodeScalars.append(Unicode.Scalar(UInt8(lower)))
          letters += 1
          scripts[Script.latin.rawValue] += 1
          continue
        }
      } else if let script = Script(scalar) {
        letters += 1
        scripts[script.rawValue] += 1
        marks.insert(scalar)
        word.unicodeScalars.append(contentsOf: String(scalar).lowercased().unicodeScalars)
        continue
      }
      if !word.isEmpty { words[word, default: 0] += 1 }
      word = ""
    }
    if !word.isEmpty { words[word, default: 0] += 1 }
    let most = scripts.max() ?? 0
    guard letters > 0, let main = Script.allCases.first(where: { scripts[$0.rawValue] == most }) else { return "und" }
    switch main {
    case .latin: return latin(words, marks, letters: letters)
    case .cyrillic:
      if !marks.isDisjoint(with: "іїєґІЇЄҐ".unicodeScalars) { return marks.contains("ў") ? "be" : "uk" }
      if !marks.isDisjoint(with: "ђјљњћџ".unicodeScalars) { return "sr" }
      return marks.isDisjoint(with: "ыэЫЭ".unicodeScalars) && marks.contains("ъ") ? "bg" : "ru"
    case .arabic:
      if !marks.isDisjoint(with: "ٹڈڑں".unicodeScalars) { return "ur" }
      return marks.isDisjoint(with: "پچگژیک".unicodeScalars) ? "ar" : "fa"
    case .han: return scripts[Script.kana.rawValue] * 10 > letters ? "ja" : "zh"
    case .kana: return "ja"
    case .greek: return "el"
    case .hebrew: return "he"
    case .armenian: return "hy"
    case .georgian: return "ka"
    case .devanagari: return "hi"
    case .thai: return "th"
    case .hangul: return "ko"
    case .ethiopic: return "am"
    }
  }

  /// The primary tag of a language as a source states it ("en-GB", "English"), or nil where it is none.
  public static func tag(_ stated: String) -> String? {
    let lower = stated.lowercased()
    if let code = names[lower] { return code }
    let primary = lower.prefix { $0 != "-" && $0 != "_" }
    guard (2...3).contains(primary.utf8.count), primary.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    return names[String(primary)] ?? String(primary)
  }

  private static let names = [
    "english": "en", "eng": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es", "italian": "it",
    "portuguese": "pt", "russian": "ru", "ukrainian": "uk", "arabic": "ar", "persian": "fa", "farsi": "fa", "hebrew": "he",
    "turkish": "tr", "chinese": "zh", "japanese": "ja", "korean": "ko", "dutch": "nl", "polish": "pl",
  ]

  private enum Script: Int, CaseIterable {
    case latin, cyrillic, arabic, han, kana, greek, hebrew, armenian, georgian, devanagari, thai, hangul, ethiopic

    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0xC0...0x24F, 0x1E00...0x1EFF:
        if scalar == "×" || scalar == "÷" { return nil }
        self = .latin
      case 0x370...0x3FF: self = .greek
      case 0x400...0x52F: self = .cyrillic
      case 0x530...0x58F: self = .armenian
      case 0x590...0x5FF: self = .hebrew
      case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF: self = .arabic
      case 0x900...0x97F: self = .devanagari
      case 0xE00...0xE7F: self = .thai
      case 0x10A0...0x10FF: self = .georgian
      case 0x1200...0x137F: self = .ethiopic
      case 0x3040...0x30FF: self = .kana
      case 0x3400...0x9FFF: self = .han
      case 0xAC00...0xD7AF: self = .hangul
      default: return nil
      }
    }
  }

  private static func latin(_ words: [String: Int], _ marks: Set<Unicode.Scalar>, letters: Int) -> String {
    let total = words.values.reduce(0, +)
    var best = ("en", 0)
    for (language, table) in functionWords {
      let hits = table.reduce(0) { $0 + (words[$1] ?? 0) }
      // Ties go to English, then by name, so that the same text always gets the same answer.
      if hits > best.1 || (hits == best.1 && best.0 != "en" && (language == "en" || language < best.0)) {
        best = (language, hits)
      }
    }
    // Short texts have few small words: plain ASCII is taken for English there.
    if total < 12 { return best.1 >= 2 && best.0 != "en" || marks.count > 1 ? (best.1 >= 2 ? best.0 : "und") : "en" }
    return best.1 * 25 >= total ? best.0 : (marks.isEmpty && total < 40 ? "en" : "und")
  }

  /// The commonest small words of each language, with little overlap between them.
  private static let functionWords: [String: [String]] = {
    let lists = [
      "en":
        "the of and to in that was for with said by from were has have had his their which after but are be this an it as at on",
      "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch nach bei wurde",
      "fr": "le la les des et du une dans qui pour que par sur est au avec ont pas été ses cette plus aux",
      "es": "el los las del que en una por con para se ha al más fue como su según entre pero sobre han",
      "it": "il di che della per del una sono è gli dei con nel alla le da non anche dopo ha delle si",
      "pt": "o os as do da dos das que em um uma para com não por foi no na ao pelo mais segundo são",
      "nl": "de het een van en dat op te zijn met voor niet aan er ook bij naar door werd heeft",
      "tr": "ve bir bu için ile olarak da de olan daha çok sonra kadar gibi ancak en ise dedi yeni",
      "pl": "w i na z się do nie że jest o to przez po jak od oraz został który są dla",
      "sv": "och att det som en på är av för med den till har inte om ett han var från",
      "ro": "și în de la a cu pe care din pentru nu este că au fost sau mai după prin",
      "cs": "a se na v je že o s z do i to k ve pro za by ale po jsou",
      "id": "yang dan di untuk dengan pada dari ini dalam tidak itu akan juga oleh telah kepada",
      "vi": "và của là có các một được cho không trong với những người này đã",
    ]
    return lists.mapValues { $0.split(separator: " ").map(String.init) }
  }()
}
