// A sheet: a list of rows over the whole screen, opened from a pane or another sheet and closed again. Everything that is
// looked at rather than read (an overview, a dossier, a list of feeds) is one, so that all of them move, filter, jump and
// copy alike.
import Briefing
import Screen

/// A list of rows over the panes. The reader keeps a stack of them; the last one is on the screen.
public struct Sheet: Hashable, Sendable {
  /// What it shows; commands of its own look at this.
  public var source: SheetSource
  public internal(set) var content: SheetContent
  public internal(set) var cursor = Cursor()
  /// The words that the rows are filtered by.
  var filter = LineEditor()
  /// Indices of the rows that the filter leaves.
  private(set) var visible: [Int] = []
  /// The request whose answer belongs here.
  var generation: Int
  public internal(set) var isLoading = true

  init(_ source: SheetSource, generation: Int) {
    self.source = source
    self.generation = generation
    content = SheetContent(title: source.title)
  }

  /// The row under the cursor, or nil in an empty sheet.
  public var current: SheetRow? {
    visible.indices.contains(cursor.row) ? content.rows[visible[cursor.row]] : nil
  }

  /// Takes rows in; the cursor stays on the row that has the same key, or where it was.
  mutating func fill(_ new: SheetContent) {
    let key = current?.key
    content = new
    isLoading = false
    sift()
    if let key, !key.isEmpty, let row = visible.firstIndex(where: { content.rows[$0].key == key }) { cursor.row = row }
    settle(1)
  }

  /// Works out which rows are shown: those that have all words of the filter, and the headings over them.
  mutating func sift() {
    let words = filter.text.lowercased().split(separator: " ")
    visible = []
    var heading: Int?
    for (index, row) in content.rows.enumerated() {
      if row.isHeading {
        heading = index
        if words.isEmpty { visible.append(index) }
      } else if words.isEmpty {
        visible.append(index)
      } else {
        let text = row.searched
        guard words.allSatisfy({ text.contains($0) }) else { continue }
        if let above = heading {
          visible.append(above)
          heading = nil
        }
        visible.append(index)
      }
    }
    settle(1)
  }

  /// Moves the cursor by rows that can be chosen.
  mutating func move(by step: Int) {
    cursor.move(by: step, count: visible.count)
    settle(step < 0 ? -1 : 1)
  }

  /// Takes the cursor off a heading, in the direction of the move and else the other way.
  private mutating func settle(_ direction: Int) {
    cursor.move(by: 0, count: visible.count)
    for way in [direction, -direction] {
      var row = cursor.row
      while visible.indices.contains(row), content.rows[visible[row]].isHeading { row += way }
      if visible.indices.contains(row) {
        cursor.row = row
        return
      }
    }
  }
}

/// What a sheet shows. One case a kind of sheet, with what has to be known to ask for it.
public enum SheetSource: Hashable, Sendable {
  /// What the archive holds.
  case overview
  /// The subscriptions.
  case feeds
  /// What changed between the versions of an article.
  case versions(Int64)
  /// What the source of an article carried, and how it was read.
  case source(article: Int64)
  /// How often the dates of a timeline are named.
  case histogram(HistogramView)
  /// Every sentence of a scope that names a date.
  case date(DateKey, TimelineScope)
  /// The dates of a scope with their sentences, so many rows around the newest article, or these rows.
  case timeline(TimelineScope, named: String, rows: Range<Int>? = nil)
  /// What the articles of a list have in common.
  case facets(ListScope)
  /// The searches and alerts that are kept.
  case searches
  /// The sentences and notes that were collected.
  case collection
  /// The story of an article; the copies of one text.
  case story(article: Int64)
  case copies([Int64])
  /// What differs between an article and the one that it repeats.
  case comparison(Int64, with: Int64)
  /// Something about a party.
  case party(PartySheet)

  /// What its title says until the rows are there.
  var title: String {
    switch self {
    case .overview: "Overview"
    case .feeds: "Feeds"
    case .versions: "Versions"
    case .source: "Source"
    case .histogram: "Dates named"
    case .date(let key, _): key.words
    case .timeline(_, let name, _): "Timeline: \(name)"
    case .facets: "Facets"
    case .searches: "Saved searches"
    case .collection: "Collection"
    case .story: "Story"
    case .copies: "Copies"
    case .comparison: "Comparison"
    case .party(let sheet): sheet.title
    }
  }
}

