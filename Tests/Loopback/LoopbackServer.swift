// A server on loopback for one test, of the core or of the program: it answers each request with the bytes that the test wants, and remembers the requests.

import Foundation
import Glibc
import Synchronization

/// Listens on 127.0.0.1 until it is let go.
public final class LoopbackServer: Sendable {
  /// What an answer is: bytes, one after the other, with pauses in milliseconds between them.
  public enum Part: Sendable {
    case bytes([UInt8])
    case text(String)
    case pause(Int32)
    /// Ends the connection with a reset.
    case reset
  }

  public let port: Int
  private let listener: Int32
  private let seen = Mutex<[String]>([])
  private let most = Mutex((now: 0, most: 0))

  /// Heads of the requests so far, in order.
  public var requests: [String] { seen.withLock { $0 } }
  /// The most connections that were open at once.
  public var mostAtOnce: Int { most.withLock { $0.most } }
  public var base: String { "http://127.0.0.1:\(port)" }
  public var origin: String { "127.0.0.1:\(port)" }

  public init(_ answer: @escaping @Sendable (_ path: String, _ head: String) -> [Part]) {
    let (listener, port) = Loopback.listen()
    self.port = port
    self.listener = listener
    Loopback.accept(from: listener, for: self) { $0.serve($1, answer) }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ connection: Int32, _ answer: (String, String) -> [Part]) {
    most.withLock {
      $0.now += 1
      $0.most = max($0.most, $0.now)
    }
    defer {
      most.withLock { $0.now -= 1 }
      close(connection)
    }
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !head.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return }
      head += buffer.prefix(count)
    }
    let text = String(decoding: head, as: UTF8.self)
    let path = text.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
    seen.withLock { $0.append(text) }
    for part in answer(path, text) {
      switch part {
      case .bytes(let bytes): if !send(bytes, connection) { return }
      case .text(let text): if !send(Array(text.utf8), connection) { return }
      case .pause(let milliseconds): poll(nil, 0, milliseconds)
      case .reset:
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        return
      }
    }
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }

  /// A whole answer with these headers.
  public static func answer(_ body: String, status: String = "200 OK", headers: [String] = []) -> [Part] {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
    return [.text(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)]
  }

  public static func redirect(_ to: String, status: String = "302 Found") -> [Part] {
    answer("", status: status, headers: ["Location: \(to)"])
  }
}

/// Sockets on 127.0.0.1.
enum Loopback {
  /// A listener on a port that the system chooses.
  static func listen() -> (listener: Int32, port: Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = self.address(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(listener, $0, length)
        _ = Glibc.listen(listener, 64)
        _ = getsockname(listener, $0, &length)
      }
    }
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// Hands connections to a server, each on a thread of its own, until the server is let go and its listener shut down.
  static func accept<Server: AnyObject & Sendable>(
    from listener: Int32, for server: Server, _ serve: @escaping @Sendable (Server, Int32) -> Void
  ) {
    Thread.detachNewThread { [weak server] in
      while true {
        let connection = Glibc.accept(listener, nil, nil)
        guard connection >= 0 else {
          // Only here: the number may be another server's as soon as it is free.
          close(listener)
          return
        }
        guard let server else {
          close(connection)
          close(listener)
          return
        }
        Thread.detachNewThread { serve(server, connection) }
      }
    }
  }

  /// A connection; below zero where nobody listens.
  static func connect(_ port: Int) -> Int32 {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = self.address(port: port)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return result == 0 ? connection : -1
  }

  private static func address(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = in_port_t(port).bigEndian
    return address
  }
}
