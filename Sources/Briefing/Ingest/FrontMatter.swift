// YAML front matter, as far as articles use it: scalars bare, quoted or folded, and lists inline or dashed. What is nested
// deeper is passed over.

enum FrontMatter {
  private static let longest = 300

  /// The head between "---" and "---" (or "..."), or nil where the text does not open so.
  static func read(_ lines: [Range<Int>], from first: Int, _ scalars: [Unicode.Scalar]) -> Head? {
    guard isFence(scalars[lines[first]], dots: false) else { return nil }
    let limit = min(lines.count, first + longest)
    guard let close = (first + 1..<max(limit, first + 1)).first(where: { isFence(scalars[lines[$0]], dots: true) }) else {
      return nil
    }
    // A rule above and below prose is no front matter: some line must be a field.
    var head = Head()
    var fields = 0
    var i = first + 1
    while i < close {
      defer { i += 1 }
      let line = string(scalars[lines[i]])
      guard !line.isEmpty, !line.hasPrefix("#"), indent(lines[i], scalars) == 0, let colon = colon(line) else { continue }
      let name = unquoted(String(line[..<colon])).first ?? ""
      var value = String(line[line.index(after: colon)...]).trimmed
      fields += 1
      var values: [String]
      let below = nested(lines, after: i, until: close, scalars)
      if value.isEmpty || value == "|" || value == ">" || value == "|-" || value == ">-" {
        let items = below.filter { $0.hasPrefix("- ") || $0 == "-" }
        if value.isEmpty, !items.isEmpty {
          values = items.flatMap { unquoted(String($0.dropFirst()).trimmed) }
        } else {
          values = value.isEmpty ? [] : [below.joined(separator: " ")]
        }
      } else {
        // A plain scalar goes on in indented lines.
        if !value.hasPrefix("["), !below.isEmpty, !below.contains(where: { $0.hasPrefix("- ") || Self.colon($0) != nil }) {
          value += " " + below.joined(separator: " ")
        } else if value.hasPrefix("["), !value.hasSuffix("]") {
          value += " " + below.joined(separator: " ")
        }
        values = value.hasPrefix("[") ? list(value) : unquoted(value)
      }
      if let key = Head.key(name) { head.take(key, values) }
    }
    guard fields > 0 else { return nil }
    head.bodyLine = close + 1
    return head
  }

  private static func isFence(_ line: ArraySlice<Unicode.Scalar>, dots: Bool) -> Bool {
    line.elementsEqual("---".unicodeScalars) || (dots && line.elementsEqual("...".unicodeScalars))
  }

  private static func indent(_ line: Range<Int>, _ scalars: [Unicode.Scalar]) -> Int {
    var i = line.lowerBound
    while i > 0, scalars[i - 1] == " " || scalars[i - 1] == "\t" { i -= 1 }
    return line.lowerBound - i
  }

  /// The lines below a key that belong to it: indented ones, and dashed ones at any depth.
  private static func nested(_ lines: [Range<Int>], after key: Int, until close: Int, _ scalars: [Unicode.Scalar]) -> [String] {
    var below: [String] = []
    var i = key + 1
    while i < close {
      let line = string(scalars[lines[i]])
      guard line.isEmpty || indent(lines[i], scalars) > 0 || line.hasPrefix("- ") else { break }
      if !line.isEmpty { below.append(line) }
      i += 1
    }
    return below
  }

  /// The colon that ends the key.
  private static func colon(_ line: String) -> String.Index? {
    guard let colon = line.prefix(64).firstIndex(of: ":") else { return nil }
    let after = line.index(after: colon)
    guard after == line.endIndex || line[after] == " " || line[after] == "\t" else { return nil }
    return line[..<colon].allSatisfy { $0.isLetter || $0.isNumber || " _-\"'".contains($0) } ? colon : nil
  }

  /// The value of a scalar: its quotes undone, or its comment cut off; none for null.
  static func unquoted(_ value: String) -> [String] {
    guard let quote = value.first, quote == "\"" || quote == "'" else {
      var end = value.startIndex
      while end < value.endIndex {
        if value[end] == "#", end > value.startIndex, value[value.index(before: end)] == " " { break }
        end = value.index(after: end)
      }
      let plain = String(value[..<end]).trimmed
      return plain.isEmpty || plain == "null" || plain == "~" ? [] : [plain]
    }
    var out = ""
    var rest = value.dropFirst()
    while let character = rest.popFirst() {
      if character == quote {
        guard quote == "'", rest.first == "'" else { break }
        rest.removeFirst()
        out.append("'")
      } else if character == "\\", quote == "\"", let escaped = rest.popFirst() {
        switch escaped {
        case "n", "t", "r": out.append(" ")
        case "u", "x":
          let digits = rest.prefix(escaped == "u" ? 4 : 2)
          if let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) { out.unicodeScalars.append(scalar) }
          rest = rest.dropFirst(digits.count)
        default: out.append(escaped)
        }
      } else {
        out.append(character)
      }
    }
    return out.isEmpty ? [] : [out]
  }

  /// The items of "[a, 'b, c', d]".
  static func list(_ value: String) -> [String] {
    var items: [String] = []
    var item = ""
    var quote: Character?
    for character in value.dropFirst() {
      if let open = quote {
        item.append(character)
        if character == open { quote = nil }
      } else if character == "," || character == "]" {
        items += unquoted(item.trimmed)
        item = ""
        if character == "]" { return items }
      } else {
        if (character == "\"" || character == "'") && item.trimmed.isEmpty { quote = character }
        item.append(character)
      }
    }
    return items + unquoted(item.trimmed)
  }
}
