// What other programs read of ours: JSON Lines in and out, whole and exact.
import Foundation
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct MeasuringInterfaceTests {
  /// The scalars of `text` between the ends that a JSON object holds.
  private func cut(_ text: String, _ span: [String: Any]) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let start = span["start"] as? Int, let end = span["end"] as? Int, 0 <= start, start <= end, end <= scalars.count
    else { return nil }
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  @Test func annotateAnswersEveryLineInOrder() throws {
    let desk = try Desk()
    let lines = [
      #"{"id":1,"text":"He left on Thursday.","dct":"2021-03-05"}"#, #"{"id":"1","text":"He left."}"#, "nonsense", "[]",
      #"{"id":[1,2]}"#, "", #"{"id":{"a":null},"text":""}"#, #"{"text":"No name."}"#, #"{"id":-1.50,"text":"x","dct":"soon"}"#,
    ]
    let run = try desk.run("annotate", "--only", "timexes", input: lines.joined(separator: "\n"))
    #expect(run.status == 1)
    let answers = run.output.split(separator: "\n").map(String.init)
    try #require(answers.count == 8)
    #expect(answers[0].hasPrefix(#"{"id":1,"timexes":[{"start":11,"end":19,"type":"DATE","value":"2021-03-04""#))
    #expect(answers[1] == #"{"id":"1","timexes":[]}"#)
    #expect(answers[2].hasPrefix(#"{"error":"#) && answers[3].hasPrefix(#"{"error":"#))
    #expect(answers[4].hasPrefix(#"{"id":[1,2],"error":"#))
    #expect(answers[5] == #"{"id":{"a":null},"timexes":[]}"#)
    #expect(answers[6] == #"{"id":null,"timexes":[]}"#)
    #expect(answers[7] == #"{"id":-1.50,"timexes":[]}"#)
    #expect(run.json.allSatisfy { $0 != nil })
  }

  @Test func spansCountScalarsOfTheTextAsGiven() throws {
    let desk = try Desk()
    // Outside the basic plane, a combining mark, a mark of direction, controls, CRLF: all count one each, none is cleaned away.
    let text =
      "\u{1F6A2} The cafe\u{301}\u{200F} ferry\u{1B}[1m left\tAnkara\r\n\r\non 5 October 2023, Turkey\u{2019}s minister said."
    let encoded = String(decoding: try JSONSerialization.data(withJSONObject: ["id": "x", "text": text]), as: UTF8.self)
    let run = try desk.run("annotate", input: encoded)
    #expect(run.status == 0)
    #expect(run.forbidden.isEmpty)
    let answer = try #require(run.json.first ?? nil)
    #expect(answer["id"] as? String == "x")
    for list in ["timexes", "entities", "parties", "related", "promo"] {
      for span in try #require(answer[list] as? [[String: Any]], "\(list)") {
        #expect(cut(text, span) != nil && cut(text, span) == span["text"] as? String, "\(list): \(span)")
      }
    }
    let timexes = try #require(answer["timexes"] as? [[String: Any]])
    #expect(timexes.contains { $0["value"] as? String == "2023-10-05" && $0["text"] as? String == "5 October 2023" })
    let entities = try #require(answer["entities"] as? [[String: Any]])
    #expect(entities.contains { $0["text"] as? String == "Ankara" && $0["type"] as? String == "LOC" })
    #expect(entities.contains { $0["text"] as? String == "Turkey" })
    for sentence in try #require(answer["sentences"] as? [[String: Any]]) { #expect(cut(text, sentence) != nil) }
    #expect(answer["events"] is [[String: Any]])
  }

  @Test func parsePrintsTheFieldsOfAnArticle() throws {
    let desk = try Desk()
    let path = try desk.write(
      "a.txt",
      """
      Title: Ferry stops
      Date: 2021-03-04
      Source: Harbour Wire
      Author: Ann Example

      The ferry stopped on Tuesday.

      GREEK MINISTER VISITS ROME TO DISCUSS FERRIES

      The crew waited.
      """)
    let article = try #require(try desk.run("parse", "--json", "--url", "https://example.org/a", path).json.first ?? nil)
    #expect(article["file"] as? String == path)
    #expect(article["title"] as? String == "Ferry stops")
    #expect(article["authors"] as? [String] == ["Ann Example"])
    #expect(article["published"] as? String == "2021-03-04" && article["date"] as? String == "2021-03-04")
    #expect(article["site"] as? String == "Harbour Wire")
    #expect(article["url"] as? String == "https://example.org/a")
    #expect(article["lang"] as? String == "en")
    #expect(article["text"] as? String == "The ferry stopped on Tuesday.\nThe crew waited.")
    #expect(article["paragraphs"] as? [String] == ["The ferry stopped on Tuesday.", "The crew waited."])
    let related = try #require(article["related"] as? [[String: Any]])
    #expect(related.count == 1 && related[0]["after"] as? Int == 1)
    #expect(related.first?["text"] as? String == "GREEK MINISTER VISITS ROME TO DISCUSS FERRIES")
    #expect(article["promo"] as? [String] == [] && article["issues"] as? [String] == [])
  }

  @Test func parseTakesItsFilesFromAList() throws {
    let desk = try Desk()
    let path = try desk.write("a b.txt", "The ferry left.\n")
    let feed = try desk.write("f.xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title></channel></rss>")
    let lines = [
      #"{"id":7,"file":"\#(path)"}"#, #"{"id":"7","file":"\#(desk.folder)/gone.txt"}"#, "nonsense", #"{"id":8}"#,
      #"{"id":9,"file":"\#(path)","as":"text","url":"https://example.org/a","headers":{"Content-Type":"text/plain"}}"#,
      #"{"id":10,"file":"\#(feed)","as":"feed"}"#,
    ]
    let run = try desk.run("parse", "--batch", input: lines.joined(separator: "\n"))
    #expect(run.status == 1)
    let answers = run.output.split(separator: "\n").map(String.init)
    try #require(answers.count == 6)
    for (answer, start) in zip(
      answers,
      [#"{"id":7,"file":""#, #"{"id":"7","file":""#, #"{"error":"line 3"#, #"{"id":8,"error":"#, #"{"id":9,"#, #"{"id":10,"#])
    {
      #expect(answer.hasPrefix(start), "\(answer)")
    }
    #expect(run.json.allSatisfy { $0 != nil })
    #expect(run.json[1]?["error"] as? String != nil)
    #expect(run.json[4]?["url"] as? String == "https://example.org/a")
    #expect(run.json[5]?["entries"] is [Any])
  }

  @Test func relatedIsInTheOrderOfImport() throws {
    let desk = try Desk()
    let body = "Turkish jets struck Kurdish camps in northern Iraq after a bombing in Ankara, the defence ministry said"
    let lines = [
      #"{"id":30,"date":"2023-10-05","title":"Turkish jets strike camps in Iraq","body":"\#(body)."}"#,
      #"{"id":"b","date":"2023-10-06","title":"Turkish jets strike camps in Iraq again","body":"\#(body) on Friday."}"#,
      #"{"id":10,"title":"A quiet day at sea","body":"Nothing happened at sea, and the ferry was on time."}"#,
    ]
    #expect(try desk.run("import", "-", input: lines.joined(separator: "\n")).status == 0)
    let run = try desk.run("related", "--json", "--all")
    #expect(run.status == 0)
    try #require(run.json.count == 3)
    #expect(run.json[0]?["id"] as? Int == 30 && run.json[1]?["id"] as? String == "b" && run.json[2]?["id"] as? Int == 10)
    for answer in run.json {
      #expect(answer?["related"] is [Any] && answer?["same"] is [Any] && answer?["cluster"] is Int)
    }
    #expect((run.json[0]?["related"] as? [Any])?.first as? String == "b")
    #expect((run.json[1]?["related"] as? [Any])?.first as? Int == 30)
    #expect(run.json[0]?["cluster"] as? Int == run.json[1]?["cluster"] as? Int)
    #expect(run.json[0]?["cluster"] as? Int != run.json[2]?["cluster"] as? Int)
    #expect(try desk.run("related", "--json").output == run.output)
  }

  @Test func searchSortsAndStopsWhereItIsTold() throws {
    let desk = try Desk()
    let lines = (1...9).map { #"{"id":\#($0),"date":"2021-03-0\#($0)","title":"Ferry \#($0)","body":"The ferry left."}"# }
    #expect(try desk.run("import", "--no-analysis", "-", input: lines.joined(separator: "\n")).status == 0)
    let run = try desk.run("search", "ferry", "--sort", "date", "--limit", "3", "--json")
    #expect(run.json.map { $0?["id"] as? Int } == [9, 8, 7])
    #expect(run.json[0]?["title"] as? String == "Ferry 9" && run.json[0]?["date"] as? String == "2021-03-09")
    #expect(try desk.run("search", "ferry", "--limit", "0", "--json").json.count == 9)
    #expect(try desk.run("search", "--json", "--", "ferry", "-9").json.count == 8)
    #expect(try desk.run("list", "--json", "--limit", "2", "ferry").json.count == 2)
    #expect(try desk.run("list", "ferry", "--limit", "2", "--json").json.count == 2)
  }
}
