// What the reader wants done outside itself, as values: the runtime does it and answers with events.
import Briefing

/// Something to be done outside the reader.
public enum Effect: Hashable, Sendable {
  /// A page of a list; the answer carries the generation, and a stale one is dropped.
  case load(PageRequest)
  /// Count a scope's articles, after its first page has been shown.
  case count(ListScope, generation: Int)
  /// Why a query has no result, and what would have some.
  case loosen(query: String, generation: Int)
  /// Everything about one article.
  case open(id: Int64, generation: Int)
  /// Where the query's words stand in an article.
  case hits(id: Int64, scope: ListScope, generation: Int)
  /// In how many articles a party takes part, over time.
  case trend(EntityID)
  /// Which parties a name may mean.
  case findParty(String)
  /// The rows of a sheet.
  case sheet(SheetRequest)
  /// Every date of a timeline's scope.
  case dates(TimelineScope, generation: Int)
  /// What happened on some of them.
  case dateEvents([DateCount], TimelineScope, generation: Int)
  case totals
  case decide(Decision)
  /// Keep a search by name, in place of one that has it.
  case saveSearch(name: String, query: String, isAlert: Bool)
  case removeSearch(name: String)
  /// Collect a sentence; write a note to a collected item, or one that stands alone; take an item out.
  case collect(CollectedItem.Quotation)
  case note(String, position: Int64?)
  case dropCollected(Int64)
  /// Write the collection as Markdown into a file that is not there yet.
  case writeBriefing(path: String)
  case undo
  case redo
  /// Completions for a field of the query language or of a command.
  case complete(field: String, prefix: String, generation: Int)
  case copy(String)
  case browse(url: String)
  /// Import files or folders; nil for the starter briefings.
  case importPaths([String]?)
  /// Fetch feeds.
  case sync(SyncTarget)
  case feed(FeedRequest)
  case remember(key: String, value: String)
  case redraw
  case suspend
  case quit

  /// Whether it takes its time, with its progress on the screen until its last answer.
  public var tellsProgress: Bool {
    switch self {
    case .importPaths, .sync, .feed(.subscribe): true
    default: false
    }
  }

  /// Which feeds to fetch.
  public enum SyncTarget: Hashable, Sendable {
    case all
    /// Those whose interval has passed, by themselves.
    case due
    case feed(Int64)
    /// The one that an article came with.
    case ofArticle(Int64)
  }

  /// What is to become of a subscription.
  public enum FeedRequest: Hashable, Sendable {
    case subscribe(url: String)
    case unsubscribe(SyncTarget)
    /// "name=value", several with spaces between them.
    case set(SyncTarget, String)
  }

  /// Which page of which list.
  public struct PageRequest: Hashable, Sendable {
    public var scope: ListScope
    public var edge: Edge
    public var limit: Int
    public var generation: Int
    public var grouping = ListGrouping.copies

    /// From where the page goes on.
    public enum Edge: Hashable, Sendable {
      case newest
      case oldest
      case olderThan(Int64)
      case newerThan(Int64)
      /// Around the place of an article, so that it is on the page.
      case around(Int64)
    }
  }
}

/// What a reader decides about articles: kept apart from all that is derived, and undone one at a time.
public enum Decision: Hashable, Sendable {
  case read([Int64], Bool)
  /// Read because it was opened: no step of undo, and nobody needs to be told.
  case seen([Int64])
  /// Read from the top of a list down to a list key.
  case readDown(ListScope, to: Int64, grouping: ListGrouping)
  case star([Int64], Bool)
  case tag([Int64], String)
  case untag([Int64], String)
  case date([Int64], String)
  case title(Int64, String)
  case source([Int64], String)
  case pin(article: Int64, headline: String, target: Int64)
  case reject(article: Int64, headline: String, target: Int64)
  case party(PartyChange)
  /// Take an article out of its story; make the story of another one, by a number or words of its name, part of this one's;
  /// make those of several articles one.
  case splitStory(article: Int64)
  case mergeStory(article: Int64, named: String)
  case mergeStories([Int64])
  /// The story of an article was looked at as it was when this was its newest arrival: no step of undo.
  case lookedAtStory(article: Int64, upTo: Int64)
}
