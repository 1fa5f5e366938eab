// The articles that the benchmark imports, in order: made up, or the lines of a file of the user's own.
import Briefing

struct BenchArticles {
  private var file: LineReader?
  private let corpus: Corpus
  private var made = 0

  /// The first `count` articles of a JSON Lines file, or as many made-up ones; throws where the file cannot be read.
  init(file: String?, count: Int) throws {
    corpus = Corpus(count: count)
    self.file = try file.map { try LineReader(path: $0) }
  }

  /// The next articles: `count` of them, fewer at the end. Lines that are no articles are passed over.
  mutating func next(_ count: Int) throws -> [JSONLines.Record] {
    var records: [JSONLines.Record] = []
    while records.count < count {
      guard file != nil else {
        guard made < corpus.count else { break }
        records.append(corpus.record(made))
        made += 1
        continue
      }
      guard let line = try file?.next() else { break }
      if case .bytes(let bytes) = line, case .record(let record) = JSONLines.record(bytes) { records.append(record) }
    }
    return records
  }
}
