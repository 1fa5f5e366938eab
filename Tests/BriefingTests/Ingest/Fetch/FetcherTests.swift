// Fetching, against a server on loopback: what is followed, what is refused, and where it stops.

import Foundation
import Loopback
import Testing

@testable import Briefing

@Suite struct FetcherTests {
  private static let isPossible: Bool = {
    if !Transfer.isPossible { print("skipped: libcurl is not installed") }
    return Transfer.isPossible
  }()

  private func fetch(
    _ url: String, allowing origin: String? = nil, etag: String? = nil, _ change: (inout FetchSettings) -> Void = { _ in }
  ) throws -> Fetched {
    var settings = FetchSettings()
    settings.limits.total = 5000
    settings.limits.connect = 2000
    change(&settings)
    return try Fetcher(settings: settings).fetch(FetchRequest(url: url, etag: etag, allowedOrigin: origin))
  }

  private func failure(
    _ url: String, allowing origin: String? = nil, etag: String? = nil, _ change: (inout FetchSettings) -> Void = { _ in }
  ) -> FetchFailure? {
    do {
      _ = try fetch(url, allowing: origin, etag: etag, change)
      return nil
    } catch { return error as? FetchFailure }
  }

  @Test(.enabled(if: FetcherTests.isPossible)) func aDocumentAndItsHeaders() throws {
    let server = LoopbackServer { _, _ in
      LoopbackServer.answer("hello", headers: ["ETag: \"v1\"", "Content-Type: text/plain"])
    }
    let fetched = try fetch(server.base + "/a b?q=\u{E9}#part", allowing: server.origin) { $0.userAgent = "some desk/1" }
    #expect(fetched.body == Array("hello".utf8))
    #expect(fetched.headers["etag"] == "\"v1\"")
    #expect(fetched.headers["content-type"] == "text/plain")
    #expect(fetched.movedTo == nil)
    #expect(fetched.incomplete == nil)
    let head = try #require(server.requests.first)
    #expect(head.hasPrefix("GET /a%20b?q=%C3%A9 HTTP/1.1\r\n"))
    #expect(head.contains("User-Agent: some desk/1\r\n"))
    #expect(head.lowercased().contains("accept-encoding: ") && head.contains("gzip"))
    #expect(!head.contains("If-None-Match"))
  }

  @Test(.enabled(if: FetcherTests.isPossible)) func whatHasNotChangedIsNotSentAgain() throws {
    let server = LoopbackServer { _, head in
      head.contains("If-None-Match: \"v1\"") ? [.text("HTTP/1.1 304 Not Modified\r\n\r\n")] : LoopbackServer.answer("x")
    }
    #expect(try fetch(server.base, allowing: server.origin, etag: "\"v1\"").status == 304)
    #expect(try fetch(server.base, allowing: server.origin, etag: "\"v0\"").status == 200)
    // A validator that could be more than one line is not sent.
    #expect(try fetch(server.base, allowing: server.origin, etag: "a\r\nX-Injected: 1").status == 200)
    #expect(!server.requests.joined().contains("X-Injected"))
  }

  @Test(.enabled(if: FetcherTests.isPossible)) func anUnaskedNotModifiedIsAFailure() {
    let server = LoopbackServer { _, _ in [.text("HTTP/1.1 304 Not Modified\r\n\r\n")] }
    #expect(failure(server.base, allowing: server.origin)?.error == .status(server.base + "/", 304))
  }

  @Test(.enabled(if: FetcherTests.isPossible)) func permanentRedirectsMoveAFeedAndOthersDoNot() throws {
    let server = LoopbackServer { path, _ in
      switch path {
      case "/old": LoopbackServer.redirect("/older", status: "301 Moved")
      case "/older": LoopbackServer.redirect("/new", status: "308 Moved")
      case "/new": LoopbackServer.redirect("/today", status: "302 Found")
      default: LoopbackServer.answer("x")
      }
    }
    let moved = try fetch(server.base + "/old", allowing: server.origin)
    #expect(moved.url == server.base + "/today")
    #expect(moved.movedTo == server.base + "/new")
    #expect(try fetch(server.base + "/new", allowing: server.origin).movedTo == nil)
  }

  @Test(.enabled(if: FetcherTests.isPossible)) func redirectsEnd() {
    let server = LoopbackServer { _, _ in LoopbackServer.redirect("/again") }
    #expect(failure(server.base, allowing: server.origin)?.error == .tooManyRedirects(server.base, limit: 5))
    #expect(server.requests.count == 6)
  }

