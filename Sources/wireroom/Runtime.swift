// Carries out the reader's effects off the main thread and posts the answers.
//
// One queue for what the user waits for, one for searches (where only the newest counts), one for writing, and one for
// imports, so that none of them waits for another.
import Briefing
import Dispatch
import Foundation
import Reader
import Synchronization

/// Performs effects. Sendable: the queues keep order, the lock guards what they share.
final class Runtime: Sendable {
  let archive: Archive
  let mailbox: Mailbox
  let environment: [String: String]
  private let reading = DispatchQueue(label: "reading", qos: .userInteractive)
  private let searching = DispatchQueue(label: "searching", qos: .userInteractive)
  private let counting = DispatchQueue(label: "counting", qos: .utility)
  private let writing = DispatchQueue(label: "writing", qos: .userInitiated)
  private let importing = DispatchQueue(label: "importing", qos: .utility)
  private let shared = Mutex(Shared())
  let watching = DispatchQueue(label: "watching", qos: .utility)
  let watch = Mutex(ArchiveWatch())
  let analysers: Analysers
  let fetcher: Fetcher

  private struct Shared {
    var newestList = 0
    var newestOpen = 0
    var newestSheet = 0
    var newestDates = 0
    var undo: [Change] = []
    var redo: [Change] = []
  }

  init(archive: Archive, mailbox: Mailbox, environment: [String: String], fetcher: Fetcher = Fetcher()) {
    self.fetcher = fetcher
    self.archive = archive
    self.mailbox = mailbox
    self.environment = environment
    analysers = Analysers(environment: environment)
  }

  /// Begins an effect; its answers come through the mailbox.
  func start(_ effect: Effect) {
    queue(for: effect).async { [self] in
      guard !isStale(effect) else { return }
      for event in answer(effect) { mailbox.post(event) }
    }
  }

  private func queue(for effect: Effect) -> DispatchQueue {
    switch effect {
    case .load(let request):
      shared.withLock { $0.newestList = max($0.newestList, request.generation) }
      // A search that is still running is for an older line.
      if !request.scope.query.isEmpty { archive.interrupt() }
      return searching
    case .open(_, let generation):
      shared.withLock { $0.newestOpen = max($0.newestOpen, generation) }
      return reading
    case .sheet(let request):
      shared.withLock { $0.newestSheet = max($0.newestSheet, request.generation) }
      return reading
    case .dates(_, let generation):
      shared.withLock { $0.newestDates = max($0.newestDates, generation) }
      return reading
    case .hits, .complete, .trend, .findParty, .dateEvents: return reading
    case .count, .loosen, .totals: return counting
    case .importPaths, .sync, .feed: return importing
    default: return writing
    }
  }

  /// Whether a newer request has overtaken this one.
  private func isStale(_ effect: Effect) -> Bool {
    shared.withLock { shared in
      switch effect {
      case .load(let request): request.generation < shared.newestList
      case .count(_, let generation), .loosen(_, let generation): generation < shared.newestList
      case .open(_, let generation): generation < shared.newestOpen
      case .sheet(let request): request.generation < shared.newestSheet
      case .dates(_, let generation): generation < shared.newestDates
      default: false
      }
    }
  }

  /// Carries an effect out and returns its answers; a failure is an answer in words.
  ///
  /// A newer list stops whatever is being searched. What it replaces needs no answer; anything else begins again.
  func answer(_ effect: Effect) -> [Event] {
    for _ in 0..<20 {
      do {
        return try outcome(of: effect)
      } catch StoreError.interrupted {
        if isStale(effect) { return [] }
      } catch {
        return [effect.tellsProgress ? .progress(ImportProgress(failure: words(for: error))) : .failed(words(for: error))]
      }
    }
    return [.failed(words(for: StoreError.interrupted))]
  }

