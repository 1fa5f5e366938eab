// Typing: the search line, the command line and the filter of the help.
import Briefing
import Screen

extension State {
  // MARK: Search

  mutating func beginSearch(_ query: String) -> [Effect] {
    offer = nil
    // A search that could not be read is gone on with, not built upon.
    if list.problem != nil, query.isEmpty, !list.trail.isEmpty {
      mode = .search(LineEditor(list.label, history: searches))
      panes.focus = .list
      return rearranged()
    }
    list.trail.append(ListState.Step(scope: list.scope, label: list.label, article: list.current?.id))
    var editor = LineEditor("", history: searches)
    editor.insert(query.unicodeScalars)
    mode = .search(editor)
    panes.focus = .list
    return rearranged() + (query.isEmpty ? [] : searchAsTyped(editor))
  }

  mutating func typed(_ key: Key, intoSearch editor: LineEditor) -> [Effect] {
    var editor = editor
    if key != .tab, key != .backTab { offer = nil }
    switch key {
    case .enter:
      // What is wrong stands under the line: it can be mended there.
      if list.problem != nil, !editor.text.trimmingSpaces.isEmpty { return [] }
      mode = .normal
      if editor.text.trimmingSpaces.isEmpty {
        return leaveSearch()
      }
      if searches.last != editor.text { searches.append(editor.text) }
      return enterSearch(editor)
    case .escape, .ctrl("c"):
      mode = .normal
      return leaveSearch()
    case .backspace where editor.isEmpty:
      mode = .normal
      return leaveSearch()
    case .down: return move(.rows(1))
    case .up: return move(.rows(-1))
    case .pageDown: return move(.pages(1))
    case .pageUp: return move(.pages(-1))
    case .tab: return completeSearch(editor, step: 1)
    case .backTab: return completeSearch(editor, step: -1)
    default:
      let before = editor.text
      guard edit(&editor, with: key) else { return [] }
      mode = .search(editor)
      return editor.text == before ? [] : searchAsTyped(editor)
    }
  }

  /// The list of what was typed, put together as lists are: it can be counted, narrowed and kept by what its line says.
  private mutating func enterSearch(_ editor: LineEditor) -> [Effect] {
    let base = list.trail.last?.scope ?? ListScope()
    let entered = Query.entered(editor.text)
    list.scope = ranked(ListScope(query: joined(base.query, entered), order: list.scope.order))
    list.label = entered.trimmingSpaces
    // Where nobody has moved in it the list begins as it did.
    let row = list.cursor.row > 0 ? list.current : nil
    return [load(row.map { .around($0.id) } ?? .newest, limit: State.typedPageSize)]
  }

  /// The list as it was before the line was opened, whatever is marked in the text.
  private mutating func leaveSearch() -> [Effect] {
    panes.focus = .list
    return widen()
  }

  /// Narrows the list to what is typed so far, within the scope that the search began in.
  mutating func searchAsTyped(_ editor: LineEditor) -> [Effect] {
    let base = list.trail.last?.scope ?? ListScope()
    let typed = editor.text.trimmingSpaces
    // A space ends the word.
    let isWhole = editor.text.last?.isWhitespace == true
    list.scope =
      typed.isEmpty
      ? base : ranked(ListScope(query: joined(base.query, typed), order: list.scope.order, completesLastWord: !isWhole))
    list.label = typed.isEmpty ? (list.trail.last?.label ?? "") : typed
    list.count = nil
    list.problem = nil
    list.suggestions = []
    text.hits = []
    return [load(.newest)]
  }

  // MARK: Commands

  mutating func beginCommand(_ text: String) -> [Effect] {
    var line = CommandLine(editor: LineEditor("", history: commandLines))
    line.editor.insert(text.unicodeScalars)
    mode = .command(line)
    return []
  }

  mutating func typed(_ key: Key, intoCommand line: CommandLine) -> [Effect] {
    var line = line
    switch key {
    case .enter:
      mode = .normal
      let text = line.editor.text.trimmingSpaces
      guard !text.isEmpty else { return [] }
      if commandLines.last != text { commandLines.append(text) }
      return runLine(text)
    case .escape, .ctrl("c"):
      mode = .normal
      return []
    case .backspace where line.editor.isEmpty:
      mode = .normal
      return []
    case .up: line.editor.recall(-1)
    case .down: line.editor.recall(1)
    case .tab, .backTab:
      let words = completions(of: line.editor.text)
      guard !words.isEmpty else { return completeArgument(of: line) }
      let step = key == .tab ? 1 : -1
      let next = line.chosen.map { ($0 + step + words.count) % words.count } ?? (step > 0 ? 0 : words.count - 1)
      if line.chosen == nil { line.completions = words }
      line.chosen = next
      line.editor.text = line.completions[min(next, line.completions.count - 1)] + (words.count == 1 ? " " : "")
      mode = .command(line)
      return []
    default:
      guard edit(&line.editor, with: key) else { return [] }
      line.chosen = nil
      line.completions = []
    }
    mode = .command(line)
    return []
  }

