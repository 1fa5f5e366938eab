// The one entrance of the parties room: a document in, its names, parties and attributions out.

/// Finds who is named in a document, links the names, and says who says what.
public struct PartyTagger: Sendable {
  let gazetteer: Gazetteer

  /// A tagger that links to `gazetteer`.
  public init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
  }

  /// The names, parties and attributions of a document, each list sorted by place. `title` is read for evidence only: spans
  /// always count into the document's text. Offices are resolved by `published`; without it none is.
  public func tag(_ document: Document, title: String? = nil, published: DateStamp? = nil) -> PartyAnnotation {
    let scan = Scan(document, gazetteer: gazetteer)
    var finder = NameFinder(scan)
    var linker = Linker(scan: scan, pieces: finder.find(), published: published)
    let mentions = linker.link()
    var partyFinder = PartyFinder(scan: scan, pieces: linker.pieces, mentions: mentions, published: published)
    var parties = partyFinder.find()
    var speakers = SpeakerFinder(scan: scan, mentions: mentions, parties: parties)
    let attributions = speakers.find()
    markSources(&parties, attributions, scan: scan)
    return PartyAnnotation(entities: mentions, parties: parties, attributions: attributions)
  }
}
