// The places of an article in timelines: which days it names, how good its sentence proves each, and who is in it.

/// A place of one article in a timeline.
struct DateFact: Hashable, Sendable {
  var key: DateKey
  /// Of several articles that name the days, the one with the least is shown: exact before guessed, early in the text before
  /// late. 0 to 127.
  var weight: Int
  /// Who the sentences name that name the days, in order of their ids.
  var parties: [EntityID]

  static func facts(of analysis: Analysis, in article: Article, scalars: [Unicode.Scalar]) -> [DateFact] {
    let groups = dateGroups(analysis.timexes, in: article.blocks) { span in
      guard span.start >= 0, span.start <= span.end, span.end <= scalars.count else { return "" }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[span.start..<span.end])
      return String(view)
    }
    guard !groups.isEmpty else { return [] }
    var parties: [Int: Set<EntityID>] = [:]
    for party in analysis.who.parties where party.role != "source" {
      if let sentence = analysis.sentence(at: party.span.start) { parties[sentence, default: []].insert(party.entity) }
    }
    var facts: [DateKey: DateFact] = [:]
    for group in groups {
      let sentences = Set(group.timexes.compactMap { analysis.sentence(at: analysis.timexes[$0].span.start) })
      let weight = min(sentences.min() ?? 0, 63) + (group.doubt ? 64 : 0)
      let named = sentences.reduce(into: Set<EntityID>()) { $0.formUnion(parties[$1] ?? []) }
      let fact = facts[group.key] ?? DateFact(key: group.key, weight: weight, parties: [])
      facts[group.key] = DateFact(
        key: group.key, weight: min(fact.weight, weight), parties: named.union(fact.parties).sorted())
    }
    return facts.values.sorted { $0.key < $1.key }
  }
}
