// Parties counted by day and by date, so that a party of half an archive is told of as quickly as one of three articles.

extension Schema {
  /// The day of a list key by number since 0001-01-01; -1 where it has none.
  static let dayOfKey = """
    CASE WHEN list_key < \(ListKey.firstDated) THEN -1 ELSE (list_key - \(ListKey.firstDated)) / \(ListKey.placesPerDay) END
    """

  /// A party that takes part, speaks, or stands in linked headlines and nowhere else.
  static let isCounted = "(bands & 3 <> 0 OR bands = 4)"

  static let partyCounts = """
    -- Derived from involvement: in how many articles of a day a party takes part, and in how many it is linked to only.
    CREATE TABLE party_day(
      party INTEGER NOT NULL REFERENCES party(id), day INTEGER NOT NULL, articles INTEGER NOT NULL, linked INTEGER NOT NULL,
      PRIMARY KEY(party, day)
    ) WITHOUT ROWID;
    -- Derived from party_date: how many articles name the days beside the party.
    CREATE TABLE party_date_count(
      party INTEGER NOT NULL REFERENCES party(id), first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
      is_vague INTEGER NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY(party, first_day, last_day DESC, is_vague)
    ) WITHOUT ROWID;
    \(countPartiesAnew)
    """

  static let countPartiesAnew = """
    DELETE FROM party_day;
    INSERT INTO party_day(party, day, articles, linked)
      SELECT party, \(dayOfKey) AS day, sum(bands & 3 <> 0), sum(bands = 4) FROM involvement
      WHERE \(isCounted) GROUP BY party, day;
    DELETE FROM party_date_count;
    INSERT INTO party_date_count(party, first_day, last_day, is_vague, articles)
      SELECT party, first_day, last_day, is_vague, count(*) FROM party_date GROUP BY 1, 2, 3, 4;
    """
}
