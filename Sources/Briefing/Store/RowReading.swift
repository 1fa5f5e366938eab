// Rows of the tables as the values that screens show. What a damaged file holds wrongly becomes nil, never a trap.

import GRDB

enum RowReading {
  /// The columns that `articleRow` reads, in its order.
  static let columns = """
    a.id, a.list_key, a.headline, a.is_lede, a.source, a.day, a.second, a.offset, a.precision, a.date_origin, a.is_unread, \
    a.is_starred, a.tags
    """
  /// How many they are: where further columns begin.
  static let count = 13

  static func articleRow(_ row: Row) -> ArticleRow {
    let tags: String = row[12]
    return ArticleRow(
      id: row[0], listKey: row[1], headline: row[2], isLede: row[3], source: row[4], published: published(row, at: 5),
      isUnread: row[10], isStarred: row[11], tags: tags.isEmpty ? [] : tags.split(separator: "\n").map(String.init))
  }

  static func target(_ row: Row) -> LinkTarget {
    LinkTarget(articleRow(row))
  }

  static func published(_ row: Row, at index: Int) -> PublicationDate? {
    guard let stamp = stamp(row, at: index), let word: String = row[index + 4],
      let origin = PublicationDate.Origin(rawValue: word)
    else { return nil }
    return PublicationDate(stamp, origin: origin)
  }

  /// Day, second, offset and precision.
  static func stamp(_ row: Row, at index: Int) -> DateStamp? {
    guard let day: Int = row[index], abs(day) < 4_000_000, let word: String = row[index + 3],
      let precision = DateStamp.Precision(rawValue: word)
    else { return nil }
    return DateStamp(
      CivilDate(dayNumber: day), secondOfDay: row[index + 1], offset: row[index + 2], precision: precision)
  }

  static func bytes(_ row: Row, at index: Int) -> [UInt8] {
    (try? row.withUnsafeData(atIndex: index) { [UInt8]($0 ?? .init()) }) ?? []
  }
}
