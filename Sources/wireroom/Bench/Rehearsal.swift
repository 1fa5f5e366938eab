// The reader without a terminal: the same start, keys and frames, timed. `bench` runs it as a process of its own, so that
// CPU and memory are the reader's alone.
import ArgumentParser
import Briefing
import Dispatch
import Foundation
import Reader
import Screen

struct Rehearsal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse", abstract: "Run the reader without a terminal and time its frames.", shouldDisplay: false)

  @OptionGroup var options: ArchiveOptions
  @Flag(name: .long, help: "Tell the slowest effects of each part, on standard error.")
  var slowest = false
  @Flag(name: .long, help: "Time in CPU milliseconds, for a machine that others work on too.")
  var cpu = false
  @Flag(name: .long, help: "Stop after the first frame.")
  var firstFrame = false
  @Flag(name: .long, help: "Time first pages of searches of every kind instead, beside SQLite's full-text table alone.")
  var searches = false

  func run() throws {
    guard !searches else { return try timeSearches() }
    guard !firstFrame else { return Rehearsal.firstFrame(try options.open()) }
    var stage = Stage(try options.open(), countsCPU: cpu)
    stage.start()
    var output = Output()
    for (name, keys) in Rehearsal.script {
      stage.times = []
      stage.effects = []
      for key in keys { stage.press(key) }
      if slowest {
        for (took, effect) in stage.effects.sorted(by: { $0.0 > $1.0 }).prefix(8) { complain("\(name): \(took) ms \(effect)") }
      }
      if !stage.times.isEmpty { output.line("\(name)|\(Usage.middleAndHigh(stage.times))") }
    }
    output.line("memory|\(Usage.peakMemory)|0")
    output.flush()
  }

  /// Everything up to the first frame.
  static func firstFrame(_ archive: Archive) {
    var stage = Stage(archive, countsCPU: true)
    stage.start()
  }

  /// A line a kind: p50 and p99 of our first page and of the full-text table alone, in CPU milliseconds; "-" where there is none.
  private func timeSearches() throws {
    let archive = try options.open()
    var output = Output()
    for kind in try SearchKind.all(of: archive) {
      var ours: [Double] = []
      var bare: [Double] = []
      for query in kind.queries {
        let scope = ListScope(query: query, order: kind.order, completesLastWord: kind.isTyped)
        let start = Usage.cpu
        _ = try archive.page(scope, limit: 60)
        ours.append((Usage.cpu - start) * 1000)
        if slowest { complain("\(kind.name): \(ours.last!) ms \(query)") }
      }
      for expression in kind.bare {
        let start = Usage.cpu
        _ = try archive.bareSearch(expression, byRank: kind.order == .rank, limit: 60)
        bare.append((Usage.cpu - start) * 1000)
      }
      output.line("\(kind.name)|\(Usage.middleAndHigh(ours))|\(Usage.middleAndHigh(bare))")
    }
    output.flush()
  }

  private static func typing(_ text: String) -> [Key] {
    [.char("/")] + text.unicodeScalars.map { .char($0) } + [.enter, .escape]
  }

  private static func command(_ line: String) -> [Key] {
    [.char(":")] + line.unicodeScalars.map { .char($0) } + [.enter]
  }

  /// What is done at the desk, and the keys that do it.
  private static let script: [(String, [Key])] = [
    ("move in the list", Array(repeating: .char("j"), count: 300)),
    ("page in the list", Array(repeating: .pageDown, count: 60)),
    (
      "open, panes, jump, back",
      (0..<30).flatMap { _ in
        [
          .char("g"), .enter, .char("3"), .char("j"), .enter, .ctrl("o"), .char("4"), .char("j"), .char("5"), .char("j"),
          .char("1"), .char("j"),
        ] as [Key]
      }
    ),
    (
      "timeline of all, histogram",
      (0..<10).flatMap { _ in
        command("timeline-scope all")
          + [.char("j"), .pageDown, .pageDown, .char("G"), .char("g"), .char("H"), .escape, .enter, .char("1"), .char("j")]
      }
    ),
    (
      "parties pane",
      (0..<20).flatMap { _ in [.char("4"), .char("j"), .char("e"), .char("j"), .char("e"), .char("1"), .char("j")] as [Key] }
    ),
    (
      "dossier of a party",
      (0..<10).flatMap { _ in [.char("4"), .enter, .escape, .char("j"), .enter, .escape, .char("1"), .char("j")] as [Key] }
    ),
    (
      "list by story",
      [.char("g"), .char("O")] + Array(repeating: .char("j"), count: 60) + Array(repeating: .pageDown, count: 30)
        + [.char("O"), .char("g")]
    ),
    ("facets of the list", (0..<5).flatMap { _ in [.char("f"), .escape, .char("j")] as [Key] }),
    ("saved searches", (0..<3).flatMap { _ in [.char("A"), .escape, .char("j")] as [Key] }),
    ("sheet of a story", (0..<10).flatMap { _ in [.char("S"), .escape, .char("j")] as [Key] }),
    (
      "search, key by key",
      ["hasakah", "drone kabul", "the", "rejected in", "katori", "\"said that", "party:NATO sol", "turkey gaza ver"].flatMap(
        typing)
    ),
  ]
}

/// A reader whose effects are answered at once, so that a key's time is the time to the frame that shows its outcome.
private struct Stage {
  let runtime: Runtime
  var state: State
  /// Time is what the processor worked, not what passed.
  let countsCPU: Bool
  /// Milliseconds from each key to its frame.
  var times: [Double] = []
  /// Milliseconds that each effect took.
  var effects: [(Double, Effect)] = []

  init(_ archive: Archive, countsCPU: Bool) {
    runtime = Runtime(archive: archive, mailbox: Mailbox(), environment: ProcessInfo.processInfo.environment)
    state = State(width: 160, height: 45)
    self.countsCPU = countsCPU
  }

  /// Milliseconds since some moment.
  private func clock() -> Double {
    countsCPU ? Usage.cpu * 1000 : Double(DispatchTime.now().uptimeNanoseconds) / 1e6
  }

  mutating func start() {
    perform(state.start(at: nil))
    _ = render(state)
  }

  mutating func press(_ key: Key) {
    let begin = clock()
    perform(reduce(&state, .key(key)))
    _ = render(state)
    times.append(clock() - begin)
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      // Counts and suggestions come after the frame, from another thread; decisions are written by one.
      case .count, .loosen, .decide, .totals, .remember, .quit, .copy, .browse, .redraw, .suspend: continue
      default:
        let begin = clock()
        let events = runtime.answer(effect)
        self.effects.append((clock() - begin, effect))
        for event in events { perform(reduce(&state, event)) }
      }
    }
  }
}
