// Every word that some rule knows, numbered, so that the rules compare numbers and unknown words cost one look-up.

struct Vocabulary: Sendable {
  private var ids: [String: Int] = [:]
  private(set) var words: [TimeWord] = [.unknown]

  /// The words of `TimeWords`; rules add their literal words while they are read.
  init() {
    for (cls, line) in TimeWords.lines {
      for entry in line.split(separator: " ") {
        let parts = entry.split(separator: "=", maxSplits: 1)
        let id = add(String(parts[0]))
        words[id].classes.insert(cls)
        guard parts.count == 2 else { continue }
        if let number = Int(parts[1]) {
          words[id].number = number
        } else {
          words[id].code = String(parts[1])
        }
      }
    }
    for (unit, line) in TimeWords.units {
      for (index, word) in line.split(separator: " ").enumerated() {
        let id = add(String(word))
        words[id].classes.insert(index % 2 == 0 ? .unit : .units)
        words[id].unit = unit
      }
    }
  }

  /// The number of a word, known from now on.
  mutating func add(_ word: String) -> Int {
    if let id = ids[word] { return id }
    ids[word] = words.count
    var fresh = TimeWord(id: words.count, classes: [], number: 0, unit: nil, code: "")
    // A number that a pattern spells out can begin every rule that digits can begin.
    if word.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false { readDigits(word, into: &fresh) }
    words.append(fresh)
    return words.count - 1
  }

  /// How the rules read a token.
  func read(_ token: Token) -> TimeWord {
    var word = ids[token.lower].map { words[$0] } ?? .unknown
    if token.kind == .number {
      readDigits(token.text, into: &word)
    } else if word.id == 0, token.text.hasPrefix("FY"), token.text.utf8.count == 6, let year = Int(token.text.dropFirst(2)) {
      // "FY2014": a budget year.
      readInteger(year, digits: 4, into: &word)
    }
    return word
  }
}

/// What a token that begins with a digit can be: a day, a year, a clock time ...
func readDigits(_ text: String, into word: inout TimeWord) {
  let bytes = Array(text.utf8)
  guard bytes.count <= 20 else { return }
  var digits = 0
  var value = 0
  while digits < bytes.count, let digit = asciiDigit(bytes[digits]) {
    value = min(value * 10 + digit, 1_000_000_000)
    digits += 1
  }
  if digits == bytes.count {
    readInteger(value, digits: digits, into: &word)
  } else if bytes[digits] == UInt8(ascii: ",") {
    readGrouped(bytes, into: &word)
  } else if bytes[digits] == UInt8(ascii: ":") || bytes[digits] == UInt8(ascii: ".") {
    readClock(bytes, into: &word)
  } else {
    readSuffix(String(decoding: bytes[digits...], as: UTF8.self), value: value, digits: digits, into: &word)
  }
}

private func readInteger(_ value: Int, digits: Int, into word: inout TimeWord) {
  word.number = value
  word.classes.insert(.integer)
  if digits <= 2 {
    if (1...31).contains(value) { word.classes.insert(.dayNumber) }
    if (1...12).contains(value) { word.classes.insert(.monthNumber) }
    if value <= 24 { word.classes.insert(.hourNumber) }
  }
  if digits == 2 { word.classes.insert(.shortYear) }
  if digits <= 4, value > 0 { word.classes.insert(.eraYear) }
  guard digits == 4 else { return }
  if (1000...2199).contains(value) { word.classes.insert(.year) }
  if value / 100 <= 24, value % 100 < 60 { word.classes.insert(.militaryClock) }
}

/// 2,011 is a number and never a year.
private func readGrouped(_ bytes: [UInt8], into word: inout TimeWord) {
  var value = 0
  for byte in bytes where byte != UInt8(ascii: ",") {
    guard let digit = asciiDigit(byte) else { return }
    value = min(value * 10 + digit, 1_000_000_000)
  }
  word.number = value
  word.classes.insert(.integer)
}

/// 10:30, 10:30:15, 10.30pm, 5.5.
private func readClock(_ bytes: [UInt8], into word: inout TimeWord) {
  var numbers: [Int] = []
  var i = 0
  while i < bytes.count, let first = asciiDigit(bytes[i]) {
    var value = first
    var length = 1
    i += 1
    while i < bytes.count, let digit = asciiDigit(bytes[i]), length < 3 {
      value = value * 10 + digit
      length += 1
      i += 1
    }
    numbers.append(value)
    guard i < bytes.count, bytes[i] == UInt8(ascii: ":") || bytes[i] == UInt8(ascii: ".") else { break }
    i += 1
  }
  let suffix = String(decoding: bytes[i...], as: UTF8.self).lowercased()
  let isPoint = bytes.contains(UInt8(ascii: "."))
  if isPoint, suffix.isEmpty, numbers.count == 2, numbers[1] == 5, bytes[bytes.count - 2] == UInt8(ascii: ".") {
    word.number = numbers[0] * 2 + 1
    word.classes.insert(.decimal)
    return
  }
  guard numbers.count == 2 || numbers.count == 3, numbers[0] <= 24, numbers[1] < 60 else { return }
  word.number = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? min(numbers[2], 59) : 0)
  switch suffix {
  case "", "h", "hrs":
    word.classes.insert(isPoint ? .pointClock : .clock)
  case "am", "pm":
    guard numbers[0] <= 12 else { return }
    word.number = word.number % 43_200 + (suffix == "pm" ? 43_200 : 0)
    word.classes.insert(.clockHalf)
  case "z": word.classes.insert(.clock)
  default: break
  }
}

private func readSuffix(_ suffix: String, value: Int, digits: Int, into word: inout TimeWord) {
  switch suffix.lowercased() {
  case "st", "nd", "rd", "th":
    guard value > 0 else { return }
    word.number = value
    word.classes.insert(.ordinal)
    if digits <= 2, value <= 31 { word.classes.insert(.dayOrdinal) }
  case "s":
    guard value % 10 == 0, digits == 2 || digits == 3 || (1000...2190).contains(value) else { return }
    word.number = value
    word.classes.insert(.decade)
  case "am", "pm":
    guard digits <= 2, (1...12).contains(value) else { return }
    word.number = value % 12 * 3600 + (suffix.lowercased() == "pm" ? 43_200 : 0)
    word.classes.insert(.clockHalf)
  case "gmt", "z", "hrs", "hours":
    guard digits == 4, value / 100 <= 24, value % 100 < 60 else { return }
    word.number = value / 100 * 3600 + value % 100 * 60
    word.classes.insert(.clock)
  default:
    guard let t = suffix.firstIndex(of: "T"), t == suffix.startIndex, digits == 2 else { return }
    var tail = TimeWord.unknown
    let clock = suffix.dropFirst().prefix { $0.isNumber || $0 == ":" }
    readDigits(String(clock), into: &tail)
    guard tail.classes.contains(.clock) else { return }
    word.number = value
    word.code = String(clock)
    word.classes.insert(.isoTail)
  }
}

private func asciiDigit(_ byte: UInt8) -> Int? { byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil }
