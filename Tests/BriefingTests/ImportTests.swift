// The walls between rooms that no target enforces: only Store and Search speak SQL, only Ingest opens files and sockets, and
// the reader has neither terminal nor files.

import Foundation
import Testing

@Suite struct ImportTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  /// Paths below Sources with the modules each file imports and its text.
  private func files() throws -> [(path: String, imports: Set<String>, text: String)] {
    let root = ImportTests.sources
    let paths = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      var imports: Set<String> = []
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        // An attribute or an access level may stand before it; in prose the word stands anywhere.
        let isMarked =
          words.first.map { $0.hasPrefix("@") || ["package", "public", "internal", "private"].contains($0) } ?? false
        guard let at = words.firstIndex(of: "import"), at == 0 || at == 1 && isMarked, words.count > at + 1 else { continue }
        let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias"]
        let module = kinds.contains(words[at + 1]) && words.count > at + 2 ? words[at + 2] : words[at + 1]
        imports.insert(String(module.prefix { $0 != "." }))
      }
      return (path, imports, text)
    }
  }

  @Test func onlyStoreAndSearchImportGRDB() throws {
    for file in try files() where file.imports.contains("GRDB") {
      #expect(file.path.hasPrefix("Briefing/Store/") || file.path.hasPrefix("Briefing/Search/"), "\(file.path) imports GRDB")
    }
  }

  @Test func theCoreKnowsNoScreen() throws {
    for file in try files() where file.path.hasPrefix("Briefing/") {
      #expect(file.imports.isDisjoint(with: ["Screen", "Reader", "Curses", "CNcurses"]), "\(file.path)")
    }
  }

  @Test func theReaderIsPure() throws {
    for file in try files() where file.path.hasPrefix("Reader/") || file.path.hasPrefix("Screen/") {
      #expect(file.imports.isSubset(of: ["Briefing", "Screen"]), "\(file.path) imports \(file.imports.sorted())")
    }
  }

  @Test func oneTargetTouchesTheTerminal() throws {
    for file in try files() where file.imports.contains("CNcurses") {
      #expect(file.path.hasPrefix("Curses/"), "\(file.path) imports CNcurses")
    }
  }

  @Test func onlyIngestOpensFilesOfReaders() throws {
    // Store opens its own database through GRDB; Parties reads the gazetteer that comes with the program.
    let doors = ["opendir(", "fopen(", "URLSession", "contentsOfDirectory", "socket("]
    for file in try files() where file.path.hasPrefix("Briefing/") && !file.path.hasPrefix("Briefing/Ingest/") {
      for door in doors { #expect(!file.text.contains(door), "\(file.path) uses \(door)") }
    }
  }
}
