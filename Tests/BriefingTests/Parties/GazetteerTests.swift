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
    let states =
      "# Test\nid\tiso2\tiso3\tname\tlong_name\tsource\nstate:AAA\tAA\tAAA\tAland\tRepublic of Aland\tlist\n"
      + "state:BBB\tBB\t\tBland\tBland\tlist\nstate:CCC\tCC\tCCC\tCland\tCland\tlist\textra\tcells\n"
      + "state:DDD\tDDD\tDDD\tDland\tDland\t\n"
    try states.write(to: folder.appendingPathComponent("states.tsv"), atomically: true, encoding: .utf8)
    let parties =
      "id\tkind\tname\taliases\tiso3\tparent\tsource\tfrom\tto\n"
      + "group:a\tarmed group\tRed Front\tRF\tAAA\tgroup:none\tlist\t2001-02-30\t\n"
      + "group:b\tarmed group\tRoyal Front\tRF\tZZZ\t\tlist\t2005\t2001-03\n"
      + "group:d\tarmed group\tRight Front\tRF\tAAA\t\tlist\t\t\ngroup:b\tarmed group\tReal Front\t\tAAA\t\tlist\t\t\ngroup:c\tcircus\tClowns\t\t\t\tlist\t\t\n"
    try parties.write(to: folder.appendingPathComponent("parties.tsv"), atomically: true, encoding: .utf8)
    let persons =
      "id\tname\taliases\tsurname\tiso3\toffice\tsource\tfrom\tto\n"
      + "person:x\tAnna Xu\t\tXu\tAAA\tPresident\tlist\t2001-01-01\t2005-03-01\n"
      + "person:y\tBert Yo\t\tYo\tAAA\tPresident\tlist\t2005-02-01\t\n"
      + "person:z\tCarl Zo\t\tZo\tAAA\tSpokesman\tlist\t2005-02-01\t\n"
    try persons.write(to: folder.appendingPathComponent("persons.tsv"), atomically: true, encoding: .utf8)
    let faults = try Gazetteer.load(folder: folder.path).check()
    for fault in [
      "a state needs id, iso3 and name", "8 cells, but 6 columns", "states.tsv:6: no source", "iso2 “DDD” has not 2 letters",
      "circus", "“rf” names group:a and group:d", "ZZZ is no code", "group:none", "“2001-02-30” is no date",
      "from 2005 is after to 2001-03", "group:b stands in line 3 already", "Anna Xu and Bert Yo hold it at one time",
    ] {
      #expect(faults.contains { $0.contains(fault) }, "\(fault): \(faults)")
    }
    #expect(faults.count == 13, "\(faults)")
  }

  /// The gazetteer that ships has no fault, and holds what it must.
  @Test func whatShipsIsSoundAndWhole() throws {
    let gazetteer = try Gazetteer.load(folder: PartyFixture.folder)
    #expect(gazetteer.check() == [])
    func count(_ kinds: EntityKind...) -> Int { gazetteer.all.count { kinds.contains($0.kind) } }
    #expect(count(.state) >= 249 && count(.armedGroup) >= 150 && count(.organisation, .alliance, .agency) >= 200)
    #expect(count(.place) >= 400 && count(.person) >= 300)
  }
}
