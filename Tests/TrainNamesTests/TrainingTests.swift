// Training: the same texts make the same bytes, and what they teach is learnt.

import Briefing
import Foundation
import Testing

@testable import train_names

struct TrainingTests {
  /// A gazetteer that knows one state and no names.
  private static func gazetteer() throws -> Gazetteer {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("train-names-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "id\tiso3\tname\nstate:TUR\tTUR\tTurkey\n".write(
      to: folder.appendingPathComponent("states.tsv"), atomically: true, encoding: .utf8)
    return try Gazetteer.load(folder: folder.path)
  }

  private static func text(_ marked: String) -> LabelledText {
    var made = LabelledText(text: "", gold: [])
    for (at, part) in marked.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
      guard at > 0, let close = part.firstIndex(of: "]"), let bar = part.firstIndex(of: "|") else {
        made.text += part
        continue
      }
      let start = made.text.unicodeScalars.count
      made.text += part[..<bar]
      made.gold.append(
        (Span(start, made.text.unicodeScalars.count), Mention.NameType(rawValue: String(part[part.index(after: bar)..<close]))))
      made.text += part[part.index(after: close)...]
    }
    return made
  }

  private static let texts = [
    "The mayor of [Osterby|LOC] met [Ola Vint|PER] of [Norvex|ORG].", "They sailed to [Karvik|LOC] with [Ane Brusk|PER].",
    "A ferry left for [Tolvik|LOC] at noon.", "Shares of [Quandex|ORG] fell.", "Shares of [Brightfen|ORG] rose.",
    "The mayor of [Sundmoor|LOC] spoke.", "They sailed to [Ulvanes|LOC] again.", "A ferry left for [Grimvik|LOC] late.",
  ].map(text)

  @Test func theSameTextsMakeTheSameBytes() throws {
    let gazetteer = try Self.gazetteer()
    let first = Trainer.train(Self.texts.flatMap { $0.lessons(gazetteer) }).file(of: ["tiny"])
    let second = Trainer.train(Self.texts.flatMap { $0.lessons(gazetteer) }).file(of: ["tiny"])
    #expect(first == second)
    #expect(first.count <= 3_000_000)
    let other = Trainer.train(Self.texts.dropLast().flatMap { $0.lessons(gazetteer) }).file(of: ["tiny"])
    #expect(first != other)
  }

  @Test func placesAndFirmsAreToldByTheirNeighbours() throws {
    let gazetteer = try Self.gazetteer()
    let model = try #require(Trainer.train(Self.texts.flatMap { $0.lessons(gazetteer) }).model)
    let tagger = PartyTagger(gazetteer: gazetteer.with(model))
    let read = Self.text("The mayor of [Hallvik|LOC] wept. Shares of [Dronfex|ORG] fell.")
    let found = tagger.tag(read.document).entities
    #expect(found.map(\.span) == read.gold.map(\.span))
    #expect(found.map(\.type) == read.gold.map(\.type))
  }

  @Test func headlinesKeepTheirLabels() {
    let lines = Self.text("The old mayor of [Osterby|LOC] met [Ola Vint|PER] of [Norvex|ORG] here.").headlines(
      every: 1, from: 0, .upper)
    let scalars = Array(lines.text.unicodeScalars)
    let names = lines.gold.map { String(String.UnicodeScalarView(scalars[$0.span.start..<$0.span.end])) }
    #expect(lines.text == "THE OLD MAYOR OF OSTERBY MET OLA VINT OF NORVEX HERE\n")
    #expect(names == ["OSTERBY", "OLA VINT", "NORVEX"])
  }

  /// What the slots are filled with is labelled where it stands.
  @Test func wireTextsAreLabelledInOrder() throws {
    var wire = WireTexts(gazetteer: try Self.gazetteer(), words: ["given": ["Ane"], "surname": ["Brusk"]], seed: 7)
    let texts = wire.texts(times: 1)
    #expect(texts.count > 20)
    for text in texts {
      #expect(!text.text.contains("{") && !text.text.contains("}"))
      let whole = Span(0, text.text.unicodeScalars.count)
      #expect(text.gold.allSatisfy { whole.contains($0.span) && !$0.span.isEmpty })
      #expect(zip(text.gold, text.gold.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
    }
    var again = WireTexts(gazetteer: try Self.gazetteer(), words: ["given": ["Ane"], "surname": ["Brusk"]], seed: 7)
    #expect(again.texts(times: 1).map(\.text) == texts.map(\.text))
  }
}
