// Words as the surface index compares them: lower case, Latin letters without their marks ("Gülen" is "gulen").

/// Unmarked forms by marked letter; a list of letters each, first the plain one.
private let plainLetters: [UInt32: Unicode.Scalar] = {
  let rows = [
    "aàáâãäåāăąǎạảấầẩẫậắằẳẵặ", "cçćĉċč", "dďđ", "eèéêëēĕėęěẹẻẽếềểễệə", "gĝğġģǧ", "hĥħḥḩ", "iìíîïĩīĭįıǐỉịi̇", "jĵ",
    "kķ", "lĺļľŀł", "nñńņňŉṇ", "oòóôõöøōŏőǒọỏốồổỗộớờởỡợơ", "rŕŗř", "sśŝşšșṣß", "tţťŧțṭ", "uùúûüũūŭůűųǔụủứừửữựư", "wŵ",
    "yýÿŷỳỵỷỹ", "zźżžẓ",
  ]
  var table: [UInt32: Unicode.Scalar] = [:]
  for row in rows {
    let scalars = Array(row.unicodeScalars)
    for scalar in scalars.dropFirst() where scalar != scalars[0] { table[scalar.value] = scalars[0] }
  }
  return table
}()

/// A lower-cased word without marks; combining marks are dropped, other scripts stay as they are.
func folded(_ lower: String) -> String {
  if lower.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x2E }) { return lower }
  var view = String.UnicodeScalarView()
  for scalar in lower.unicodeScalars {
    if scalar == "." || (0x300...0x36F).contains(scalar.value) || scalar.value == 0x2BF || scalar.value == 0x2BE { continue }
    view.append(plainLetters[scalar.value] ?? scalar)
  }
  return String(view)
}

/// A word of a written surface.
struct SurfaceWord {
  var folded: String
  /// Whether it is written small, or in capitals.
  var isLower: Bool
  var isUpper: Bool
}

/// The words of a written surface: apostrophes, hyphens and periods are left out, and so is a possessive s.
func surfaceWords(_ surface: String) -> [SurfaceWord] {
  if let words = plainWords(surface) { return words }
  let scalars = surface.unicodeScalars.map(normalised)
  return tokenise(scalars, in: [Span(0, scalars.count)]).filter { !isJoint($0) }
    .map { SurfaceWord(folded: folded($0.lower), isLower: $0.casing == .lower, isUpper: $0.casing == .upper) }
}

/// The words of a surface of ASCII letters, digits, spaces and hyphens alone, as most are, cut as the tokeniser cuts them; nil
/// for another. The gazetteer has thirty thousand surfaces, and this reads each of them once, byte by byte.
private func plainWords(_ surface: String) -> [SurfaceWord]? {
  var words: [SurfaceWord] = []
  var letters: [UInt8] = []
  var uppers = 0
  var lowers = 0
  var startsWithDigit = false
  func close() {
    guard !letters.isEmpty else { return }
    words.append(
      SurfaceWord(
        folded: String(decoding: letters, as: UTF8.self), isLower: !startsWithDigit && uppers == 0 && lowers > 0,
        isUpper: !startsWithDigit && lowers == 0 && uppers > 1))
    letters.removeAll(keepingCapacity: true)
    uppers = 0
    lowers = 0
  }
  for byte in surface.utf8 {
    switch byte {
    case 0x20, 0x2D: close()
    case 0x61...0x7A:
      if letters.isEmpty { startsWithDigit = false }
      lowers += 1
      letters.append(byte)
    case 0x41...0x5A:
      if letters.isEmpty { startsWithDigit = false }
      uppers += 1
      letters.append(byte | 0x20)
    case 0x30...0x39:
      if letters.isEmpty { startsWithDigit = true }
      letters.append(byte)
    default: return nil
    }
  }
  close()
  return words
}

/// A written surface as folded words: apostrophes, hyphens and periods are left out, and so is a possessive s.
func foldedWords(_ surface: String) -> [String] {
  if let words = plainWords(surface) { return words.map(\.folded) }
  var scalars: [Unicode.Scalar] = []
  for scalar in surface.unicodeScalars { scalars.append(normalised(scalar)) }
  var words: [String] = []
  for token in tokenise(scalars, in: [Span(0, scalars.count)]) where !isJoint(token) { words.append(folded(token.lower)) }
  return words
}

/// Whether a token stands between the words of a name without being one: "-", "'", "'s", ".".
func isJoint(_ token: Token) -> Bool {
  guard token.kind == .sign else { return false }
  switch token.text {
  case "-", "'", "'s", "'S", ".", "`": return true
  default: return false
  }
}
