// Addresses in pages and feeds: resolved against where they stand (RFC 3986, 5.2), and only those of the web.

/// Resolves references to web addresses.
public enum WebAddress {
  /// The longest address that is taken, in bytes.
  public static let lengthLimit = 4_000

  /// The absolute http or https address that `reference` means at `base`; nil for other schemes, for fragments alone, for
  /// relative references without a base, and for what is no address.
  public static func resolve(_ reference: String, base: String?) -> String? {
    let reference = cleaned(reference)
    guard !reference.isEmpty, !reference.hasPrefix("#"), reference.utf8.count <= lengthLimit else { return nil }
    if let scheme = scheme(of: reference) {
      guard scheme == "http" || scheme == "https" else { return nil }
      let rest = reference.utf8.dropFirst(scheme.utf8.count + 1)
      guard rest.starts(with: "//".utf8), rest.count > 2 else { return nil }
      return reference
    }
    guard let base = base.map(cleaned), let scheme = scheme(of: base), scheme == "http" || scheme == "https" else { return nil }
    if reference.hasPrefix("//") { return reference.utf8.count > 2 ? "\(scheme):\(reference)" : nil }
    let afterScheme = base.utf8.dropFirst(scheme.utf8.count + 1)
    guard afterScheme.starts(with: "//".utf8) else { return nil }
    let host = String(Substring(afterScheme.dropFirst(2).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }))
    guard !host.isEmpty else { return nil }
    let root = "\(scheme)://\(host)"
    let tail = Substring(afterScheme.dropFirst(2 + host.utf8.count))
    let path = tail.prefix { $0 != "?" && $0 != "#" }
    if reference.hasPrefix("?") { return root + (path.isEmpty ? "/" : path) + reference }
    let cut = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    var joined = String(reference[..<cut])
    if !joined.hasPrefix("/") {
      joined = (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/") + joined
    }
    return root + withoutDots(joined) + reference[cut...]
  }

  /// The path of an absolute address, without query and fragment: "/2023/10/05/some-story".
  static func path(of address: String) -> Substring {
    guard let start = address.range(ofText: "://") else { return "" }
    let rest = address[start.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return "" }
    return rest[slash...].prefix { $0 != "?" && $0 != "#" }
  }

  /// The host of an absolute address in lower case, without port and user.
  static func host(of address: String) -> String? {
    guard let start = address.range(ofText: "://") else { return nil }
    let authority = address[start.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = (authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority).prefix { $0 != ":" }
    return host.isEmpty ? nil : host.lowercased()
  }

  /// Without white space around it and without line breaks inside, as browsers read it; spaces inside as %20.
  private static func cleaned(_ text: String) -> String {
    var out = ""
    for scalar in Sanitize.text(text).trimmed.unicodeScalars where scalar != "\n" {
      if scalar == " " { out += "%20" } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }

  private static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.prefix(24).firstIndex(of: 0x3A) else { return nil }
    let name = text[..<colon].lowercased()
    guard let first = name.utf8.first, (0x61...0x7A).contains(first),
      name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) })
    else { return nil }
    return name
  }

  private static func withoutDots(_ path: String) -> String {
    guard path.contains("/.") || path.hasPrefix(".") else { return path }
    var out: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (i, part) in parts.enumerated() {
      let isLast = i == parts.count - 1
      if part == ".." {
        _ = out.popLast()
        if isLast { out.append("") }
      } else if part == "." {
        if isLast { out.append("") }
      } else {
        out.append(part)
      }
    }
    return "/" + out.joined(separator: "/")
  }
}

extension String {
  /// The first place of a text, byte by byte.
  func range(ofText part: String) -> Range<Index>? {
    let utf8 = utf8
    let part = Array(part.utf8)
    guard let first = part.first else { return nil }
    var at = utf8.startIndex
    while let found = utf8[at...].firstIndex(of: first) {
      var i = found
      var n = 0
      while n < part.count, i < utf8.endIndex, utf8[i] == part[n] {
        i = utf8.index(after: i)
        n += 1
      }
      if n == part.count { return found..<i }
      at = utf8.index(after: found)
    }
    return nil
  }
}
