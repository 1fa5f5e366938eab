// The head of a mail: fields unfolded (RFC 5322, 2.2), encoded words read (RFC 2047), parameters put together (RFC 2231).

/// The fields of a head, as their bytes stand.
struct MailHeader {
  /// Fields beyond these are passed over.
  static let fieldLimit = 500
  /// A field longer than this (in bytes) is cut.
  static let valueLimit = 16_384

  private var fields: [(name: String, value: [UInt8])] = []

  /// Reads fields from `start` on; `start` is then where the body begins.
  init(_ bytes: [UInt8], from start: inout Int, upTo end: Int) {
    var i = start
    // The envelope line of mailboxes, which some single mails keep.
    if bytes[i..<end].starts(with: "From ".utf8) { i = MailHeader.lineEnd(bytes, i, end).next }
    while i < end {
      let line = MailHeader.lineEnd(bytes, i, end)
      if line.end == i {
        i = line.next
        break
      }
      if isWhite(bytes[i]) {
        if let last = fields.indices.last {
          append(bytes[i..<line.end], to: last)
          i = line.next
          continue
        }
        // A line of blanks before the first field.
        i = line.next
        continue
      }
      guard let colon = bytes[i..<line.end].firstIndex(of: Byte.colon), colon > i,
        bytes[i..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { break }  // no field, no blank line: the body begins here
      if fields.count < MailHeader.fieldLimit {
        fields.append((String(decoding: bytes[i..<colon].map(lowercased), as: UTF8.self), []))
        append(bytes[(colon + 1)..<line.end], to: fields.count - 1)
      }
      i = line.next
    }
    start = i
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, to field: Int) {
    let room = MailHeader.valueLimit - fields[field].value.count
    fields[field].value += bytes.prefix(max(0, room))
  }

  /// Where a line ends, and where the next begins.
  static func lineEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> (end: Int, next: Int) {
    var i = start
    while i < limit, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
    guard i < limit else { return (limit, limit) }
    return (i, i + 1 < limit && bytes[i] == 0x0D && bytes[i + 1] == 0x0A ? i + 2 : i + 1)
  }

  var isEmpty: Bool { fields.isEmpty }

  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// The first field of a name as it stands, nil where there is none.
  private func raw(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// A field decoded, on one line.
  func text(_ name: String) -> String? {
    guard let value = raw(name) else { return nil }
    let line = Sanitize.line(EncodedWords.decode(value))
    return line.isEmpty ? nil : line
  }

  /// The value of a structured field in lower case, without its parameters.
  func token(_ name: String) -> String? {
    raw(name).map { value in
      String(decoding: value.prefix { $0 != Byte.semicolon }.map(lowercased), as: UTF8.self).trimmed
    }
  }

  /// A parameter of a structured field: charset, boundary, filename.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = raw(name) else { return nil }
    var plain: String?
    var pieces: [Int: (bytes: [UInt8], isEncoded: Bool)] = [:]
    for (key, bytes) in MailHeader.parameters(value) {
      if key == parameter {
        plain = plain ?? String(decoding: Charset.utf8(bytes, from: nil), as: UTF8.self)
      } else if key.hasPrefix(parameter + "*") {
        let rest = key.dropFirst(parameter.count + 1)
        let number = Int(rest.prefix { $0.isNumber }) ?? 0
        if pieces.count < 64 { pieces[number] = (bytes, rest.hasSuffix("*") || rest.isEmpty) }
      }
    }
    guard !pieces.isEmpty else { return plain }
    var charset: String?
    var joined: [UInt8] = []
    for (i, number) in pieces.keys.sorted().enumerated() {
      var bytes = pieces[number]!.bytes
      if pieces[number]!.isEncoded {
        // charset'language'text
        if i == 0 {
          let parts = bytes.split(separator: Byte.apostrophe, maxSplits: 2, omittingEmptySubsequences: false)
          if parts.count == 3 {
            charset = String(decoding: parts[0], as: UTF8.self)
            bytes = Array(parts[2])
          }
        }
        bytes = PercentEncoding.decode(bytes)
      }
      joined += bytes
    }
    return String(decoding: Charset.utf8(joined, from: charset), as: UTF8.self)
  }

  /// "; name=value; name="quoted"", comments left alone.
  private static func parameters(_ value: [UInt8]) -> [(String, [UInt8])] {
    var found: [(String, [UInt8])] = []
    var i = value.firstIndex(of: Byte.semicolon) ?? value.count
    while i < value.count, found.count < 64 {
      i += 1
      while i < value.count, isWhite(value[i]) { i += 1 }
      let start = i
      while i < value.count, value[i] != Byte.equals, value[i] != Byte.semicolon { i += 1 }
      let name = String(decoding: value[start..<i].map(lowercased), as: UTF8.self).trimmed
      guard i < value.count, value[i] == Byte.equals else { continue }
      i += 1
      while i < value.count, isWhite(value[i]) { i += 1 }
      var bytes: [UInt8] = []
      if i < value.count, value[i] == Byte.quote {
        i += 1
        while i < value.count, value[i] != Byte.quote {
          if value[i] == UInt8(ascii: "\\"), i + 1 < value.count { i += 1 }
          bytes.append(value[i])
          i += 1
        }
        while i < value.count, value[i] != Byte.semicolon { i += 1 }
      } else {
        while i < value.count, value[i] != Byte.semicolon {
          bytes.append(value[i])
          i += 1
        }
        while let last = bytes.last, isWhite(last) { bytes.removeLast() }
      }
      if !name.isEmpty { found.append((name, bytes)) }
    }
    return found
  }
}

/// "=?utf-8?B?...?=" and "=?iso-8859-1?Q?...?=" in the text of a field.
enum EncodedWords {
  static func decode(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    /// Bytes of adjacent words in one charset, read together: they may cut a character.
    var pending: (charset: String, bytes: [UInt8])?
    func flush() {
      guard let (charset, bytes) = pending else { return }
      out += Charset.utf8(bytes, from: charset)
      pending = nil
    }
    var i = 0
    while i < bytes.count {
      if bytes[i] == Byte.equals, let word = word(bytes, at: i) {
        if pending?.charset != word.charset { flush() }
        pending = (word.charset, (pending?.bytes ?? []) + word.bytes)
        i = word.end
        // White space between two words is not part of the text.
        var next = i
        while next < bytes.count, isWhite(bytes[next]) { next += 1 }
        if next < bytes.count, next > i, bytes[next] == Byte.equals, self.word(bytes, at: next) != nil { i = next }
        continue
      }
      flush()
      let start = i
      i += 1
      while i < bytes.count, bytes[i] != Byte.equals { i += 1 }
      out += Charset.utf8(Array(bytes[start..<i]), from: nil)
    }
    flush()
    return String(decoding: out, as: UTF8.self)
  }

