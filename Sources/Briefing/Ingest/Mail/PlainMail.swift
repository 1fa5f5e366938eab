// The plain text of a mail as its reader means it: addresses that only a program follows, quotations of earlier mails, and the
// foot of a list are taken out and kept for who wants to see them; of a mail that was sent on, the head above it is read.

/// The lines of a plain mail, sorted.
struct PlainMail {
  /// What is left to read.
  private(set) var text = ""
  /// Where lines lead, by their letters and digits in lower case.
  private(set) var targets: [String: String] = [:]
  /// What was taken out, and how many letters and digits of the text stand before it.
  private(set) var leftOut: [(text: String, reason: SourceNotes.Reason, letters: Int)] = []
  /// The head of the mail that was sent on; nil where none was.
  private(set) var forwarded: ForwardedHead?

  private var letters = 0
  private var lastLine: String?

  /// `isForward`: the subject says that it was sent on.
  init(_ body: String, isForward: Bool) {
    var lines = body.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)[...]
    if let (head, comment, rest) = ForwardedHead.find(in: lines, isForward: isForward) {
      forwarded = head
      for line in comment { leaveOut(line, .outside) }
      lines = rest
    }
    let foot = PlainMail.foot(of: lines)
    var isAnswered = false
    for (place, line) in lines.enumerated() {
      let trimmed = line.trimmed
      if place >= foot {
        leaveOut(trimmed, .unsubscribe)
      } else if isAnswered, trimmed.hasPrefix(">") {
        leaveOut(trimmed, .quoted)
      } else if PlainMail.announcesQuotation(trimmed),
        lines.dropFirst(place + 1).first(where: { !$0.trimmed.isEmpty })?.trimmed.hasPrefix(">") == true
      {
        isAnswered = true
        leaveOut(trimmed, .quoted)
      } else if let address = PlainMail.address(trimmed), let lastLine {
        // A line of its own that leads where the line above it says.
        if targets[lastLine] == nil { targets[lastLine] = ClickCounter.target(of: address) }
        leaveOut(address, .links)
      } else {
        keep(line, trimmed)
      }
    }
  }

  /// How many paragraphs of an article stand before each piece that was taken out.
  func notes(in article: Article) -> [SourceNotes.LeftOut] {
    let scalars = Array(article.text.unicodeScalars)
    var ends: [(letters: Int, paragraph: Int)] = []
    var letters = 0
    for block in article.blocks {
      letters += scalars[block.span.start..<block.span.end].count(where: isLetterOrDigit)
      if let paragraph = block.paragraph { ends.append((letters, paragraph)) }
    }
    return leftOut.map { piece in
      SourceNotes.LeftOut(piece.text, reason: piece.reason, after: ends.last { $0.letters <= piece.letters }?.paragraph ?? 0)
    }
  }

  // MARK: lines

  private mutating func keep(_ line: String, _ trimmed: String) {
    // Only lines that hold an address or a mark of a newsletter program are written anew.
    guard trimmed.hasPrefix("** ") || trimmed.contains("://") else { return append(line) }
    var words: [String] = []
    var found: [String] = []
    for word in (trimmed.hasPrefix("** ") ? trimmed.dropFirst(3) : trimmed[...]).split(separator: " ") {
      let word = String(word)
      guard let start = word.range(ofText: "://") else {
        if word != "**" { words.append(word) }
        continue
      }
      // "text<https://...>" and "(https://...)": the address is the link's, not the sentence's.
      let open = word[..<start.lowerBound].lastIndex { "<([".contains($0) }
      let marks = String(word.reversed().prefix { ".,;:!?".contains($0) }.reversed())
      guard let open, let address = PlainMail.address(String(word[open...].dropLast(marks.count))) else {
        words.append(word)
        continue
      }
      found.append(address)
      let rest = String(word[..<open]) + marks
      if open > word.startIndex { words.append(rest) } else if let last = words.popLast() { words.append(last + marks) }
    }
    let plain = words.joined(separator: " ")
    append(plain)
    for address in found { leaveOut(address, .links) }
    if let first = found.first, let lastLine, targets[lastLine] == nil { targets[lastLine] = ClickCounter.target(of: first) }
  }

  private mutating func append(_ line: String) {
    text += line + "\n"
    letters += line.unicodeScalars.count(where: isLetterOrDigit)
    let key = MarkupArticle.key(line)
    if !key.isEmpty { lastLine = key }
  }

  private mutating func leaveOut(_ text: String, _ reason: SourceNotes.Reason) {
    guard text.unicodeScalars.contains(where: isLetterOrDigit) else { return }
    leftOut.append((text, reason, letters))
  }

  /// The address that a text is, in brackets or without.
  private static func address(_ text: String) -> String? {
    var inner = text[...]
    for (open, close) in [("<", ">"), ("(", ")"), ("[", "]")] where inner.hasPrefix(open) && inner.hasSuffix(close) {
      inner = inner.dropFirst().dropLast()
    }
    let lower = inner.prefix(8).lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), inner.utf8.count > 10, !inner.contains(" ") else {
      return nil
    }
    return String(inner)
  }

  /// "On Wed, Oct 4, 2023 at 9:00 AM Tom <tom@x.example> wrote:"
  private static func announcesQuotation(_ line: String) -> Bool {
    guard line.hasSuffix(":"), line.utf8.count <= 240 else { return false }
    let lower = line.lowercased()
    return verbs.contains { lower.hasSuffix($0 + ":") || lower.contains($0 + " ") }
  }

  private static let verbs = [
    " wrote", " schrieb", " a écrit", " escribió", " escreveu", " ha scritto", " napisał", " написал", " пише", " yazdı",
    " writes",
  ]

  /// Where the foot of a mailing list or of a newsletter program begins: a rule near the end, and below it what speaks of lists.
  private static func foot(of lines: ArraySlice<String>) -> Int {
    let lines = Array(lines)
    for place in lines.indices.reversed().prefix(40) where place > 0 && isRule(lines[place].trimmed) {
      let below = lines[(place + 1)...].joined(separator: " ").lowercased()
      if signs.contains(where: below.contains), below.utf8.count < 2_000 { return place }
    }
    return lines.count
  }

  private static func isRule(_ line: String) -> Bool {
    line.utf8.count >= 20 && line.allSatisfy { "_=*-".contains($0) }
  }

  private static let signs = ["mailing list", "listinfo", "unsubscribe", "update your preferences", "all rights reserved"]
}
