// `wireroom timeline` as a script runs it: every format, every scope, the same bytes twice.
import Foundation
import Testing

@Suite struct TimelineCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    let lines = [
      #"{"id": "a", "title": "Ferry stops", "date": "2013-10-05", "source": "Desk", "body": "Italy stopped the ferry on Thursday, officers said."}"#,
      #"{"id": "b", "title": "Ferry sails", "date": "2013-10-07", "source": "Wire", "body": "The ferry sails again in 2014, France said."}"#,
      #"{"id": "c", "title": "A note", "body": "Nobody came on Friday."}"#,
    ]
    let path = try desk.write("a.jsonl", lines.joined(separator: "\n") + "\n")
    #expect(try desk.run("import", path).status == 0)
    return desk
  }

  @Test func everyFormatIsTheSameTwice() throws {
    let desk = try desk()
    for format in ["--json", "--csv", "--ics", "--md"] {
      let run = try desk.run("timeline", format)
      #expect(run.status == 0)
      #expect(run.output.contains("ferry"))
      #expect(try desk.run("timeline", format).output == run.output, "\(format)")
    }
    #expect(try desk.run("timeline", "--csv").output.components(separatedBy: "\r\n").count == 5)
    let calendar = try desk.run("timeline", "--ics")
    #expect(calendar.output.contains("DTSTART;VALUE=DATE:20131003\r\n"))
    #expect(calendar.errors.contains("1 expressions of time have no day"))
    #expect(try desk.run("timeline", "--json", "--csv").status == 2)
  }

  @Test func everyScope() throws {
    let desk = try desk()
    func dates(_ arguments: [String]) throws -> [String?] {
      try desk.start(
        ["timeline", "--json", "--archive", desk.archive] + arguments, environment: Program.environment(desk.folder)
      ).json.map { $0?["value"] as? String }
    }
    #expect(try dates([]) == ["2013-10-03", "2014", nil])
    #expect(try dates(["sails"]) == ["2014"])
    #expect(try dates(["--article", "a"]) == ["2013-10-03"])
    #expect(try dates(["a"]) == ["2013-10-03"])
    #expect(try dates(["--party", "Italy"]) == ["2013-10-03"])
    #expect(try dates(["--story", "b"]).contains("2014"))
    #expect(try dates(["--limit", "1"]) == ["2014"])
    #expect(try desk.run("timeline", "--party", "Atlantis").status == 1)
    #expect(try desk.run("timeline", "--article", "a", "ferry").status == 2)
  }

  @Test func theSpeakerStaysWithTheSentence() throws {
    let desk = try desk()
    for format in ["--json", "--csv", "--ics", "--md"] {
      let output = try desk.run("timeline", format).output.replacing("\r\n ", with: "")
      #expect(output.contains("officers (unnamed)"), "\(format)")
    }
  }
}
