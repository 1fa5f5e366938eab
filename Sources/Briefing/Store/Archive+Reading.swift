// What a screen or a command reads from the archive.

extension Archive {
  /// A page of a list: `limit` rows older (or newer) than a list key, newest first; the newest without either.
  /// By rank: the best `limit` of the newest 2,000 matches. Words that the query language rejects are left out.
  public func page(
    _ scope: ListScope, olderThan: Int64? = nil, newerThan: Int64? = nil, limit: Int
  ) throws(StoreError) -> ListPage {
    ListPage(rows: [], hasNewer: false, hasOlder: false)
  }

  /// Everything the screen shows of an article, or nil where there is none with this id.
  public func detail(_ id: Int64) throws(StoreError) -> ArticleDetail? { nil }

  /// The article, with the reader's own title, date and source.
  public func article(_ id: Int64) throws(StoreError) -> Article? { nil }

  /// Every version of the article, the oldest first, the current one last; as given, without the reader's decisions.
  public func versions(of id: Int64) throws(StoreError) -> [ArticleVersion] { [] }

  /// The article as a list shows it.
  public func row(_ id: Int64) throws(StoreError) -> ArticleRow? { nil }

  /// The id of the article that an import named so (`Article.externalID`), or nil.
  public func id(externalID: String, scope: String = "") throws(StoreError) -> Int64? { nil }

  /// How many articles the scope has, counted up to `cap`.
  public func count(_ scope: ListScope, cap: Int? = nil) throws(StoreError) -> Int { 0 }

  /// What the archive holds; kept as it changes, so that asking costs the same at any size.
  public func totals() throws(StoreError) -> Totals { Totals() }

  /// Where the query's words stand in the article's text, in order.
  public func hits(in id: Int64, query: String) throws(StoreError) -> [Span] { [] }

  /// Where the query's words stand in the article's headline, in order.
  public func titleHits(in id: Int64, query: String) throws(StoreError) -> [Span] { [] }

  /// Values that a field can be completed to, the most frequent first: parties, places, sources, tags; `text` for words.
  public func completions(field: String, prefix: String, limit: Int) throws(StoreError) -> [String] { [] }

  /// A note that the reader keeps for itself (last article, layout), or nil.
  public func setting(_ key: String) throws(StoreError) -> String? { nil }

  /// Keeps a note, or forgets it where `value` is nil.
  public func setSetting(_ key: String, _ value: String?) throws(StoreError) {}

}
