// Reads the gazetteer's files: tab-separated, "# " head lines, one line of column names, lists in a cell split by "|".

import Foundation

/// Collects entries and surfaces from the files of one folder.
struct GazetteerBuilder {
  let folder: String
  var gazetteer = Gazetteer()

  init(folder: String) {
    self.folder = folder
  }

  mutating func build() throws(GazetteerError) -> Gazetteer {
    try readStates()
    return gazetteer
  }

  private mutating func readStates() throws(GazetteerError) {
    guard FileManager.default.contents(atPath: folder + "/states.tsv") != nil else {
      throw .unreadable(file: folder + "/states.tsv")
    }
  }
}
