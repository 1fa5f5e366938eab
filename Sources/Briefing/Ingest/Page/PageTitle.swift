// The title of a page's article: what is printed above it where that can be told, without the name of the site.

enum PageTitle {
  /// The title by the statements of a page, and the place it was taken from; nil where there is none.
  static func choose(_ fields: PageFields, site: String?) -> (title: String, place: String)? {
    let candidates = fields.all(.title).compactMap { statement -> (title: String, place: String)? in
      let title = withoutSite(statement.value, site: site, isTag: statement.place == "title")
      return title.isEmpty ? nil : (title, statement.place)
    }
    guard let first = candidates.first else { return nil }
    if first.place == "h1" { return fromHeadings(fields, candidates) ?? first }
    // A headline that was cut for a search engine, and the whole of it.
    if let cut = first.title.lastIndex(where: { $0 != "." && $0 != "…" && $0 != " " }), first.title[cut...].count > 1,
      first.title.hasSuffix("...") || first.title.hasSuffix("…"),
      let whole = candidates.dropFirst().first(where: {
        $0.title.count > first.title.count && $0.title.hasPrefix(first.title[...cut])
      })
    {
      return whole
    }
    // A suffix that the site's name does not explain is one where another statement is the title without it.
    for other in candidates.dropFirst() where other.title.count >= 12 && other.title.count < first.title.count {
      guard first.title.hasPrefix(other.title) else { continue }
      let rest = first.title.dropFirst(other.title.count).drop { $0 == " " }
      if let mark = rest.first, "|-–—•·»:".contains(mark) { return (other.title, first.place) }
    }
    return agreed(candidates, instead: first) ?? printed(candidates, instead: first) ?? first
  }

  /// Where the head has two wordings, the one that is printed on the page, or the one that the other only puts a label before.
  private static func agreed(
    _ candidates: [(title: String, place: String)], instead first: (title: String, place: String)
  ) -> (title: String, place: String)? {
    guard first.place == "JSON-LD headline", let other = candidates.first(where: { $0.place == "meta og:title" }) else {
      return nil
    }
    let key = ArticleFinder.key(other.title)
    let firstKey = ArticleFinder.key(first.title)
    if key.count >= 12, key != firstKey, firstKey.hasSuffix(key) { return other }
    let isPrinted = candidates.contains { $0.place == "h1" && ArticleFinder.key($0.title) == key }
    return isPrinted && key != firstKey ? other : nil
  }

  /// The page's first heading where the head has another wording of the same: a head is written for search engines and friends.
  private static func printed(
    _ candidates: [(title: String, place: String)], instead first: (title: String, place: String)
  ) -> (title: String, place: String)? {
    guard first.place.hasPrefix("meta "), let heading = candidates.first(where: { $0.place == "h1" }) else { return nil }
    let ours = words(first.title)
    let theirs = words(heading.title)
    guard theirs.count >= 4, theirs.count <= 40, !ours.isEmpty else { return nil }
    // One that only says more is a title with a label.
    if ArticleFinder.key(heading.title).contains(ArticleFinder.key(first.title)) { return nil }
    let shared = ours.intersection(theirs).count
    return shared * 5 >= min(ours.count, theirs.count) * 2 ? heading : nil
  }

  /// Without a title in the metadata: a first heading, unless it is the site's and the head names another one.
  private static func fromHeadings(
    _ fields: PageFields, _ candidates: [(title: String, place: String)]
  ) -> (title: String, place: String)? {
    guard let tag = fields.all(.title).first(where: { $0.place == "title" }), let heading = candidates.first else { return nil }
    let parts = parts(of: tag.value)
    let key = ArticleFinder.key(heading.title)
    let others = parts.filter { ArticleFinder.key($0) != key }
    if others.count < parts.count {
      // "The site » The title": the title stands above the text as well.
      let small = Set(fields.smallHeadings.map(ArticleFinder.key))
      return others.first { small.contains(ArticleFinder.key($0)) }.map { ($0, "title") }
    }
    guard words(heading.title).isDisjoint(with: words(tag.value)), words(tag.value).count >= 2 else { return nil }
    return candidates.first { $0.place == "title" }
  }

  private static func parts(of title: String) -> [String] {
    var parts: [String] = []
    var part = ""
    for word in title.split(separator: " ") {
      if word.count == 1, marks.contains(word.first!) || word == "::" {
        parts.append(part)
        part = ""
      } else {
        part += (part.isEmpty ? "" : " ") + word
      }
    }
    return (parts + [part]).filter { !$0.isEmpty }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 2 })
  }

  private static let marks: Set<Character> = ["|", "-", "–", "—", "•", "·", "»", ":", "«", "›", "/"]

  /// "Ferry sinks off Porto | The Example" without the site, at either end; `isTag`: it is the <title>, which mostly has one.
  static func withoutSite(_ title: String, site: String?, isTag: Bool = false) -> String {
    var title = title
    for _ in 0..<3 {
      guard let (head, tail, mark) = lastPart(title) else { break }
      let tailKey = ArticleFinder.key(tail)
      let siteKey = site.map(ArticleFinder.key) ?? ""
      let isSite =
        !siteKey.isEmpty && !tailKey.isEmpty
        && (siteKey.contains(tailKey) && tailKey.count >= 3 || tailKey.contains(siteKey) && siteKey.count >= 3)
      let tailWords = tail.split(separator: " ").count
      let isShort = tailWords <= 4 && head.split(separator: " ").count >= 3
      let isName = isTag && site == nil && tailWords <= 3 && mark != ":" && tail.first?.isUppercase == true
      guard isSite || isShort && head.count > tail.count && (mark == "|" || isName) else { break }
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
