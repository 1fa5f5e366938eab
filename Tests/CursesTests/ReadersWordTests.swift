// What a reader said holds on: offline, whatever is typed; a date set by hand, whatever is imported; a mark of one query, whatever
// another one prints.
import Foundation
import Glibc
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct ReadersWordTests {
  private func reader(_ desk: Desk, _ arguments: String...) throws -> PTY {
    try PTY(
      try #require(Program.wireroom), ["--archive", desk.archive] + arguments, environment: Program.environment(desk.folder),
      columns: 120, rows: 30)
  }

  @Test func offlineHoldsForAnImportInTheReader() throws {
    let port = try ListeningPort()
    let desk = try Desk()
    try desk.write("a.txt", "Title: Ferry stops\n\nThe ferry stopped.\n")
    #expect(try desk.run("import", "--no-analysis", desk.folder + "/a.txt").status == 0)
    let pty = try reader(desk, "--offline")
    #expect(pty.sees("Ferry stops"))
    pty.type(":import http://127.0.0.1:\(port.number)/feed.xml\r")
    #expect(pty.sees("offline", seconds: 30))
    #expect(!port.wasAsked)
    pty.type("Q")
    #expect(pty.wait(seconds: 5) == .exit(0))
  }

  @Test func beingOfflineIsNoFaultOfAFeed() throws {
    let port = try ListeningPort()
    let desk = try Desk()
    #expect(try desk.run("subscribe", "--no-fetch", "http://127.0.0.1:\(port.number)/feed").status == 0)
    try desk.write("a.txt", "Title: Ferry stops\n\nThe ferry stopped.\n")
    #expect(try desk.run("import", "--no-analysis", desk.folder + "/a.txt").status == 0)
    let pty = try reader(desk, "--offline")
    #expect(pty.sees("Ferry stops"))
    pty.type("R")
    #expect(pty.sees("this is offline", seconds: 30))
    pty.type("Q")
    #expect(pty.wait(seconds: 5) == .exit(0))
    #expect(try desk.run("sync", "--offline").status == 1)
    let feed = try #require(try desk.run("feeds", "--json").json.first ?? nil)
    #expect(feed["failures"] as? Int == 0 && feed["wait_until"] is NSNull && !port.wasAsked)
  }

  @Test func aDateSetByHandOutlivesAnImport() throws {
    let desk = try Desk()
    let path = try desk.write("a.txt", "Title: Ferry stops\n\nThe ferry stopped on Thursday.\n")
    #expect(try desk.run("import", path).status == 0)
    let pty = try reader(desk)
    #expect(pty.sees("Ferry stops"))
    pty.type(":date 2023-10-05\r")
    #expect(pty.sees("dated 2023-10-05", seconds: 30))
    pty.type("Q")
    #expect(pty.wait(seconds: 5) == .exit(0))
    func values() throws -> [String?] { try desk.run("timeline", "--json").json.map { $0?["value"] as? String } }
    #expect(try values() == ["2023-10-05"])
    try desk.write("a.txt", "Title: Ferry stops\n\nThe ferry stopped on Thursday. It sailed on Tuesday.\n")
    #expect(try desk.run("import", path).output.contains("1 changed"))
    #expect(try values() == ["2023-10-03", "2023-10-05"])
    #expect(try desk.run("reindex").output == "everything is up to date\n")
  }

  private func line(_ id: Int, _ title: String, _ body: String) -> String {
    #"{"id":\#(id),"title":"\#(title)","date":"2021-03-0\#(id)","body":"\#(body)"}"#
  }

  @Test func eachQueryHasItsOwnMark() throws {
    let desk = try Desk()
    let file = try desk.write("a.jsonl", line(1, "Ferry sinks", "It sank.") + "\n" + line(2, "Train stops", "It stopped."))
    #expect(try desk.run("import", "--no-analysis", file).status == 0)
    func titles(_ words: String...) throws -> [String?] {
      try desk.start(["new", "--archive", desk.archive, "--json"] + words, environment: Program.environment(desk.folder)).json
        .map { $0?["title"] as? String }
    }
    #expect(try titles("ferry") == ["Ferry sinks"])
    #expect(try titles("train") == ["Train stops"])
    #expect(try titles("ferry") == [] && titles("train") == [])
    #expect(try titles().count == 2 && titles().isEmpty)
  }

  @Test func anAlertWaitsForTheAnalysisItAsksFor() throws {
    let desk = try Desk()
    #expect(try desk.run("alert", "--add", "italy", "party:Italy").status == 0)
    let file = try desk.write(
      "a.jsonl", line(1, "Ferry sinks", "Italy stopped the ferry, Italy said.") + "\n" + line(2, "Train stops", "It stopped."))
    #expect(try desk.run("import", "--no-analysis", file).status == 0)
    let early = try desk.run("alert")
    #expect(early.status == 3 && early.errors.contains("2 articles are not analysed yet"))
    #expect(try desk.run("reindex").status == 0)
    let late = try desk.run("alert", "--json")
    #expect(late.status == 0 && late.errors.isEmpty && late.json.map { $0?["title"] as? String } == ["Ferry sinks"])
    #expect(try desk.run("alert").status == 3)
  }

  @Test func aDecisionIsTakenBackWhereItWasMade() throws {
    let desk = try Desk()
    let body = "Italy and Albania stopped the ferry, Italy said. Albania agreed."
    let file = try desk.write("a.jsonl", line(1, "Ferry sinks", body) + "\n" + line(2, "Ferry found", body))
    #expect(try desk.run("import", file).status == 0)
    for id in ["1", "2"] { #expect(try desk.run("party", "Italy", "--merge-into", "Albania", "--article", id).status == 0) }
    let words = "Italy merged into Albania in this article"
    let unclear = try desk.run("party", "Albania", "--take-back", words)
    #expect(unclear.status == 1 && unclear.errors.contains("in the articles 1, 2"))
    #expect(try desk.run("party", "Albania", "--take-back", words, "--article", "2").status == 0)
    #expect(try desk.run("party", "Albania", "--take-back", words, "--article", "2").status == 1)
    #expect(try desk.run("list", "--json", "party:Italy").json.map { $0?["title"] as? String } == ["Ferry found"])
    #expect(try desk.run("party", "Albania", "--take-back", words).status == 0)
    #expect(try desk.run("list", "--json", "party:Italy").json.count == 2)
  }

  @Test func oneBadAddressCostsTheOthersNothing() throws {
    let desk = try Desk()
    let run = try desk.run(
      "subscribe", "--no-fetch", "http://a.example/feed", "ftp://b.example/feed", "http://c.example/feed")
    #expect(run.status == 1 && run.output.contains("subscribed to 2") && run.errors.contains("ftp"))
    #expect(try desk.run("feeds", "--json").json.count == 2)
  }
}

/// A port of this machine that answers nobody, and knows whether it was asked.
private final class ListeningPort {
  let number: Int
  private let listener: Int32

  init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 4) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    try #require(isBound)
    number = Int(UInt16(bigEndian: address.sin_port))
  }

  deinit { close(listener) }

  var wasAsked: Bool {
    var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }
}
