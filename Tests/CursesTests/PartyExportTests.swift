// What leaves the program about parties: no sentence on somebody's word as plain fact, titles as printed with their day.

import Foundation
import Testing

@Suite struct PartyExportTests {
  private let articles = [
    #"{"id": "a", "title": "Talks end", "date": "2023-10-05", "source": "Desk", "body": "Turkish Foreign Minister Hakan Fidan left Berlin on Thursday. The bridge was destroyed, according to officials. Later Clinton spoke."}"#
  ]

  @Test func showAndPartiesCarryVoicesAndTitles() throws {
    let desk = try Desk()
    let file = try desk.write("a.jsonl", articles.joined(separator: "\n") + "\n")
    #expect(try desk.run("import", file).status == 0)
    let shown = try desk.run("show", "--json", "a").output
    #expect(shown.contains(#""said_by":"said by: officials (unnamed)""#))
    #expect(shown.contains(#""text":"Turkish Foreign Minister","affiliation":"Turkey","stated":"2023-10-05""#))
    #expect(shown.contains(#""link":null,"name":"Clinton""#))
    let parties = try desk.run("parties", "--json").output
    #expect(parties.contains(#""title":"Turkish Foreign Minister","title_date":"2023-10-05","affiliation":"Turkey""#))
    #expect(!parties.contains(#""name":"Clinton""#))
  }
}
