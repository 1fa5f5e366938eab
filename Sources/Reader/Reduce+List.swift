// The list: paging, narrowing and stepping back, and what is done to the articles in it.
import Briefing
import Screen

extension State {
  /// How many rows one page of the list brings.
  static let pageSize = 100
  /// How many the first frame waits for.
  static let firstPageSize = 80
  /// How many the search brings while one types: what a screen shows, since every key asks anew.
  static let typedPageSize = 60
  /// Matches are counted up to so many: of more the number tells nobody anything.
  public static let mostCounted = 100_000
  /// How many rows are kept at most: past that the far end is let go, and read again when needed.
  static let mostRows = 1200

  /// Asks for a page of the present scope. While one types every match is a row: whose text a copy is takes its reading, and
  /// the next key asks anew.
  mutating func load(_ edge: Effect.PageRequest.Edge, limit: Int? = nil) -> Effect {
    list.generation = nextGeneration()
    list.isLoading = true
    let isTyped = if case .search = mode { !list.scope.query.isEmpty } else { false }
    return .load(
      Effect.PageRequest(
        scope: list.scope, edge: edge, limit: limit ?? (isTyped ? State.typedPageSize : State.pageSize),
        generation: list.generation, grouping: isTyped ? .none : list.grouping))
  }

  mutating func received(_ page: ListPage, for request: Effect.PageRequest) -> [Effect] {
    guard request.generation == list.generation else { return [] }
    list.isLoading = false
    list.isLoaded = true
    let current = list.current?.id
    switch request.edge {
    case .olderThan:
      list.rows += page.rows
      list.hasOlder = page.hasOlder
      if list.rows.count > State.mostRows {
        var surplus = list.rows.count - State.mostRows
        // What stands together is let go together: the list goes on from there.
        while surplus < list.rows.count - 1, list.rows[surplus].place == list.rows[surplus - 1].place { surplus += 1 }
        list.rows.removeFirst(surplus)
        list.hasNewer = true
        list.cursor.row -= surplus
        list.cursor.top = max(0, list.cursor.top - surplus)
      }
      keepCursorsVisible()
      return []
    case .newerThan:
      list.rows = page.rows + list.rows
      list.hasNewer = page.hasNewer
      list.cursor.row += page.rows.count
      list.cursor.top += page.rows.count
      if list.rows.count > State.mostRows {
        var kept = State.mostRows
        while kept > 1, list.rows[kept].place == list.rows[kept - 1].place { kept -= 1 }
        list.rows.removeLast(list.rows.count - kept)
        list.hasOlder = true
      }
      keepCursorsVisible()
      return []
    case .newest, .oldest, .around:
      let line = list.cursor.row - list.cursor.top
      list.rows = page.rows
      list.hasNewer = page.hasNewer
      list.hasOlder = page.hasOlder
      list.cursor.row = 0
      list.cursor.top = 0
      if case .oldest = request.edge { list.cursor.row = max(0, page.rows.count - 1) }
      if case .around(let id) = request.edge {
        list.cursor.row =
          page.rows.firstIndex { $0.id == page.anchor ?? id } ?? page.rows.firstIndex { $0.stands(for: id) }
          ?? page.rows.firstIndex { $0.id == current } ?? 0
        // The row stays as far down the pane as it was: reading a list anew does not scroll it.
        list.cursor.top = max(0, list.cursor.row - max(0, line))
      }
    }
    list.suggestions = []
    keepCursorsVisible()
    var effects: [Effect] = []
    if !list.scope.query.isEmpty {
      effects.append(.count(list.scope, generation: list.generation))
      if list.rows.isEmpty { effects.append(.loosen(query: list.scope.query, generation: list.generation)) }
    }
    if let row = list.current {
      // The open article stays where a jump has put it; else the list's row is shown.
      if open.map({ !row.stands(for: $0.id) }) ?? true, pending == nil, panes.focus == .list || open == nil {
        effects += preview(row.id)
      } else if !list.scope.query.isEmpty, let open {
        effects.append(.hits(id: open.id, scope: list.scope, generation: text.generation))
      }
    }
    return effects
  }

  /// Asks for more rows where the cursor comes near an end.
  mutating func loadMore() -> [Effect] {
    guard !list.isLoading else { return [] }
    if list.scope.order == .rank {
      // A ranked list has no place to go on from: more of it is the whole of it, read anew.
      guard list.hasOlder, list.rows.count < State.mostRows, list.cursor.row + 20 >= list.rows.count, let row = list.current
      else { return [] }
      return [load(.around(row.id), limit: min(State.mostRows, max(State.pageSize, 3 * list.rows.count)))]
    }
    if list.hasOlder, list.cursor.row + 40 >= list.rows.count, let last = list.rows.last {
      return [load(.olderThan(last.place))]
    }
    if list.hasNewer, list.cursor.row < 40, let first = list.rows.first { return [load(.newerThan(first.place))] }
    return []
  }

