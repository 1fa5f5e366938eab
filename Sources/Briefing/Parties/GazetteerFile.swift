// One file of the gazetteer as rows: tab-separated, "# " head lines, one line of column names, lists in a cell split by "|".

import Foundation

/// The rows of one gazetteer file.
struct GazetteerFile {
  /// One row, read by column name.
  struct Row {
    fileprivate let columns: [Substring: Int]
    fileprivate let cells: [Substring]
    /// Line in the file, from 1.
    let line: Int

    /// The cell of a column, empty where the row or the file has none.
    subscript(_ column: Substring) -> String {
      guard let at = columns[column], at < cells.count else { return "" }
      return String(cells[at])
    }

    /// The parts of a list cell.
    func list(_ column: Substring) -> [String] {
      guard let at = columns[column], at < cells.count, !cells[at].isEmpty else { return [] }
      return cells[at].utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
    }
  }

  var rows: [Row] = []
  /// Head lines "# Name: words", by name.
  var heads: [String: String] = [:]
  /// Rows with more cells than columns.
  var refusals: [String] = []

  /// Reads the file at `path`; nil where it cannot be read. A file without a head line has no rows.
  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let text = String(decoding: data, as: UTF8.self)
    var columns: [Substring: Int] = [:]
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty { continue }
      if line.first == UInt8(ascii: "#") {
        let parts = String(Substring(line.dropFirst(2))).split(separator: ":", maxSplits: 1)
        if parts.count == 2 { heads[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces) }
        continue
      }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) }
      if columns.isEmpty {
        for (at, name) in cells.enumerated() { columns[name] = at }
      } else if cells.count > columns.count {
        refusals.append("\(path):\(number): \(cells.count) cells, but \(columns.count) columns")
      } else {
        rows.append(Row(columns: columns, cells: cells, line: number))
      }
    }
  }
}
