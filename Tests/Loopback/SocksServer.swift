// A SOCKS5 proxy on loopback for one test (RFC 1928, without authentication): it remembers what it was asked to reach and leads
// everything to one port of this machine, so that names which exist nowhere can be fetched through it.

import Foundation
import Glibc
import Synchronization

/// Listens on 127.0.0.1 until it is let go.
public final class SocksServer: Sendable {
  public let port: Int
  private let listener: Int32
  private let seen = Mutex<[String]>([])

  /// "host:port" of each connection that was asked for; names as they were sent, addresses as numbers.
  public var targets: [String] { seen.withLock { $0 } }

  /// `target` is the port on loopback that everything is led to.
  public init(leadingTo target: Int) {
    let (listener, port) = Loopback.listen()
    self.listener = listener
    self.port = port
    Loopback.accept(from: listener, for: self) { $0.serve($1, target) }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ connection: Int32, _ target: Int) {
    defer { close(connection) }
    guard let hello = take(2, connection), hello[0] == 5, take(Int(hello[1]), connection) != nil, send([5, 0], connection),
      let request = take(4, connection), let host = host(request[3], connection), let port = take(2, connection)
    else { return }
    seen.withLock { $0.append("\(host):\(Int(port[0]) << 8 | Int(port[1]))") }
    let inner = Loopback.connect(target)
    guard inner >= 0, send([5, 0, 0, 1, 0, 0, 0, 0, 0, 0], connection) else { return }
    defer { close(inner) }
    var open = [pollfd(fd: connection, events: Int16(POLLIN), revents: 0), pollfd(fd: inner, events: Int16(POLLIN), revents: 0)]
    while poll(&open, 2, 20_000) > 0 {
      for (from, to) in [(0, inner), (1, connection)] where open[from].revents != 0 {
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = read(open[from].fd, &bytes, bytes.count)
        guard count > 0, send(Array(bytes[..<count]), to) else { return }
      }
    }
  }

  /// The address that is asked for: 1 an IPv4 address, 3 a name.
  private func host(_ kind: UInt8, _ connection: Int32) -> String? {
    switch kind {
    case 1: take(4, connection).map { $0.map(String.init).joined(separator: ".") }
    case 3: take(1, connection).flatMap { take(Int($0[0]), connection) }.map { String(decoding: $0, as: UTF8.self) }
    default: nil
    }
  }

  private func take(_ count: Int, _ connection: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var got = 0
    while got < count {
      let more = bytes.withUnsafeMutableBytes { read(connection, $0.baseAddress! + got, count - got) }
      guard more > 0 else { return nil }
      got += more
    }
    return bytes
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    bytes.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) } == bytes.count
  }
}