  /// Narrows the list to `query` within the present scope and remembers the way back.
  mutating func narrow(to query: String, label: String) -> [Effect] {
    list.trail.append(ListState.Step(scope: list.scope, label: list.label, article: list.current?.id))
    list.scope = ranked(ListScope(query: joined(list.scope.query, query), order: .newest))
    list.label = label
    list.count = nil
    list.problem = nil
    panes.focus = .list
    // The article that is open is among them: the list begins there.
    return rearranged() + [load(open.map { .around($0.id) } ?? .newest)]
  }

  /// Esc and Backspace: first an open sheet, then what is marked in the text, then what is selected, then one step of narrowing.
  mutating func stepBack() -> [Effect] {
    guard sheets.isEmpty else { return closeSheet() }
    if panes.focus == .text, text.sentence != nil {
      text.sentence = nil
      return []
    }
    if !list.selection.isEmpty {
      say("\(list.selection.count) no longer selected")
      list.selection = []
      return []
    }
    return widen()
  }

  /// Takes the last narrowing of the list back.
  mutating func widen() -> [Effect] {
    guard let step = list.trail.popLast() else {
      text.sentence = nil
      return []
    }
    list.scope = step.scope
    list.label = step.label
    list.count = nil
    list.problem = nil
    list.suggestions = []
    text.hits = []
    return [load(step.article.map { .around($0) } ?? .newest)]
  }

  /// The scope in the order that its query asks for, where it does.
  func ranked(_ scope: ListScope) -> ListScope {
    var scope = scope
    if let order = Query.parse(scope.query).query.sort { scope.order = order }
    return scope
  }

  /// Two queries that must both hold.
  func joined(_ a: String, _ b: String) -> String {
    let b = b.trimmingSpaces
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    return "(\(a)) (\(b))"
  }

  /// What is wrong in the line as it was typed, rather than in the whole query that it is a part of.
  func asTyped(_ problem: QueryError) -> QueryError {
    guard case .search(let editor) = mode else { return Query.parse(list.label).errors.first ?? problem }
    return Query.parse(editor.text).errors.first ?? problem
  }

  // MARK: Decisions

  /// The articles a command is for: in the list the selection, or the row; elsewhere the article that is open.
  var targets: [Int64] {
    if panes.focus == .list, !list.selection.isEmpty { return list.selection.sorted() }
    if panes.focus == .list, let row = list.current { return [row.id] }
    return (open?.id ?? list.current?.id).map { [$0] } ?? []
  }

  var whyNoTarget: String? { targets.isEmpty ? "there is no article here" : nil }
  var whyNoArticle: String? { open == nil ? "no article is open" : nil }

  mutating func toggleRead() -> [Effect] {
    let isUnread = targets.first.flatMap { row(of: $0)?.isUnread } ?? false
    // A row of the list stands for its copies: who has read one has read them.
    let copies = panes.focus == .list ? targets.flatMap { row(of: $0)?.fold?.copies ?? [] } : []
    let ids = targets + copies
    setInRows(ids) { row in
      row.isUnread = !isUnread
      guard var fold = row.fold else { return }
      fold.unread = isUnread ? 0 : fold.copies.count
      row.fold = fold
    }
    return [.decide(.read(ids, isUnread))]
  }

  mutating func toggleStar() -> [Effect] {
    let ids = targets
    let isStarred = row(of: ids[0])?.isStarred ?? false
    setInRows(ids) { $0.isStarred = !isStarred }
    return [.decide(.star(ids, !isStarred))]
  }

  mutating func toggleSelection() -> [Effect] {
    guard let row = list.current else { return [] }
    if list.selection.remove(row.id) == nil { list.selection.insert(row.id) }
    panes.focus = .list
    let effects = rearranged() + move(.rows(1))
    say(
      list.selection.isEmpty ? "nothing selected" : "\(list.selection.count) selected: :tag, :date, :source, u and * are for them"
    )
    return effects
  }

  /// Marks an article as read because it is being read.
  mutating func markRead(_ id: Int64) -> [Effect] {
    guard row(of: id)?.isUnread == true else { return [] }
    // Who has read one of its copies has read the text. One that comes later is unread, and the row says so.
    let copies = list.rows.filter { $0.stands(for: id) }.flatMap { [$0.id] + ($0.fold?.copies ?? []) }.filter { $0 != id }
    setInRows([id] + copies) { row in
      row.isUnread = false
      row.fold?.unread = 0
    }
    return [.decide(.seen([id] + copies))]
  }

  private func row(of id: Int64) -> ArticleRow? {
    list.rows.first { $0.id == id } ?? (open?.id == id ? open?.detail.row : nil)
  }

  private mutating func setInRows(_ ids: [Int64], _ change: (inout ArticleRow) -> Void) {
    let wanted = Set(ids)
    for index in list.rows.indices where wanted.contains(list.rows[index].id) { change(&list.rows[index]) }
    if let id = open?.id, wanted.contains(id) { change(&open!.detail.row) }
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmingSpaces: String {
    var view = self[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
