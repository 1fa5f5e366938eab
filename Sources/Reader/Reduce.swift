// (state, event) -> (state, effects): every change of the reader goes through here.
import Briefing
import Screen

/// Takes in one event and returns what is to be done outside.
public func reduce(_ state: inout State, _ event: Event) -> [Effect] {
  switch event {
  case .key(.alt(let scalar)) where state.mode != .normal || state.keyMap.command(for: .alt(scalar)) == nil:
    // Escape and a key typed at once look like Alt: what is not bound is the two keys that it may have been.
    return reduce(&state, .key(.escape)) + reduce(&state, .key(.char(scalar)))
  case .key(let key):
    state.message = nil
    switch state.mode {
    case .normal: return state.pressed(key)
    case .search(let editor): return state.typed(key, intoSearch: editor)
    case .command(let line): return state.typed(key, intoCommand: line)
    case .help(let help): return state.typed(key, intoHelp: help)
    case .filter(let editor): return state.typed(key, intoFilter: editor)
    }
  case .paste(let text): return state.pasted(text)
  case .mouse(let mouse): return state.pointed(mouse)
  case .resize(let width, let height):
    state.width = width
    state.height = height
    return state.rearranged()
  case .page(let page, let request): return state.received(page, for: request)
  case .counted(let count, let generation):
    if generation == state.list.generation { state.list.count = count }
    return []
  case .queryProblem(let problem, let generation):
    if generation == state.list.generation { state.list.problem = state.asTyped(problem) }
    return []
  case .loosened(let suggestions, let generation):
    if generation == state.list.generation { state.list.suggestions = suggestions }
    return []
  case .opened(let article, let generation):
    guard generation == state.text.generation else { return [] }
    return state.show(article)
  case .gone(_, let generation):
    if generation == state.text.generation { state.complain("that article is no longer in the archive") }
    return []
  case .hits(let spans, let id, let generation):
    guard generation == state.text.generation, state.open?.id == id else { return [] }
    state.text.hits = spans
    state.text.hit = nil
    return []
  case .sheet(let content, let generation): return state.received(content, generation: generation)
  case .dates(let index, let today, let generation): return state.received(index, today: today, generation: generation)
  case .dateEvents(let events, let keys, let generation): return state.received(events, on: keys, generation: generation)
  case .totals(let totals):
    state.totals = totals
    return []
  case .completions(let words, let generation):
    return state.offered(words, generation: generation)
  case .decided(let words, let ids, let isMoved):
    state.say(words)
    return state.refresh(ids, isMoved: isMoved)
  case .trend(let entity, let trend):
    state.trends[entity] = trend
    return []
  case .foundParties(let parties, let name): return state.found(parties, named: name)
  case .partiesDecided(let words, let from, let to):
    state.say(words)
    return state.followParties(from: from, to: to)
  case .progress(let progress):
    return state.advanced(progress)
  case .feedsChanged: return state.reloadSheet()
  case .isTimeToSync: return state.progress == nil ? state.beginSync(.due) : []
  case .arrived(let count): return state.arrived(count)
  case .said(let words):
    state.say(words)
    return []
  case .failed(let words):
    state.complain(words)
    return []
  }
}

extension State {
  /// The first effects of a reader: the newest page, or the one around the article of last time.
  public mutating func start(at article: Int64?) -> [Effect] {
    [load(article.map { .around($0) } ?? .newest, limit: State.firstPageSize), .totals]
  }

  /// A key outside of any line: a digit of a count, or a command.
  mutating func pressed(_ key: Key) -> [Effect] {
    if case .char(let scalar) = key, let digit = scalar.properties.numericType == .decimal ? Int(String(scalar)) : nil,
      pendingCount != nil || digit == 0 || digit > 5
    {
      pendingCount = min((pendingCount ?? 0) * 10 + digit, 99_999)
      return []
    }
    let count = pendingCount.flatMap { $0 > 0 ? $0 : nil }
    pendingCount = nil
    if isEmptyArchive, key == .enter, progress == nil {
      return beginImport(nil)
    }
    guard let command = keyMap.command(for: key) else {
      complain("no command on \(key.label); \(keyMap.hint(for: "help") ?? ":help") shows all keys")
      return []
    }
    return run(command, Command.Invocation(count: count))
  }

  /// Runs a command, or says why it does nothing now.
  mutating func run(_ command: Command, _ call: Command.Invocation) -> [Effect] {
    if let reason = whyNotHere(command) ?? command.when(self) {
      complain("\(command.name): \(reason)")
      return []
    }
    return command.run(&self, call)
  }

  /// Why a command does nothing over or without a sheet; nil where it may run.
  func whyNotHere(_ command: Command) -> String? {
    switch command.reach {
    case .anywhere: nil
    case .panes: sheets.isEmpty ? nil : "close this list first, with \(keyMap.hint(for: "back") ?? "Esc")"
    case .sheets: sheets.isEmpty ? "this is for a list over the panes" : nil
    }
  }

  /// Lays out anew after the window or the panes changed: the text keeps its place, cursors stay visible.
  mutating func rearranged() -> [Effect] {
    layOutText()
    keepCursorsVisible()
    keepSheetCursorVisible()
    let effects = loadEvents()
    // A pane that was hidden and shows an article now needs one.
    if open == nil, let row = list.current { return effects + preview(row.id) }
    return effects
  }

  /// What to remember for the next start.
  public func leaving() -> [Effect] {
    var effects: [Effect] = [.remember(key: "side-shift", value: String(panes.sideShift))]
    if let id = open?.id ?? list.current?.id { effects.append(.remember(key: "last-article", value: String(id))) }
    return effects
  }

  /// Imports files or folders, or the starter briefings for nil; one import at a time.
  mutating func beginImport(_ paths: [String]?) -> [Effect] {
    guard progress == nil else {
      complain(busyWords)
      return []
    }
    progress = ImportProgress(done: 0, total: 0)
    return [.importPaths(paths)]
  }

  mutating func advanced(_ new: ImportProgress) -> [Effect] {
    guard let summary = new.summary else {
      progress = new
      return []
    }
    progress = nil
    trends = [:]
    message = Message(text: summary, isError: new.isFailed)
    let here = list.current?.id
    return [load(here.map { .around($0) } ?? .newest), .totals] + reloadDates() + reloadSheet()
  }

  /// Shows anew what a decision touched. Where articles may have moved, the list is read again around the cursor.
  mutating func refresh(_ ids: [Int64], isMoved: Bool) -> [Effect] {
    var effects: [Effect] = [.totals]
    if isMoved, let current = list.current { effects.append(load(.around(current.id))) }
    if let open, ids.contains(open.id) { effects.append(request(open.id)) }
    return effects + reloadSheet() + reloadDates()
  }
}
