// What reaches the reader from outside: keys, sizes, and the answers to its effects.
import Briefing
import Screen

/// Something that happened.
public enum Event: Equatable, Sendable {
  case key(Key)
  case paste(String)
  case mouse(Mouse)
  case resize(width: Int, height: Int)
  case page(ListPage, Effect.PageRequest)
  case counted(Int, generation: Int)
  case queryProblem(QueryError, generation: Int)
  case loosened([String], generation: Int)
  case opened(OpenArticle, generation: Int)
  case gone(id: Int64, generation: Int)
  case hits([Span], id: Int64, generation: Int)
  case trend(EntityID, PartyTrend)
  case foundParties([PartyIdentity], named: String)
  case sheet(SheetContent, generation: Int)
  /// The dates of a timeline over many articles, and the local day.
  case dates(TimelineIndex, today: CivilDate, generation: Int)
  /// What happened on dates that were asked for, in their order.
  case dateEvents([DatedEvent?], on: [DateKey], generation: Int)
  case totals(Totals)
  case completions([String], generation: Int)
  /// A decision was carried out (or undone): what it was in words, the articles it touched, and whether their place in
  /// lists or what they show may have changed.
  case decided(String, ids: [Int64], isMoved: Bool)
  /// Who is meant was decided (or undone), in words: what one party was is the other now.
  case partiesDecided(String, from: EntityID?, to: PartyIdentity?)
  case progress(ImportProgress)
  /// A subscription or its settings are others now.
  case feedsChanged
  /// The time has come that the reader set for fetching by itself.
  case isTimeToSync
  /// Another program brought so many articles into the archive.
  case arrived(Int)
  case said(String)
  case failed(String)
}

/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
  public var done: Int
  public var total: Int
  /// What is done, for the status line: "importing".
  public var what: String
  /// The summary, once it is over.
  public var summary: String?
  /// Something in it failed, and the summary says what.
  public var isFailed: Bool

  public init(done: Int, total: Int, what: String = "importing", summary: String? = nil, isFailed: Bool = false) {
    self.done = done
    self.total = total
    self.what = what
    self.isFailed = isFailed
    self.summary = summary
  }

  /// It ended before it was done, for this reason.
  public init(failure words: String) { self.init(done: 0, total: 0, summary: words, isFailed: true) }
}
