// Links that count clicks: the address that a reader means stands inside the address that the link gives.

/// Links of newsletters that count clicks and then lead on: where the target stands in the address, it is taken from there.
enum ClickCounter {
  /// The address that a counted link leads to, or the address itself.
  static func target(of address: String) -> String {
    var address = address
    for _ in 0..<3 {
      guard let inner = inner(address) else { return address }
      address = inner
    }
    return address
  }

  /// An address inside the query or the path of another.
  private static func inner(_ address: String) -> String? {
    guard address.utf8.count <= 4_000 else { return nil }
    if let question = address.firstIndex(of: "?") {
      let query = address[address.index(after: question)...].prefix { $0 != "#" }
      for pair in query.split(whereSeparator: { $0 == "&" || $0 == ";" }) {
        guard let joint = pair.firstIndex(of: "="), names.contains(pair[..<joint].lowercased()) else { continue }
        if let found = web(String(pair[pair.index(after: joint)...])) { return found }
      }
    }
    if let found = defended(address) { return found }
    // ".../CL0/https:%2F%2Fnews.example%2Fstory/1/..." and "/click/aHR0cHM6Ly9uZXdz..."
    let path = address.dropFirst(8)
    for part in path.split(separator: "/") where part.utf8.count >= 12 {
      let lower = part.prefix(16).lowercased()
      if lower.hasPrefix("https:%2f%2f") || lower.hasPrefix("http:%2f%2f") || lower.hasPrefix("https%3a%2f")
        || lower.hasPrefix("http%3a%2f")
      {
        if let found = web(String(part)) { return found }
      }
      // Some pad with "~" or put a mark behind.
      let code = part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+/-_=".contains($0)) }
      if code.hasPrefix("aHR0c"), let text = base64(code), let found = web(text) { return found }
      if code.hasPrefix("eyJ"), let text = base64(code), let found = webInJSON(text) { return found }
    }
    return nil
  }

  /// Filters of mail: ".../v3/__https://news.example/story__;!!..." and ".../v2/url?u=https-3A__news.example_story&d=...".
  private static func defended(_ address: String) -> String? {
    guard address.contains("urldefense") else { return nil }
    if let start = address.range(ofText: "/__http"), let end = address.range(ofText: "__;"), start.upperBound < end.lowerBound {
      return web(String(address[address.index(start.lowerBound, offsetBy: 3)..<end.lowerBound]))
    }
    guard let start = address.range(ofText: "?u=http") else { return nil }
    let written = address[address.index(start.lowerBound, offsetBy: 3)...].prefix { $0 != "&" }
    return web(String(written.map { $0 == "-" ? "%" : $0 == "_" ? "/" : $0 }))
  }

  private static func base64(_ code: Substring) -> String? {
    Base64.decode(Array(code.utf8)).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// The first address among the values of a JSON object, as some programs pack their links.
  private static func webInJSON(_ text: String) -> String? {
    guard case .object(let members)? = try? JSONValue(parsing: Array(text.utf8)) else { return nil }
    return members.lazy.compactMap { $0.value.string.flatMap(web) }.first
  }

  private static let names: Set<String> = [
    "url", "u", "q", "target", "dest", "destination", "redirect", "redirect_url", "redirect_uri", "redirect_to", "link", "goto",
    "to", "r",
    "href", "out", "uri", "rurl", "murl", "adurl", "continue", "next",
  ]

  /// The decoded text where it is a web address.
  private static func web(_ text: String) -> String? {
    var decoded = String(decoding: PercentEncoding.decode(Array(text.utf8)), as: UTF8.self)
    // Counted twice over, it is escaped twice.
    if ["http%3a", "https%3a"].contains(where: decoded.prefix(8).lowercased().hasPrefix) {
      decoded = String(decoding: PercentEncoding.decode(Array(decoded.utf8)), as: UTF8.self)
    }
    if decoded.hasPrefix("aHR0c"), let bytes = Base64.decode(Array(decoded.utf8)) {
      decoded = String(decoding: bytes, as: UTF8.self)
    }
    guard decoded.hasPrefix("https://") || decoded.hasPrefix("http://"), decoded.utf8.count > 11, !decoded.utf8.contains(0x20),
      Sanitize.text(decoded) == decoded
    else { return nil }
    return decoded
  }
}

/// "%D0%BF" in addresses and in parameters (RFC 3986, 2.1); what is no escape stays as it stands.
enum PercentEncoding {
  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x25) else { return bytes }
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x25, i + 2 < bytes.count, let high = hexDigit(bytes[i + 1]), let low = hexDigit(bytes[i + 2]) {
        out.append(UInt8(high << 4 | low))
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return out
  }
}
