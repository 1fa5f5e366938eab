// `wireroom story`, `list --folded` and `show --against` as a script uses them.
import Foundation
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct StoryCommandTests {
  private static let strike = """
    Dock workers in the harbour of Varna walked off their cranes on Monday and said that no container would move until the \
    owners paid the wages of three months. The union that speaks for four hundred of them blamed a shipping line from Malta for \
    the delay, while the port's managers promised a first payment within the week and asked the crews of nine waiting ships for \
    patience. Police kept the gates open for lorries with food and medicine.
    """

  private func desk() throws -> Desk {
    let desk = try Desk()
    func line(_ id: Int, _ title: String, _ day: Int, _ source: String, _ body: String) -> String {
      #"{"id":\#(id),"title":"\#(title)","date":"2021-03-0\#(day)","source":"\#(source)","body":"\#(body)"}"#
    }
    let strike = StoryCommandTests.strike
    let file = try desk.write(
      "strike.jsonl",
      [
        line(1, "Dock workers strike in Varna", 1, "Associated Press", strike),
        line(2, "Varna cranes stand still", 2, "Gazette", "VARNA, Bulgaria (AP) — " + strike + " Talks go on."),
        line(3, "Dock workers strike in Varna, wages unpaid", 2, "Times", "Wages in Varna stay unpaid. Dock workers strike on."),
        line(4, "Grain is dear", 3, "Times", "Corn costs more than ever in Rome, traders of grain said."),
      ].joined(separator: "\n") + "\n")
    #expect(try desk.run("import", file).status == 0)
    return desk
  }

  @Test func copiesFoldIntoTheEarliest() throws {
    let desk = try desk()
    let rows = try desk.run("list", "--folded", "--json").json.compactMap { $0 }
    #expect(rows.map { $0["id"] as? Int } == [4, 3, 1])
    #expect(rows[2]["copies"] as? [Int] == [2] && rows[2]["outlets"] as? Int == 2 && rows[2]["independent"] as? Int == 1)
    #expect(try desk.run("list", "--folded").output.contains("2 copies: 2 outlets / 1 independent"))
    #expect(try desk.run("list", "--json").json.count == 4)
    let diff = try desk.run("show", "2", "--against", "1", "--json").json.first ?? nil
    let paragraphs = try #require(diff?["paragraphs"] as? [[String: Any]])
    #expect(paragraphs.contains { ($0["diff"] as? String)?.contains("{+Talks go on.+}") == true })
    #expect(try desk.run("show", "2", "--against", "77").status == 1)
  }

  @Test func aStoryIsDecidedAboutAndLookedAt() throws {
    let desk = try desk()
    func articles(_ id: String) throws -> Set<Int> {
      let story = try #require(try desk.run("story", id, "--json").json.first ?? nil)
      let groups = try #require(story["groups"] as? [[String: Any]])
      return Set(groups.flatMap { $0["articles"] as? [Int] ?? [] })
    }
    #expect(try articles("1").isSuperset(of: [1, 2]) && !articles("1").contains(4))
    let before = try articles("1")
    #expect(try desk.run("story", "1", "--merge", "4").status == 0)
    #expect(try articles("4") == before.union([4]))
    #expect(try desk.run("reindex", "--all").status == 0)
    #expect(try articles("4") == before.union([4]))
    #expect(try desk.run("story", "4", "--take-back").status == 0)
    #expect(try articles("4") == [4] && articles("1") == before)
    #expect(try desk.run("story", "2", "--split").status == 0)
    #expect(try articles("2") == [2])
    #expect(try desk.run("story", "2", "--split", "--json").json.first??["changed"] as? Bool == false)
    #expect(try desk.run("story", "2", "--take-back").status == 0)

    let looked = try desk.run("story", "1", "--looked", "--json").json.first ?? nil
    #expect(looked?["new"] is NSNull && (looked?["timeline"] as? [Any])?.isEmpty == false)
    let text = try desk.run("story", "1")
    #expect(
      text.output.contains("nothing new since it was looked at")
        && text.output.contains("one text in 2 articles, 2 outlets / 1 independent: AP 2"))
    #expect(try desk.run("story").output.contains("Varna") || desk.run("story").output.contains("strike"))
    #expect(try desk.run("check").status == 0)
  }

  @Test func aStoryThatIsNotThereIsSaidToBeMissing() throws {
    let desk = try desk()
    for run in [try desk.run("story", "77"), try desk.run("story", "1", "--merge", "77")] {
      #expect(run.status == 1 && run.errors.contains("there is no article 77"))
    }
  }
}
