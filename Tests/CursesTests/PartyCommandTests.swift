// `wireroom parties` and `wireroom party` as a script uses them: tables that repeat to the byte, and decisions that stay.
import Foundation
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct PartyCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    let lines = [
      #"{"id": 1, "title": "Ferries wait", "date": "2021-03-01", "source": "Wire", "body": "Italian Foreign Minister Luca Varro said on Monday that ferries to Albania would wait. Varro met NATO officials."}"#,
      #"{"id": 2, "title": "Ferries sail", "date": "2021-03-04", "body": "NATO said ferries to Albania sailed again. Italy thanked NATO."}"#,
    ]
    let file = try desk.write("ferries.jsonl", lines.joined(separator: "\n") + "\n")
    #expect(try desk.run("import", file).status == 0)
    return desk
  }

  @Test func aTableThatRepeatsToTheByteAndIsNoProgram() throws {
    let desk = try desk()
    let csv = try desk.run("parties", "--csv")
    #expect(csv.status == 0 && csv.output.hasPrefix("entity,name,kind,code,band,articles,count,"))
    #expect(csv.output.contains("state:ITA,Italy,state,ITA,involved,2,"))
    #expect(csv.output.contains(",2021-03-01,2021-03-04,"))
    #expect(try desk.run("parties", "--csv").output == csv.output)
    let json = try desk.run("parties", "--json").json.compactMap { $0 }
    #expect(json.count == csv.output.split(whereSeparator: \.isNewline).count - 1)
    #expect(json.contains { $0["name"] as? String == "NATO" && $0["articles"] as? Int == 2 })
    let one = try desk.run("parties", "sailed", "--json").json.compactMap { $0?["name"] as? String }
    #expect(one.contains("NATO") && !one.contains("Luca Varro"))
    // No cell begins with what a spreadsheet would run.
    for line in csv.output.split(whereSeparator: \.isNewline) {
      #expect(!line.split(separator: ",").contains { "=+-@".contains($0.first ?? " ") })
    }
  }

  @Test func theDossierQuotesWithItsSpeakers() throws {
    let desk = try desk()
    let json = try #require(try desk.run("party", "Varro", "--json").json.first ?? nil)
    #expect(json["name"] as? String == "Luca Varro")
    let said = try #require(json["said"] as? [[String: Any]])
    #expect(said.contains { ($0["said_by"] as? String)?.contains("Varro") == true && $0["paragraph"] as? Int == 1 })
    let titles = try #require(json["titles"] as? [[String: Any]])
    #expect(titles.map { $0["title"] as? String } == ["Italian Foreign Minister"])
    let albania = try #require(try desk.run("party", "Albania", "--json").json.first ?? nil)
    let timeline = try #require(albania["timeline"] as? [[String: Any]])
    #expect(timeline.map { $0["date"] as? String } == ["2021-03-01"])
    let proof = try #require(timeline.first?["proof"] as? [String: Any])
    #expect((proof["said_by"] as? String)?.contains("Varro") == true && proof["paragraph"] as? Int == 1)
    let text = try desk.run("party", "Albania", "--sentences", "1")
    #expect(text.output.contains("\nTimeline\n") && text.output.contains("Mon 1 Mar 2021"))
    #expect(
      try desk.run("party", "NATO", "--sentences", "1").output.contains("1 of 2 sentences, the newest; --sentences 0 prints all"))
    #expect(try !desk.run("party", "NATO", "--sentences", "0").output.contains("prints all"))
    let md = try desk.run("party", "Luca", "Varro", "--md")
    #expect(md.output.hasPrefix("# Luca Varro\n") && md.output.contains("## Said by it"))
    #expect(try desk.run("party", "Varro", "--md").output == md.output)
    let nobody = try desk.run("party", "Nobody", "Atall")
    #expect(nobody.status == 1 && nobody.errors.contains("is called"))
  }

  @Test func aMergeHoldsUntilItIsTakenBack() throws {
    let desk = try desk()
    func names() throws -> [String] { try desk.run("parties", "--json").json.compactMap { $0?["name"] as? String } }
    let before = try names()
    let merged = try desk.run("party", "Luca Varro", "--merge-into", "Italy")
    #expect(merged.status == 0 && merged.output == "Luca Varro merged into Italy\n")
    #expect(try !names().contains("Luca Varro"))
    #expect(try desk.run("reindex", "--all").status == 0)
    #expect(try !names().contains("Luca Varro"))
    #expect(try desk.run("search", "party:\"Luca Varro\"", "--json").json.count == 2)
    #expect(try desk.run("party", "Italy", "--take-back", "nothing").status == 1)
    #expect(try desk.run("party", "Italy", "--take-back", "Luca Varro merged into Italy").status == 0)
    #expect(try names() == before)
    let split = try desk.run("party", "Luca Varro", "--split", "Varro", "--article", "1", "--json")
    #expect(split.json.first??["changed"] as? Bool == true)
    #expect(try desk.run("party", "Luca Varro", "--split", "Varro", "--article", "77").status == 1)
    #expect(try desk.run("check").status == 0)
  }
}
