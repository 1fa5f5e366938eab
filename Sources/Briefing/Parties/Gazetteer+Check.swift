// What is wrong with the gazetteer, row by row: `wireroom check gazetteer` and a test print it.

extension Gazetteer {
  /// What is wrong with the rows, in words, one a line; empty where all is well.
  public func check() -> [String] {
    refusals
  }
}
