// The gazetteer: it loads, knows what it must, and finds its own faults.

import Foundation
import Testing

@testable import Briefing

struct GazetteerTests {
  @Test func knowsStatesAndTheirGovernments() throws {
    let gazetteer = try Gazetteer.load(folder: PartyFixture.folder)
    #expect(gazetteer.name(of: "state:TUR") == "Turkey")
    #expect(gazetteer.kind(of: "gov:TUR") == .government)
    #expect(gazetteer.iso3(of: "place:TUR/ankara") == "TUR")
    #expect(gazetteer.note(of: "group:ypg")?.hasPrefix("affiliated with the PKK") == true)
    #expect(gazetteer.name(of: "state:NOWHERE") == nil)
  }

  @Test func saysWhatIsWrong() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gazetteer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: GazetteerError.unreadable(file: folder.path + "/states.tsv")) { try Gazetteer.load(folder: folder.path) }
    let states = "# Test\nid\tiso3\tname\nstate:AAA\tAAA\tAland\nstate:BBB\t\tBland\nstate:CCC\tCCC\tCland\textra\tcells\n"
    try states.write(to: folder.appendingPathComponent("states.tsv"), atomically: true, encoding: .utf8)
    let parties =
      "id\tkind\tname\taliases\tiso3\tparent\ngroup:a\tarmed group\tRed Front\tRF\tAAA\tgroup:none\n"
      + "group:b\tarmed group\tRoyal Front\tRF\tZZZ\t\ngroup:c\tcircus\tClowns\t\t\t\n"
    try parties.write(to: folder.appendingPathComponent("parties.tsv"), atomically: true, encoding: .utf8)
    let faults = try Gazetteer.load(folder: folder.path).check()
    #expect(faults.count == 6, "\(faults)")
    #expect(faults.contains { $0.contains("circus") })
    #expect(faults.contains { $0.contains("“rf” names group:a and group:b") })
    #expect(faults.contains { $0.contains("ZZZ is no code") })
    #expect(faults.contains { $0.contains("group:none") })
  }
}
