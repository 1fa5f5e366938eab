// Everything the reader shows, as one value: no clock, no store, no terminal.
import Briefing
import Screen

/// The reader's whole state.
public struct State: Equatable, Sendable {
  public var width: Int
  public var height: Int
  public var symbols: Symbols
  /// The panes' arrangement: which pane has the focus, how wide the side is.
  public var panes = PaneState()
  public var list = ListState()
  public var open: OpenArticle?
  public var text = TextState()
  public var timeline = Cursor()
  /// The timeline over more than the open article; nil while the pane shows that alone.
  public var dates: DatesState?
  public var parties = Cursor()
  public var related = Cursor()
  /// How often parties are named over time, as far as it was asked for.
  public internal(set) var trends: [EntityID: PartyTrend] = [:]
  /// Lists over the panes; the last one is on the screen.
  public internal(set) var sheets: [Sheet] = []
  public var mode = Mode.normal
  public var history = JumpHistory()
  public var message: Message?
  public var progress: ImportProgress?
  public var totals: Totals?
  /// The count typed before a command, and whether one is being typed.
  public var pendingCount: Int?
  public var keyMap: KeyMap
  /// Earlier searches and command lines, newest last.
  public var searches: [String] = []
  public var commandLines: [String] = []
  /// Rises with each request; an answer to an older one is dropped.
  public var generation = 0
  var completionGeneration = 0
  /// What the last Tab in the search line could become; nil once another key was typed.
  public var offer: Offer?
  /// What to restore when the article that was asked for is there.
  public var pending: Place?

  public init(width: Int, height: Int, symbols: Symbols = .unicode, keyMap: KeyMap = .standard) {
    self.width = width
    self.height = height
    self.symbols = symbols
    self.keyMap = keyMap
  }

  /// What the keys go to.
  public enum Mode: Equatable, Sendable {
    case normal
    case search(LineEditor)
    case command(CommandLine)
    case help(HelpState)
    /// The filter of the open sheet.
    case filter(LineEditor)
  }

  /// The line after ":", and what it could become.
  public struct CommandLine: Equatable, Sendable {
    public var editor: LineEditor
    public var completions: [String] = []
    public var chosen: Int?
  }

  /// Completions of the word before the cursor, which Tab goes through.
  public struct Offer: Equatable, Sendable {
    /// Where the word begins in the line, in scalars.
    public var start: Int
    public var words: [String]
    public var chosen: Int
  }

  public struct HelpState: Equatable, Sendable {
    public var filter: LineEditor
    public var top = 0
  }

  /// A word from the program, until the next key.
  public struct Message: Equatable, Sendable {
    public var text: String
    public var isError: Bool
  }

  /// A new number for a request.
  mutating func nextGeneration() -> Int {
    generation += 1
    return generation
  }

  public mutating func say(_ text: String) { message = Message(text: text, isError: false) }
  public mutating func complain(_ text: String) { message = Message(text: text, isError: true) }
}

/// The place of a cursor in a pane's rows, and the first row shown.
public struct Cursor: Hashable, Sendable {
  public var row = 0
  public var top = 0

  /// Moves within `count` rows; never leaves them.
  mutating func move(by step: Int, count: Int) { row = min(max(0, row + step), max(0, count - 1)) }
}

/// Which panes are shown and which has the focus.
public struct PaneState: Hashable, Sendable {
  public var focus = PaneID.list
  /// The pane of the side column where only one fits.
  public var sideTab = PaneID.time
  public var isZoomed = false
  /// Columns that the reader added to the side panes.
  public var sideShift = 0
  /// Whether the selected party is shown with all that is known of it.
  public var isPartyUnfolded = false
}

/// The list of articles: a window of rows, and where it came from.
public struct ListState: Hashable, Sendable {
  public var scope = ListScope()
  /// How its articles are put together.
  public var grouping = ListGrouping.copies
  /// What narrowed the list last, for the breadcrumb; empty for all.
  public var label = ""
  public var generation = 0
  public var rows: [ArticleRow] = []
  public var hasNewer = false
  public var hasOlder = false
  public var cursor = Cursor()
  /// Articles marked for the next command.
  public var selection: Set<Int64> = []
  public var count: Int?
  public var isLoaded = false
  public var isLoading = false
  public var problem: QueryError?
  /// What to loosen where a query has no result.
  public var suggestions: [String] = []
  /// The scopes that lie under this one: Backspace and Esc step back to them.
  public var trail: [Step] = []

  public struct Step: Hashable, Sendable {
    public var scope: ListScope
    public var label: String
    public var article: Int64?
  }

  public var current: ArticleRow? { rows.indices.contains(cursor.row) ? rows[cursor.row] : nil }
}

/// The article pane: its lines at the present width, and what is marked in them.
public struct TextState: Hashable, Sendable {
  public var layout = TextLayout()
  public var generation = 0
  public var top = 0
  /// The scalar that the reader put at the top; a window that changes comes back to it. -1 above the text.
  public var anchor = -1
  /// The sentence under the cursor, marked; nil until one is chosen.
  public var sentence: Int?
  /// Where the search's words stand, and which of them was gone to last.
  public var hits: [Span] = []
  public var hit: Int?
}

/// A place to come back to: the article, the line and the row of each pane.
public struct Place: Hashable, Sendable {
  public var article: Int64
  /// The scalar offset that stood at the top of the article pane; -1 above the text.
  public var offset: Int
  public var sentence: Int?
  public var focus: PaneID
  public var timeline: Cursor
  public var parties: Cursor
  public var related: Cursor
  /// A scalar whose sentence is to be marked and shown once the article is there.
  var mark: Int?
  /// The sheets that were open.
  var sheets: [Sheet] = []
}

/// Places jumped from and to: back and forward return to them exactly.
public struct JumpHistory: Hashable, Sendable {
  public private(set) var places: [Place] = []
  /// How many of them lie behind.
  public private(set) var index = 0

  /// Leaves `place` by a jump; what lay ahead is forgotten.
  mutating func leave(_ place: Place) {
    places.removeSubrange(index...)
    places.append(place)
    if places.count > 200 { places.removeFirst() }
    index = places.count
  }

  /// Steps back from `here`; nil where nothing lies behind.
  mutating func back(from here: Place) -> Place? {
    guard index > 0 else { return nil }
    if index == places.count { places.append(here) } else { places[index] = here }
    index -= 1
    return places[index]
  }

  /// Steps forward from `here`; nil where nothing lies ahead.
  mutating func forward(from here: Place) -> Place? {
    guard index + 1 < places.count else { return nil }
    places[index] = here
    index += 1
    return places[index]
  }

  var canGoBack: Bool { index > 0 }
  var canGoForward: Bool { index + 1 < places.count }
}
