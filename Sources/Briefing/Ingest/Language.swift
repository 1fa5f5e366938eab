// Which language a text is in, by its script and its smallest words. The English analysers abstain on others, so the doubtful
// case is English only where English words are there.

/// Guesses the language of a text.
public enum Language {
  /// A BCP 47 primary tag: "en", "uk", "ar", ...; "und" where nothing tells. Reads at most the first 3,000 scalars.
  public static func guess(_ text: String) -> String {
    var text = text
    return text.withUTF8(guess)
  }

  private static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var scripts = [Int](repeating: 0, count: Script.allCases.count)
    var letters = 0
    var words = FunctionWords.Count()
    var marks: Set<Unicode.Scalar> = []
    var left = 3_000
    var at = 0
    while at < bytes.count, left > 0 {
      if bytes[at] < 0x80 {
        // Letters of ASCII go stretch by stretch.
        let count = words.add(bytes[at..<min(bytes.count, at + left)])
        letters += count
        scripts[Script.latin.rawValue] += count
        if count == 0 { words.endWord() }
        at += max(1, count)
        left -= max(1, count)
        continue
      }
      let (scalar, width) = wideScalar(in: bytes, at: at)
      at += width
      left -= 1
      if let script = Script(scalar) {
        letters += 1
        scripts[script.rawValue] += 1
        marks.insert(scalar)
        words.add(scalar, isLatin: script == .latin)
      } else {
        words.endWord()
      }
    }
    words.endWord()
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

  private static func latin(_ words: FunctionWords.Count, _ marks: Set<Unicode.Scalar>, letters: Int) -> String {
    let (language, hits) = words.best
    // Short texts have few small words: plain ASCII is taken for English there.
    if words.total < 12 {
      return hits >= 2 && language != "en" || marks.count > 1 ? (hits >= 2 ? language : "und") : "en"
    }
    return hits * 25 >= words.total ? language : (marks.isEmpty && words.total < 40 ? "en" : "und")
  }
}