  @Test(
    .enabled(if: FetcherTests.isPossible),
    arguments: [
      "file:///etc/passwd", "gopher://127.0.0.1:1/_x", "ftp://127.0.0.1/x", "javascript:alert(1)",
      "http://127.0.0.1:1/\u{1B}]0;x\u{7}",
      "http://169.254.169.254/latest/meta-data/", "http://[::1]:1/", "http://[::ffff:127.0.0.1]:1/", "http://localhost:1/",
      "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.9.9/", "http://100.64.0.1/", "http://224.0.0.1/",
      "http://2130706433:1/", "http://0x7f.1:1/", "http://[fe80::1]/", "http://[64:ff9b::a00:1]/", "http://0.0.0.0:1/",
    ])
  func redirectsAreLookedAt(target: String) throws {
    let server = LoopbackServer { _, _ in LoopbackServer.redirect(target) }
    let failure = try #require(self.failure(server.base, allowing: server.origin))
    switch failure.error {
    case .redirectRefused, .privateAddress: break
    default: Issue.record("\(target): \(failure.error)")
    }
    #expect(server.requests.count == 1)
    let words = failure.error.words
    #expect(words == Sanitize.text(words) && !words.contains("\n"))
  }

  @Test(.enabled(if: FetcherTests.isPossible)) func thisMachineIsReachedByHandAlone() throws {
    let server = LoopbackServer { _, _ in LoopbackServer.answer("x") }
    guard case .privateAddress(_, _, let kind) = failure(server.base)?.error else {
      Issue.record("loopback was reached")
      return
    }
    #expect(kind == "this machine")
    // The permission is for one host and port.
    guard case .privateAddress = failure(server.base, allowing: "127.0.0.1:1")?.error else {
      Issue.record("another port was reached")
      return
    }
    #expect(server.requests.isEmpty)
    #expect(try fetch(server.base, allowing: server.origin).status == 200)
  }

  /// The name looks public; only what it resolves to is not.
  @Test(.enabled(if: FetcherTests.isPossible)) func aNameIsJudgedByWhatItResolvesTo() throws {
    var buffer = [CChar](repeating: 0, count: 256)
    gethostname(&buffer, buffer.count)
    let name = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard FetcherTests.resolvesToPrivate(name) else {
      print("skipped: the host's own name does not resolve to a private address")
      return
    }
    guard case .privateAddress(let host, let address?, _) = failure("http://\(name):9/")?.error else {
      Issue.record("\(name) was not refused")
      return
    }
    #expect(host == name.lowercased())
    #expect(NetworkAddress(host: address)?.reserved != nil || address.hasPrefix("["))
  }

  private static func resolvesToPrivate(_ name: String) -> Bool {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard !name.isEmpty, getaddrinfo(name, nil, &hints, &found) == 0, let first = found else { return false }
    defer { freeaddrinfo(first) }
    return NetworkAddress(sockaddr: first.pointee.ai_addr, length: Int(first.pointee.ai_addrlen))?.reserved != nil
  }

  // MARK: Limits

  @Test(.enabled(if: FetcherTests.isPossible)) func whatCameBeforeTheCapIsKept() throws {
    let server = LoopbackServer { _, _ in
      [.text("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")]
        + Array(repeating: .bytes([UInt8](repeating: 65, count: 10_000)), count: 100)
    }
    let fetched = try fetch(server.base, allowing: server.origin) { $0.limits.body = 25_000 }
    #expect(fetched.body.count == 25_000)
    #expect(try #require(fetched.incomplete).contains("more than 25 kB unpacked"))
    let wire = try fetch(server.base, allowing: server.origin) { $0.limits.wire = 100_000 }
    #expect(try #require(wire.incomplete).contains("more than 100 kB"))
    #expect(wire.body.count == 100_000)
  }

  /// 60 MB of zeros in 60 kB: unpacked no further than the cap.
  @Test(.enabled(if: FetcherTests.isPossible)) func aBombIsStoppedWhileItIsUnpacked() throws {
    let block = FetcherTests.gzipOfZeros
    let server = LoopbackServer { _, _ in
      [
        .text("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(block.count)\r\nConnection: close\r\n\r\n"),
        .bytes(block),
      ]
    }
    let fetched = try fetch(server.base, allowing: server.origin) { $0.limits.body = 1_000_000 }
    #expect(fetched.body.count == 1_000_000)
    #expect(fetched.incomplete != nil)
  }

