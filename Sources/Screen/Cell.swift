// One cell of a terminal: a spacing scalar with its marks, and what it means.

/// What stands in one cell of a grid.
///
/// A cell holds one spacing scalar and at most four nonspacing marks, which is what `setcchar` keeps. A scalar two cells
/// wide stands in the left one; the right one is a continuation (`width` 0) and prints nothing.
public struct Cell: Hashable, Sendable {
  public var scalar: Unicode.Scalar
  public var marks: [Unicode.Scalar]
  /// 1 or 2 columns; 0 for the right half of a wide scalar.
  public var width: UInt8
  public var style: Style

  public init(_ scalar: Unicode.Scalar = " ", marks: [Unicode.Scalar] = [], width: UInt8 = 1, style: Style = .text) {
    self.scalar = scalar
    self.marks = marks
    self.width = width
    self.style = style
  }

  public static let blank = Cell()
}
