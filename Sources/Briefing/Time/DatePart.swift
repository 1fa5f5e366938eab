// The parts a written date is cut into, and the names in it.

/// A number, a word in upper case, or a sign of a written date.
struct DatePart {
  enum Kind: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case sign(Character)
  }

  var kind: Kind
  var spaceBefore: Bool

  /// The parts of a string, or nil where it holds what no date holds.
  static func cut(_ string: String) -> [DatePart]? {
    var parts: [DatePart] = []
    var spaceBefore = false
    var scalars = string.unicodeScalars.map(dateSign)[...]
    while let scalar = scalars.first {
      if isSpace(scalar) {
        spaceBefore = true
        scalars.removeFirst()
        continue
      }
      if isDigit(scalar) {
        let digits = scalars.prefix(while: isDigit)
        // Fractions of a second may be long; only their presence counts.
        let value = digits.prefix(9).reduce(0) { $0 * 10 + Int($1.value - 48) }
        parts.append(DatePart(kind: .number(value, digits: digits.count), spaceBefore: spaceBefore))
        scalars = scalars[digits.endIndex...]
      } else if isLetter(scalar) {
        let letters = scalars.prefix(while: isLetter)
        guard letters.allSatisfy({ $0.isASCII }) else { return nil }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: letters)
        parts.append(DatePart(kind: .word(String(word).uppercased()), spaceBefore: spaceBefore))
        scalars = scalars[letters.endIndex...]
      } else {
        parts.append(DatePart(kind: .sign(Character(scalar)), spaceBefore: spaceBefore))
        scalars.removeFirst()
      }
      spaceBefore = false
    }
    return parts
  }

  /// 1 to 12 for an English month's name or its first three letters (or "SEPT"), in upper case.
  static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    if word == "SEPT" { return 9 }
    return monthNames.firstIndex { word == $0 || word == $0.prefix(3) }.map { $0 + 1 }
  }

  static func isWeekday(_ word: String) -> Bool {
    ["TUES", "WEDS", "THUR", "THURS"].contains(word) || weekdayNames.contains { word == $0 || word == $0.prefix(3) }
  }
}

private func dateSign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x2010...0x2014, 0x2212: "-"
  default: scalar
  }
}

private let monthNames = [
  "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
]

private let weekdayNames = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
