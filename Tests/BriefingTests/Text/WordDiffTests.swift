// Differences to the word, as marked text.

import Testing

@testable import Briefing

@Suite struct WordDiffTests {
  @Test(arguments: [
    ("He spoke twice.", "He spoke once.", "He spoke [-twice.-] {+once.+}"),
    ("Eight people died.", "At least eight people died.", "[-Eight-] {+At least eight+} people died."),
    ("A B C D", "A C D E", "A [-B-] C D {+E+}"),
    ("", "New words", "{+New words+}"),
    ("Old words", "", "[-Old words-]"),
    ("The same", "The same", "The same"),
  ])
  func words(_ old: String, _ new: String, _ marked: String) {
    #expect(DiffParagraph(line: 1, pieces: WordDiff.words(old, new)).marked == marked)
  }

  @Test func paragraphs() {
    let changed = WordDiff.paragraphs(
      from: "First stays.\nSecond says five.\nThird goes.\nLast stays.",
      to: "First stays.\nSecond says six.\nLast stays.\nMore came.")
    #expect(changed.map(\.line) == [2, 3, 4])
    #expect(changed.map(\.marked) == ["Second says [-five.-] {+six.+}", "[-Third goes.-]", "{+More came.+}"])
  }

  /// What is kept and added is the newer text, what is kept and removed the older.
  @Test func piecesMakeBothTexts() {
    var dice = Dice(state: 7)
    for _ in 0..<200 {
      let words = ["a", "b", "c", "d"]
      let old = (0..<Int.random(in: 0...12, using: &dice)).map { _ in words.randomElement(using: &dice)! }
      let new = (0..<Int.random(in: 0...12, using: &dice)).map { _ in words.randomElement(using: &dice)! }
      let pieces = WordDiff.words(old.joined(separator: " "), new.joined(separator: " "))
      #expect(pieces.filter { $0.kind != .added }.map(\.text).joined(separator: " ") == old.joined(separator: " "))
      #expect(pieces.filter { $0.kind != .removed }.map(\.text).joined(separator: " ") == new.joined(separator: " "))
    }
  }

  @Test func longRewrittenTextsAreNotMatched() {
    let old = (0..<5000).map { "a\($0)" }.joined(separator: " ")
    let new = (0..<5000).map { "b\($0)" }.joined(separator: " ")
    #expect(WordDiff.words(old, new).map(\.kind) == [.removed, .added])
  }

  @Test func fieldsOfVersions() {
    var old = PlainText.article(from: JSONLines.Record(title: "One", body: "Text."))
    let before = old
    old.title = Title("Two", origin: .field)
    let diff = VersionDiff(from: before, to: old)
    #expect(diff.fields == [VersionDiff.Field(name: "title", old: "One", new: "Two")])
    #expect(diff.paragraphs == [])
  }
}
