// Relevance of an article to a query: BM25 (Robertson and Zaragoza, 2009), as FTS5's own bm25(), which however begins by
// walking through every article that has one of the query's words, to count them: tens of milliseconds for common ones.
// The archive has these counts in its table of terms, so this function is given the weights of the words instead.

import Foundation
import GRDB
import GRDBSQLite

enum Ranking {
  /// How much a word of the title weighs; one of the body weighs 1.
  static let titleWeight = 4.0

  /// Gives the connection the function `relevance(search, weights)`: higher is more relevant.
  static func register(_ db: Database) throws {
    let api = FTS5.api(db)
    let code = api.pointee.xCreateFunction(UnsafeMutablePointer(mutating: api), "relevance", nil, relevance, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// The weights of an expression's phrases (inverse document frequencies), packed for `relevance`.
  static func weights(of match: String, _ db: Database) throws -> Data {
    let total = try Double(WordShare.articles(db))
    var packed = Data()
    for phrase in phrases(of: match) {
      let holders = min(total, try Double(self.holders(of: phrase, db)))
      // As bm25(): a word that most articles have still tells a little.
      let weight = max(1e-6, log((total - holders + 0.5) / (holders + 0.5)))
      withUnsafeBytes(of: weight) { packed.append(contentsOf: $0) }
    }
    return packed
  }

  /// What stands between quotation marks in an expression: the index numbers its phrases in this order.
  static func phrases(of match: String) -> [(text: String, isPrefix: Bool)] {
    var phrases: [(text: String, isPrefix: Bool)] = []
    var rest = match.unicodeScalars[...]
    while let open = rest.firstIndex(of: "\"") {
      rest = rest[open...].dropFirst()
      var text = String.UnicodeScalarView()
      while let close = rest.firstIndex(of: "\"") {
        text.append(contentsOf: rest[..<close])
        rest = rest[close...].dropFirst()
        // Two marks stand for one inside.
        guard rest.first == "\"" else { break }
        text.append("\"")
        rest = rest.dropFirst()
      }
      phrases.append((String(text), rest.starts(with: " *".unicodeScalars)))
    }
    return phrases
  }

  /// In how many articles the phrase stands. Of several words it is a guess, since only the index could count it: half of
  /// those that have its rarest word (in news mostly a quarter to four fifths).
  private static func holders(of phrase: (text: String, isPrefix: Bool), _ db: Database) throws -> Int {
    let words = SearchTokens.words(of: phrase.text)
    var fewest = Int.max
    for (index, word) in words.enumerated() {
      // Words of one letter are not counted: they tell next to nothing.
      guard word.utf8.count > 1 else { continue }
      let isPrefix = phrase.isPrefix && index == words.count - 1
      fewest = min(fewest, try WordShare.holders(of: word, isBeginning: isPrefix, db))
    }
    return words.count > 1 ? fewest / 2 : fewest
  }
}

/// BM25 of the row that the index stands at. What holds for the whole query (the average length of an article, then the
/// weights) is worked out at the first row and kept in the index's auxiliary data.
private func relevance(
  _ api: UnsafePointer<Fts5ExtensionApi>?, _ index: OpaquePointer?, _ context: OpaquePointer?, _ count: Int32,
  _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let api, let index, count == 1, let weights = values?[0] else {
    return sqlite3_result_error(context, "relevance() takes the weights of the query's phrases", -1)
  }
  let phrases = Int(api.pointee.xPhraseCount(index))
  guard let known = api.pointee.xGetAuxdata(index, 0) ?? prepare(api, index, weights, phrases) else {
    return sqlite3_result_error_code(context, SQLITE_NOMEM)
  }
  let numbers = known.assumingMemoryBound(to: Double.self)
  var length: Int32 = 0
  var status = api.pointee.xColumnSize(index, -1, &length)
  // The usual constants: how soon a repeated word tells no more (k1), and how much a long article is marked down (b).
  let k1 = 1.2
  let b = 0.75
  let saturation = k1 * (1 - b + b * Double(length) / numbers[0])
  var score = 0.0
  for phrase in 0..<phrases where status == SQLITE_OK {
    var iterator = Fts5PhraseIter()
    var column: Int32 = -1
    var offset: Int32 = 0
    var frequency = 0.0
    status = api.pointee.xPhraseFirst(index, Int32(phrase), &iterator, &column, &offset)
    while status == SQLITE_OK, column >= 0 {
      frequency += column == 0 ? Ranking.titleWeight : 1
      api.pointee.xPhraseNext(index, &iterator, &column, &offset)
    }
    score += numbers[phrase + 1] * frequency * (k1 + 1) / (frequency + saturation)
  }
  guard status == SQLITE_OK else { return sqlite3_result_error_code(context, status) }
  sqlite3_result_double(context, score)
}

/// Memory with the average length and the weights, given to the index, which frees it; nil where there is none.
private func prepare(
  _ api: UnsafePointer<Fts5ExtensionApi>, _ index: OpaquePointer, _ weights: OpaquePointer, _ phrases: Int
) -> UnsafeMutableRawPointer? {
  guard let memory = malloc((phrases + 1) * MemoryLayout<Double>.stride) else { return nil }
  let numbers = memory.bindMemory(to: Double.self, capacity: phrases + 1)
  var rows: sqlite3_int64 = 0
  var words: sqlite3_int64 = 0
  _ = api.pointee.xRowCount(index, &rows)
  _ = api.pointee.xColumnTotalSize(index, -1, &words)
  numbers[0] = rows > 0 && words > 0 ? Double(words) / Double(rows) : 1
  let bytes = UnsafeRawBufferPointer(start: sqlite3_value_blob(weights), count: Int(sqlite3_value_bytes(weights)))
  for phrase in 0..<phrases {
    let start = phrase * MemoryLayout<Double>.size
    let isGiven = start + MemoryLayout<Double>.size <= bytes.count
    numbers[phrase + 1] = isGiven ? bytes.loadUnaligned(fromByteOffset: start, as: Double.self) : 1
  }
  // The index frees it at once where it cannot keep it.
  return api.pointee.xSetAuxdata(index, memory, { free($0) }) == SQLITE_OK ? memory : nil
}
