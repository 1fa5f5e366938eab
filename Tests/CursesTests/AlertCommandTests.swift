// Alerts and news since a time, as cron runs them: what is printed, what the exit status says.
import Foundation
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct AlertCommandTests {
  private func line(_ id: Int, _ title: String) -> String {
    #"{"id":\#(id),"title":"\#(title)","date":"2021-03-0\#(id)","body":"The ferry stopped."}"#
  }

  @Test func theStatusSaysWhetherAnythingCame() throws {
    let desk = try Desk()
    #expect(try desk.run("alert", "--add", "ferries", "title:ferry").status == 0)
    #expect(try desk.run("alert").status == 3)
    #expect(try desk.run("new").status == 3)
    try desk.write("a.jsonl", line(1, "Ferry sinks") + "\n" + line(2, "Train stops"))
    #expect(try desk.run("import", "--no-analysis", desk.folder + "/a.jsonl").status == 0)
    let kept = try desk.run("alert", "--keep", "--json")
    #expect(kept.status == 0)
    #expect(kept.json.map { $0?["title"] as? String } == ["Ferry sinks"])
    #expect(kept.json.map { $0?["alert"] as? String } == ["ferries"])
    #expect(try desk.run("alert", "Ferries").output.hasPrefix("ferries: 1 new (title:ferry)"))
    #expect(try desk.run("alert").status == 3)
    #expect(try desk.run("alert", "--list").output.contains("0 new"))

    #expect(try desk.run("new", "--json").json.count == 2)
    #expect(try desk.run("new").status == 3)
    #expect(try desk.run("new", "--since", "1h", "--json", "train").json.map { $0?["title"] as? String } == ["Train stops"])
    #expect(try desk.run("new", "--since", "today", "nobody").status == 3)

    #expect(try desk.run("alert", "--remove", "ferries").status == 0)
    #expect(try desk.run("alert", "--remove", "ferries").status == 1)
  }

  @Test(arguments: [
    ["alert", "nobody"], ["alert", "--add", "x"], ["alert", "--add", "x", "prty:a"], ["alert", "--list", "x"],
    ["new", "--since", "soon"], ["new", "is:blue"],
  ])
  func aWrongCallSaysSo(_ arguments: [String]) throws {
    let desk = try Desk()
    var line = [arguments[0], "--archive", desk.archive]
    line += arguments.dropFirst()
    let run = try desk.start(line, environment: Program.environment(desk.folder))
    #expect(run.status == 2)
    #expect(!run.errors.isEmpty)
  }

  @Test func facetsArePrinted() throws {
    let desk = try Desk()
    try desk.write("a.jsonl", line(1, "Ferry sinks") + "\n" + line(2, "Train stops"))
    #expect(try desk.run("import", "--no-analysis", desk.folder + "/a.jsonl").status == 0)
    let run = try desk.run("facets", "--json", "stopped")
    #expect(run.status == 0)
    #expect(run.json.map { $0?["query"] as? String } == ["date:2021-03"])
  }
}