  private func outcome(of effect: Effect) throws -> [Event] {
    switch effect {
    case .load(let request): return try page(request)
    case .count(let scope, let generation):
      return [.counted(try archive.count(scope, cap: State.mostCounted), generation: generation)]
    case .loosen(let query, let generation): return [.loosened(try loosen(query), generation: generation)]
    case .open(let id, let generation):
      guard let detail = try archive.detail(id) else { return [.gone(id: id, generation: generation)] }
      return [.opened(OpenArticle(detail), generation: generation)]
    case .hits(let id, let scope, let generation):
      let spans = try archive.hits(in: id, query: scope.query, completesLastWord: scope.completesLastWord)
      return [.hits(spans, id: id, generation: generation)]
    case .sheet(let request): return [.sheet(try content(of: request), generation: request.generation)]
    case .dates(let scope, let generation): return try dates(scope, generation: generation)
    case .dateEvents(let dates, let scope, let generation): return try events(on: dates, in: scope, generation: generation)
    case .totals: return [.totals(try archive.totals())]
    case .complete("path", let prefix, let generation):
      return [
        .completions(PathCompletion.words(prefix, home: environment["HOME"], limit: 50), generation: generation)
      ]
    case .complete(let field, let prefix, let generation):
      return [.completions(try archive.completions(field: field, prefix: prefix, limit: 20), generation: generation)]
    case .trend(let entity): return [.trend(entity, try archive.trend(of: entity))]
    case .findParty(let name): return [.foundParties(try archive.parties(named: name), named: name)]
    case .decide(.party(let change)):
      let (decided, from, to) = try decide(change)
      remember(decided)
      return [.partiesDecided(decided.isEmpty ? "nothing to change" : decided.what, from: from, to: to)]
    case .decide(let decision): return try carryOut(decision)
    case .saveSearch(let name, let query, let isAlert):
      try archive.saveSearch(name, query: query, isAlert: isAlert)
      return [.decided("\(isAlert ? "alert" : "search") \(name) is kept: \(query)", ids: [], isMoved: false)]
    case .removeSearch(let name):
      let wasThere = try archive.removeSearch(name)
      return [.decided(wasThere ? "\(name) is forgotten" : "there is no search \(name)", ids: [], isMoved: false)]
    case .collect, .note, .dropCollected, .writeBriefing: return [try collecting(effect)]
    case .undo: return try step(from: \.undo, to: \.redo, none: "nothing to undo", prefix: "undone: ")
    case .redo: return try step(from: \.redo, to: \.undo, none: "nothing to redo", prefix: "done again: ")
    case .browse(let url): return [try Browser.open(url, environment: environment)]
    case .importPaths(let paths): return try asOwnImport { try importPaths(paths) }
    case .sync(let target): return try asOwnImport { try sync(target) }
    case .feed(let request): return try asOwnImport { try carryOut(request) }
    case .remember(let key, let value):
      if !archive.isReadOnly { try archive.setSetting(key, value) }
      return []
    case .copy, .redraw, .suspend, .quit: return []
    }
  }

  // MARK: Lists

  private func page(_ request: Effect.PageRequest) throws -> [Event] {
    let scope = request.scope
    let problems = Query.parse(scope.query).errors
    var events: [Event] = []
    if let problem = problems.first { events.append(.queryProblem(problem, generation: request.generation)) }
    let page: ListPage
    let (limit, grouping) = (request.limit, request.grouping)
    switch request.edge {
    case .newest: page = try archive.page(scope, grouping: grouping, limit: limit)
    case .oldest: page = try archive.page(scope, grouping: grouping, newerThan: Int64.min, limit: limit)
    case .olderThan(let key): page = try archive.page(scope, grouping: grouping, olderThan: key, limit: limit)
    case .newerThan(let key): page = try archive.page(scope, grouping: grouping, newerThan: key, limit: limit)
    case .around(let id): page = try archive.page(scope, grouping: grouping, around: id, limit: limit)
    }
    return [.page(page, request)] + events
  }

  private func loosen(_ query: String) throws -> [String] {
    try archive.loosen(query).map { "\($0.what): \($0.count)" }
  }

  // MARK: Decisions

