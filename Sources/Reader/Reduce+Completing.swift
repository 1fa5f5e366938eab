// Tab in a line: fields, names and words for a search; tags and publishers for a command. They come from the archive.
import Briefing
import Screen

extension State {
  /// Asks what the word before the cursor could become; a further Tab goes through the answers.
  mutating func completeSearch(_ editor: LineEditor, step: Int) -> [Effect] {
    if var offer, !offer.words.isEmpty {
      offer.chosen = (offer.chosen + step + offer.words.count) % offer.words.count
      return take(offer, into: editor)
    }
    let word = editor.text(from: editor.queryWordStart)
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    completionGeneration = nextGeneration()
    return [
      parts.count == 2
        ? .complete(
          field: String(parts[0]), prefix: parts[1].filter { $0 != "\"" }, generation: completionGeneration)
        : .complete(field: "", prefix: word, generation: completionGeneration)
    ]
  }

  /// Asks what the argument of a command could become; nothing for a command whose arguments are not kept anywhere.
  mutating func completeArgument(of line: CommandLine) -> [Effect] {
    guard let (name, prefix) = argument(of: line.editor.text) else { return [] }
    if name == "timeline-scope" {
      completionGeneration = nextGeneration()
      return offered(
        TimelineChoice.allCases.map(\.rawValue).filter { $0.hasPrefix(prefix) }, generation: completionGeneration)
    }
    if let words = surfaces(for: name, beginning: prefix) {
      completionGeneration = nextGeneration()
      return offered(words, generation: completionGeneration)
    }
    let fields = [
      "tag": "tag", "untag": "tag", "source": "source", "import": "path", "merge-party": "party", "merge-party-here": "party",
      "dossier": "party", "merge-story": "story",
    ]
    guard let field = fields[name] else {
      say("\(name): nothing to complete")
      return []
    }
    completionGeneration = nextGeneration()
    return [.complete(field: field, prefix: prefix, generation: completionGeneration)]
  }

  /// Completions that came from the archive: the first goes into the line, and Tab brings the next.
  mutating func offered(_ words: [String], generation: Int) -> [Effect] {
    guard generation == completionGeneration else { return [] }
    switch mode {
    case .search(let editor):
      let start = editor.queryWordStart
      let word = editor.text(from: start)
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let fields =
        parts.count == 2 || word.isEmpty ? [] : Query.fields.map { $0.name + ":" }.filter { $0.hasPrefix(word.lowercased()) }
      let before = parts.count == 2 ? parts[0] + ":" : ""
      let all = fields + words.map { before + ($0.contains(" ") ? Query.quoted($0) : $0) }
      guard !all.isEmpty else {
        say("nothing here begins so")
        return []
      }
      return take(Offer(start: start, words: all, chosen: 0), into: editor)
    case .command(var line):
      guard let (name, _) = argument(of: line.editor.text) else { return [] }
      guard let first = words.first else {
        say("\(name): nothing begins so yet")
        return []
      }
      line.completions = words.map { name + " " + $0 }
      line.chosen = 0
      line.editor.text = name + " " + first
      mode = .command(line)
      return []
    case .normal, .help, .filter: return []
    }
  }

  private mutating func take(_ new: Offer, into editor: LineEditor) -> [Effect] {
    var editor = editor
    editor.replace(from: new.start, with: new.words[new.chosen])
    mode = .search(editor)
    offer = new
    return searchAsTyped(editor)
  }

  /// A command line that has an argument, in its two parts.
  func argument(of line: String) -> (name: String, argument: String)? {
    guard let space = line.firstIndex(of: " ") else { return nil }
    return (String(line[..<space]), String(line[line.index(after: space)...]).trimmingSpaces)
  }
}
