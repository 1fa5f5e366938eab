// What a line is: promo, credit, caption, linked headline, heading or prose, by its wording and then by its shape.

/// Where a line stands among the others.
struct LinePlace {
  /// Nothing but what may be the headline stands before it.
  var isAtTop: Bool
  /// At most this many lines of any kind follow.
  var linesAfter: Int
  /// The prose before it ends in a colon: what follows is quoted.
  var followsColon: Bool
  /// Length of the lines beside it, in scalars; 0 where there is none.
  var before: Int
  var after: Int
  /// Most of the text is in capitals, so that capitals say nothing.
  var inCapsText: Bool
}

/// What a line is, and how many scalars at its start are a label ("RELATED:") that belongs to no headline.
struct LineVerdict: Equatable {
  var kind: Block.Kind
  var label = 0
}

enum LineRules {
  static func verdict(_ line: LineShape, _ scalars: ArraySlice<Unicode.Scalar>, _ place: LinePlace) -> LineVerdict {
    if isCaption(line, scalars) { return LineVerdict(kind: .caption) }
    if line.isLong { return LineVerdict(kind: .prose) }
    let isCaps = line.isCaps && !place.inCapsText
    if isPromo(line, isCaps: isCaps) { return LineVerdict(kind: .promo) }
    if isCredit(line, place) { return LineVerdict(kind: .credit) }
    if let label = relatedLabel(line, scalars) { return LineVerdict(kind: .related, label: label) }
    if isCaps { return LineVerdict(kind: kindInCaps(line, scalars, place)) }
    return LineVerdict(kind: isHeading(line, scalars, place) ? .heading : .prose)
  }

  // MARK: promo, credit, caption

  static func isPromo(_ line: LineShape, isCaps: Bool) -> Bool {
    guard line.words.count <= 40 else { return false }
    let cores = line.words.map(\.core)
    if line.words.count <= 2, Phrases.promoLines.contains(cores) { return true }
    if isCaps {
      if Phrases.promoInside.contains(where: line.contains) { return true }
      if Phrases.shoutedPromoOpenings.contains(where: line.begins), !line.begins(["JOIN", "US", "AND"]) {
        // "DONATE" opens promos; "DONATED ARMS REACH KYIV" and "SHOP OWNERS FLEE" are headlines.
        return cores[0] != "SHOP" || line.contains(["HERE"])
      }
    }
    if line.words.count <= 30, Phrases.promoOpenings.contains(where: line.begins) { return true }
    if let first = cores.first, ["GET", "DOWNLOAD", "SUBSCRIBE", "TRY"].contains(first), cores.count > 1,
      isCaps || (cores.count <= 14 && ["THE", "OUR", "A", "YOUR", "ALL"].contains(cores[1])) || line.contains(["YOUR", "INBOX"])
    {
      return cores.contains(where: Phrases.promoGoods.contains) || line.contains(["ON", "THE", "GO"])
    }
    // "READ THE REPORT BY CLICKING HERE" in any case, where it closes a short line.
    return line.words.count <= 16 && (cores.suffix(2) == ["CLICKING", "HERE"] || cores.suffix(2) == ["CLICK", "HERE"])
      && line.words.dropLast(2).allSatisfy { !$0.endsSentence }
  }

  static func isCredit(_ line: LineShape, _ place: LinePlace) -> Bool {
    if let opening = Phrases.creditOpenings.first(where: line.begins) {
      // "Compiled by a former agent, the file ..." is prose: a credit names somebody.
      return line.words.count <= 60
        && line.words.dropFirst(opening.count).prefix(2).contains { $0.uppers + $0.digits > 0 }
    }
    if line.words.contains(where: { $0.core == "CONTRIBUTED" }), Phrases.creditInside.contains(where: line.contains) {
      return true
    }
    if line.first == "©" || (line.first == "(" && line.begins(["C"]) && line.words.count > 1 && line.words[1].digits == 4) {
      return line.words.count <= 40
    }
    if line.words.count <= 3, !line.words.isEmpty, line.words.allSatisfy({ Phrases.agencies.contains($0.core) }) {
      return line.first == "(" || line.first == "-" || line.first == "—" || place.linesAfter == 0
    }
    // "SOURCE: AL JAZEERA AND NEWS AGENCIES" closes a text.
    if place.linesAfter <= 2, line.words.count <= 9, let first = line.words.first, first.endsClause,
      first.core == "SOURCE" || first.core == "SOURCES"
    {
      return true
    }
    if place.isAtTop, isByline(line) { return true }
    return place.linesAfter <= 2 && isBiography(line)
  }

