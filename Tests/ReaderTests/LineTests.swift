// The lines one types into: searching, completing, commands, and what stands under them.
import Briefing
import Screen
import Testing

@testable import Reader

@Suite struct LineTests {
  @Test func tabGoesThroughFieldsAndNames() {
    var desk = Desk(Articles.all)
    desk.press("/ \"-pa\" <tab>")
    #expect(desk.performed.last == .complete(field: "", prefix: "pa", generation: desk.state.completionGeneration))
    desk.send(.completions(["pact", "paris"], generation: desk.state.completionGeneration))
    #expect(typed(desk) == "-party:")
    desk.press("<tab>")
    #expect(typed(desk) == "-pact")
    desk.press("<tab> <tab>")
    #expect(typed(desk) == "-party:")
    desk.press("<shift-tab>")
    #expect(typed(desk) == "-paris")
  }

  @Test func aCompletedNameIsQuotedAndCanBeCompletedOn() {
    var desk = Desk(Articles.all)
    desk.press("/ \"port_party:ad\" <tab>")
    desk.send(.completions(["Aden Dock Union", "Aden"], generation: desk.state.completionGeneration))
    #expect(typed(desk) == "port party:\"Aden Dock Union\"")
    #expect(desk.text.contains("party:Aden"))
    desk.press("<tab>")
    #expect(typed(desk) == "port party:Aden")
    // Another key ends the choice; the next Tab asks anew, without the quotation mark that was typed.
    desk.press("<backspace> <tab>")
    #expect(desk.performed.last == .complete(field: "party", prefix: "Ade", generation: desk.state.completionGeneration))
  }

  @Test func aStaleCompletionIsDropped() {
    var desk = Desk(Articles.all)
    desk.press("/ \"po\" <tab>")
    let old = desk.state.completionGeneration
    desk.press("<tab>")
    desk.send(.completions(["port"], generation: old))
    #expect(typed(desk) == "po")
  }

  @Test func tagsAndPublishersAreCompletedInCommands() {
    var desk = Desk(Articles.all)
    desk.press(": \"tag_ye\" <tab>")
    #expect(desk.performed.last == .complete(field: "tag", prefix: "ye", generation: desk.state.completionGeneration))
    desk.send(.completions(["yemen", "years of war"], generation: desk.state.completionGeneration))
    #expect(line(desk) == "tag yemen")
    desk.press("<tab>")
    #expect(line(desk) == "tag years of war")
    desk.press("<enter>")
    #expect(desk.performed.last == .decide(.tag([3], "years of war")))
    desk.press(": \"title_x\" <tab>")
    #expect(desk.state.message?.text == "title: nothing to complete")
  }

  @Test func aWrongQueryIsKeptAndGoneOnWith() {
    var desk = Desk(Articles.all)
    desk.press("/ \"aden_prty:x\"")
    desk.send(.queryProblem(QueryError(offset: 0, length: 1, message: "of the whole"), generation: desk.state.list.generation))
    // The place is that of the line as typed.
    #expect(desk.state.list.problem?.offset == 5)
    desk.press("<enter>")
    #expect(typed(desk) == "aden prty:x")
    // Where the answer comes after Enter, the search key goes on with what was typed.
    desk.press("<backspace>")
    desk.press("<enter>")
    desk.send(.queryProblem(QueryError(offset: 0, length: 1, message: "late"), generation: desk.state.list.generation))
    desk.press("/")
    #expect(typed(desk) == "aden prty:")
    #expect(desk.state.list.trail.count == 1)
    desk.press("<esc>")
    #expect(desk.state.list.rows.count == 3)
  }

  @Test func theDateIsShownWhileItIsTyped() {
    var desk = Desk(Articles.all)
    desk.press(": \"date_5_Oct\"")
    #expect(desk.text.contains("not a date yet"))
    desk.press("\"_2023\"")
    #expect(desk.text.contains("Enter sets 5 Oct 2023"))
  }

  @Test func theChosenCompletionIsNeverOutOfSight() {
    var desk = Desk(Articles.all, width: 40, height: 24)
    desk.press(": <tab> <tab> <tab> <tab> <tab> <tab> <tab> <tab> <tab> <tab>")
    guard case .command(let line) = desk.state.mode, let chosen = line.chosen else {
      Issue.record("no command line")
      return
    }
    #expect(chosen == 9)
    #expect(desk.text.contains("▸" + line.completions[chosen]))
  }

  @Test func anImportSaysThatItRunsAndRunsOnce() {
    var desk = Desk(Articles.all)
    desk.press(": \"import_x\" <enter>")
    #expect(desk.text.contains("importing: looking through the files"))
    desk.press(": \"import_y\" <enter>")
    #expect(desk.state.message?.text == "an import is running already")
    #expect(desk.performed.filter { if case .importPaths = $0 { true } else { false } }.count == 1)
    desk.send(.failed("no browser found"))
    #expect(desk.state.progress != nil, "what else fails meanwhile ends no import")
    desk.send(.progress(ImportProgress(failure: "x: no such file")))
    #expect(desk.state.progress == nil && desk.state.message?.text == "x: no such file" && desk.state.message?.isError == true)
  }

  private func typed(_ desk: Desk) -> String? {
    if case .search(let editor) = desk.state.mode { editor.text } else { nil }
  }

  private func line(_ desk: Desk) -> String? {
    if case .command(let line) = desk.state.mode { line.editor.text } else { nil }
  }
}
