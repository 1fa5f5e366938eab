// The one table of commands. A key, a hint, a help line or a completion that is not here does not exist.
import Briefing
import Screen

extension Command {
  /// Every command, in the order that help shows them.
  public static let all: [Command] =
    movement + panes + timeline + searching + searches + stories + articles + collection + feeds + parties + program

  private static let movement: [Command] = [
    Command("down", .move, "go down a row, or scroll down a line", keys: ["j", "<down>"], reach: .anywhere) { state, call in
      state.move(.rows(call.count ?? 1))
    },
    Command("up", .move, "go up a row, or scroll up a line", keys: ["k", "<up>"], reach: .anywhere) { state, call in
      state.move(.rows(-(call.count ?? 1)))
    },
    Command("half-page-down", .move, "go down half a page", keys: ["ctrl-d"], reach: .anywhere) { state, call in
      state.move(.pages(0.5 * Double(call.count ?? 1)))
    },
    Command("half-page-up", .move, "go up half a page", keys: ["ctrl-u"], reach: .anywhere) { state, call in
      state.move(.pages(-0.5 * Double(call.count ?? 1)))
    },
    Command("page-down", .move, "go down a page", keys: ["<space>", "ctrl-f", "<pgdn>"], reach: .anywhere) { state, call in
      state.move(.pages(Double(call.count ?? 1)))
    },
    Command("page-up", .move, "go up a page", keys: ["ctrl-b", "<pgup>"], reach: .anywhere) { state, call in
      state.move(.pages(-Double(call.count ?? 1)))
    },
    Command("top", .move, "go to the first row or line", keys: ["g", "<home>"], reach: .anywhere) { state, _ in state.move(.start)
    },
    Command("bottom", .move, "go to the last row or line", keys: ["G", "<end>"], reach: .anywhere) { state, _ in state.move(.end)
    },
    Command(
      "next-sentence", .move, "mark the next sentence of the article", keys: [")"],
      when: { $0.whyNoArticle }
    ) { state, call in state.moveSentence(by: call.count ?? 1) },
    Command(
      "previous-sentence", .move, "mark the sentence before", keys: ["("],
      when: { $0.whyNoArticle }
    ) { state, call in state.moveSentence(by: -(call.count ?? 1)) },
    Command("older", .move, "show the article below in the list", keys: ["J"]) { state, call in
      state.stepInList(by: call.count ?? 1)
    },
    Command("newer", .move, "show the article above in the list", keys: ["K"]) { state, call in
      state.stepInList(by: -(call.count ?? 1))
    },
  ]

  private static let panes: [Command] = [
    Command(
      "open", .panes, "go in: read the article, jump to what the row points at", keys: ["<enter>", "l", "<right>"],
      reach: .anywhere
    ) {
      state, _ in state.goIn()
    },
    Command("back", .panes, "go back one level", keys: ["q", "h", "<left>"], reach: .anywhere) { state, _ in state.goOut() },
    Command("focus-list", .panes, "go to the briefings", keys: ["1"], reach: .anywhere) { state, _ in state.focus(.list) },
    Command("focus-article", .panes, "go to the article", keys: ["2"], reach: .anywhere, when: { $0.whyNoArticle }) { state, _ in
      state.focus(.text)
    },
    Command("focus-timeline", .panes, "go to the timeline", keys: ["3"], reach: .anywhere, when: { $0.whyNoArticle }) {
      state, _ in
      state.focus(.time)
    },
    Command("focus-parties", .panes, "go to the involved parties", keys: ["4"], reach: .anywhere, when: { $0.whyNoArticle }) {
      state, _ in
      state.focus(.parties)
    },
    Command("focus-related", .panes, "go to the related headlines", keys: ["5"], reach: .anywhere, when: { $0.whyNoArticle }) {
      state, _ in
      state.focus(.related)
    },
    Command("next-pane", .panes, "go to the next pane", keys: ["<tab>"]) { state, call in
      state.cycleFocus(by: call.count ?? 1)
    },
    Command("previous-pane", .panes, "go to the pane before", keys: ["<shift-tab>"]) { state, call in
      state.cycleFocus(by: -(call.count ?? 1))
    },
    Command("zoom", .panes, "give the whole screen to this pane, and back", keys: ["z", "+", "_"]) { state, _ in
      state.panes.isZoomed.toggle()
      return state.rearranged()
    },
    Command("widen", .panes, "make the side panes wider", keys: ["<"]) { state, call in
      state.shiftSide(by: 2 * (call.count ?? 1))
    },
    Command("narrow", .panes, "make the side panes narrower", keys: [">"]) { state, call in
      state.shiftSide(by: -2 * (call.count ?? 1))
    },
  ]

