// The lines of one text judged together: what a line is depends on what stands around it.

enum LineClassifier {
  /// What each of the spans is. They are trimmed, not empty, in order and inside the scalars.
  static func verdicts(_ scalars: [Unicode.Scalar], _ spans: [Span]) -> [LineVerdict] {
    // Asked for by lines in capitals alone, and most texts have none.
    var inCapsText: Bool?
    var verdicts: [LineVerdict] = []
    verdicts.reserveCapacity(spans.count)
    var prose = 0
    var endsInColon = false
    for (i, span) in spans.enumerated() {
      let slice = scalars[span.start..<span.end]
      if let last = PlainProse.lastInside(slice, linesAfter: spans.count - 1 - i) {
        verdicts.append(LineVerdict(kind: .prose))
        prose += 1
        endsInColon = last == ":"
        continue
      }
      let line = LineShape(slice)
      if line.isCaps, inCapsText == nil { inCapsText = isMostlyCaps(scalars, spans) }
      let place = LinePlace(
        isAtTop: prose == 0 || (prose == 1 && i <= 2), linesAfter: spans.count - 1 - i, followsColon: endsInColon,
        before: i > 0 ? spans[i - 1].count : 0, after: i + 1 < spans.count ? spans[i + 1].count : 0,
        inCapsText: inCapsText ?? false)
      let verdict = LineRules.verdict(line, slice, place)
      verdicts.append(verdict)
      if verdict.kind == .prose {
        prose += 1
        endsInColon = line.lastInside == ":"
      }
    }
    return verdicts
  }

  /// Whether the first line is the headline: short, without a sentence's end, longer prose below it, neither dateline nor shout.
  static func opensWithTitle(_ scalars: [Unicode.Scalar], _ spans: [Span], _ verdicts: [LineVerdict]) -> Bool {
    guard spans.count > 1, spans[0].count <= 180 else { return false }
    let slice = scalars[spans[0].start..<spans[0].end]
    let line = LineShape(slice)
    guard (2...30).contains(line.words.count), !line.isOrnament else { return false }
    let isCaps = line.isCaps
    switch verdicts[0].kind {
    case .promo, .credit, .caption: return false
    case .related where verdicts[0].label > 0: return false
    case .heading where isCaps && line.words.count < 3: return false
    case .prose where isCaps && !LineClassifier.isMostlyCaps(scalars, spans): return false
    default: break
    }
    guard !line.endsSentence || line.lastInside == "?", !",:;–—_".unicodeScalars.contains(line.lastInside) else { return false }
    guard line.lastInside != "-", line.lastInside != "." || line.words.last?.isAcronym == true,
      DatelineParser.find(scalars, in: spans[0]) == nil
    else { return false }
    guard dateLine(slice) == nil else { return false }
    if line.first == "\"", normalised(line.last) == "\"" { return false }
    guard
      line.words[0].uppers > 0 || line.words[0].digits > 0 || line.uncased > 0 || line.first == "'" || line.words[0].letters > 0
    else { return false }
    // A byline, a date or a caption may stand between the headline and the story.
    for (span, verdict) in zip(spans, verdicts).dropFirst().prefix(4) where verdict.kind == .prose || verdict.kind == .heading {
      if span.count > spans[0].count, span.count >= 60 { return true }
      if dateLine(scalars[span.start..<span.end]) == nil { return false }
    }
    return false
  }

  /// A line that is nothing but a date, "Published" and the like before it.
  static func dateLine(_ slice: ArraySlice<Unicode.Scalar>) -> DateStamp? {
    guard slice.count <= 80 else { return nil }
    var text = string(slice)
    for opening in ["Published on ", "Published ", "Published: ", "Posted on ", "Posted ", "First published ", "Date: "]
    where text.hasPrefix(opening) {
      text.removeFirst(opening.count)
      break
    }
    // A line "2016" is a heading before it is a date.
    guard let stamp = DateStamp(parsing: text), stamp.precision != .year, stamp.precision != .month else { return nil }
    return stamp
  }

  /// Whether the text itself is written in capitals, as old wires wrote: most letters are large, and most lines.
  private static func isMostlyCaps(_ scalars: [Unicode.Scalar], _ spans: [Span]) -> Bool {
    var allUppers = 0
    var allLowers = 0
    var caps = 0
    var ordinary = 0
    for span in spans.prefix(400) {
      var uppers = 0
      var lowers = 0
      for scalar in scalars[span.start..<min(span.end, span.start + 2_000)] {
        if scalar.value < 0x80 {
          if (0x41...0x5A).contains(scalar.value) { uppers += 1 }
          if (0x61...0x7A).contains(scalar.value) { lowers += 1 }
        } else if scalar.properties.isLowercase {
          lowers += 1
        } else if scalar.properties.isUppercase {
          uppers += 1
        }
      }
      if uppers > lowers { caps += 1 } else if lowers > 0 { ordinary += 1 }
      allUppers += uppers
      allLowers += lowers
    }
    return allUppers > allLowers && caps > 2 * ordinary
  }
}
