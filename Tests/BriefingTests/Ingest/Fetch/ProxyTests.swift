// Fetching through proxies: what they are asked, and what is refused before they are.

import Foundation
import Loopback
import Testing

@testable import Briefing

@Suite(.enabled(if: Transfer.isPossible, "libcurl is not installed")) struct ProxyTests {
  private func fetch(
    _ url: String, proxy: String?, environment: [String: String] = [:], allowing origin: String? = nil
  ) throws -> Fetched {
    var settings = FetchSettings()
    settings.limits.total = 5000
    settings.proxy = proxy
    return try Fetcher(settings: settings, environment: environment).fetch(FetchRequest(url: url, allowedOrigin: origin))
  }

  @Test func anHTTPProxyIsAskedForTheWholeAddress() throws {
    let proxy = LoopbackServer { _, _ in LoopbackServer.answer("by proxy", headers: ["ETag: \"1\""]) }
    let fetched = try fetch("http://wire.invalid/feed?a=1", proxy: proxy.base)
    #expect(fetched.body == Array("by proxy".utf8) && fetched.url == "http://wire.invalid/feed?a=1")
    #expect(proxy.requests.map { $0.prefix { $0 != "\r\n" } } == ["GET http://wire.invalid/feed?a=1 HTTP/1.1"])
  }

  @Test func aSecureAddressGoesThroughATunnel() {
    let proxy = LoopbackServer { _, _ in [.text("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")] }
    #expect(throws: FetchFailure.self) { try fetch("https://wire.invalid/feed", proxy: proxy.base) }
    #expect(proxy.requests.first?.hasPrefix("CONNECT wire.invalid:443 HTTP/1.1\r\n") == true)
  }

  @Test(arguments: [("socks5h", "wire.invalid:80"), ("socks5", "127.0.0.1:80")])
  func aSocksProxyIsGivenTheNameOrTheAddress(_ scheme: String, _ target: String) throws {
    let server = LoopbackServer { _, _ in LoopbackServer.answer("by socks") }
    let proxy = SocksServer(leadingTo: server.port)
    let host = scheme == "socks5h" ? "wire.invalid" : "127.0.0.1"
    let fetched = try fetch(
      "http://\(host)/feed", proxy: "\(scheme)://127.0.0.1:\(proxy.port)", allowing: scheme == "socks5h" ? nil : "127.0.0.1:80")
    #expect(fetched.body == Array("by socks".utf8))
    #expect(proxy.targets == [target])
    #expect(server.requests.first?.hasPrefix("GET /feed HTTP/1.1\r\nHost: \(host)") == true)
  }

  /// What can be told of an address by its name is refused before any proxy hears of it.
  @Test(arguments: ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://192.168.0.1/x", "http://2130706433/"])
  func privateAddressesAreNotAskedOfAProxy(_ url: String) {
    let proxy = LoopbackServer { _, _ in LoopbackServer.answer("x") }
    #expect(throws: FetchFailure.self) { try fetch(url, proxy: proxy.base) }
    #expect(proxy.requests.isEmpty)
  }

  @Test func aRedirectThroughAProxyIsLookedAtToo() {
    let proxy = LoopbackServer { _, _ in LoopbackServer.redirect("http://169.254.169.254/latest/meta-data/") }
    #expect(throws: FetchFailure.self) { try fetch("http://wire.invalid/", proxy: proxy.base) }
    #expect(proxy.requests.count == 1)
  }

  @Test func theEnvironmentsProxyIsTakenUnlessASettingSaysOtherwise() throws {
    let proxy = LoopbackServer { _, _ in LoopbackServer.answer("by proxy") }
    let environment = ["http_proxy": proxy.base, "no_proxy": "left.invalid"]
    #expect(try fetch("http://wire.invalid/", proxy: nil, environment: environment).body == Array("by proxy".utf8))
    #expect(throws: FetchFailure.self) { try fetch("http://left.invalid/", proxy: nil, environment: environment) }
    #expect(throws: FetchFailure.self) { try fetch("http://wire.invalid/", proxy: "", environment: environment) }
    #expect(proxy.requests.count == 1)
  }

  @Test(arguments: ["http://proxy.invalid:8080", "http://127.0.0.1:1", "socks5h://127.0.0.1:1"])
  func aProxyThatIsNotThereIsSaid(_ proxy: String) {
    do {
      _ = try fetch("http://wire.invalid/", proxy: proxy)
      Issue.record("fetched")
    } catch {
      #expect((error as? FetchFailure)?.error.words.contains("proxy") == true)
    }
  }
}
