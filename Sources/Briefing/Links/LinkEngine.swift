// Ties the links room together: one article arrives, and everything that its arrival changes comes back as a value. The
// engine lives only while an import runs; the reader never loads it.

/// The linking of an archive, article by article, in the order of their arrival.
public struct LinkEngine: Sendable {
  private var keys: [String: Int64] = [:]

  public init() {}

  /// Takes in an article and returns what changes. An id that arrived before is taken for a new version of it.
  public mutating func arrive(_ item: LinkItem) -> LinkChanges {
    var changes = LinkChanges(story: StoryState(id: item.id, name: item.title ?? "", size: 1))
    for headline in item.headlines {
      let key = HeadlineKey.fold(headline.text)
      let outcome = keys[key].map { HeadlineResolution.Outcome.found($0, reason: "same title") } ?? .missing
      changes.headlines.append(HeadlineResolution(article: item.id, span: headline.span, outcome: outcome))
    }
    if let title = item.title { keys[HeadlineKey.fold(title)] = item.id }
    return changes
  }
}
