// Marked text: the expectation is drawn in the input. "[Thursday|2023-10-05]" is an expression and its value, "-" is unresolved.

@testable import Briefing

/// A text with its expected expressions.
struct MarkedTime {
  var text = ""
  var expected: [String] = []

  init(_ marked: String) {
    var inside = false
    var surface = ""
    var value = ""
    var inValue = false
    for character in marked {
      switch character {
      case "[": inside = true
      case "|" where inside: inValue = true
      case "]" where inside:
        text += surface
        expected.append("\(surface) = \(value)")
        (inside, inValue, surface, value) = (false, false, "", "")
      default:
        if inValue { value.append(character) } else if inside { surface.append(character) } else { text.append(character) }
      }
    }
  }

  /// What the tagger finds in the text, written like the expectation.
  func found(published: String?) -> [String] {
    let document = timeDocument(text)
    return TimexTagger().tag(document, published: published.flatMap(timeStamp)).map {
      "\(document.string($0.span)) = \($0.value ?? "-")"
    }
  }
}

/// A document of one prose block a line.
func timeDocument(_ text: String) -> Document {
  Document(text: text, blocks: timeBlocks(text))
}

/// One block a line: shouted lines are related headlines, the rest is prose.
func timeBlocks(_ text: String) -> [Block] {
  var blocks: [Block] = []
  var start = 0
  var paragraph = 0
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let count = line.unicodeScalars.count
    if count > 0 {
      let isShouted = line.count > 20 && line.uppercased() == line
      let isCredit = line.hasSuffix("contributed to this report.")
      if !isShouted { paragraph += 1 }
      blocks.append(
        Block(
          span: Span(start, start + count), kind: isShouted ? .related : isCredit ? .credit : .prose,
          paragraph: isShouted ? nil : paragraph))
    }
    start += count + 1
  }
  return blocks
}

/// "2023-10-05", "2023-10" or "2023" as a publication date.
func timeStamp(_ text: String) -> DateStamp? {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  switch parts.count {
  case 1: return DateStamp(CivilDate(parts[0], 1, 1), precision: .year)
  case 2: return DateStamp(CivilDate(parts[0], parts[1], 1), precision: .month)
  case 3: return DateStamp(CivilDate(parts[0], parts[1], parts[2]))
  default: return nil
  }
}
