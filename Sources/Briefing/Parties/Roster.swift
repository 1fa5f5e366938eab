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

  /// Words that say what a party is, exactly as printed: "Turkish Foreign Minister".
  public struct PrintedTitle: Hashable, Sendable {
    public var text: String
    public var span: Span
    /// The state or organisation that the words name.
    public var affiliation: EntityReference?
    /// Index of the sentence that prints them: they were true on the article's date.
    public var sentence: Int?
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
  /// What the text says the party is, each wording once, in order.
  public var titles: [PrintedTitle]
  /// Whether the article's own headline names it.
  public var isInHeadline: Bool
  /// Every span that names the party, modifiers too, sorted.
  public var mentions: [Span]
  /// How many of `count` stand inside a longer name, as "U.S." in "U.S. military".
  public var insideLonger: Int
  /// Index of the sentence that names the party first.
  public var firstSentence: Int
  /// Indices of the sentences of prose that name it, sorted.
  public var sentences: [Int]
  /// "affiliated with the PKK"
  public var note: String?
  /// Indices of the sentences that are attributed to it.
  public var sayings: [Int]
  /// Whom the name may mean, where several fit and nothing decides: the row is of the bare name then, and of no party.
  public var candidates: [EntityReference] = []
}

extension PartyRow {
  /// The first title, exactly as printed.
  public var title: String? { titles.first?.text }

  /// Whom the first title names: the state or organisation that the person acts for.
  public var affiliation: EntityReference? { titles.first?.affiliation }

  /// Index of the sentence that prints the first title.
  public var titleSentence: Int? { titles.first?.sentence }

  /// The party as decisions name it.
  public var identity: PartyIdentity { PartyIdentity(entity: entity, name: name, kind: kind, iso3: iso3) }
}

/// A party that another one shares sentences with.
public struct Companion: Hashable, Sendable {
  /// Index of its row.
  public var row: Int
  /// Indices of the sentences that name both.
  public var sentences: [Int]
}

/// The parties that share sentences with one of a roster, those with most sentences first.
public func companions(of index: Int, in rows: [PartyRow]) -> [Companion] {
  guard rows.indices.contains(index) else { return [] }
  let own = Set(rows[index].sentences)
  var found: [Companion] = []
  for (at, row) in rows.enumerated() where at != index && row.band != .linkedOnly {
    let shared = row.sentences.filter(own.contains)
    if !shared.isEmpty { found.append(Companion(row: at, sentences: shared)) }
  }
  return found.enumerated().sorted { ($1.element.sentences.count, $0.offset) < ($0.element.sentences.count, $1.offset) }
    .map(\.element)
}