  /// "By Jane Doe", "BY JANE DOE AND JOHN ROE, THE ASSOCIATED PRESS".
  static func isByline(_ line: LineShape) -> Bool {
    guard (3...14).contains(line.words.count), line.words[0].core == "BY", !line.endsSentence else { return false }
    let small: Set<String> = ["AND", "OF", "IN", "FOR", "THE", "AT", "DE", "VAN", "VON", "AL", "BIN"]
    return line.words.allSatisfy { ($0.uppers > 0 || small.contains($0.core)) && $0.digits == 0 }
  }

  /// "Jane Doe is a politics reporter for the Daily Example."
  static func isBiography(_ line: LineShape) -> Bool {
    let jobs: Set<String> = [
      "REPORTER", "WRITER", "CORRESPONDENT", "EDITOR", "JOURNALIST", "COLUMNIST", "CONTRIBUTOR", "PRODUCER", "FELLOW",
    ]
    guard line.words.count <= 45, let verb = line.words.prefix(6).firstIndex(where: { $0.core == "IS" || $0.core == "ARE" }),
      verb >= 2, line.words[..<verb].allSatisfy({ $0.uppers > 0 || $0.core == "AND" })
    else { return false }
    let after = line.words[(verb + 1)...].prefix(8).map(\.core)
    guard let first = after.first, ["A", "AN", "THE"].contains(first),
      let job = after.firstIndex(where: jobs.contains), job + 1 < after.count
    else { return false }
    return ["FOR", "WITH", "AT", "COVERING", "BASED", "IN", "ON"].contains(after[job + 1])
  }

  static func isCaption(_ line: LineShape, _ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 900 else { return false }
    if !line.isLong {
      if Phrases.captionOpenings.contains(where: line.begins) { return true }
      if let first = line.words.first, first.endsClause, Phrases.captionLabels.contains(first.core), line.words.count > 1 {
        return true
      }
      if line.begins(["FILE"]), line.words.count > 4, scalars.dropFirst(4).first == " ",
        let dash = scalars.dropFirst(5).first, "-–—".unicodeScalars.contains(dash)
      {
        return true
      }
    }
    return endsInPhotoCredit(scalars)
  }

  /// "(AP Photo/Jane Doe, File)", "(John Roe/Pool/AFP via Getty Images)", "REUTERS/Jane Doe".
  static func endsInPhotoCredit(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let tail = scalars.suffix(200)
    if tail.last == ")" || tail.suffix(2).first == ")", let open = tail.lastIndex(of: "(") {
      let inside = LineShape(tail[(open + 1)...])
      guard (1...24).contains(inside.words.count) else { return false }
      let isCredit = inside.words.contains { word in
        Phrases.captionAgencies.contains(word.core) || word.core.hasPrefix("REUTERS/") || word.core.hasPrefix("AFP/")
          || word.core.hasSuffix("/AP") || word.core.hasSuffix("/AFP") || word.core.hasPrefix("AP/")
          || word.core.hasSuffix("/REUTERS") || word.core.hasPrefix("PHOTO/")
      }
      // "(see the file)" is prose: a credit names somebody.
      return isCredit && inside.words.contains { $0.uppers > 0 }
    }
    guard tail.suffix(60).contains("/") else { return false }
    let end = LineShape(tail.suffix(60))
    return end.words.suffix(4).contains { $0.core.hasPrefix("REUTERS/") && $0.core.utf8.count > 8 } && !end.endsSentence
  }

  // MARK: linked headlines and headings

  /// The length of a label before a linked headline, its colon and space included.
  static func relatedLabel(_ line: LineShape, _ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let colon = scalars.prefix(40).firstIndex(of: ":"), line.words.count <= 34 else { return nil }
    let label = LineShape(scalars[scalars.startIndex..<colon]).words.map(\.core)
    guard (1...4).contains(label.count), Phrases.relatedLabels.contains(label) else { return nil }
    var start = colon + 1
    while start < scalars.endIndex, isSpace(scalars[start]) { start += 1 }
    guard start > colon + 1, start < scalars.endIndex else { return nil }
    let rest = LineShape(scalars[start...])
    guard rest.words.count >= 3, rest.lastInside != ".", rest.words.first!.uppers + rest.words.first!.digits > 0 else {
      return nil
    }
    return start - scalars.startIndex
  }

