// The collection in the archive: order, notes, and that a changed article leaves what was collected alone.

import Testing

@testable import Briefing

@Suite struct CollectingTests {
  @Test func itemsKeepTheirOrderTheirNotesAndTheirWords() throws {
    let fixture = try ArchiveFixture()
    let id = try fixture.add(sample("Ferry stops", "The ferry stopped. It sank.", id: "\"a\""))[0]
    let first = CollectedItem.Quotation(article: id, start: 19, sentence: "It sank.", speaker: "said by: officials", paragraph: 1)
    #expect(try fixture.archive.collect(first))
    #expect(try !fixture.archive.collect(first), "once only")
    try fixture.archive.note("mine", at: nil)
    #expect(try fixture.archive.collect(.init(article: id, start: 0, sentence: "The ferry stopped.", paragraph: 1)))
    let items = try fixture.archive.collected()
    #expect(items.map(\.note) == ["", "mine", ""])
    #expect(items[0].quotation == first)
    try fixture.archive.note("check", at: items[0].position)
    try fixture.add(sample("Ferry stops", "The ferry went on.", id: "\"a\""))
    #expect(try fixture.archive.collected()[0] == CollectedItem(position: items[0].position, quotation: first, note: "check"))
    #expect(try fixture.archive.removeCollected(items[1].position))
    #expect(try !fixture.archive.removeCollected(items[1].position))
    #expect(try fixture.archive.clearCollected() == 2)
    #expect(try fixture.archive.collected() == [])
  }
}
