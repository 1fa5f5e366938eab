// A fresh archive in a folder of its own, and short articles of the neighbourhood of a drone shot down over Syria.

import Foundation
import Testing

@testable import Briefing

/// An archive that is gone with its test.
final class ArchiveFixture {
  let folder: String
  var path: String { folder + "/archive.sqlite" }
  let archive: Archive

  init() throws {
    folder = NSTemporaryDirectory() + "wireroom-" + UUID().uuidString
    archive = try Archive.open(path: folder + "/archive.sqlite")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Stores articles and returns their ids.
  @discardableResult
  func add(_ articles: Article...) throws -> [Int64] {
    try archive.store(articles.map { IncomingArticle(article: $0) }).map(\.id)
  }

  /// Headlines of a list, the first on top.
  func headlines(_ query: String = "", typed: Bool = false, order: ListScope.Order = .newest) throws -> [String] {
    try archive.page(ListScope(query: query, order: order, completesLastWord: typed), limit: 100).rows.map(\.headline)
  }
}

/// An article of one block a line; a line in capitals is a related headline.
func sample(
  _ title: String?, _ lines: String..., date: DateStamp? = nil, source: String? = nil, id: String? = nil, url: String? = nil,
  tags: [String] = []
) -> Article {
  let text = lines.joined(separator: "\n")
  var blocks: [Block] = []
  var start = 0
  var paragraph = 0
  for line in lines {
    let end = start + line.unicodeScalars.count
    let isRelated = line.count > 12 && line == line.uppercased()
    if !isRelated { paragraph += 1 }
    blocks.append(
      Block(span: Span(start, end), kind: isRelated ? .related : .prose, paragraph: isRelated ? nil : paragraph))
    start = end + 1
  }
  var article = Article(text: text, blocks: blocks)
  article.title = title.map { Title($0, origin: .field) }
  article.published = date.map { PublicationDate($0, origin: .field) }
  article.source = source
  article.externalID = id
  article.url = url
  article.tags = tags
  return article
}

func day(_ year: Int, _ month: Int, _ day: Int) -> DateStamp { DateStamp(CivilDate(year, month, day)) }

func clock(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, offset: Int? = 0) -> DateStamp {
  DateStamp(CivilDate(year, month, day), secondOfDay: hour * 3600 + minute * 60, offset: offset, precision: .minute)
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
