// The one door for text from outside. What passes holds no control character but the newline, nothing that turns the
// direction of a line, and nothing invisible: a terminal shows it as it reads. Letters of every script stay.

/// Takes out of a text what could act on a terminal or hide in it.
public enum Sanitize {
  /// The text without control characters (the newline stays, a tab becomes a space, every kind of line end a newline), bidi
  /// controls, zero-width and tag characters; of marks that pile up on one letter `markLimit` stay. Idempotent; linear in the
  /// text's length.
  public static func text(_ string: String) -> String {
    if isClean(string) { return string }
    var out = String.UnicodeScalarView()
    var scalars = string.unicodeScalars.makeIterator()
    var pending = scalars.next()
    var marks = 0
    while let scalar = pending {
      pending = scalars.next()
      // What is taken out between two marks does not part them.
      if isPiling(scalar) { marks += 1 } else if !isForbidden(scalar) { marks = 0 }
      switch scalar.value {
      case 0x0D:
        if pending == "\n" { pending = scalars.next() }
        out.append("\n")
      case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: out.append("\n")
      case 0x09: out.append(" ")
      case 0x1B where pending == "[", 0x9B:
        // A control sequence: its parameters are noise once its first character is gone.
        if scalar.value == 0x1B { pending = scalars.next() }
        var left = 32
        while let parameter = pending, (0x20...0x3F).contains(parameter.value), left > 0 {
          pending = scalars.next()
          left -= 1
        }
        if let final = pending, (0x40...0x7E).contains(final.value) { pending = scalars.next() }
      default:
        if !isForbidden(scalar), marks <= markLimit { out.append(scalar) }
      }
    }
    return String(out)
  }

  /// The most marks on one letter: no writing of words needs more, and a heap of them covers the lines around it.
  static let markLimit = 4

  /// A mark of the blocks that any letter can be heaped with; those of Hebrew, Thai and others belong to their writing.
  private static func isPiling(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300: false
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    default: false
    }
  }

  /// The text on one line: sanitised, white space runs to one space each, none at the ends. Idempotent.
  public static func line(_ string: String) -> String {
    if isPlainLine(string) { return string }
    var out = String.UnicodeScalarView()
    var space = false
    for scalar in text(string).unicodeScalars {
      if isSpace(scalar) {
        space = !out.isEmpty
      } else {
        if space { out.append(" ") }
        space = false
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Whether a string is printed in ASCII with single spaces inside: most titles, names and dates are.
  private static func isPlainLine(_ string: String) -> Bool {
    var string = string
    return string.withUTF8 { bytes in
      var before: UInt8 = 0x20
      for byte in bytes {
        guard byte >= 0x20, byte < 0x7F, byte != 0x20 || before != 0x20 else { return false }
        before = byte
      }
      return bytes.isEmpty || before != 0x20
    }
  }

  /// Whether `text` takes the scalar out (or turns it into white space).
  public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    case 0x20..<0xAD: false
    case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0x3164, 0xFFA0, 0xFEFF, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF: true
    case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// A look at the bytes alone; false only sends the text through the slow way.
  private static func isClean(_ string: String) -> Bool {
    var string = string
    return string.withUTF8 { bytes in
      var i = 0
      var marks = 0
      while i < bytes.count {
        if i + 8 <= bytes.count, isPrintedASCII(UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: i, as: UInt64.self)) {
          marks = 0
          i += 8
          continue
        }
        let byte = bytes[i]
        marks = byte == 0xCC || byte == 0xD2 ? marks + 1 : 0
        if marks > markLimit { return false }
        if byte < 0x80 {
          if byte < 0x20 ? byte != 0x0A : byte == 0x7F { return false }
          i += 1
        } else if byte == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80 {
          // The block of the curly quotes and dashes, common in news, is read closely.
          let last = bytes[i + 2]
          if (0x8B...0x8F).contains(last) || (0xA8...0xAE).contains(last) { return false }
          i += 3
        } else if byte == 0xC3 || (0xC4...0xCC).contains(byte) || (0xD0...0xD7).contains(byte) {
          i += 2  // Latin, Greek, Cyrillic and Hebrew letters
        } else if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] >= 0xA0, bytes[i + 1] != 0xAD {
          i += 2
        } else {
          return false
        }
      }
      return true
    }
  }

  /// Whether eight bytes are all between 0x20 and 0x7E. A subtraction borrows from the highest bit of a byte that is too small.
  private static func isPrintedASCII(_ eight: UInt64) -> Bool {
    let delete = eight ^ 0x7F7F_7F7F_7F7F_7F7F
    let small = (eight &- 0x2020_2020_2020_2020) & ~eight
    return (eight | small | (delete &- 0x0101_0101_0101_0101) & ~delete) & 0x8080_8080_8080_8080 == 0
  }
}
