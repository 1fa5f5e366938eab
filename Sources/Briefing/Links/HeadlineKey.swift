// The key by which a headline in capitals and a title are the same, editing aside. Equal keys are taken for the same
// headline without further question, so the key drops only what editors add and remove without changing the words.

/// Keys of headlines and addresses: equal keys mean the same article.
public enum HeadlineKey {
  /// Whether a key says enough to mean one article: "morning briefing" is the title of many.
  public static func isTelling(_ key: String) -> Bool { key.utf8.split(separator: 0x20, maxSplits: 3).count >= 3 }

  /// The words of a headline in lower case, accents and punctuation off, possessives and articles dropped, and without
  /// the labels ("UPDATE 1-", "WATCH:") and credits (": report", "| BBC News") that editors put around it.
  /// Empty where there is no letter or digit.
  public static func fold(_ title: String) -> String {
    words(of: core(of: title)).filter { !HeadlineWords.articles.contains($0) }.joined(separator: " ")
  }

  /// The host and path of a web address as two copies of one link share them: no scheme, "www.", port, fragment,
  /// tracking parameters or closing slash; the host in lower case. Nil where there is no host and path.
  public static func normaliseURL(_ url: String) -> String? {
    var rest = Substring(url.filter { !$0.isWhitespace })
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    }
    rest = rest.prefix { $0 != "#" }
    let query = rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...] } ?? ""
    rest = rest.prefix { $0 != "?" }
    var host = rest.prefix { $0 != "/" }.lowercased()
    var path = rest.dropFirst(host.count)
    if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
    if let colon = host.firstIndex(of: ":") { host = String(host[..<colon]) }
    for prefix in ["www.", "m.", "amp."] where host.hasPrefix(prefix) { host = String(host.dropFirst(prefix.count)) }
    while path.hasSuffix("/") { path = path.dropLast() }
    for suffix in ["/amp", "/index.html", "/index.htm"] where path.hasSuffix(suffix) { path = path.dropLast(suffix.count) }
    let kept = query.split(separator: "&").filter { !isTracking($0) }.sorted()
    guard host.contains("."), !path.isEmpty || !kept.isEmpty else { return nil }
    return host + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  /// The words of a text as keys have them, articles included.
  static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var afterApostrophe = 0
    func flush() {
      // "Turkey's" and "officials'" lose the possessive; "don't" and "O'Brien" keep their letters.
      if afterApostrophe == 1, word.last == UInt8(ascii: "s") { word.removeLast() }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
      afterApostrophe = 0
    }
    let scalars = scalarArray(String(text))
    for (i, raw) in scalars.enumerated() {
      let scalar = normalised(raw)
      if isLetterOrDigit(scalar) {
        if afterApostrophe > 0 || (i > 0 && normalised(scalars[i - 1]) == "'" && !word.isEmpty) { afterApostrophe += 1 }
        append(scalar, to: &word)
      } else if scalar == "'" || isInnerPoint(scalars, at: i) || Folding.isMark(scalar) {
        continue
      } else {
        flush()
        if scalar == "&" { words.append("and") }
      }
    }
    flush()
    return words
  }

  /// The letter folded, as bytes: most are ASCII, and every title and headline of an import passes here.
  private static func append(_ scalar: Unicode.Scalar, to word: inout [UInt8]) {
    if scalar.value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    var view = String.UnicodeScalarView()
    Folding.append(scalar, to: &view)
    word += Array(String(view).utf8)
  }

  /// The point of "U.S." and "3.5", the comma of "2,000".
  private static func isInnerPoint(_ scalars: [Unicode.Scalar], at i: Int) -> Bool {
    guard scalars[i] == "." || scalars[i] == ",", i > 0, isLetterOrDigit(scalars[i - 1]) else { return false }
    let next = i + 1 < scalars.count ? scalars[i + 1] : " "
    if isDigit(scalars[i - 1]) { return isDigit(next) }
    // A single letter before the point: an acronym.
    return scalars[i] == "." && isLetter(next) && (i < 2 || !isLetterOrDigit(scalars[i - 2]))
  }

  /// The title without what editors put around it.
  private static func core(of title: String) -> Substring {
    var text = Substring(title)
    for _ in 0..<3 {
      let before = text.utf8.count
      if let cut = text.unicodeScalars.lastIndex(where: isDivider), isCredit(text, after: cut) { text = text[..<cut] }
      if let cut = text.unicodeScalars.firstIndex(where: isDivider), isLabel(text[..<cut]) {
        text = text[text.unicodeScalars.index(after: cut)...]
      }
      if text.utf8.count == before { break }
    }
    return text
  }

  private static func isDivider(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "|", "-", "–", "—": true
    default: false
    }
  }

  private static func isCredit(_ text: Substring, after cut: Substring.Index) -> Bool {
    let tail = text[text.unicodeScalars.index(after: cut)...]
    let tailWords = words(of: tail)
    guard !tailWords.isEmpty, tailWords.count <= 4, words(of: text[..<cut]).count >= 3 else { return false }
    let divider = text.unicodeScalars[cut]
    if divider == "|" { return true }
    // A hyphen inside a word ("half-reports") is no dash.
    if divider == "-", tail.first?.isWhitespace != true { return false }
    return HeadlineWords.credits.contains(tailWords.joined(separator: " "))
  }

  private static func isLabel(_ head: Substring) -> Bool {
    let headWords = words(of: head)
    guard let first = headWords.first, headWords.count <= 2 else { return false }
    // "UPDATE 1-", "BREAKING NEWS:", "LIVE UPDATES:"
    guard HeadlineWords.labels.contains(first) else { return false }
    guard headWords.count == 2 else { return true }
    return headWords[1].allSatisfy(\.isNumber) || HeadlineWords.labels.contains(headWords[1])
  }

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || HeadlineWords.tracking.contains(name)
  }
}
