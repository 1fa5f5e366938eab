// What the tests of this room share: the repository's gazetteer, and documents made of plain lines.

import Foundation
import Testing

@testable import Briefing

enum PartyFixture {
  /// data/gazetteer of this repository.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data/gazetteer").path
  static let gazetteer: Gazetteer? = try? Gazetteer.load(folder: folder)

  static func tagger() throws -> PartyTagger { PartyTagger(gazetteer: try #require(gazetteer)) }

  /// A document of one block a line: lines without a lower-case letter are linked headlines, "... contributed to this
  /// report." is a credit.
  static func document(_ text: String) -> Document {
    var blocks: [Block] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.unicodeScalars.count
      if end > start {
        let isHeadline = !line.unicodeScalars.contains { $0.properties.isLowercase }
        let isCredit = line.hasSuffix("contributed to this report.")
        blocks.append(Block(span: Span(start, end), kind: isHeadline ? .related : isCredit ? .credit : .prose))
      }
      start = end + 1
    }
    return Document(text: text, blocks: blocks)
  }

  /// Takes "[surface|expectation]" marks out of a text: the plain text, and what was marked.
  static func unmark(_ marked: String) -> (text: String, marks: [(span: Span, value: String)]) {
    var text = String.UnicodeScalarView()
    var marks: [(span: Span, value: String)] = []
    var start: Int?
    var value: String?
    for scalar in marked.unicodeScalars {
      if scalar == "[", start == nil {
        start = text.count
      } else if scalar == "|", start != nil, value == nil {
        value = ""
      } else if scalar == "]", let from = start, let what = value {
        marks.append((Span(from, text.count), what))
        start = nil
        value = nil
      } else if value != nil {
        value?.unicodeScalars.append(scalar)
      } else {
        text.append(scalar)
      }
    }
    return (String(text), marks)
  }
}
