// Web addresses: relative ones resolved (RFC 3986, 5.2), and the target taken out of a link that only counts clicks.

enum FeedAddress {
  /// `reference` against `base`; as it stands where there is no base or it needs none; nil for what no reader may follow.
  static func resolve(_ reference: String, against base: String?) -> String? {
    let text = cleaned(reference)
    if let scheme = scheme(of: text) {
      if refused.contains(scheme) { return nil }
      // "http:///host/": a slash too many.
      if scheme == "http" || scheme == "https", text.dropFirst(scheme.count).hasPrefix(":///") {
        return scheme + "://" + text.dropFirst(scheme.count + 3).drop { $0 == "/" }
      }
      return text
    }
    guard let base, let parts = Parts(base) else { return text }
    if text.isEmpty { return base }
    if text.hasPrefix("//") { return parts.scheme + ":" + text }
    let origin = parts.scheme + "://" + parts.host
    if text.hasPrefix("/") { return origin + withoutDots(text) }
    if text.hasPrefix("#") { return origin + parts.path + parts.query + text }
    if text.hasPrefix("?") { return origin + parts.path + text }
    let folder = parts.path.lastIndex(of: "/").map { parts.path[...$0] } ?? "/"
    return origin + withoutDots(folder + text)
  }

  /// Schemes that run or carry something.
  private static let refused: Set<String> = ["javascript", "vbscript", "data", "file", "about", "blob"]

  /// Without white space at the ends and line ends inside.
  private static func cleaned(_ text: String) -> String {
    let trimmed = text.trimmed
    guard trimmed.utf8.contains(where: { $0 < 0x20 }) else { return trimmed }
    return String(trimmed.unicodeScalars.filter { $0.value >= 0x20 }.map(Character.init))
  }

  static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: Byte.colon), colon != text.startIndex else { return nil }
    let name = text[..<colon]
    guard name.utf8.count <= 20, isLetter(name.utf8.first!),
      name.utf8.allSatisfy({ isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) })
    else { return nil }
    return name.lowercased()
  }

  private struct Parts {
    var scheme: String
    var host: String
    var path: String
    var query: String

    init?(_ address: String) {
      guard let scheme = FeedAddress.scheme(of: address), address.dropFirst(scheme.count).hasPrefix("://") else { return nil }
      let rest = address.dropFirst(scheme.count + 3)
      let withoutFragment = rest.prefix { $0 != "#" }
      let hostEnd = withoutFragment.firstIndex { $0 == "/" || $0 == "?" } ?? withoutFragment.endIndex
      let pathEnd = withoutFragment.firstIndex(of: "?") ?? withoutFragment.endIndex
      self.scheme = scheme
      host = String(withoutFragment[..<hostEnd])
      path = hostEnd < pathEnd ? String(withoutFragment[hostEnd..<pathEnd]) : "/"
      query = String(withoutFragment[pathEnd...])
    }
  }

  /// Takes "." and ".." out of a path; what follows "?" or "#" stays.
  private static func withoutDots(_ text: some StringProtocol) -> String {
    let pathEnd = text.firstIndex { $0 == "?" || $0 == "#" } ?? text.endIndex
    guard text[..<pathEnd].contains("/.") else { return String(text) }
    var kept: [Substring] = []
    let segments = String(text[..<pathEnd]).split(separator: "/", omittingEmptySubsequences: false)
    for (i, segment) in segments.enumerated() {
      let isLast = i == segments.count - 1
      if segment == ".." {
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      } else if segment == "." {
        if isLast { kept.append("") }
      } else {
        kept.append(segment)
      }
    }
    return kept.joined(separator: "/") + text[pathEnd...]
  }
}
