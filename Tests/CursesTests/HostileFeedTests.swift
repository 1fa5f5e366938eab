// Feeds that attack their reader, fetched by the built program from a server on loopback: what is kept, what is said, and that
// nothing of it reaches the terminal.
import Foundation
import Testing

@Suite(
  .enabled(if: Program.wireroom != nil, "the program is not built"),
  .enabled(if: HostileServer.running != nil, "there is no hostile server"))
struct HostileFeedTests {
  /// What must come of a path.
  private enum Want {
    /// So many articles at least, and no failure.
    case articles(Int)
    /// Articles, and a note that holds the words.
    case cut(Int, String)
    /// A failure that holds the words, and no article.
    case failure(String)
  }

  private static let wants: [(path: String, want: Want)] = [
    ("/good", .articles(1)), ("/inj-raw", .articles(30)), ("/inj-num", .articles(30)), ("/inj-xml11", .articles(30)),
    ("/inj-html", .articles(30)), ("/inj-cdata", .articles(30)), ("/inj-atom", .articles(30)), ("/inj-json", .articles(30)),
    ("/inj-latin1", .articles(30)), ("/inj-c1ok", .articles(5)), ("/html", .failure("no feed")), ("/xxe", .articles(0)),
    ("/xxe-net", .articles(0)), ("/billion", .articles(0)), ("/quadratic", .articles(0)), ("/deep-html", .articles(0)),
    ("/deep-xml", .articles(0)), ("/badlinks", .articles(10)), ("/baddates", .articles(9)), ("/dups", .articles(2)),
    ("/empty", .failure("It is empty")), ("/truncated", .articles(0)), ("/notxml", .failure("no feed")), ("/utf16", .articles(1)),
    ("/badutf8", .articles(1)), ("/redir-file", .failure("refused")), ("/redir-gopher", .failure("refused")),
    ("/redir-loop", .failure("more than 5 times")), ("/redir-meta", .failure("the local link")), ("/redir-good", .articles(1)),
    ("/redir-esc", .failure("this machine")), ("/500", .failure("500")), ("/401", .failure("401")), ("/429", .failure("429")),
    ("/304", .failure("304")), ("/reason", .failure("503")), ("/endless", .cut(100, "incomplete")),
    ("/endless-title", .cut(1, "incomplete")), ("/endless-zeros", .failure("no feed")), ("/slowloris", .failure("longer")),
    ("/silent", .failure("longer")), ("/short", .cut(1, "broke off")), ("/big100", .cut(1, "incomplete")),
    ("/bigmany", .cut(100, "incomplete")), ("/gzipbomb", .failure("more than")), ("/gzipbomb-feed", .cut(1, "incomplete")),
    ("/gzip-trunc", .articles(0)), ("/gzip-lie", .failure("compression")), ("/chunk-bad", .failure("127.0.0.1")),
    ("/headers", .failure("header lines")), ("/header-huge", .failure("header line")), ("/http09", .failure("HTTP")),
    ("/rst", .articles(0)),
  ]

