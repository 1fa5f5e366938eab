// Where a connection would go. Feeds and pages come from the public internet; an address inside the reader's own network is
// reached only where the reader asked for it by hand, whatever a name resolves to or a redirect says.

import Foundation

/// An IPv4 or IPv6 address.
struct NetworkAddress: Hashable, Sendable {
  /// 4 or 16 bytes, in network order.
  let bytes: [UInt8]

  /// From 4 or 16 bytes; an IPv6 form of an IPv4 address (mapped, NAT64, 6to4) is taken for that IPv4 address.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    let carrier = NetworkAddress.carriers.first { bytes.count == 16 && bytes.starts(with: $0.prefix) }
    self.bytes = carrier.map { Array(bytes[$0.offset..<$0.offset + 4]) } ?? bytes
  }

  /// From a `struct sockaddr` of `length` bytes; nil for anything but IP.
  init?(sockaddr pointer: UnsafeRawPointer, length: Int) {
    switch Int32(pointer.loadUnaligned(as: sa_family_t.self)) {
    case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
      var address = pointer.loadUnaligned(as: sockaddr_in.self).sin_addr
      self.init(withUnsafeBytes(of: &address) { Array($0) })
    case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
      var address = pointer.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      self.init(withUnsafeBytes(of: &address) { Array($0) })
    default: return nil
    }
  }

  /// From a host that is an address in any of its forms ("127.1", "0x7f000001", "::1"); nil for a name.
  init?(host: String) {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &found) == 0, let found else { return nil }
    defer { freeaddrinfo(found) }
    self.init(sockaddr: found.pointee.ai_addr, length: Int(found.pointee.ai_addrlen))
  }

  /// Nil for a public address, else what kind of address it is, in words.
  var reserved: String? {
    let ranges = bytes.count == 4 ? NetworkAddress.ranges4 : NetworkAddress.ranges6
    return ranges.first { contains($0.prefix, $0.bits) }?.words
  }

  /// As it is written: "192.0.2.1", "[2001:db8::1]".
  var text: String {
    var bytes = bytes
    var out = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, &bytes, &out, socklen_t(out.count)) != nil else { return "?" }
    let written = String(decoding: out.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return bytes.count == 4 ? written : "[\(written)]"
  }

  private func contains(_ prefix: [UInt8], _ bits: Int) -> Bool {
    for bit in 0..<bits {
      let mask: UInt8 = 0x80 >> UInt8(bit % 8)
      let wanted = bit / 8 < prefix.count ? prefix[bit / 8] & mask : 0
      if bytes[bit / 8] & mask != wanted { return false }
    }
    return true
  }

  /// IPv6 prefixes that carry an IPv4 address: mapped (RFC 4291), translated (RFC 2765), NAT64 (RFC 6052), 6to4 (RFC 3056).
  private static let carriers: [(prefix: [UInt8], offset: Int)] = [
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 12), ([0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0], 12),
    ([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 12), ([0x20, 0x02], 2),
  ]

  /// The registries of special-purpose addresses (RFC 6890 and its updates).
  private static let ranges4: [(prefix: [UInt8], bits: Int, words: String)] = [
    ([0], 8, "this machine"), ([127], 8, "this machine"), ([10], 8, "a private network"), ([172, 16], 12, "a private network"),
    ([192, 168], 16, "a private network"), ([100, 64], 10, "a provider's inner network"), ([169, 254], 16, "the local link"),
    ([192, 0, 0], 24, "reserved"), ([192, 0, 2], 24, "for documentation"), ([198, 51, 100], 24, "for documentation"),
    ([203, 0, 113], 24, "for documentation"), ([198, 18], 15, "for tests of networks"), ([192, 88, 99], 24, "reserved"),
    ([224], 4, "multicast"), ([240], 4, "reserved"),
  ]
  private static let ranges6: [(prefix: [UInt8], bits: Int, words: String)] = [
    ([], 96, "this machine"), ([0x01, 0x00], 64, "reserved"), ([0x00, 0x64, 0xFF, 0x9B, 0, 1], 48, "a private network"),
    ([0x20, 0x01, 0x0D, 0xB8], 32, "for documentation"), ([0x20, 0x01, 0x00], 23, "reserved"),
    ([0xFC], 7, "a private network"), ([0xFE, 0x80], 10, "the local link"), ([0xFE, 0xC0], 10, "a private network"),
    ([0xFF], 8, "multicast"), ([0x5F], 8, "reserved"), ([0x3F, 0xFF], 20, "for documentation"),
  ]
}
