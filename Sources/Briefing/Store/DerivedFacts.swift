// What a search must find of an analysis: which parties are involved, are sources, or stand in linked headlines only; and
// which days the article speaks of.

/// How a party takes part in an article; several may hold.
struct Bands: OptionSet, Hashable, Sendable {
  let rawValue: Int
  static let involved = Bands(rawValue: 1)
  static let source = Bands(rawValue: 2)
  static let linkedHeadline = Bands(rawValue: 4)
  /// Named as a place.
  static let place = Bands(rawValue: 8)
}

/// A party of one article, as it is searched for.
struct PartyFact: Hashable, Sendable {
  var entity: EntityID
  var name: String
  var kind: EntityKind
  var iso3: String?
  var bands: Bands = []
  var mentions = 0
  /// The names used for it here, folded as the full-text index folds words.
  var names: Set<String> = []
}

struct DerivedFacts {
  var parties: [PartyFact]
  /// The places of the article in a timeline, each once.
  var dates: [DateFact]

  init(_ analysis: Analysis, of article: Article) {
    let scalars = Array(article.text.unicodeScalars)
    var facts: [EntityID: PartyFact] = [:]
    func note(
      _ entity: EntityID, _ span: Span, name: String, kind: EntityKind, iso3: String?, bands: Bands, surface: Bool
    ) {
      guard span.start >= 0, span.start <= span.end, span.end <= scalars.count else { return }
      var fact = facts[entity] ?? PartyFact(entity: entity, name: name, kind: kind, iso3: iso3)
      fact.bands.formUnion(bands)
      fact.mentions += 1
      if surface {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[span.start..<span.end])
        fact.names.insert(SearchTokens.words(of: String(view)).joined(separator: " "))
      }
      facts[entity] = fact
    }
    for mention in analysis.who.entities {
      guard let entity = mention.entity else { continue }
      var bands = DerivedFacts.bands(of: mention.span, in: article.blocks)
      if mention.kind == .place { bands.remove(.involved) }
      if mention.type == .place, !bands.contains(.linkedHeadline) { bands.insert(.place) }
      note(
        entity, mention.span, name: mention.name, kind: mention.kind, iso3: mention.iso3, bands: bands,
        surface: !mention.isModifier)
    }
    for party in analysis.who.parties {
      var bands = DerivedFacts.bands(of: party.span, in: article.blocks)
      if party.role == "source", !bands.contains(.linkedHeadline) { bands = .source }
      note(
        party.entity, party.span, name: party.name, kind: party.kind, iso3: party.iso3, bands: bands, surface: false)
    }
    for attribution in analysis.who.attributions {
      guard let entity = attribution.entity, facts[entity] != nil else { continue }
      facts[entity]?.bands.insert(.source)
    }
    parties = facts.values.sorted { $0.entity < $1.entity }
    for i in parties.indices {
      parties[i].names.insert(SearchTokens.words(of: parties[i].name).joined(separator: " "))
      parties[i].names.remove("")
    }
    dates = DateFact.facts(of: analysis, in: article, scalars: scalars)
  }

  private static func bands(of span: Span, in blocks: [Block]) -> Bands {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low < blocks.count, blocks[low].span.start <= span.start else { return .involved }
    return switch blocks[low].kind {
    case .related: .linkedHeadline
    case .credit, .caption, .promo: .source
    case .prose, .heading: .involved
    }
  }
}
