// Web addresses read strictly, and network addresses by where they lie.

import Testing

@testable import Briefing

@Suite struct AddressTests {
  @Test(arguments: [
    ("https://me:secret@example.org/feed?a=@b", "https://example.org/feed?a=@b"), ("http://me@example.org", "http://example.org"),
    ("https://example.org/@me", "https://example.org/@me"), ("no address @ all", "no address @ all"),
    ("http://a@b:c@example.org/", "http://example.org/"),
  ])
  func passwordsAreNotShown(_ address: String, _ shown: String) {
    #expect(FetchAddress.shown(address) == shown)
    var feed = Subscription(id: 1, url: address)
    #expect(feed.name == shown)
    feed.title = "Wire"
    #expect(feed.name == "Wire")
    #expect(!FetchError.status(address, 404).words.contains("secret"))
  }

  @Test(arguments: [
    ("http://example.org", "http://example.org/", "example.org:80"),
    ("HTTPS://Example.ORG:8443/a?b#c", "https://Example.ORG:8443/a?b", "example.org:8443"),
    ("https://example.org?x=1", "https://example.org/?x=1", "example.org:443"),
    ("http://user:pw@example.org/", "http://user:pw@example.org/", "example.org:80"),
    (" http://[2001:db8::1]:81/x ", "http://[2001:db8::1]:81/x", "2001:db8::1:81"),
    ("http://example.org/\u{1B}]0;x", "http://example.org/%1B]0;x", "example.org:80"),
  ])
  func read(_ written: String, _ text: String, _ origin: String) throws {
    let address = try FetchAddress(written)
    #expect(address.text == text)
    #expect(address.origin == origin)
  }

  @Test(arguments: [
    "", "example.org", "http:/example.org", "http://", "http://:80/", "http://a b/", "http://a\\@b/", "http://a@b@c/",
    "http://a:0/",
    "http://a:99999/", "http://[::1/", "http://[zz]/", "http://a%00b/", "file:///etc/passwd", "javascript:alert(1)",
    "//example.org",
  ])
  func refused(_ written: String) {
    #expect(throws: FetchError.self) { try FetchAddress(written) }
  }

  @Test(arguments: [
    ("8.8.8.8", false), ("127.0.0.1", true), ("127.9.9.9", true), ("10.1.2.3", true), ("172.15.0.1", false), ("172.16.0.1", true),
    ("172.31.255.255", true), ("172.32.0.1", false), ("192.168.0.1", true), ("100.63.0.1", false), ("100.64.0.1", true),
    ("100.127.0.1", true), ("169.254.169.254", true), ("0.0.0.0", true), ("224.0.0.1", true), ("255.255.255.255", true),
    ("192.0.2.1", true), ("198.18.0.1", true), ("2606:4700::1111", false), ("::1", true), ("::", true), ("fe80::1", true),
    ("fc00::1", true), ("fd12::1", true), ("ff02::1", true), ("::ffff:10.0.0.1", true), ("::ffff:8.8.8.8", false),
    ("64:ff9b::7f00:1", true), ("64:ff9b::808:808", false), ("2002:7f00:1::", true), ("2002:808:808::", false), ("2001::1", true),
    ("2001:db8::1", true), ("127.1", true), ("0x7f000001", true), ("2130706433", true), ("::127.0.0.1", true),
  ])
  func lies(_ host: String, _ isReserved: Bool) throws {
    let address = try #require(NetworkAddress(host: host))
    #expect((address.reserved != nil) == isReserved, "\(host): \(address.reserved ?? "public")")
  }

  @Test func names() {
    #expect(NetworkAddress(host: "example.org") == nil)
    #expect(NetworkAddress(host: "::1")?.text == "[::1]")
  }

  @Test func settingsAreLines() {
    var settings = FetchSettings()
    let problems = settings.add(
      contentsOf: "# mine\nuser-agent Desk reader 2\nproxy socks5h://127.0.0.1:9050\noffline maybe\ntimeout 5\nspeed 3\n",
      file: "f")
    #expect(settings.userAgent == "Desk reader 2")
    #expect(settings.proxy == "socks5h://127.0.0.1:9050")
    #expect(settings.limits.total == 5000)
    #expect(problems.count == 2)
    #expect(problems[0].hasPrefix("f:4: offline is"))
    #expect(problems[1].hasPrefix("f:6: no such setting: speed"))
    #expect(settings.set("user-agent", to: "a\r\nb") != nil)
  }

  @Test func proxiesOfTheEnvironment() throws {
    let settings = FetchSettings()
    let secure = try FetchAddress("https://news.example.org/")
    let plain = try FetchAddress("http://example.com/")
    let environment = ["https_proxy": "http://p:1", "all_proxy": "socks5://q:2", "no_proxy": "example.net, .example.org"]
    #expect(settings.proxy(for: secure, environment: environment) == nil)
    #expect(settings.proxy(for: plain, environment: environment) == "socks5://q:2")
    #expect(settings.proxy(for: try FetchAddress("https://a.com/"), environment: environment) == "http://p:1")
    #expect(settings.proxy(for: plain, environment: ["HTTP_PROXY": "http://p:1"]) == nil)
    var none = settings
    none.proxy = ""
    #expect(none.proxy(for: plain, environment: environment) == nil)
  }
}