  private func carryOut(_ decision: Decision) throws -> [Event] {
    let change: Change
    var ids: [Int64]
    var isMoved = true
    switch decision {
    case .seen(let these):
      // In an archive that cannot be written, reading goes on all the same.
      guard !archive.isReadOnly else { return [] }
      _ = try archive.setRead(these, true)
      return [.totals(try archive.totals())]
    case .read(let these, let isRead):
      (change, ids, isMoved) = (try archive.setRead(these, isRead), these, false)
    case .readDown(let scope, let key, let grouping):
      change = try archive.setRead(scope, grouping: grouping, downTo: key)
      (ids, isMoved) = (change.articles, true)
    case .star(let these, let isStarred):
      (change, ids, isMoved) = (try archive.setStarred(these, isStarred), these, false)
    case .tag(let these, let tag): (change, ids) = (try archive.addTag(these, tag), these)
    case .untag(let these, let tag): (change, ids) = (try archive.removeTag(these, tag), these)
    case .date(let these, let text):
      (change, ids) = (try archive.setDate(these, DateStamp(parsing: text)), these)
      try analyseAgain(these)
      linkAgain()
    case .title(let id, let title):
      (change, ids) = (try archive.setTitle(id, title), [id])
      try analyseAgain([id])
      linkAgain()
    case .source(let these, let name): (change, ids) = (try archive.setSource(these, name), these)
    case .pin(let id, let headline, let target):
      (change, ids) = (try archive.pinLink(in: id, headline: headline, to: target), [id, target])
    case .reject(let id, let headline, let target):
      (change, ids) = (try archive.rejectLink(in: id, headline: headline, to: target), [id, target])
    case .lookedAtStory(let article, let last):
      guard !archive.isReadOnly else { return [] }
      try archive.lookedAtStory(of: article, upTo: last, at: Int(Date().timeIntervalSince1970))
      return []
    case .splitStory(let id): (change, ids) = (try archive.splitFromStory(id), [id])
    case .mergeStory(let id, let name):
      change = try archive.mergeStories(id, try archive.articleOfStory(named: name))
      ids = [id]
    case .mergeStories(let these): (change, ids) = (try merge(these), these)
    case .party: return []
    }
    remember(change)
    return [.decided(change.isEmpty ? "nothing to change" : change.what, ids: ids, isMoved: isMoved)]
  }

  private func remember(_ change: Change) {
    guard !change.isEmpty else { return }
    shared.withLock {
      $0.undo.append(change)
      $0.redo = []
    }
  }

  private func step(
    from: WritableKeyPath<Shared, [Change]> & Sendable, to: WritableKeyPath<Shared, [Change]> & Sendable, none: String,
    prefix: String
  ) throws -> [Event] {
    guard let change = shared.withLock({ $0[keyPath: from].popLast() }) else { return [.said(none)] }
    let reverse = try archive.undo(change)
    shared.withLock { $0[keyPath: to].append(reverse) }
    if change.isAboutParties { return [.partiesDecided(prefix + change.what, from: nil, to: nil)] }
    let ids = change.articles
    try analyseAgain(ids)
    return [.decided(prefix + change.what, ids: ids, isMoved: true)]
  }

  /// Makes the stories of several articles one, and that one step of undo.
  private func merge(_ ids: [Int64]) throws -> Change {
    guard let first = ids.first else { throw Failure(words: "no article is selected") }
    return try ids.dropFirst().reduce(Change.none) { try $0.followed(by: archive.mergeStories(first, $1)) }
  }

  /// Derives anew what was outdated: dates in a text are resolved against its publication date, and names seen beside its title.
  private func analyseAgain(_ ids: [Int64]) throws {
    // The analyser is made for those alone that need it.
    let ids = try archive.outdated(among: ids)
    guard !ids.isEmpty else { return }
    try AnalysisRun(archive: archive, analyser: try analysers.analyser()).outdated(among: ids)
  }

  /// Links anew, behind everything else, what a date or a title set by hand has changed.
  private func linkAgain() {
    importing.async { [self] in
      do {
        guard try LinkRun(archive: archive.forLongWork(), environment: environment).run() > 0 else { return }
        mailbox.post(.totals(try archive.totals()))
      } catch {
        mailbox.post(.failed(words(for: error)))
      }
    }
  }

  // MARK: Importing

  private func importPaths(_ paths: [String]?) throws -> [Event] {
    let paths = try paths ?? [DataFolder.find(environment: environment) + "/samples"]
    let archive = try archive.forLongWork()
    let run = ImportRun(archive: archive, analyser: try analysers.analyser(), fetcher: fetcher)
    let summary = try run.importPaths(
      paths.map(expandingHome),
      progress: { [mailbox] done, total in mailbox.post(.progress(ImportProgress(done: done, total: total))) })
    _ = try LinkRun(archive: archive, environment: environment).run()
    return [.progress(ImportProgress(done: summary.read, total: summary.read, summary: summary.words))]
  }

  func expandingHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
