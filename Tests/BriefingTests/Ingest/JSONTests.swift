// JSON in and out, and JSON Lines.

import Testing

@testable import Briefing

@Suite struct JSONTests {
  private func value(_ text: String) -> JSONValue? { try? JSONValue(parsing: Array(text.utf8)) }

  @Test(arguments: [
    "null", "true", "false", "0", "-0", "0.25", "10", "1E5", "-1.5e+10", "\"a\"", "[]", "{}", "[1,\"2\",[3],{\"a\":null}]",
    "{\"a\":{\"b\":[true]},\"c\":\"d\"}",
    "\"\\u001b\\u009b\\u202e\"", "\"a/b\\\"c\\\\d\\ne\"", "\"Київ 🇺🇦\"",
  ])
  func roundTrips(_ json: String) { #expect(value(json)?.json == json) }

  @Test(arguments: [
    ("\"\\u0041\\/\\b\\f\\t\"", "A/\u{8}\u{C}\t"), ("\"\\ud83d\\ude00\"", "😀"), ("\"\\ud83d\"", "\u{FFFD}"),
    ("\"\\ude00x\"", "\u{FFFD}x"),
    ("\"\\ud83d\\u0041\"", "\u{FFFD}A"), ("\"raw\ttab\"", "raw\ttab"),
  ])
  func strings(_ json: String, _ text: String) { #expect(value(json)?.string == text) }

  @Test(arguments: [
    "", "{", "[1,", "\"a", "{\"a\"}", "{\"a\":}", "{a:1}", "[1 2]", "tru", "nul", "-", "1e", "\"\\x\"", "\"\\u12\"", "{} {}",
    "[1],",
    String(repeating: "[", count: 100_000), "NaN", "'a'", "1+2", "1-2", "[1e2e3]", "1.2.3", "01", "-01", "1.", ".5", "1.e3",
    "1e+", "{\"id\":1+2,\"body\":\"x\"}", String(repeating: "1", count: 65),
  ])
  func noJSON(_ text: String) { #expect(value(text) == nil) }

  @Test func failuresSayWhere() {
    #expect(throws: JSONFailure(why: "a member has no value", at: 4)) {
      _ = try JSONValue(parsing: Array("{\"a\"}".utf8))
    }
  }

  @Test func randomBytesNeverTrap() {
    var random = SeededRandom(seed: 5)
    let pieces = ["{", "}", "[", "]", "\"", ":", ",", "\\", "u", "d83d", "1", "-", "e", "t", "null", " ", "\u{FF}"]
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 1...20, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
      _ = value(text)
      _ = try? JSONValue(parsing: random.bytes(12))
    }
  }

  @Test func writing() {
    var json = JSONText()
    json.beginObject()
    json.member("a", "x/y\u{1B}")
    json.member("b", nil as String?)
    json.member("c", 3)
    json.member("d", ["e", "f"])
    json.member("g", true)
    json.key("h")
    json.beginArray()
    json.value(0.5)
    json.value(2.0)
    json.value(Double.nan)
    json.value(1.0 / 3, digits: 3)
    json.endArray()
    json.endObject()
    #expect(json.text == #"{"a":"x/y\u001b","b":null,"c":3,"d":["e","f"],"g":true,"h":[0.5,2,null,0.333]}"#)
  }

  // MARK: lines

  private func lines(_ text: String) throws -> [(Int, JSONLines.Line)] {
    var reader = JSONLines(bytes: Array(text.utf8))
    var lines: [(Int, JSONLines.Line)] = []
    while let next = try reader.next() { lines.append((next.number, next.line)) }
    return lines
  }

  @Test func linesBecomeRecords() throws {
    let found = try lines(
      "\u{FEFF}{\"id\":7,\"title\":\"T\",\"date\":\"2013-02\",\"body\":\"B\",\"source\":\"S\",\"tags\":[\"a\",\"b\"]}\r\n\n  \n"
        + "{\"id\":\"7\",\"text\":\"B2\",\"lang\":\"uk\",\"url\":\"https://example.org\",\"authors\":\"Jane Doe\"}")
    #expect(found.map(\.0) == [1, 4])
    #expect(
      found[0].1
        == .record(JSONLines.Record(id: "7", title: "T", date: "2013-02", body: "B", source: "S", tags: ["a", "b"])))
    #expect(
      found[1].1
        == .record(JSONLines.Record(id: "\"7\"", body: "B2", url: "https://example.org", language: "uk", authors: ["Jane Doe"])))
  }

  @Test func aBadLineIsToldAndTheRestGoesOn() throws {
    let found = try lines("nonsense\n{\"id\":1}\n[]\n{\"body\":\"b\"}")
    #expect(found.map(\.0) == [1, 2, 3, 4])
    #expect(found[0].1 == .failure("this is no JSON: this is no JSON value at byte 1", id: nil))
    #expect(found[1].1 == .failure("the line has neither \"body\" nor \"text\"", id: "1"))
    #expect(found[2].1 == .failure("the line holds no object", id: nil))
    #expect(found[3].1 == .record(JSONLines.Record(body: "b")))
  }

  @Test func longLinesAreRefusedNotKept() throws {
    var reader = LineReader(bytes: Array("aaaaaaaaaa\nbb\ncccccc".utf8), limit: 5)
    #expect(try reader.next() == .tooLong(10))
    #expect(try reader.next() == .bytes(Array("bb".utf8)))
    #expect(try reader.next() == .tooLong(6))
    #expect(try reader.next() == nil)
  }

  @Test func recordsBecomeArticles() {
    let body =
      "The two sides signed a truce on Thursday, officials in the capital said.\nTRUCE SIGNED IN THE NORTH AFTER LONG TALKS\nIt holds."
    let article = PlainText.article(
      from: JSONLines.Record(
        id: "7", title: "Truce", date: "2013-02", body: body, source: "S", url: "https://example.org/a", tags: ["x"]))
    #expect(article.externalID == "7")
    #expect(article.title == Title("Truce", origin: .field))
    #expect(article.published?.stamp.precision == .month)
    #expect(article.blocks.map(\.kind) == [.prose, .related, .prose])
    #expect(article.issues.isEmpty)
    #expect(PlainText.article(from: JSONLines.Record(date: "1/2/2013", body: body)).issues.count == 1)
    #expect(PlainText.article(from: JSONLines.Record(body: "A short line\n" + body)).title == nil)
  }

  @Test func theParseLineHasItsExactFields() throws {
    let text =
      "Title: Truce\nDate: 2023-10-05T10:00Z\n\nIt began with a long night of talks.\nTRUCE SIGNED IN THE NORTH AFTER LONG TALKS\n"
      + "CLICK HERE TO GET THE APP\nIt went on."
    let line = ParsedArticleJSON.parseLine(PlainText.article(from: text), file: "a/b.txt", id: "7")
    let json = try JSONValue(parsing: Array(line.utf8))
    guard case .object(let members) = json else { return }
    #expect(
      members.map(\.name) == [
        "id", "file", "title", "authors", "published", "date", "site", "url", "lang", "tags", "text", "paragraphs", "related",
        "promo", "issues",
      ])
    #expect(json["file"]?.string == "a/b.txt")
    #expect(json["published"]?.string == "2023-10-05T10:00Z")
    #expect(json["date"]?.string == "2023-10-05")
    #expect(json["site"] == .null)
    #expect(json["text"]?.string == "It began with a long night of talks.\nIt went on.")
    #expect(json["related"]?.json == #"[{"text":"TRUCE SIGNED IN THE NORTH AFTER LONG TALKS","after":1}]"#)
    #expect(json["promo"]?.strings == ["CLICK HERE TO GET THE APP"])
  }
}
