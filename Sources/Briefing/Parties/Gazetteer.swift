// What is known of states, parties, persons and places before an article is read: rows of data/gazetteer, indexed by surface.

/// Why a gazetteer could not be read.
public enum GazetteerError: Error, Hashable, Sendable {
  /// A file that must be there cannot be read.
  case unreadable(file: String)
  /// A row that does not fit its head line; `line` counts from 1.
  case malformed(file: String, line: Int, why: String)
}

extension GazetteerError {
  /// What failed, on what, and what to do.
  public var words: String {
    switch self {
    case .unreadable(let file): "\(file) cannot be read; set WIREROOM_DATA to the folder \"data\" of the source."
    case .malformed(let file, let line, let why): "\(file):\(line): \(why)"
    }
  }
}

/// The table of known entities and the surfaces by which texts name them.
public struct Gazetteer: Sendable {
  /// One known entity.
  public struct Entry: Hashable, Sendable {
    public var id: EntityID
    public var kind: EntityKind
    public var name: String
    /// ISO 3166-1 alpha-3 (or the own code of a state that has none) of the state it belongs to.
    public var iso3: String?
    /// What it stands under or beside: "affiliated with the PKK".
    public var note: String?
    /// The entity it is a part of.
    public var parent: EntityID?
    public var source: String
    /// Whether it is no more: the Soviet Union.
    public var isPast: Bool
  }

  /// Where the rows were read, for `check()`.
  var folder = ""
  var entries: [Entry] = []
  var indexOfID: [EntityID: Int] = [:]
  var surfaces = SurfaceIndex()
  /// Words under which a title is known, with the kind that titles.tsv gives.
  var titles = SurfaceIndex()
  /// Who held which office when.
  var terms = OfficeTerms()
  /// Folded surface to the reason why it is no name by itself.
  var ambiguous: [String: String] = [:]
  /// For an ambiguous surface, the codes whose mention speaks for one of its states, by that state's code.
  var near: [String: [String: [String]]] = [:]
  /// The adjective of a state, as names of its parts begin with it, by code.
  var adjectives: [String: String] = [:]
  /// What folded words can be.
  var classes: [String: NameWordClass] = [:]
  /// The classifier of names that no row tells, if the folder has one.
  var model: NameModel?
  /// Rows that were refused while reading, in words.
  var refusals: [String] = []

  /// The gazetteer in `folder` (states.tsv, parties.tsv and so on; only states.tsv must be there).
  /// Throws where that cannot be read or has no head line; a bad row is left out and named by `check()`.
  public static func load(folder: String) throws(GazetteerError) -> Gazetteer {
    var builder = GazetteerBuilder(folder: folder)
    return try builder.build()
  }

  /// The canonical name of an entity, or nil for one that the gazetteer does not know.
  public func name(of id: EntityID) -> String? { entry(id)?.name }

  /// What an entity is, or nil for one that the gazetteer does not know.
  public func kind(of id: EntityID) -> EntityKind? { entry(id)?.kind }

  /// The code of the state that an entity is or belongs to, if it is known.
  public func iso3(of id: EntityID) -> String? { entry(id)?.iso3 }

  /// What an entity is affiliated with, in words, if it is known.
  public func note(of id: EntityID) -> String? { entry(id)?.note }

  /// All entries, in the order of the files.
  public var all: [Entry] { entries }

  func entry(_ id: EntityID) -> Entry? { indexOfID[id].map { entries[$0] } }
}
