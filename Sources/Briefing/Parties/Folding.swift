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

/// A written surface as folded words: apostrophes, hyphens and periods are left out, and so is a possessive s.
func foldedWords(_ surface: String) -> [String] {
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