  /// One fetch of all of them, with limits that make it quick.
  @Test func everyPathIsSurvived() throws {
    let server = try #require(HostileServer.running)
    let desk = try Desk()
    try desk.write("config/wireroom/network.conf", "timeout 6\nsize-limit 1\nhost-pause 0\nparallel-per-host 4\n")
    let urls = HostileFeedTests.wants.map { server.base + $0.path }
    let subscribed = try desk.start(
      ["subscribe", "--no-fetch", "--archive", desk.archive] + urls, environment: Program.environment(desk.folder))
    #expect(subscribed.status == 0, "\(subscribed.errors)")
    let run = try desk.run("sync", "--no-analysis", "--json")
    #expect(run.status == 1)
    #expect(run.forbidden.isEmpty)
    let outcomes = Dictionary(
      run.json.compactMap { $0 }.map { (($0["feed"] as? String ?? "").replacing(server.base, with: ""), $0) },
      uniquingKeysWith: { a, _ in a })
    // Articles that two of the feeds have alike are one: what counts is how many each feed has.
    let feeds = Dictionary(
      try desk.run("feeds", "--json").json.compactMap { $0 }.map {
        (($0["url"] as? String ?? "").replacing(server.base, with: ""), $0["articles"] as? Int ?? -1)
      }, uniquingKeysWith: { a, _ in a })
    for (path, want) in HostileFeedTests.wants {
      let outcome = try #require(outcomes[path] ?? (path == "/redir-good" ? outcomes["/good"] : nil), "\(path)")
      let new = feeds[path] ?? feeds["/good"] ?? -1
      let failure = outcome["failure"] as? String
      let note = outcome["note"] as? String
      switch want {
      case .articles(let count): #expect(new >= count && (failure == nil || count == 0), "\(path): \(new) \(failure ?? "")")
      case .cut(let count, let words):
        #expect(new >= count && failure == nil && note?.contains(words) == true, "\(path): \(new) \(failure ?? "") \(note ?? "")")
      case .failure(let words): #expect(new == 0 && failure?.contains(words) == true, "\(path): \(new) \(failure ?? "none")")
      }
    }
    for command in [
      ["list", "--limit", "0"], ["feeds"], ["feeds", "--json"], ["list", "--limit", "0", "--json"], ["feeds", "export"],
    ] {
      let run = try desk.start(command + ["--archive", desk.archive], environment: Program.environment(desk.folder))
      #expect(run.status == 0 && run.forbidden.isEmpty, "\(command)")
    }
    let check = try desk.run("check")
    #expect(check.status == 0, "\(check.output)")
    // What a feed names is not fetched, and a loop is left.
    let log = try String(contentsOfFile: server.log, encoding: .utf8)
    #expect(!log.contains("xxe-hit"))
    #expect(log.components(separatedBy: "\"/redir-loop\"").count - 1 <= 6)
  }

  /// What was stored stays when the server fails later, and the reader shows all of it as plain text.
  @Test func theReaderShowsItAsText() throws {
    let server = try #require(HostileServer.running)
    let desk = try Desk()
    try desk.write("config/wireroom/network.conf", "timeout 5\nhost-pause 0\n")
    let urls = ["/inj-html", "/inj-json", "/inj-c1ok", "/badlinks", "/500"].map { server.base + $0 }
    _ = try desk.start(
      ["subscribe", "--no-fetch", "--archive", desk.archive] + urls, environment: Program.environment(desk.folder))
    #expect(try desk.run("sync", "--no-analysis").status == 1)
    let pty = try PTY(
      try #require(Program.wireroom), ["--archive", desk.archive, "--offline"], environment: Program.environment(desk.folder),
      columns: 140, rows: 40)
    #expect(pty.sees("ZQX7"))
    for keys in ["j\r", "q", " ", " ", "j\r", "q", "F", "j", "j", "\u{1B}", "G", "\r", "q", "Q"] {
      pty.type(keys)
      pty.settle(milliseconds: 60)
    }
    #expect(pty.wait(seconds: 5) == .exit(0))
    let output = String(decoding: pty.output, as: UTF8.self)
    for sequence in ["\u{1B}]", "\u{1B}P", "\u{1B}_", "\u{1B}^", "\u{1B}X", "\u{1B}#8", "\u{1B}[6n"] {
      #expect(!output.contains(sequence))
    }
    let own: Set<Unicode.Scalar> = ["\u{7}", "\u{8}", "\t", "\n", "\r", "\u{E}", "\u{F}", "\u{1B}"]
    #expect(output.unicodeScalars.allSatisfy { CommandRun.isHarmless($0) || own.contains($0) })
    #expect(!FileManager.default.fileExists(atPath: "/tmp/ZQX7_pwn"))
  }
}
