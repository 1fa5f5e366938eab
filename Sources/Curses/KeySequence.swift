// What one key press, one turn of the wheel or one answer of the terminal looks like in bytes.
import Screen

/// The first thing in a run of bytes.
enum KeySequence {
  case event(InputEvent, length: Int)
  case pasteStart(length: Int)
  /// Something complete that means nothing here.
  case dropped(length: Int)
  /// The beginning of something longer.
  case incomplete

  private static let escape: UInt8 = 0x1B
  /// No sequence of a key is so long; what is longer is junk.
  private static let longestSequence = 64
  /// Answers may be longer (colours, clipboards); beyond this they are junk too.
  private static let longestString = 1 << 17

  /// Reads the first thing in `bytes`, which are not empty.
  static func first(in bytes: ArraySlice<UInt8>) -> KeySequence {
    let byte = bytes[bytes.startIndex]
    if byte == escape { return escaped(bytes) }
    if byte < 0x20 || byte == 0x7F { return Key(controlByte: byte).map { .event(.key($0), length: 1) } ?? .dropped(length: 1) }
    return text(bytes, from: 0) { .char($0) }
  }

  /// A printing scalar after `skipped` bytes.
  private static func text(
    _ bytes: ArraySlice<UInt8>, from skipped: Int, _ key: (Unicode.Scalar) -> Key
  ) -> KeySequence {
    let (scalar, length) = UTF8Reader.first(in: bytes.dropFirst(skipped))
    if length == 0 { return .incomplete }
    guard let scalar, !Width.isDropped(scalar) else { return .dropped(length: skipped + length) }
    return .event(.key(key(scalar)), length: skipped + length)
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> KeySequence {
    guard bytes.count > 1 else { return .incomplete }
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["): return control(bytes)
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return .incomplete }
      let key = finals[bytes[bytes.startIndex + 2]]
      return key.map { .event(.key($0), length: 3) } ?? .dropped(length: 3)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"): return string(bytes)
    // Escape pressed, and then something else: two keys.
    case 0..<0x20, 0x7F: return .event(.key(.escape), length: 1)
    default: return text(bytes, from: 1) { .alt($0) }
    }
  }

  /// OSC, DCS and their like: an answer of the terminal, ended by BEL or ST (ECMA-48 5.6).
  private static func string(_ bytes: ArraySlice<UInt8>) -> KeySequence {
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated().dropFirst(2) {
      if byte == 0x07 || (previous == escape && byte == UInt8(ascii: "\\")) { return .dropped(length: index + 1) }
      previous = byte
    }
    return bytes.count > longestString ? .dropped(length: bytes.count) : .incomplete
  }

  /// CSI: parameters, intermediates, a final byte (ECMA-48 5.4).
  private static func control(_ bytes: ArraySlice<UInt8>) -> KeySequence {
    var index = bytes.startIndex + 2
    let parameters = index
    while index < bytes.endIndex, (0x20...0x3F).contains(bytes[index]) { index += 1 }
    guard index < bytes.endIndex else {
      return bytes.count > longestSequence ? .dropped(length: bytes.count) : .incomplete
    }
    let final = bytes[index]
    let length = index - bytes.startIndex + 1
    // A byte that cannot be here ends the sequence and is read for itself.
    guard (0x40...0x7E).contains(final) else { return .dropped(length: length - 1) }
    let text = bytes[parameters..<index]
    if text.isEmpty, final == UInt8(ascii: "[") { return linuxConsole(bytes) }
    if text.isEmpty, final == UInt8(ascii: "M") {
      // The oldest form of mouse report: three bytes follow, of which any may look like a key.
      return bytes.count < 6 ? .incomplete : .dropped(length: 6)
    }
    if final == UInt8(ascii: "~") {
      let number = Int(String(decoding: text, as: UTF8.self)) ?? 0
      if number == 200 { return .pasteStart(length: length) }
      return numbered[number].map { .event(.key($0), length: length) } ?? .dropped(length: length)
    }
    if text.first == UInt8(ascii: "<") {
      return mouse(text.dropFirst(), final).map { .event(.mouse($0), length: length) } ?? .dropped(length: length)
    }
    if text.isEmpty || text.elementsEqual([UInt8(ascii: "1")]), let key = finals[final], final != UInt8(ascii: "M") {
      return .event(.key(key), length: length)
    }
    return .dropped(length: length)
  }

  /// F1 to F5 on the Linux console: ESC [ [ A to E.
  private static func linuxConsole(_ bytes: ArraySlice<UInt8>) -> KeySequence {
    guard bytes.count > 3 else { return .incomplete }
    let last = bytes[bytes.startIndex + 3]
    guard (0x41...0x45).contains(last) else { return .dropped(length: 4) }
    return .event(.key(.function(Int(last) - 0x40)), length: 4)
  }

  /// SGR mouse reports: button, column, row, `M` for a press.
  private static func mouse(_ text: ArraySlice<UInt8>, _ final: UInt8) -> Mouse? {
    let numbers = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard final == UInt8(ascii: "M"), numbers.count == 3, numbers[0] >= 0, numbers[0] & 0x20 == 0 else { return nil }
    guard (1...10_000).contains(numbers[1]), (1...10_000).contains(numbers[2]) else { return nil }
    // The bits for Shift, Alt and Control do not matter here.
    let actions: [Int: Mouse.Action] = [0: .press, 1: .middlePress, 2: .rightPress, 64: .wheelUp, 65: .wheelDown]
    guard let action = actions[numbers[0] & ~0x1C] else { return nil }
    return Mouse(action, x: numbers[1] - 1, y: numbers[2] - 1)
  }

  /// By final byte, after CSI and SS3 alike.
  private static let finals: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4), UInt8(ascii: "M"): .enter,
  ]

  /// By number, before a tilde: xterm, rxvt, the Linux console and the VT220 they follow.
  private static let numbered: [Int: Key] = {
    var keys: [Int: Key] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    let functions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
    for (index, number) in functions.enumerated() { keys[number] = .function(index + 1) }
    return keys
  }()
}
