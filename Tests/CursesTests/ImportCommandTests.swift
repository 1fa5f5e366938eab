// Importing: what is counted, what a second import leaves alone, what a reader decided and keeps.
import Foundation
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct ImportCommandTests {
  private let head = "Title: Ferry stops\nDate: 2021-03-04\nSource: Harbour Wire\n\n"

  @Test func countsWhatIsNewSameChangedAndRefused() throws {
    let desk = try Desk()
    try desk.write("in/a.txt", head + "The ferry stopped.\n")
    try desk.write("in/b.txt", "The minister left Rome.\n")
    try desk.write("in/empty.txt", "")
    try desk.write("in/picture.png", bytes: [0x89, 0x50])
    let first = try desk.run("import", "--no-analysis", "--json", desk.folder + "/in")
    #expect(first.status == 1)
    let summary = try #require(first.json.first ?? nil)
    #expect(summary["new"] as? Int == 2 && summary["changed"] as? Int == 0 && summary["same"] as? Int == 0)
    #expect(summary["passed_over"] as? Int == 1)
    let refused = try #require(summary["refused"] as? [[String: String]])
    #expect(refused.count == 1 && refused[0]["file"]?.hasSuffix("in/empty.txt") == true)
    #expect(first.errors.contains("in/empty.txt holds no text"))

    let before = try Data(contentsOf: URL(fileURLWithPath: desk.archive))
    let second = try desk.run("import", "--no-analysis", desk.folder + "/in")
    #expect(second.output.contains("0 new, 2 as before"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.archive)) == before)

    try desk.write("in/a.txt", head + "The ferry stopped for good.\n")
    let third = try desk.run("import", "--no-analysis", desk.folder + "/in")
    #expect(third.output.contains("0 new, 1 changed, 1 as before"))
    #expect(try desk.run("check").status == 0)
    #expect(try desk.run("stats").output.contains("articles       2"))
  }

  @Test func aChangedFileKeepsItsIDAndItsTags() throws {
    let desk = try Desk()
    let path = try desk.write("a.txt", "Title: Ferry stops\nTags: ferries\n\nThe ferry stopped.\n")
    #expect(try desk.run("import", "--no-analysis", path).status == 0)
    let before = try #require(try desk.run("list", "--json").json.first ?? nil)
    try desk.write("a.txt", "Title: Ferry stops\nTags: ferries\n\nThe ferry stopped for good.\n")
    #expect(try desk.run("import", "--no-analysis", path).status == 0)
    let after = try #require(try desk.run("list", "--json").json.first ?? nil)
    #expect(before["id"] as? Int == after["id"] as? Int)
    #expect(after["tags"] as? [String] == ["ferries"])
    let shown = try #require(try desk.run("show", "1", "--json").json.first ?? nil)
    #expect(shown["versions"] as? Int == 2)
  }

  @Test func badLinesAreToldWithTheirNumbersAndTheRestGoesOn() throws {
    let desk = try Desk()
    let path = try desk.write(
      "a.jsonl",
      """
      {"id":1,"title":"One","body":"The ferry stopped."}
      {"id":2,"title":"Two"

      {"id":3,"title":"Three","body":7}
      ["no","object"]
      {"id":4,"title":"Four","text":"The crew waited."}
      """)
    let run = try desk.run("import", "--no-analysis", path)
    #expect(run.status == 1)
    #expect(run.output.contains("2 new, 3 refused"))
    for number in [2, 4, 5] { #expect(run.errors.contains("a.jsonl:\(number): ")) }
    #expect(run.errors.split(separator: "\n").count == 3)
  }

  @Test func idsKeepTheirType() throws {
    let desk = try Desk()
    let lines = """
      {"id":7,"title":"Seven the number","body":"The ferry stopped."}
      {"id":"7","title":"Seven the word","body":"The ferry waited."}
      {"id":"a/b \\u00e9","title":"Seven the path","body":"The ferry left."}
      {"title":"Seven without a name","body":"The ferry sank."}
      """
    #expect(try desk.run("import", "--no-analysis", "-", input: lines).status == 0)
    let hits = try desk.run("search", "seven", "--sort", "date", "--json", "--limit", "0")
    let ids = hits.output.split(separator: "\n").map { String($0.prefix { $0 != "," }) }
    #expect(Set(ids) == [#"{"id":7"#, #"{"id":"7""#, #"{"id":"a/b é""#, #"{"id":4"#])
    let all = try desk.run("related", "--json", "--all")
    #expect(
      all.output.split(separator: "\n").map { String($0.prefix { $0 != "," }) }
        == [#"{"id":7"#, #"{"id":"7""#, #"{"id":"a/b é""#, #"{"id":4"#])
  }

  @Test func acknowledgesWhatIsStored() throws {
    let desk = try Desk()
    let lines = #"{"id":7,"body":"The ferry stopped."}"# + "\nbad\n" + #"{"id":"x\u001b[31m1","body":"The ferry left."}"#
    let run = try desk.run("import", "--no-analysis", "--ack", "-", input: lines)
    #expect(run.status == 1)
    let said = run.output.split(separator: "\n")
    #expect(said.first == "READY")
    #expect(said.dropFirst().first == "ACK 7")
    #expect(said.count == 3)
    #expect(run.forbidden.isEmpty)
  }

  @Test func doubtfulDatesAreAccepted() throws {
    let desk = try Desk()
    let lines = ["2013-02", "2013", "5 Oct 2013", "soon", ""].enumerated()
      .map { #"{"id":\#($0),"date":"\#($1)","title":"T\#($0)","body":"The ferry stopped."}"# }
    let run = try desk.run(
      "import", "--no-analysis", "-", input: lines.joined(separator: "\n") + "\n" + #"{"id":9,"body":"No date."}"#)
    #expect(run.status == 0)
    #expect(run.output.contains("6 new"))
    let dates = try desk.run("list", "--json").json.map { $0?["date"] as? String }
    #expect(Set(dates.compactMap { $0 }) == ["2013-02", "2013", "2013-10-05"])
    #expect(dates.filter { $0 == nil }.count == 3)
  }

  @Test func reindexGoesOnAndThenHasNothingToDo() throws {
    let desk = try Desk()
    let path = try desk.write("a.txt", head + "The ferry stopped on Tuesday, Italy said.\n")
    #expect(try desk.run("import", "--no-analysis", path).status == 0)
    #expect(try desk.run("timeline", "--json").output.isEmpty)
    let first = try #require(try desk.run("reindex", "--json").json.first ?? nil)
    #expect(first["reindexed"] as? Int == 1 && first["linked"] as? Int == 1)
    #expect(try desk.run("timeline").output.contains("Tuesday"))
    #expect(try desk.run("reindex").output == "everything is up to date\n")
    let before = try desk.run("timeline", "--json").output
    #expect(try desk.run("reindex", "--all").output == "1 articles read again, 1 linked\n")
    #expect(try desk.run("timeline", "--json").output == before)
  }
}