  /// A gzip stream of one dynamic-free block that repeats: made by hand, so that no compressor is needed.
  private static let gzipOfZeros: [UInt8] = {
    // Fixed Huffman codes: a literal 0, then matches of length 258 at distance 1.
    var bits: [Bool] = [true, true, false]  // last block, type 1
    func put(_ value: Int, _ count: Int) { for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) } }
    put(0x30, 8)
    for _ in 0..<40_000 {
      put(0xC5, 8)  // length 258: code 285
      put(0, 5)  // distance 1: code 0
    }
    put(0, 7)
    var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    for start in stride(from: 0, to: bits.count, by: 8) {
      var byte: UInt8 = 0
      for offset in 0..<8 where start + offset < bits.count && bits[start + offset] { byte |= 1 << UInt8(offset) }
      out.append(byte)
    }
    return out + [UInt8](repeating: 0, count: 8)
  }()

  @Test(.enabled(if: FetcherTests.isPossible)) func aSlowServerIsLeftAndItsBeginningKept() throws {
    let server = LoopbackServer { path, _ in
      path == "/silent" ? [.pause(3000)] : [.text("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nbegin")] + [.pause(3000)]
    }
    let fetched = try fetch(server.base, allowing: server.origin) { $0.limits.total = 300 }
    #expect(fetched.body == Array("begin".utf8))
    #expect(try #require(fetched.incomplete).contains("took longer"))
    let failure = self.failure(server.base + "/silent", allowing: server.origin) { $0.limits.total = 300 }
    #expect(failure?.error == .tooSlow("127.0.0.1", seconds: 1))
  }

  @Test(.enabled(if: FetcherTests.isPossible)) func brokenAnswersHaveTheirWords() throws {
    let server = LoopbackServer { path, _ in
      switch path {
      case "/short": [.text("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nbegin")]
      case "/nothing": []
      case "/old": [.text("just text, no headers, no status line\n")]
      case "/headers":
        [.text("HTTP/1.1 200 OK\r\n")] + Array(repeating: .text("X-A: \(String(repeating: "a", count: 1000))\r\n"), count: 400)
      case "/lie": LoopbackServer.answer("no gzip at all", headers: ["Content-Encoding: gzip"])
      case "/chunk": [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
      default: [.text("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nbegin"), .pause(50), .reset]
      }
    }
    #expect(try fetch(server.base + "/short", allowing: server.origin).incomplete?.contains("broke off") == true)
    #expect(failure(server.base + "/nothing", allowing: server.origin)?.error == .closedEarly("127.0.0.1"))
    #expect(failure(server.base + "/old", allowing: server.origin)?.error == .noHTTP("127.0.0.1"))
    #expect(failure(server.base + "/lie", allowing: server.origin)?.error == .badEncoding("127.0.0.1"))
    #expect(failure(server.base + "/chunk", allowing: server.origin) != nil)
    guard case .tooLarge(_, let what) = failure(server.base + "/headers", allowing: server.origin)?.error else {
      Issue.record("endless headers were taken")
      return
    }
    #expect(what.contains("header lines"))
    #expect(failure("http://127.0.0.1:1/", allowing: "127.0.0.1:1")?.error == .unreachable("127.0.0.1"))
  }

  @Test(.enabled(if: FetcherTests.isPossible)) func aBusyServerSaysHowLong() {
    let server = LoopbackServer { path, _ in
      LoopbackServer.answer("", status: "429 \u{1B}[2J", headers: ["Retry-After: \(path.dropFirst())"])
    }
    #expect(failure(server.base + "/120", allowing: server.origin)?.retryAfter == 120)
    #expect(failure(server.base + "/99999999", allowing: server.origin)?.retryAfter == 7 * 86_400)
    #expect(failure(server.base + "/soon", allowing: server.origin)?.retryAfter == nil)
  }

  @Test func aDateToRetryAfter() {
    let now = Date(timeIntervalSince1970: 1_696_500_000)  // Thu, 05 Oct 2023 10:00:00 GMT
    #expect(Fetcher.retryAfter("Thu, 05 Oct 2023 10:02:00 GMT", now: now) == 120)
    #expect(Fetcher.retryAfter("Wed, 04 Oct 2023 10:02:00 GMT", now: now) == 0)
    #expect(Fetcher.retryAfter("-5", now: now) == 0)
  }

  @Test func offlineIsOffline() {
    #expect(failure("http://192.0.2.1/") { $0.isOffline = true }?.error == .offline("http://192.0.2.1/"))
  }
}
