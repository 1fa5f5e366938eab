// The reader's loop: wait, take in what came, show the outcome once.
import Curses
import Foundation
import Reader
import Screen

/// Runs the reader until it quits or the terminal goes away.
struct Loop {
  let display: Display
  let runtime: Runtime
  var state: State

  /// Returns when the reader is left.
  mutating func run(startingAt article: Int64?) {
    // The first page and the first article are read before the first frame, so that it is whole.
    perform(state.start(at: article), now: true)
    present()
    while true {
      let ready = display.wait(wake: runtime.mailbox.wakeDescriptor)
      if ready.contains(.wake) {
        for event in runtime.mailbox.take() where !handle(event) { return }
      }
      if ready.contains(.input) {
        for event in display.drain() where !handle(event) { return }
      }
      present()
    }
  }

  private func present() {
    let frame = render(state)
    display.present(frame.grid, cursor: frame.cursor)
  }

  /// False when the reader is to be left.
  private mutating func handle(_ input: InputEvent) -> Bool {
    switch input {
    case .key(let key): return handle(Event.key(key))
    case .paste(let text): return handle(Event.paste(text))
    case .mouse(let mouse): return handle(Event.mouse(mouse))
    case .resize: return handle(Event.resize(width: display.width, height: display.height))
    case .eof:
      perform(state.leaving(), now: true)
      return false
    }
  }

  private mutating func handle(_ event: Event) -> Bool {
    perform(reduce(&state, event), now: false)
  }

  /// Carries out effects: those of the terminal here, the others in the runtime. False on quit.
  @discardableResult
  private mutating func perform(_ effects: [Effect], now: Bool) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .redraw: display.redrawAll()
      case .suspend:
        display.suspend()
        _ = handle(Event.resize(width: display.width, height: display.height))
      case .copy(let text):
        if !display.copy(text) { state.complain("that is too long to copy through the terminal") }
      default:
        if now {
          for event in runtime.answer(effect) { perform(reduce(&state, event), now: true) }
        } else {
          runtime.start(effect)
        }
      }
    }
    return true
  }
}
