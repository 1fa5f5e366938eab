// Which key runs which command: the table's defaults, and over them what the user's keys.conf says.
import Screen

/// A map from keys to command names.
public struct KeyMap: Hashable, Sendable {
  private var names: [Key: String]

  /// The defaults of the command table.
  public static let standard: KeyMap = {
    var map = KeyMap(names: [:])
    for command in Command.all {
      for written in command.keys {
        if let key = Key(written) { map.names[key] = command.name }
      }
    }
    return map
  }()

  private init(names: [Key: String]) { self.names = names }

  /// The command that a key runs, or nil.
  public func command(for key: Key) -> Command? { names[key].flatMap(Command.named) }

  /// The keys that run a command, as they are written, shortest first.
  public func keys(for command: String) -> [Key] {
    names.filter { $0.value == command }.map(\.key).sorted {
      let a = $0.description
      let b = $1.description
      return a.unicodeScalars.count != b.unicodeScalars.count ? a.unicodeScalars.count < b.unicodeScalars.count : a < b
    }
  }

  /// The first default key of a command that still runs it, for hints.
  func hint(for command: String) -> String? {
    let bound = keys(for: command)
    let preferred = Command.named(command)?.keys.lazy.compactMap { Key($0) }.first { bound.contains($0) }
    return (preferred ?? bound.first)?.label
  }

  /// Adds the lines of a key file: `bind KEY COMMAND`, `unbind KEY`, `#` for comments.
  ///
  /// Returns a problem in words for each line that is none of these, with the file's name and the line's number; the
  /// other lines count.
  public mutating func add(contentsOf text: String, file: String) -> [String] {
    var problems: [String] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
      guard let verb = words.first, !verb.hasPrefix("#") else { continue }
      let place = "\(file):\(index + 1): "
      switch (verb, words.count) {
      case ("bind", 3):
        guard let key = Key(words[1]) else {
          problems.append(place + "no such key: \(words[1])")
          continue
        }
        guard Command.named(String(words[2])) != nil else {
          problems.append(place + "no such command: \(words[2]); :help lists them")
          continue
        }
        names[key] = String(words[2])
      case ("unbind", 2):
        guard let key = Key(words[1]) else {
          problems.append(place + "no such key: \(words[1])")
          continue
        }
        names[key] = nil
      default:
        problems.append(place + "expected \"bind KEY COMMAND\" or \"unbind KEY\"")
      }
    }
    return problems
  }

  /// The default map as a key file, which `data/keys.conf` holds.
  public static var defaultFile: String {
    var lines = [
      "# Wireroom's default keys. Copy lines from here into ~/.config/wireroom/keys.conf and change them there.",
      "#   bind KEY COMMAND    unbind KEY",
    ]
    for group in Command.Group.allCases {
      lines += ["", "# \(group.rawValue)"]
      for command in Command.all where command.group == group {
        for key in command.keys { lines.append("bind \(key) \(command.name)") }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension KeyMap {
  /// The default keys as the README shows them.
  public static var readmeSection: String {
    var lines = ["| key | command | does |", "| --- | --- | --- |"]
    for group in Command.Group.allCases {
      for command in Command.all where command.group == group {
        let keys = command.keys.compactMap { Key($0)?.label }.map { "`" + ($0 == "|" ? "\\|" : $0) + "`" }
        let name = ":" + command.name + (command.argument.map { " " + $0 } ?? "")
        lines.append("| \(keys.joined(separator: " ")) | `\(name)` | \(command.help) |")
      }
    }
    return lines.joined(separator: "\n")
  }
}
