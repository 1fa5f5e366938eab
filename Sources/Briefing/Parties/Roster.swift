// The parties pane as values: one row a party, however the text calls it.

/// A party of a document: what it is, how the text names it, and where.
public struct PartyRow: Hashable, Sendable {
  /// How near a party is to what the document reports.
  public enum Band: String, Hashable, Sendable, Codable, CaseIterable {
    case involved
    /// It only reports or is quoted.
    case source
    /// Named in headlines of other articles only: not involved.
    case linkedOnly
  }

  /// One surface of the party.
  public struct Alias: Hashable, Sendable {
    /// As printed.
    public var surface: String
    public var count: Int
    /// Why this surface was linked, in words.
    public var why: String
    /// A demonym that modifies, counted apart.
    public var isModifier: Bool
  }

  public var entity: EntityID
  public var name: String
  public var kind: EntityKind
  public var iso3: String?
  public var band: Band
  /// Names first, by count; modifiers behind them.
  public var aliases: [Alias]
  /// Names and descriptions, not modifiers; a name inside a longer one counts for both.
  public var count: Int
  public var modifierCount: Int
  /// The words that say what the party is, exactly as printed: "Turkish Foreign Minister".
  public var title: String?
  /// Whom that title names: the state or organisation that the person acts for.
  public var affiliation: EntityReference?
  /// Index of the sentence that prints the title: it was true on the article's date.
  public var titleSentence: Int?
  /// Every span that names the party, modifiers too, sorted.
  public var mentions: [Span]
  /// How many of `count` stand inside a longer name, as "U.S." in "U.S. military".
  public var insideLonger: Int
  /// Index of the sentence that names the party first.
  public var firstSentence: Int
  /// "affiliated with the PKK"
  public var note: String?
  /// Indices of the sentences that are attributed to it.
  public var sayings: [Int]
}
