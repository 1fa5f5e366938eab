// The title of a page's article: what several places of the page agree on, without the name of the site.

enum PageTitle {
  /// The title by the statements of a page, and the place it was taken from; nil where there is none.
  static func choose(_ fields: PageFields, site: String?) -> (title: String, place: String)? {
    let candidates = fields.all(.title).compactMap { statement -> (title: String, place: String)? in
      let title = withoutSite(statement.value, site: site)
      return title.isEmpty ? nil : (title, statement.place)
    }
    guard let first = candidates.first else { return nil }
    // A suffix that the site's name does not explain is one where another statement is the title without it.
    for other in candidates.dropFirst() where other.title.count >= 12 && other.title.count < first.title.count {
      guard first.title.hasPrefix(other.title) else { continue }
      let rest = first.title.dropFirst(other.title.count).drop { $0 == " " }
      if let mark = rest.first, "|-–—•·»:".contains(mark) { return (other.title, first.place) }
    }
    return first
  }

  /// "Ferry sinks off Porto | The Example" without the site, at either end.
  static func withoutSite(_ title: String, site: String?) -> String {
    var title = title
    for _ in 0..<3 {
      guard let (head, tail, mark) = lastPart(title) else { break }
      let tailKey = ArticleFinder.key(tail)
      let siteKey = site.map(ArticleFinder.key) ?? ""
      let isSite =
        !siteKey.isEmpty && !tailKey.isEmpty
        && (siteKey.contains(tailKey) && tailKey.count >= 3 || tailKey.contains(siteKey) && siteKey.count >= 3)
      let isShort = tail.split(separator: " ").count <= 4 && head.split(separator: " ").count >= 3
      guard isSite || isShort && mark == "|" && head.count > tail.count else { break }
      title = head
    }
    if let site, let cut = title.firstIndex(of: "|") {
      let head = String(title[..<cut]).trimmed
      if ArticleFinder.key(head) == ArticleFinder.key(site) { title = String(title[title.index(after: cut)...]).trimmed }
    }
    return title
  }

  /// What stands before and behind the last mark that parts a title from a site.
  private static func lastPart(_ title: String) -> (head: String, tail: String, mark: Character)? {
    var index = title.endIndex
    while index > title.startIndex {
      index = title.index(before: index)
      let mark = title[index]
      guard "|-–—•·»:".contains(mark), index > title.startIndex else { continue }
      let next = title.index(after: index)
      let before = title[title.index(before: index)]
      guard before == " " || mark == "|", next < title.endIndex, title[next] == " " || mark == "|" else { continue }
      let head = String(title[..<index]).trimmed
      let tail = String(title[next...]).trimmed
      return head.isEmpty || tail.isEmpty ? nil : (head, tail, mark)
    }
    return nil
  }
}