  /// The commands that a line could become, best first: those that begin with it, then those that hold it.
  func completions(of text: String) -> [String] {
    if case .command(let line) = mode, line.chosen != nil { return line.completions }
    guard !text.contains(" ") else { return [] }
    let names = Command.all.map(\.name)
    let starting = names.filter { $0.hasPrefix(text) }
    return starting + names.filter { !text.isEmpty && !$0.hasPrefix(text) && $0.contains(text) }
  }

  mutating func runLine(_ text: String) -> [Effect] {
    let parts = text.split(separator: " ", maxSplits: 1)
    let name = String(parts[0])
    let argument = parts.count > 1 ? String(parts[1]).trimmingSpaces : ""
    if let command = Command.named(name) { return run(command, Command.Invocation(argument: argument)) }
    let near = Command.all.map(\.name).filter { $0.hasPrefix(name) }
    if near.count == 1, let command = Command.named(near[0]) {
      return run(command, Command.Invocation(argument: argument))
    }
    complain(
      near.isEmpty
        ? "no command \(name); \(keyMap.hint(for: "help") ?? ":help") lists them all"
        : "\(name) could be \(near.joined(separator: ", "))")
    return []
  }

  // MARK: Help

  mutating func typed(_ key: Key, intoHelp help: HelpState) -> [Effect] {
    var help = help
    switch key {
    case .escape, .enter, .ctrl("c"):
      mode = .normal
      return rearranged()
    case .char("q") where help.filter.isEmpty, .char("?") where help.filter.isEmpty,
      .backspace where help.filter.isEmpty:
      mode = .normal
      return rearranged()
    case .down: help.top += 1
    case .up: help.top -= 1
    case .pageDown, .ctrl("f"), .ctrl("d"): help.top += max(1, height - 4)
    case .pageUp, .ctrl("b"): help.top -= max(1, height - 4)
    default:
      guard edit(&help.filter, with: key) else { return [] }
      help.top = 0
    }
    help.top = min(max(0, help.top), max(0, helpLines(filter: help.filter.text).count - max(1, height - 3)))
    mode = .help(help)
    return []
  }

  // MARK: Editing

  /// Keys that every line knows; false for a key that is none of them.
  func edit(_ editor: inout LineEditor, with key: Key) -> Bool {
    switch key {
    case .char(let scalar): editor.insert(CollectionOfOne(scalar))
    case .backspace: editor.deleteBackward()
    case .delete, .ctrl("d"): editor.deleteForward()
    case .left, .ctrl("b"): editor.move(by: -1)
    case .right, .ctrl("f"): editor.move(by: 1)
    case .home, .ctrl("a"): editor.moveToStart()
    case .end, .ctrl("e"): editor.moveToEnd()
    case .ctrl("w"): editor.deleteWord()
    case .ctrl("u"): editor.deleteToStart()
    case .ctrl("p"): editor.recall(-1)
    case .ctrl("n"): editor.recall(1)
    default: return false
    }
    return true
  }

  /// A paste goes into the line that is open, and nowhere else: it never runs commands.
  mutating func pasted(_ text: String) -> [Effect] {
    switch mode {
    case .search(var editor):
      editor.insert(text.unicodeScalars)
      mode = .search(editor)
      return searchAsTyped(editor)
    case .command(var line):
      line.editor.insert(text.unicodeScalars)
      line.chosen = nil
      mode = .command(line)
      return []
    case .help(var help):
      help.filter.insert(text.unicodeScalars)
      mode = .help(help)
      return []
    case .filter(var editor):
      editor.insert(text.unicodeScalars)
      mode = .filter(editor)
      return sift(by: editor)
    case .normal:
      say("pasted text is ignored here; press \(keyMap.hint(for: "search") ?? "/") first to search for it")
      return []
    }
  }
}
