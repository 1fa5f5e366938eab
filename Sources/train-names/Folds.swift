// Cross-validation: how well texts are read by a model that has not seen them.

import Briefing
import Foundation

/// Counts of names by type.
private struct Score {
  var right = 0
  var made = 0
  var wanted = 0

  var words: String {
    func percent(_ a: Int, _ b: Int) -> String { String(format: "%5.1f", 100 * Double(a) / Double(max(1, b))) }
    return "P \(percent(right, made)) R \(percent(right, wanted)) F \(percent(2 * right, made + wanted)) of \(wanted)"
  }
}

/// Prints the strict scores (span and type equal; "the" and a possessive left out), corpus by corpus. `own` is learnt each time.
func crossValidate(_ corpora: [Corpus], own: [NameLesson], folds: Int, gazetteer: Gazetteer) {
  let lessons = corpora.map { $0.texts.map { $0.lessons(gazetteer) } }
  var scores: [String: Score] = [:]
  for fold in 0..<folds {
    let others = lessons.flatMap { corpus in corpus.indices.filter { $0 % folds != fold }.flatMap { corpus[$0] } }
    let tagger = PartyTagger(gazetteer: gazetteer.with(Trainer.train(others + own).model))
    for corpus in corpora {
      for at in corpus.texts.indices where at % folds == fold {
        let document = corpus.texts[at].document
        let gold = Set(corpus.texts[at].gold.compactMap { name in name.type.map { Key(trimmed(name.span, document), $0) } })
        let found = Set(tagger.tag(document).entities.map { Key(trimmed($0.span, document), $0.type) })
        for row in [corpus.name, "all"] {
          count(found, gold, in: &scores[row + " without MISC", default: Score()]) { $0 != .other }
          for type in NameLabel.types {
            count(found, gold, in: &scores[row + " " + type.rawValue, default: Score()]) { $0 == type }
          }
        }
      }
    }
  }
  for row in scores.keys.sorted() {
    print(row.padding(toLength: 40, withPad: " ", startingAt: 0), scores[row]?.words ?? "")
  }
}

private func count(_ found: Set<Key>, _ gold: Set<Key>, in score: inout Score, where fits: (Mention.NameType) -> Bool) {
  let made = found.filter { fits($0.type) }
  let wanted = gold.filter { fits($0.type) }
  score.right += made.intersection(wanted).count
  score.made += made.count
  score.wanted += wanted.count
}

private struct Key: Hashable {
  var span: Span
  var type: Mention.NameType

  init(_ span: Span, _ type: Mention.NameType) {
    self.span = span
    self.type = type
  }
}

/// A span without a leading article and a trailing possessive.
private func trimmed(_ span: Span, _ document: Document) -> Span {
  var span = span
  let words = document.string(span)
  for article in ["the ", "a ", "an "] where words.lowercased().hasPrefix(article) { span.start += article.count }
  for tail in ["'s", "'"] where document.string(span).hasSuffix(tail) {
    span.end -= tail.count
    break
  }
  return span
}
