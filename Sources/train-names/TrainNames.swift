// Trains the model of names: train-names [--folds N] GAZETTEER OUTPUT FILE.jsonl...
//
// Each line of a file is {"text", "entities": [{"start", "end", "type"}]}, offsets in Unicode scalars, types PER, ORG, LOC and
// MISC. The order of lessons is drawn with a fixed seed: the same input makes the same bytes. With --folds nothing is written:
// each Nth of the documents is read by a model that was trained on the others, and the score is printed.

import Briefing
import Foundation

@main struct TrainNames {
  /// How often each of our own texts is learnt, with other names each time.
  private static let wireCopies = 10

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var folds = 0
    if arguments.first == "--folds", arguments.count > 1, let count = Int(arguments[1]), count > 1 {
      folds = count
      arguments.removeFirst(2)
    }
    guard arguments.count > 2 else {
      FileHandle.standardError.write(Data("usage: train-names [--folds N] GAZETTEER OUTPUT FILE.jsonl...\n".utf8))
      exit(2)
    }
    let gazetteer = try Gazetteer.load(folder: arguments[0])
    let corpora = try arguments[2...].map { try Corpus(path: $0) }
    var wire = WireTexts(gazetteer: gazetteer, words: try WireTexts.words(folder: arguments[0]), seed: 20_231_006)
    let own = wire.texts(times: wireCopies).flatMap { $0.lessons(gazetteer) }
    if folds > 1 {
      crossValidate(corpora, own: own, folds: folds, gazetteer: gazetteer)
      return
    }
    let lessons = corpora.flatMap { corpus in corpus.texts.flatMap { $0.lessons(gazetteer) } } + own
    let bytes = Trainer.train(lessons).file(of: corpora.map(\.name))
    try bytes.write(to: URL(fileURLWithPath: arguments[1]))
    print("\(lessons.reduce(0) { $0 + $1.runs.count }) runs of \(lessons.count) texts, \(bytes.count) bytes")
  }
}
