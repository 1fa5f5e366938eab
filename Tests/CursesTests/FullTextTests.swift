// Full text from the pages of entries: fetched behind the feed, politely, with what failed said on the entry.
import Foundation
import Loopback
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct FullTextTests {
  private static let paragraphs = """
    <p>The ferry company stopped all sailings to the port of Novara on Tuesday, the harbour master said.</p>
    <p>The crews waited for days at the quay, one of them said, and nobody had told them when they would sail again.</p>
    """

  private static func feed(_ base: String, _ entries: [String]) -> String {
    "<rss version='2.0'><channel><title>Harbour Wire</title><link>\(base)/</link>"
      + entries.map {
        "<item><title>Story \($0)</title><link>\(base)/\($0)</link><guid>\(base)/\($0)</guid><description>In short, \($0).</description></item>"
      }.joined() + "</channel></rss>"
  }

  /// Serves a feed of some entries, and pages by their names: whole ones, locked ones, missing ones, busy ones.
  private func server() -> LoopbackServer {
    LoopbackServer { path, head in
      let host = head.components(separatedBy: "Host: ").last?.prefix { $0 != "\r\n" } ?? ""
      switch path {
      case "/feed":
        return LoopbackServer.answer(FullTextTests.feed("http://\(host)", ["whole", "locked", "missing", "busy", "late"]))
      case "/whole", "/late":
        return LoopbackServer.answer(
          "<html><head><title>x</title></head><body><article>\(FullTextTests.paragraphs)</article></body></html>",
          headers: ["Content-Type: text/html"])
      case "/locked":
        return LoopbackServer.answer("<html><body><p>Sign in.</p></body></html>", headers: ["Content-Type: text/html"])
      case "/busy": return LoopbackServer.answer("", status: "429 Too Many Requests", headers: ["Retry-After: 600"])
      default: return LoopbackServer.answer("", status: "404 Not Found")
      }
    }
  }

  @Test func theTextComesFromThePageAndFailuresStandOnTheEntry() throws {
    let server = server()
    let desk = try Desk()
    try desk.write("config/wireroom/network.conf", "host-pause 0\n")
    #expect(try desk.run("subscribe", "--no-fetch", server.base + "/feed").status == 0)
    let set = try desk.run("feeds", "set", "1", "full-text=page")
    #expect(set.status == 0 && set.output.contains("full-text=page"), "\(set.errors)")
    let sync = try desk.run("sync", "--no-analysis", "--json")
    let outcome = try #require(sync.json.first ?? nil)
    #expect(outcome["new"] as? Int == 5 && outcome["pages"] as? Int == 1, "\(sync.output) \(sync.errors)")
    // The server asked to be left alone: what came behind that was not asked for.
    #expect(server.requests.count == 5)
    #expect(try desk.run("search", "quay", "--json").output.contains("Story whole"))
    #expect(try desk.run("check").status == 0)
    let notes = try (1...5).map { try desk.run("show", String($0)).output }
    #expect(notes.contains { $0.contains("the page holds less than the feed gives") })
    #expect(notes.contains { $0.contains("does not exist (404)") })
    #expect(notes.filter { $0.contains("In short") }.count == 4)
    // What waits is fetched with the next sync, and what is known is not fetched again.
    let again = try desk.run("sync", "--no-analysis", "--json")
    let second = try #require(again.json.first ?? nil)
    #expect(second["new"] as? Int == 0 && second["pages"] as? Int == 1, "\(again.output)")
    for (path, count) in [("/whole", 1), ("/late", 1)] {
      #expect(server.requests.filter { $0.hasPrefix("GET \(path) ") }.count == count)
    }
    #expect(try desk.run("show", "5", "--diff").output.contains("quay"))
  }
}
