// What a reader decided, as a value that says how it was before: undo is to decide that again.

/// The state before a decision; `Archive.undo` brings it back and returns the state that it replaced.
public struct Change: Hashable, Sendable, Codable {
  /// What was done, for the status line: "3 articles marked read".
  public var what: String
  var items: [Item]

  /// Nothing was changed.
  public static let none = Change(what: "", items: [])

  /// This change and then another, to be undone as one.
  public func followed(by other: Change) -> Change {
    if isEmpty { return other }
    return other.isEmpty ? self : Change(what: what + "; " + other.what, items: items + other.items)
  }

  /// The articles it touched, by id.
  public var articles: [Int64] { Set(items.map(\.article)).subtracting([Change.wholeArchive]).sorted() }
  /// How many articles it touched.
  public var count: Int { articles.count }
  /// Nothing was changed: all were as asked already.
  public var isEmpty: Bool { items.isEmpty }

  /// Whether it says who is meant, and so bears on articles that it does not name.
  public var isAboutParties: Bool { items.contains { if case .party = $0.value { true } else { false } } }

  enum Value: Hashable, Sendable, Codable {
    case read(Bool)
    case starred(Bool)
    /// nil: the source's own word holds.
    case tag(String, Bool?)
    case date(DateStamp?)
    case title(String?)
    case source(String?)
    /// A headline's key, and the article it was said to mean (or not to mean).
    case link(key: String, target: Int64, accepted: Bool?)
    /// Who is meant by these mentions; nil: whom the analysers found. The article is the subject's.
    case party(PartyDecision.Subject, named: String, PartyIdentity?)
    /// A decision about stories, and whether it holds.
    case story(StoryDecision, isMade: Bool)
  }

  /// Stands for the article of what holds everywhere.
  static let wholeArchive: Int64 = 0

  struct Item: Hashable, Sendable, Codable {
    var article: Int64
    var value: Value
  }
}
