// Cuts UTF-8 into words for linking: one pass over the bytes, no string made. The analysers' tokens are richer and ten
// times dearer; linking needs only which words an article has, how they are cased, and where one of them stands.

/// A word as linking sees it.
struct ScannedWord {
  /// Of the word without case, accents and possessive.
  var exact: UInt32
  /// Of its stem, by which words of two articles are the same.
  var stem: UInt32
  /// Byte offsets into the scanned text.
  var start: Int
  var end: Int
  var isCapital: Bool
  var hasLower: Bool
  var isNumber: Bool
  /// A stop word, or a single letter.
  var isStop: Bool
  /// The first of a sentence or a line: its capital says nothing.
  var opensSentence: Bool
  /// Nothing but one space stands between it and the word before.
  var followsDirectly: Bool
}

/// Calls `use` with each word of the bytes, in order, at most `limit` bytes far.
func scanWords(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int, use: (ScannedWord) -> Void) {
  let end = min(bytes.count, limit)
  var at = 0
  var opens = true
  var lastEnd = -1
  var letters: [UInt8] = []
  letters.reserveCapacity(64)
  while at < end {
    let start = at
    var wordEnd = at
    letters.removeAll(keepingCapacity: true)
    var firstIsCapital = false
    var hasLower = false
    var digits = 0
    scan: while at < end {
      let byte = bytes[at]
      switch byte {
      case 0x61...0x7A:
        hasLower = true
        append(byte)
        at += 1
        wordEnd = at
      case 0x41...0x5A:
        if letters.isEmpty { firstIsCapital = true }
        append(byte | 0x20)
        at += 1
        wordEnd = at
      case 0x30...0x39:
        digits += 1
        append(byte)
        at += 1
        wordEnd = at
      case 0x27:
        guard !letters.isEmpty, at + 1 < end, isWordByte(bytes[at + 1]) else { break scan }
        at += 1
        if endsPossessive(at) { break scan }
      case 0x2E, 0x2C:
        // U.S., 3.5, 2,000
        guard !letters.isEmpty, at + 1 < end, joins(byte, before: bytes[at + 1]) else { break scan }
        if digits > 0, byte == 0x2E { append(byte) }
        at += 1
      case 0x80...:
        let (scalar, length) = decode(at)
        let plain = normalised(scalar)
        if plain == "'" {
          guard !letters.isEmpty, at + length < end, isWordByte(bytes[at + length]) else { break scan }
          at += length
          if endsPossessive(at) { break scan }
        } else if Folding.isMark(scalar) {
          at += length
        } else if isLetter(scalar) {
          if letters.isEmpty { firstIsCapital = scalar.properties.isUppercase }
          if scalar.properties.isLowercase { hasLower = true }
          if let byte = Folding.plain(scalar) {
            append(byte)
          } else {
            for lower in scalar.properties.lowercaseMapping.utf8 { append(lower) }
          }
          at += length
          wordEnd = at
        } else {
          break scan
        }
      default: break scan
      }
    }
    guard !letters.isEmpty else {
      // No word here: one sign.
      if at >= end { break }
      switch bytes[at] {
      case 0x21, 0x2E, 0x3F, 0x0A, 0x3A: opens = true
      case 0x80...: at += decode(at).1 - 1
      default: break
      }
      at += 1
      continue
    }
    // "U.N." is printed with its last point.
    if wordEnd - 2 > start, wordEnd < end, bytes[wordEnd] == 0x2E, bytes[wordEnd - 2] == 0x2E { wordEnd += 1 }
    let exact = wordHash(letters, letters.count)
    let isNumber = digits > 0 && digits * 2 >= letters.count
    use(
      ScannedWord(
        exact: exact, stem: isNumber ? exact : wordHash(letters, stemLength(letters)), start: start, end: wordEnd,
        isCapital: firstIsCapital, hasLower: hasLower, isNumber: isNumber,
        isStop: letters.count == 1 || LinkStopWords.hashes.contains(exact), opensSentence: opens,
        followsDirectly: lastEnd >= 0 && start == lastEnd + 1 && bytes[lastEnd] == 0x20))
    at = max(at, wordEnd)
    lastEnd = at
    opens = false
    // The possessive is part of no word: skip the s that endsPossessive saw.
    if at < end, at > start, bytes[at] == 0x73 || bytes[at] == 0x53, !isWordByte(bytes[at - 1]) { at += 1 }
  }

  func append(_ byte: UInt8) { if letters.count < 48 { letters.append(byte) } }

  func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  /// Whether the s at `i`, after an apostrophe, ends the word.
  func endsPossessive(_ i: Int) -> Bool {
    guard bytes[i] == 0x73 || bytes[i] == 0x53 else { return false }
    return i + 1 >= end || !isWordByte(bytes[i + 1])
  }

  func joins(_ sign: UInt8, before next: UInt8) -> Bool {
    let isDigitNext = (0x30...0x39).contains(next)
    let last = letters[letters.count - 1]
    if (0x30...0x39).contains(last) { return isDigitNext }
    // An acronym: a letter and a point in turn.
    guard sign == 0x2E, isWordByte(next), !isDigitNext else { return false }
    return letters.count == 1 || bytes[at - 2] == 0x2E
  }

  func decode(_ i: Int) -> (Unicode.Scalar, Int) {
    let lead = bytes[i]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, i + length <= end else { return (" ", 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for k in 1..<length { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
    return (Unicode.Scalar(value) ?? " ", length)
  }
}

/// How many of a word's letters its stem has: plurals lose their ending.
private func stemLength(_ letters: [UInt8]) -> Int {
  let n = letters.count
  guard n > 3, letters[n - 1] == 0x73 else { return n }
  switch letters[n - 2] {
  case 0x73, 0x75, 0x69: return n  // ss, us, is
  case 0x65 where n > 4:
    // "clashes", "boxes", "attackes": the e goes too; "strikes", "places" keep it.
    let third = letters[n - 3]
    return third == 0x68 || third == 0x78 || (third == 0x73 && letters[n - 4] == 0x73) ? n - 2 : n - 1
  default: return n - 1
  }
}

/// FNV-1a, folded to 32 bits.
func wordHash(_ bytes: some Collection<UInt8>, _ count: Int) -> UInt32 {
  var h: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes.prefix(count) { h = (h ^ UInt64(byte)) &* 0x100_0000_01B3 }
  h ^= h >> 32
  return UInt32(truncatingIfNeeded: h &* 0x9E37_79B9_7F4A_7C15 >> 32)
}