  private static let searching: [Command] = [
    Command(
      "search", .search, "search as you type: words, \"phrases\", -not, party: date: source: is:", keys: ["/"], reach: .anywhere
    ) {
      state, call in state.sheets.isEmpty ? state.beginSearch(call.argument) : state.beginFilter()
    },
    Command("next", .search, "go to the next match; without a search, to the next unread article", keys: ["n"]) {
      state, call in state.goToMatch(by: call.count ?? 1)
    },
    Command("previous", .search, "go to the match before; without a search, to the unread article before", keys: ["N"]) {
      state, call in state.goToMatch(by: -(call.count ?? 1))
    },
    Command(
      "step-back", .search, "undo the last narrowing of the list", keys: ["<esc>", "<backspace>"], reach: .anywhere,
      when: { state in
        guard state.sheets.isEmpty else { return nil }
        let isIdle = state.list.trail.isEmpty && state.text.sentence == nil && state.list.selection.isEmpty
        return isIdle ? "the list shows everything already" : nil
      }
    ) { state, _ in state.stepBack() },
    Command(
      "jump-back", .search, "return to where the last jump began", keys: ["[", "ctrl-o"], reach: .anywhere,
      when: { $0.history.canGoBack ? nil : "no jump to return from" }
    ) { state, _ in state.travel(-1) },
    Command(
      "jump-forward", .search, "go forward again through the jumps", keys: ["]"], reach: .anywhere,
      when: { $0.history.canGoForward ? nil : "no jump to repeat" }
    ) { state, _ in state.travel(1) },
  ]

  private static let articles: [Command] = [
    Command("toggle-read", .article, "mark as read or unread", keys: ["u"], when: { $0.whyNoTarget }) { state, _ in
      state.toggleRead()
    },
    Command("star", .article, "star, or take the star away", keys: ["*", "s"], when: { $0.whyNoTarget }) { state, _ in
      state.toggleStar()
    },
    Command("tag", .article, "add a tag", keys: ["t"], argument: "TAG", when: { $0.whyNoTarget }) { state, call in
      guard !call.argument.isEmpty else { return state.beginCommand("tag ") }
      return [.decide(.tag(state.targets, call.argument))]
    },
    Command("untag", .article, "take a tag away", argument: "TAG", when: { $0.whyNoTarget }) { state, call in
      guard !call.argument.isEmpty else { return state.beginCommand("untag ") }
      return [.decide(.untag(state.targets, call.argument))]
    },
    Command("select", .article, "select for the next command, and go down", keys: ["x"], when: { $0.whyNoTarget }) {
      state, _ in state.toggleSelection()
    },
    Command(
      "date", .article, "set the publication date (2023-10-05, 2023-10, 5 Oct 2023)", argument: "DATE",
      when: { $0.whyNoTarget }
    ) { state, call in
      guard !call.argument.isEmpty else { return state.beginCommand("date ") }
      guard DateStamp(parsing: call.argument) != nil else {
        state.complain("not a date: \(call.argument); write 2023-10-05, 2023-10 or 5 Oct 2023")
        return []
      }
      return [.decide(.date(state.targets, call.argument))]
    },
    Command("title", .article, "set the title", argument: "TITLE", when: { $0.whyNoTarget }) { state, call in
      guard !call.argument.isEmpty else { return state.beginCommand("title ") }
      guard let id = state.targets.first, state.targets.count == 1 else {
        state.complain("a title is for one article; \(state.targets.count) are selected")
        return []
      }
      return [.decide(.title(id, call.argument))]
    },
    Command("source", .article, "set the publisher", argument: "NAME", when: { $0.whyNoTarget }) { state, call in
      guard !call.argument.isEmpty else { return state.beginCommand("source ") }
      return [.decide(.source(state.targets, call.argument))]
    },
    Command(
      "pin", .article, "accept a possible link to this article", keys: ["P"],
      when: { $0.possibleLink == nil ? "go to a possible headline in pane 5 first" : nil }
    ) { state, _ in state.decidePossible { .pin(article: $0, headline: $1, target: $2) } },
    Command(
      "reject", .article, "refuse a possible link", keys: ["X"],
      when: { $0.possibleLink == nil ? "go to a possible headline in pane 5 first" : nil }
    ) { state, _ in state.decidePossible { .reject(article: $0, headline: $1, target: $2) } },
    Command(
      "copy", .article, "copy the marked sentence with speaker, source, date and paragraph", keys: ["y"], reach: .anywhere,
      when: { $0.sheets.isEmpty ? $0.whyNoArticle : nil }
    ) { state, _ in state.sheets.isEmpty ? state.copyCitation() : state.copyFromSheet() },
    Command("view-source", .article, "what the source carried and was left out, and why", keys: ["v"], when: { $0.whyNoArticle })
    {
      state, _ in
      guard let id = state.open?.id else { return [] }
      return state.openSheet(.source(article: id))
    },
    Command(
      "open-in-browser", .article, "open the article's address in the browser", keys: ["o"],
      when: { $0.whyNoArticle ?? ($0.open?.article.url == nil ? "this article has no address" : nil) }
    ) { state, _ in
      guard let url = state.open?.article.url else { return [] }
      return [.browse(url: url)]
    },
    Command(
      "copy-address", .article, "copy the article's address", keys: ["Y"],
      when: { $0.whyNoArticle ?? ($0.open?.article.url == nil ? "this article has no address" : nil) }
    ) { state, _ in
      guard let url = state.open?.article.url else { return [] }
      state.say("copied \(url)")
      return [.copy(url)]
    },
  ]

  private static let program: [Command] = [
    Command("help", .program, "every key and command; type to filter", keys: ["?"], reach: .anywhere) { state, call in
      state.mode = .help(State.HelpState(filter: LineEditor(call.argument)))
      return []
    },
    Command("overview", .program, "what the archive holds", keys: ["i"], reach: .anywhere) { state, _ in
      state.openSheet(.overview)
    },
    Command("command", .program, "type a command by its name", keys: [":"], reach: .anywhere) { state, _ in state.beginCommand("")
    },
    Command("undo", .program, "take back the last change", keys: ["U"], reach: .anywhere) { _, _ in [.undo] },
    Command("redo", .program, "do it again after all", keys: ["ctrl-r"], reach: .anywhere) { _, _ in [.redo] },
    Command("import", .program, "import a file or a folder", argument: "PATH") { state, call in
      guard !call.argument.isEmpty else { return state.beginCommand("import ") }
      return state.beginImport([call.argument])
    },
    Command("samples", .program, "import the starter briefings") { state, _ in state.beginImport(nil) },
    Command("redraw", .program, "draw the screen anew", keys: ["ctrl-l"], reach: .anywhere) { _, _ in [.redraw] },
    Command("suspend", .program, "go to the shell; fg comes back", keys: ["ctrl-z"], reach: .anywhere) { _, _ in [.suspend] },
    Command("quit", .program, "leave Wireroom", keys: ["Q", "ctrl-c"], reach: .anywhere) { state, _ in state.leaving() + [.quit]
    },
  ]
}