/// A request for a sheet's rows: made for a width and a set of signs, so that the answer can be drawn as it is.
public struct SheetRequest: Hashable, Sendable {
  public var source: SheetSource
  public var width: Int
  public var symbols: Symbols
  /// The answer carries it; one that no open sheet waits for is dropped.
  public var generation: Int
}

/// The rows of a sheet and what stands around them.
public struct SheetContent: Hashable, Sendable {
  var title: String
  /// At the right end of the title: a count, a state.
  var note: String
  /// Keys of this sheet's own, for its last line: "m merges".
  var hints: String
  var rows: [SheetRow]
  /// What to say where there are no rows.
  var emptyWords: String
  /// The articles that catching up here is for.
  var catchUp: ListScope?
  /// What it means that the reader saw this and closed it.
  var leaving: Decision?

  init(title: String, note: String = "", hints: String = "", rows: [SheetRow] = [], emptyWords: String = "nothing here") {
    self.title = title
    self.note = note
    self.hints = hints
    self.rows = rows
    self.emptyWords = emptyWords
  }
}

/// A row of a sheet: a start that stays, a text that is cut or wrapped, an end; and what it proves and does.
public struct SheetRow: Hashable, Sendable {
  /// What stays the same when the sheet is read anew; empty where only the place counts.
  var key = ""
  /// The first column is left to the sign of the cursor: begin with a space.
  var lead: [Segment]
  var text: Segment
  var right: [Segment]
  /// Whether the text goes on below; else it is cut.
  var wraps = false
  var isHeading = false
  /// For the last line: the words that prove it, who says so, how it came about.
  var evidence = ""
  var action: Action?
  /// What `y` copies: a citation.
  var citation: String?
  /// The article that the row is, and its place in lists, where it is one.
  var article: Int64?
  var place: Int64?

  init(
    key: String = "", lead: [Segment] = [Segment(" ")], _ text: String, _ role: Style.Role = .text, right: [Segment] = [],
    wraps: Bool = false, evidence: String = "", action: Action? = nil, citation: String? = nil
  ) {
    self.key = key
    self.lead = lead
    self.text = Segment(text, role)
    self.right = right
    self.wraps = wraps
    self.evidence = evidence
    self.action = action
    self.citation = citation
  }

  /// A line between rows, never under the cursor.
  static func heading(_ text: String) -> SheetRow {
    var row = SheetRow(text, .paneTitle)
    row.isHeading = true
    return row
  }

  /// What Enter does on a row.
  enum Action: Hashable, Sendable {
    /// Goes to an article, and to the sentence at a scalar offset of its text.
    case jump(article: Int64, offset: Int?)
    /// Narrows the list of briefings.
    case narrow(query: String, label: String)
    case sheet(SheetSource)
    /// Runs a line as if it had been typed after ":".
    case command(String)

    var hint: String {
      switch self {
      case .jump: "Enter goes there"
      case .narrow: "Enter narrows the list"
      case .sheet: "Enter opens"
      case .command(let line): "Enter runs :\(line)"
      }
    }
  }

  /// What the filter looks in.
  var searched: String { (lead.map(\.text).joined() + text.text + " " + right.map(\.text).joined()).lowercased() }

  /// The row's lines at a width.
  func lines(width: Int) -> [PaneLine] {
    guard wraps, !isHeading else {
      var line = PaneLine(lead + [text], right: right)
      line.isHeading = isHeading
      return [line]
    }
    let indent = lead.reduce(0) { $0 + Width.of($1.text) }
    let end = right.reduce(0) { $0 + Width.of($1.text) }
    let room = max(8, width - indent - (end > 0 ? end + 2 : 1))
    let parts = wrapped(text.text, width: room)
    return parts.enumerated().map { index, part in
      index == 0
        ? PaneLine(lead + [Segment(part, style: text.style)], right: right)
        : PaneLine([Segment(String(repeating: " ", count: indent)), Segment(part, style: text.style)])
    }
  }
}