  static func kindInCaps(
    _ line: LineShape, _ scalars: ArraySlice<Unicode.Scalar>, _ place: LinePlace
  ) -> Block.Kind {
    let count = line.words.count
    if place.followsColon || isShout(line, scalars) || count > 34 || line.count > 240 { return .prose }
    if count == 1 || isAcronyms(line) || line.lastInside == ":" { return .heading }
    if line.words[0].digits > 0, line.words[0].letters == 0, line.words[0].endsSentence { return .heading }
    // A row of a table.
    if line.words.filter({ $0.letters == 0 }).count * 5 >= count * 2 { return .prose }
    if count >= 6 { return isHeadingWording(line) && count <= 7 ? .heading : .related }
    if isHeadingWording(line) { return .heading }
    return count >= 3 && readsAsHeadline(line) ? .related : .heading
  }

  /// Nothing but short names: "NATO", "U.N.", "EU AND UN".
  private static func isAcronyms(_ line: LineShape) -> Bool {
    line.words.count <= 3 && line.words.allSatisfy { $0.core.utf8.count <= 6 && ($0.core == "AND" || !isVerb($0.core)) }
      && line.words.contains { $0.core.contains(".") || $0.letters <= 4 }
      && line.words.filter { $0.letters > 4 }.count == 0
  }

  /// A quotation or an exclamation of the story itself, written in capitals.
  private static func isShout(_ line: LineShape, _ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    if line.lastInside == "!" { return true }
    // A headline that breaks off: "ARMY ENTERS CITY AFTER..."
    let isCut = line.lastInside == "…" || scalars.suffix(3).elementsEqual("...".unicodeScalars)
    if line.endsSentence, line.lastInside != "?", !isCut { return true }
    // Two sentences are no headline.
    if line.words.dropLast().contains(where: { $0.endsSentence && !$0.isAcronym && $0.letters > 4 && !$0.endsClause }) {
      return true
    }
    guard line.first == "\"" || line.first == "'" else { return false }
    let quote = line.first
    let inner = scalars.dropFirst()
    guard
      let close = inner.indices.first(where: { i in
        normalised(scalars[i]) == quote && (i + 1 == scalars.endIndex || !isLetterOrDigit(scalars[i + 1]))
      })
    else {
      // Opened and never closed: the first paragraph of a longer quotation.
      return quote == "\""
    }
    let rest = scalars[(close + 1)...].drop { isSpace($0) || ".,".unicodeScalars.contains($0) }
    if rest.isEmpty { return true }
    return LineShape(rest).words.prefix(6).contains { Phrases.toldSpeech.contains($0.core) }
  }

  private static func isHeadingWording(_ line: LineShape) -> Bool {
    line.words.contains { Phrases.headingWords.contains($0.core) } && !line.words.dropFirst().contains { isVerb($0.core) }
  }

  /// A verb after its subject, a colon that splits source and claim, or a question.
  private static func readsAsHeadline(_ line: LineShape) -> Bool {
    if line.words.dropFirst().contains(where: { isVerb($0.core) || Phrases.headlineWords.contains($0.core) }) { return true }
    let cores = line.words.map(\.core)
    if zip(cores.dropFirst(), cores.dropFirst(2)).contains(where: { $0 == "TO" && Phrases.headlineVerbs.contains($1) }) {
      return true
    }
    return line.words.dropLast().contains { $0.endsClause } && line.words.count >= 4
  }

  static func isVerb(_ word: String) -> Bool {
    let verbs = Phrases.headlineVerbs
    if word.hasSuffix("S") {
      let stem = word.dropLast()
      if verbs.contains(String(stem)) { return true }
      if word.hasSuffix("ES"), verbs.contains(String(word.dropLast(2))) { return true }
      return word.hasSuffix("IES") && verbs.contains(word.dropLast(3) + "Y")
    }
    if word.hasSuffix("ED") {
      return verbs.contains(String(word.dropLast(2))) || verbs.contains(String(word.dropLast()))
        || (word.hasSuffix("IED") && verbs.contains(word.dropLast(3) + "Y"))
    }
    return false
  }

  /// A section heading in ordinary case: a short line without an end, between longer paragraphs.
  static func isHeading(_ line: LineShape, _ scalars: ArraySlice<Unicode.Scalar>, _ place: LinePlace) -> Bool {
    if line.first == "#", scalars.drop(while: { $0 == "#" }).first == " ", line.words.count <= 16 { return true }
    guard (1...10).contains(line.words.count), line.count <= 80, !place.followsColon else { return false }
    guard place.after >= max(80, line.count * 2), place.before == 0 || place.before >= 80 else { return false }
    guard line.lastInside == "?" || !(line.endsSentence || ",;:-–—_\"".unicodeScalars.contains(line.lastInside)) else {
      return false
    }
    guard !"-–—•*\"'(".unicodeScalars.contains(line.first), normalised(line.last) != "\"", line.last != "_" else { return false }
    return line.words[0].uppers > 0 || line.words[0].digits > 0
  }
}
