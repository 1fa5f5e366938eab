// Letters that only look like those around them: "NАТО" with three Cyrillic ones, "раypal.com". Names and hosts written so are
// marked wherever they are shown (after UTS 39, 5.1: mixed scripts; 4: confusables, of which these are the letters' own).

/// Finds letters of one script that pass for Latin ones.
public enum MixedScript {
  /// The scripts whose letters pass for Latin ones.
  public enum Script: String, Hashable, Sendable {
    case cyrillic = "Cyrillic", greek = "Greek", armenian = "Armenian", cherokee = "Cherokee", fullwidth = "fullwidth"
  }

  /// The places of letters in `scalars` that pass for Latin ones: words and hosts in which Latin letters stand beside letters of
  /// another script, all of which look Latin.
  public static func lookalikes(in scalars: some RandomAccessCollection<Unicode.Scalar>) -> [Int] {
    var found: [Int] = []
    var word = Word()
    for (offset, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: word.hasLatin = true
      case 0x30...0x39, 0x300...0x36F: break
      case 0x2E: if !word.isBegun { word = Word() }  // a dot goes on with a host
      case 0x370...0x58F, 0x13A0...0x13FF, 0x1C80...0x1C8F, 0xAB70...0xABBF, 0xFF21...0xFF5A:
        if looksLatin(scalar) { word.strange.append(offset) } else { word.isOfItsOwn = true }
      default:
        word.end(into: &found)
        word = Word()
      }
    }
    word.end(into: &found)
    return found
  }

  /// Whether there is anything to look for: a look at the bytes alone.
  public static func isPossible(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        // Eight bytes of ASCII at a time: most of most texts.
        if at + 8 <= bytes.count,
          UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          at += 8
          continue
        }
        let byte = bytes[at]
        if (0xCD...0xD6).contains(byte) || byte == 0xE1 || byte == 0xEA || byte == 0xEF { return true }
        at += 1
      }
      return false
    }
  }

  /// What is doubtful about a text in words, with the first few words that mix scripts; nil where none does.
  public static func issue(of text: String) -> String? {
    guard isPossible(in: text) else { return nil }
    let scalars = Array(text.unicodeScalars)
    var words: [String] = []
    var scripts: [String] = []
    var end = 0
    for place in lookalikes(in: scalars) where place >= end {
      var start = place
      while start > 0, !isSpace(scalars[start - 1]) { start -= 1 }
      end = place
      while end < scalars.count, !isSpace(scalars[end]) { end += 1 }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<min(end, start + 40)])
      let word = String(view).trimmingMarks
      if words.count < 3, !words.contains(word) { words.append(word) }
      if let script = script(of: scalars[place])?.rawValue, !scripts.contains(script) { scripts.append(script) }
    }
    guard !words.isEmpty else { return nil }
    let quoted = words.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")
    return "\(quoted) \(words.count == 1 ? "mixes" : "mix") Latin letters with \(scripts.joined(separator: " and ")) ones that "
      + "look like them; it may not be the name that it seems."
  }

  private struct Word {
    var hasLatin = false
    /// It has letters that look like no Latin ones: it is a word of its own script.
    var isOfItsOwn = false
    var strange: [Int] = []

    var isBegun: Bool { hasLatin || isOfItsOwn || !strange.isEmpty }

    func end(into found: inout [Int]) {
      if hasLatin, !isOfItsOwn { found += strange }
    }
  }

  static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x370...0x3FF: .greek
    case 0x400...0x52F, 0x1C80...0x1C8F: .cyrillic
    case 0x530...0x58F: .armenian
    case 0x13A0...0x13FF, 0xAB70...0xABBF: .cherokee
    case 0xFF21...0xFF5A: .fullwidth
    default: nil
    }
  }

  private static func looksLatin(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF21...0xFF5A).contains(scalar.value) || lookalikes.contains(scalar)
  }

  /// Letters that are drawn as Latin ones are.
  private static let lookalikes = Set(
    ("АВЕЅІЈКМНОРСТУХҮҺԀԌԚԜӀасеѕіјӏорԛԝухһԁѵҽԍк" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳοναιυρϲγκ" + "ՕՍԼօոսցհյզո" + "ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃᎥ")
      .unicodeScalars)
}

extension String {
  /// Without the marks of quotation and the like at its ends.
  fileprivate var trimmingMarks: String {
    func isMark(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }
    return String(drop(while: isMark).reversed().drop(while: isMark).reversed())
  }
}

extension Article {
  /// Says where title, text or address hold letters that pass for others.
  mutating func noteMixedScripts() {
    // Before the three are put together, which is a copy of the text.
    guard [title?.text ?? "", url ?? "", text].contains(where: MixedScript.isPossible) else { return }
    let address = url.flatMap { WebAddress.host(of: $0) } ?? ""
    if let issue = MixedScript.issue(of: [title?.text ?? "", address, text].joined(separator: "\n")), !issues.contains(issue) {
      issues.append(issue)
    }
  }
}
