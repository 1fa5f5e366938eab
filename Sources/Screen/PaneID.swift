// The panes by name and by the digit that focuses them.

/// A pane of the reader; the raw value is the digit of its key and its title.
public enum PaneID: Int, Hashable, Sendable, CaseIterable, Codable {
  case list = 1
  case text, time, parties, related

  /// The three panes that stand beside an article.
  public static let sides: [PaneID] = [.time, .parties, .related]
}
