// Labelled texts, and what is made of one for training: itself, and its sentences as headlines.

import Briefing
import Foundation

/// One labelled text.
struct LabelledText {
  var text: String
  var gold: [(span: Span, type: Mention.NameType?)]

  /// A document of one block a line.
  var document: Document {
    var blocks: [Block] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.unicodeScalars.count
      if end > start { blocks.append(Block(span: Span(start, end), kind: .prose)) }
      start = end + 1
    }
    return Document(text: text, blocks: blocks)
  }

  /// What is to be learned from the text.
  func lessons(_ gazetteer: Gazetteer) -> [NameLesson] {
    [NameLesson(of: document, gold: gold, gazetteer: gazetteer)]
      + [headlines(every: 3, from: 0, .upper), headlines(every: 3, from: 1, .title)]
      .filter { !$0.text.isEmpty }.map { NameLesson(of: $0.document, gold: $0.gold, gazetteer: gazetteer) }
  }

  enum Casing { case upper, title }

  /// Each nth sentence as a headline, one a line.
  func headlines(every n: Int, from first: Int, _ casing: Casing) -> LabelledText {
    let scalars = Array(text.unicodeScalars)
    var made = LabelledText(text: "", gold: [])
    var length = 0
    for (at, sentence) in document.sentences.enumerated() where at % n == first && sentence.tokens.count > 4 {
      var line = String.UnicodeScalarView()
      var isStart = true
      var end = sentence.span.end
      while end > sentence.span.start, ".!?".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
      for scalar in scalars[sentence.span.start..<end] {
        line.append(casing == .upper || isStart ? raised(scalar) : scalar)
        isStart = !scalar.properties.isAlphabetic && scalar != "'" && scalar != "\u{2019}"
      }
      for name in gold where name.span.start >= sentence.span.start && name.span.end <= end {
        let shift = length - sentence.span.start
        made.gold.append((Span(name.span.start + shift, name.span.end + shift), name.type))
      }
      length += line.count + 1
      made.text += String(line) + "\n"
    }
    return made
  }

  /// The capital of a letter, where that is one scalar.
  private func raised(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    return upper.count == 1 ? upper.first ?? scalar : scalar
  }
}

/// The texts of one file.
struct Corpus {
  var name: String
  var texts: [LabelledText] = []

  init(path: String) throws {
    name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let text = object["text"] as? String
      else { continue }
      var gold: [(span: Span, type: Mention.NameType?)] = []
      for entity in object["entities"] as? [[String: Any]] ?? [] {
        guard let start = entity["start"] as? Int, let end = entity["end"] as? Int, let type = entity["type"] as? String
        else { continue }
        // "2019 Canadian federal election" is no name by our conventions.
        let isElection = entity["raw"] as? String == "election"
        gold.append((Span(start, end), isElection ? nil : Mention.NameType(rawValue: type)))
      }
      texts.append(LabelledText(text: text, gold: gold))
    }
  }
}
