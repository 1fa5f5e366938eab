// The opening of a wire story: "WASHINGTON (AP) -", "BEIRUT, Oct 5 (Reuters) -", "KYIV, Ukraine —".

/// A dateline as it stands, with the date it may name.
struct FoundDateline {
  var dateline: Dateline
  /// Month and day (and year where given) as written, no more.
  var month: Int?
  var day: Int?
  var year: Int?
  /// The scalar after the dash and its spaces: where the story begins.
  var storyStart: Int
}

enum DatelineParser {
  private static let reach = 110

  /// The dateline that opens the block, or nil.
  static func find(_ scalars: [Unicode.Scalar], in span: Span) -> FoundDateline? {
    let end = min(span.end, span.start + reach, scalars.count)
    guard span.start >= 0, span.start < end, let dash = dash(scalars, from: span.start, to: end) else { return nil }
    var head = span.start..<dash.at
    while let last = scalars[head].last, isSpace(last) { head = head.lowerBound..<(head.upperBound - 1) }
    guard !head.isEmpty else { return nil }
    let whole = Span(head.lowerBound, head.upperBound)

    var agency: Span?
    var rest = head
    if scalars[head].last == ")", let open = scalars[head].lastIndex(of: "(") {
      let inside = Paragraphs.trim((open + 1)..<(head.upperBound - 1), scalars)
      let words = LineShape(scalars[inside]).words
      guard !inside.isEmpty, (1...5).contains(words.count), words[0].uppers > 0 else { return nil }
      agency = Span(inside.lowerBound, inside.upperBound)
      rest = Paragraphs.trim(head.lowerBound..<open, scalars)
    }
    guard !rest.isEmpty else { return nil }
    var found = FoundDateline(
      dateline: Dateline(span: whole, place: whole, agency: agency), storyStart: dash.storyStart)
    // The date, after the last comma that stands before a month.
    var place = rest
    if let date = dateAtEnd(scalars, rest) {
      (found.month, found.day, found.year) = (date.month, date.day, date.year)
      place = date.before
    }
    guard isPlace(scalars, place, isSure: agency != nil || found.month != nil) else { return nil }
    found.dateline.place = Span(place.lowerBound, place.upperBound)
    return found
  }

  /// A dash with white space (or the line's end) behind it, and before it white space or a bracket.
  private static func dash(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> (at: Int, storyStart: Int)? {
    var i = start + 1
    while i < end {
      let scalar = scalars[i]
      if isDash(scalar) {
        var after = i + 1
        while after < end, scalars[after] == scalar { after += 1 }
        let isWide = scalar == "—" || scalar == "–" || after - i > 1
        let spaced = isSpace(scalars[i - 1]) || scalars[i - 1] == ")"
        let open = after >= end || isSpace(scalars[after])
        if spaced || isWide, open || (isWide && scalars[i - 1] == ")") {
          while after < scalars.count, after < end, isSpace(scalars[after]) { after += 1 }
          return (i, after)
        }
        i = after
      } else if scalar == "." && i + 1 < end && isSpace(scalars[i + 1]) && i - start > 60 {
        return nil
      } else {
        i += 1
      }
    }
    return nil
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "_", "―": true
    default: false
    }
  }

  /// "Oct. 5", "Oct 5, 2023", "5 October" at the end of the range.
  private static func dateAtEnd(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>
  ) -> (before: Range<Int>, month: Int, day: Int, year: Int?)? {
    var words: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if isLetterOrDigit(scalars[i]) {
        let start = i
        while i < range.upperBound, isLetterOrDigit(scalars[i]) { i += 1 }
        words.append(start..<i)
      } else {
        i += 1
      }
    }
    func text(_ k: Int) -> String {
      guard words.indices.contains(k) else { return "" }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[words[k]])
      return String(view).uppercased()
    }
    var last = words.count - 1
    var year: Int?
    if let number = Int(text(last)), (1900...2199).contains(number) {
      year = number
      last -= 1
    }
    guard last >= 2 else { return nil }
    let month: Int
    let day: Int
    if let number = Int(text(last)), let named = DatePart.month(text(last - 1)) {
      (month, day) = (named, number)
    } else if let named = DatePart.month(text(last)), let number = Int(text(last - 1)) {
      (month, day) = (named, number)
    } else {
      return nil
    }
    guard CivilDate(year ?? 2000, month, day).isValid else { return nil }
    var end = words[last - 1].lowerBound
    while end > range.lowerBound, isSpace(scalars[end - 1]) || scalars[end - 1] == "," || scalars[end - 1] == "." { end -= 1 }
    return end > range.lowerBound ? (range.lowerBound..<end, month, day, year) : nil
  }

  private static let noPlaces: Set<String> = [
    "NATO", "EU", "UN", "U.N", "US", "U.S", "UK", "UPDATE", "BREAKING", "EXCLUSIVE", "ANALYSIS", "OPINION", "WATCH", "VIDEO",
    "CORRECTION", "FACTBOX", "EXPLAINER", "TIMELINE", "LIVE", "FIRST", "NEW", "UPDATED", "REPORT", "POLL", "NOTE", "FILE",
    "PHOTO", "PKK", "ISIS", "G7", "G20", "OPEC", "IAEA", "WHO", "CIA", "FBI",
  ]

  /// One to five words in capitals ("TEL AVIV"), and perhaps a country or state in ordinary case after a comma; with an agency
  /// or a date behind them, ordinary case will do.
  private static func isPlace(_ scalars: [Unicode.Scalar], _ range: Range<Int>, isSure: Bool) -> Bool {
    let shape = LineShape(scalars[range])
    guard (1...9).contains(shape.words.count), shape.words.allSatisfy({ $0.digits == 0 }) else { return false }
    guard !noPlaces.contains(shape.words[0].core) || (isSure && shape.words.count > 1) else { return false }
    let comma = scalars[range].firstIndex(of: ",") ?? range.upperBound
    let city = LineShape(scalars[range.lowerBound..<comma])
    guard (1...5).contains(city.words.count) else { return false }
    if city.isCaps { return city.words[0].letters >= 3 || city.words.count > 1 || isSure }
    let small: Set<String> = ["DE", "AL", "OF", "THE", "ON", "AND", "DU", "LA", "EL"]
    return isSure && shape.words.count <= 6
      && shape.words.allSatisfy { $0.uppers > 0 || small.contains($0.core) || $0.uppers + $0.lowers == 0 }
  }
}
