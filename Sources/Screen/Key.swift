// A key as a value, with its written form: the key map file, the help and the tests all write "ctrl-d", "<enter>", "j".

/// A key press, as a terminal can tell them apart.
///
/// Some presses are the same bytes on every terminal and come as one key: ctrl-i is `.tab`, ctrl-m is `.enter`, ctrl-[
/// is `.escape`, ctrl-h is `.backspace`.
public enum Key: Hashable, Sendable {
  /// A printing scalar, the space among them.
  case char(Unicode.Scalar)
  /// Control with a small letter or one of `\ ] ^ _ @`.
  case ctrl(Unicode.Scalar)
  /// Alt (or Escape at once before) with a printing scalar.
  case alt(Unicode.Scalar)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  /// F1 to F24.
  case function(Int)
}

extension Key {
  /// The named keys and how they are written, between angle brackets in the key map and bare in hints.
  private static let names: [(key: Key, name: String, label: String)] = [
    (.up, "up", "Up"), (.down, "down", "Down"), (.left, "left", "Left"), (.right, "right", "Right"),
    (.home, "home", "Home"), (.end, "end", "End"), (.pageUp, "pgup", "PgUp"), (.pageDown, "pgdn", "PgDn"),
    (.enter, "enter", "Enter"), (.escape, "esc", "Esc"), (.tab, "tab", "Tab"), (.backTab, "shift-tab", "Shift-Tab"),
    (.backspace, "backspace", "Backspace"), (.delete, "del", "Del"), (.insert, "ins", "Ins"),
    (.char(" "), "space", "Space"),
  ]

  /// Words that mean the same as a name above.
  private static let synonyms: [String: String] = [
    "return": "enter", "cr": "enter", "escape": "esc", "pageup": "pgup", "pagedown": "pgdn", "backtab": "shift-tab",
    "s-tab": "shift-tab", "bs": "backspace", "delete": "del", "insert": "ins",
  ]

  /// Control letters that a terminal sends as another key's byte.
  private static let doubles: [Unicode.Scalar: Key] = ["i": .tab, "m": .enter, "[": .escape, "h": .backspace, "j": .enter]

  /// Reads a written key: `j`, `G`, `ctrl-d`, `alt-x`, `<enter>`, `<f5>`; nil for what is no key.
  ///
  /// Names are read in any case; `ctrl-i` and the like give the key whose byte they are.
  public init?(_ written: some StringProtocol) {
    let scalars = Array(written.unicodeScalars)
    if scalars.count == 1 {
      guard Width.of(scalars[0]) > 0 else { return nil }
      self = .char(scalars[0])
      return
    }
    let lower = written.lowercased()
    if lower.hasPrefix("<"), lower.hasSuffix(">") {
      let inner = lower.dropFirst().dropLast()
      guard let key = Key.named(String(inner)) ?? Key(modified: inner, scalars: scalars.dropFirst().dropLast()) else {
        return nil
      }
      self = key
      return
    }
    guard let key = Key(modified: lower[...], scalars: scalars[...]) else { return nil }
    self = key
  }

  private static func named(_ name: String) -> Key? {
    let wanted = synonyms[name] ?? name
    if let found = names.first(where: { $0.name == wanted }) { return found.key }
    if wanted.first == "f", let number = Int(wanted.dropFirst()), (1...24).contains(number) { return .function(number) }
    return nil
  }

  /// `lower` tells the modifier; the scalar is taken from `scalars`, since alt-X is not alt-x.
  private init?(modified lower: Substring, scalars: ArraySlice<Unicode.Scalar>) {
    let control = lower.hasPrefix("ctrl-") || lower.hasPrefix("c-")
    let alt = lower.hasPrefix("alt-") || lower.hasPrefix("m-")
    guard control || alt, let dash = scalars.firstIndex(of: "-"), scalars.endIndex - dash == 2 else { return nil }
    let scalar = scalars[dash + 1]
    if alt {
      guard Width.of(scalar) > 0 else { return nil }
      self = .alt(scalar)
      return
    }
    guard let small = Key.controlScalar(scalar) else { return nil }
    self = Key.doubles[small] ?? .ctrl(small)
  }

  /// The small letter or sign that control goes with, or nil.
  private static func controlScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "a"..."z", "\\", "]", "^", "_", "@", "[": scalar
    case "A"..."Z": Unicode.Scalar(scalar.value + 32)
    default: nil
    }
  }

  /// The key for a control byte as the terminal sends it (0...31 and 127).
  public init?(controlByte byte: UInt8) {
    switch byte {
    case 0: self = .ctrl("@")
    case 8, 127: self = .backspace
    case 9: self = .tab
    // Enter sends CR; with input translation on, or from a paste, the same key comes as LF.
    case 10, 13: self = .enter
    case 27: self = .escape
    case 1...26: self = .ctrl(Unicode.Scalar(byte + 96))
    case 28...31: self = .ctrl(Unicode.Scalar(byte + 64))
    default: return nil
    }
  }

  /// The key for a user's eyes, in hints and help: `Ctrl-D`, `Enter`, `j`, `F5`.
  public var label: String {
    switch self {
    case .ctrl(let scalar): "Ctrl-" + String(scalar).uppercased()
    case .alt(let scalar): "Alt-" + String(scalar)
    case .function(let number): "F\(number)"
    default: Key.names.first { $0.key == self }?.label ?? description
    }
  }
}

extension Key: CustomStringConvertible {
  /// The written form, which `init(_:)` reads back to the same key.
  public var description: String {
    switch self {
    case .ctrl(let scalar): return "ctrl-" + String(scalar)
    case .alt(let scalar): return "alt-" + String(scalar)
    case .function(let number): return "<f\(number)>"
    case .char(let scalar) where scalar != " ": return String(scalar)
    default:
      let name = Key.names.first { $0.key == self }?.name ?? ""
      return "<\(name)>"
    }
  }
}
