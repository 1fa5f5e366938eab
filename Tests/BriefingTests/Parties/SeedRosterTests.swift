// The founding example: every party found, linked, counted and in its band.

import Foundation
import Testing

@testable import Briefing

struct SeedRosterTests {
  /// The founding example where the checkout has it beside it, else nil.
  static let seed: String? = {
    let root = URL(fileURLWithPath: PartyFixture.folder).deletingLastPathComponent().deletingLastPathComponent()
    for folder in ["../shared/seeds", "../../shared/seeds"] {
      let path = root.appendingPathComponent(folder).appendingPathComponent("000_a22d6f9b9dfd110d.txt").path
      if let text = try? String(contentsOfFile: path, encoding: .utf8) { return text }
    }
    return nil
  }()

  struct Expected: Sendable {
    var name: String
    var band: PartyRow.Band
    var count: Int
    var modifiers = 0
    var surfaces: Set<String>
    var title: String?
  }

  static let table: [Expected] = [
    .init(name: "United States", band: .involved, count: 13, surfaces: ["U.S."]),
    .init(name: "Turkey", band: .involved, count: 6, modifiers: 6, surfaces: ["Turkey", "Turkish", "TURKISH"]),
    .init(name: "Syria", band: .involved, count: 6, surfaces: ["Syria", "SYRIAN"]),
    .init(name: "Iraq", band: .involved, count: 2, surfaces: ["Iraq"]),
    .init(name: "Sweden", band: .involved, count: 0, modifiers: 1, surfaces: ["Swedish"]),
    .init(name: "NATO", band: .involved, count: 3, surfaces: ["NATO"]),
    .init(name: "U.S. Department of Defense", band: .involved, count: 1, surfaces: ["U.S. Department of Defense"]),
    .init(name: "U.S. military", band: .involved, count: 1, surfaces: ["U.S. military"]),
    .init(
      name: "Kurdistan Workers' Party", band: .involved, count: 2, surfaces: ["Kurdistan Workers' Party", "PKK"]),
    .init(name: "People's Defense Units", band: .involved, count: 2, surfaces: ["People's Defense Units", "YPG"]),
    .init(name: "Islamic State", band: .involved, count: 1, surfaces: ["Islamic State group"]),
    .init(name: "Turkish interior ministry", band: .involved, count: 1, surfaces: ["Turkey's interior ministry"]),
    .init(
      name: "Erdogan", band: .involved, count: 2,
      surfaces: ["Tayyip Erdogan", "TAYYIP ERDOGAN", "the Turkish president"], title: "Turkish President"),
    .init(name: "Gulen", band: .involved, count: 1, surfaces: ["Fetullah Gulen"]),
    .init(name: "Associated Press", band: .source, count: 3, surfaces: ["Associated Press", "the wire service"]),
    .init(
      name: "U.S. officials", band: .source, count: 3, surfaces: ["U.S. officials", "The official", "The second official"]
    ),
    .init(
      name: "Pat Ryder", band: .source, count: 1, surfaces: ["Brig. Gen. Pat Ryder"],
      title: "U.S. Department of Defense spokesperson"),
    .init(
      name: "Hakan Fidan", band: .source, count: 1, surfaces: ["Hakan Fidan"], title: "Turkish Foreign Minister"),
    .init(name: "Russia", band: .linkedOnly, count: 1, surfaces: ["RUSSIA"]),
    .init(name: "Ukraine", band: .linkedOnly, count: 0, modifiers: 1, surfaces: ["UKRAINIAN"]),
  ]

  @Test func everyPartyOfTheFoundingExample() throws {
    guard let seed = Self.seed else {
      print("skipped: the founding example is not beside this checkout")
      return
    }
    let document = PartyFixture.document(seed)
    let rows = roster(of: document, who: try PartyFixture.tagger().tag(document))
    for expected in Self.table {
      guard let row = rows.first(where: { Set($0.aliases.map(\.surface)) == expected.surfaces }) else {
        Issue.record("no row with the surfaces of \(expected.name): \(rows.map { "\($0.name) \($0.aliases.map(\.surface))" })")
        continue
      }
      #expect(row.name.hasSuffix(expected.name) || row.name.contains(expected.name), "\(row.name)")
      #expect(row.band == expected.band, "\(row.name)")
      #expect(row.count == expected.count, "\(row.name)")
      #expect(row.modifierCount == expected.modifiers, "\(row.name)")
      #expect(row.title == expected.title, "\(row.name)")
    }
    #expect(rows.count == Self.table.count, "\(rows.map(\.name))")
    #expect(rows.first { $0.name == "United States" }?.insideLonger == 7)
    #expect(rows.map(\.band) == rows.map(\.band).sorted { order($0) < order($1) })
  }

  private func order(_ band: PartyRow.Band) -> Int { PartyRow.Band.allCases.firstIndex(of: band) ?? 0 }

  @Test func whoSaysWhatInTheFoundingExample() throws {
    guard let seed = Self.seed else {
      print("skipped: the founding example is not beside this checkout")
      return
    }
    let document = PartyFixture.document(seed)
    let who = try PartyFixture.tagger().tag(document)
    let texts = who.attributions.map { attributionText($0, in: document) }
    #expect(
      texts == [
        "said by: officials (unnamed)", "said by: two U.S. officials (unnamed)", "said by: The official (unnamed)",
        "according to: REPORT", "said by: The second official (unnamed)", "said by: Pat Ryder", "said by: Hakan Fidan",
        "said by: Tayyip Erdogan", "said by: the Turkish president",
      ])
  }
}
