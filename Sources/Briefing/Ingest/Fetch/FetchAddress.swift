// An http or https address, read strictly: what two parsers could read two ways is refused.

import Foundation

/// An absolute http or https address.
public struct FetchAddress: Hashable, Sendable {
  /// As it is sent: what is not ASCII or not printable is percent-encoded, the fragment is left out.
  public let text: String
  /// "http" or "https".
  public let scheme: String
  /// In lower case, without brackets.
  public let host: String
  public let port: Int

  /// The longest address that is followed, in bytes.
  static let longest = 8_000

  /// Reads an address; throws where it is none, or of another scheme.
  public init(_ string: String) throws(FetchError) {
    let trimmed = string.trimmingCharacters(in: .whitespacesAndNewlines)
    guard trimmed.utf8.count <= FetchAddress.longest else { throw .badAddress(trimmed) }
    guard let colon = trimmed.firstIndex(of: ":") else { throw .badAddress(trimmed) }
    let scheme = trimmed[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else {
      let isScheme = !scheme.isEmpty && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
      throw isScheme ? .otherScheme(trimmed) : .badAddress(trimmed)
    }
    guard trimmed[colon...].hasPrefix("://") else { throw .badAddress(trimmed) }
    let rest = trimmed[colon...].dropFirst(3).prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    // Read one way by one program and another way by the next: a backslash, two at signs, white space.
    let isDoubtful = authority.unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7F || $0 == "\\" || $0 == "%" }
    guard !isDoubtful, authority.count(where: { $0 == "@" }) <= 1 else { throw .badAddress(trimmed) }
    var place = authority.firstIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    var port: Int? = scheme == "https" ? 443 : 80
    if place.hasPrefix("[") {
      guard let close = place.firstIndex(of: "]") else { throw .badAddress(trimmed) }
      let after = place[place.index(after: close)...]
      if !after.isEmpty { port = after.first == ":" ? Int(after.dropFirst()) : nil }
      place = place[place.index(after: place.startIndex)..<close]
      guard NetworkAddress(host: String(place)) != nil else { throw .badAddress(trimmed) }
    } else if let colon = place.firstIndex(of: ":") {
      port = Int(place[place.index(after: colon)...])
      place = place[..<colon]
    }
    guard let port, (1...65_535).contains(port), !place.isEmpty else { throw .badAddress(trimmed) }
    let path = rest.dropFirst(authority.count)
    self.scheme = scheme
    host = place.lowercased()
    self.port = port
    text = scheme + "://" + authority + (path.hasPrefix("/") ? "" : "/") + FetchAddress.encoded(String(path))
  }

  /// Host and port: what a permission to reach a private address holds for.
  public var origin: String { "\(host):\(port)" }

  /// An address as people may see it: without the name and password that a reader wrote into it.
  public static func shown(_ address: String) -> String {
    guard let start = address.range(of: "://")?.upperBound else { return address }
    let authority = address[start...].prefix { !"/?#".contains($0) }
    guard let at = authority.lastIndex(of: "@") else { return address }
    return String(address[..<start] + address[address.index(after: at)...])
  }

  /// Whether it names an address that is not public, or this machine, without any name being resolved.
  public var isPrivateByName: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || NetworkAddress(host: host)?.reserved != nil
  }

  private static func encoded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F || forbidden.contains($0) }) else { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      if byte <= 0x20 || byte >= 0x7F || forbidden.contains(byte) {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let forbidden = Array("\"<>\\^`{|}".utf8)
}
