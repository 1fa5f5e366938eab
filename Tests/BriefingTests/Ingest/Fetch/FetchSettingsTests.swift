// network.conf: what it says holds however its lines end.

import Testing

@testable import Briefing

@Suite struct FetchSettingsTests {
  @Test(arguments: ["\n", "\r\n", "\r"]) func linesEndInEveryWay(_ end: String) {
    var settings = FetchSettings()
    let lines = ["# my network", "user-agent reader", "offline yes", "", "proxy socks5h://127.0.0.1:9050", "colour red"]
    let problems = settings.add(contentsOf: lines.joined(separator: end), file: "network.conf")
    #expect(settings.isOffline && settings.userAgent == "reader" && settings.proxy == "socks5h://127.0.0.1:9050")
    #expect(problems.count == 1 && problems[0].hasPrefix("network.conf:6: no such setting: colour"))
  }
}