  private static func word(_ bytes: [UInt8], at start: Int) -> (charset: String, bytes: [UInt8], end: Int)? {
    guard start + 6 < bytes.count, bytes[start + 1] == Byte.question else { return nil }
    let limit = min(bytes.count, start + 1_000)
    guard let first = bytes[(start + 2)..<limit].firstIndex(of: Byte.question), first + 2 < limit,
      bytes[first + 2] == Byte.question
    else { return nil }
    var close = first + 3
    while close + 1 < limit, !(bytes[close] == Byte.question && bytes[close + 1] == Byte.equals) { close += 1 }
    guard close + 1 < limit else { return nil }
    let label = bytes[(start + 2)..<first].prefix { $0 != UInt8(ascii: "*") }
    let text = Array(bytes[(first + 3)..<close])
    let decoded: [UInt8]?
    switch bytes[first + 1] | 0x20 {
    case UInt8(ascii: "b"): decoded = Base64.decode(text)
    case UInt8(ascii: "q"): decoded = QuotedPrintable.decode(text.map { $0 == 0x5F ? 0x20 : $0 })
    default: decoded = nil
    }
    guard let decoded else { return nil }
    return (String(decoding: label.map(lowercased), as: UTF8.self), decoded, close + 2)
  }
}

/// RFC 2045, 6.7; what is no escape stays as it stands.
enum QuotedPrintable {
  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      guard bytes[i] == Byte.equals else {
        out.append(bytes[i])
        i += 1
        continue
      }
      if i + 2 < bytes.count, let high = hexDigit(bytes[i + 1]), let low = hexDigit(bytes[i + 2]) {
        out.append(UInt8(high << 4 | low))
        i += 3
        continue
      }
      // A soft line end, with blanks that were lost on the way.
      var next = i + 1
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
      if next >= bytes.count {
        i = next
      } else if bytes[next] == 0x0D || bytes[next] == 0x0A {
        i = next + (bytes[next] == 0x0D && next + 1 < bytes.count && bytes[next + 1] == 0x0A ? 2 : 1)
      } else {
        out.append(Byte.equals)
        i += 1
      }
    }
    return out
  }
}
