// Which of several entities a surface means: its place in the sentence, then what the rest of the text names, then nothing.

extension Linker {
  /// The entry meant among several, with the reason, or nil where nothing decides.
  func chosen(_ at: Int, among candidates: [SurfaceIndex.Candidate]) -> (entry: Gazetteer.Entry, why: String)? {
    guard !candidates.isEmpty else { return nil }
    let piece = pieces[at]
    let context = PlaceContext(scan: scan, tokens: piece.tokens)
    if let own = placed(at, context, among: candidates) { return own }
    let reading = context.readsAsGovernment
    let capitals = candidates.filter { $0.role == .capital }
    if reading, let one = single(capitals.filter { !entry($0).isPast }) ?? single(capitals) {
      return (entry(one), "the capital stands for the government")
    }
    let rest = candidates.filter { $0.role != .capital }
    let names = rest.filter { $0.role == .name || $0.role == .alias }
    let now = (names.isEmpty ? rest : names).filter { !entry($0).isPast }
    let ambiguity = scan.gazetteer.ambiguous[words(at).joined(separator: " ")]
    if ambiguity == nil, let one = single(rest) { return (entry(one), why(one)) }
    if context.isLocated, !reading, let one = single(rest.filter { $0.role == .place }),
      names.isEmpty
    {
      return (entry(one), why(one))
    }
    // A surface that needs context is linked where it can only be a state or an acronym, or stands as places stand.
    if ambiguity != nil, let one = single(rest) {
      let isPlace = entry(one).kind == .place && context.isLocated && !reading
      if entry(one).kind == .state || one.isAcronym || isPlace { return (entry(one), why(one)) }
    }
    if ambiguity == nil, let one = single(now) { return (entry(one), why(one)) }
    // The one whose state the sentence names, else the one whose state the text names most.
    if let near = nearest(at, rest) { return (entry(near), why(near) + ", and the sentence names its state") }
    let near = scan.gazetteer.near[words(at).joined(separator: " ")] ?? [:]
    let ranked = rest.map { ($0, weight(entry($0).iso3, near: near)) }.sorted { $0.1 > $1.1 }
    if let first = ranked.first, first.1 > 0,
      ranked.count < 2 || ranked[1].1 < first.1 || entry(ranked[1].0).id == entry(first.0).id
    {
      return (entry(first.0), why(first.0) + ", and the text names its state")
    }
    if ambiguity == nil, let first = now.first { return (entry(first), why(first)) }
    return nil
  }

  /// How much the text speaks for a state: its own names twice, those of the states around it once.
  private func weight(_ code: String?, near: [String: [String]]) -> Int {
    guard let code else { return 0 }
    return 2 * (evidence[code] ?? 0) + (near[code] ?? []).reduce(0) { $0 + (evidence[$1] ?? 0) }
  }

  /// The place that what stands around a name makes of it: "Lebanon, Pa.", "Victoria, Australia", "the governor of Georgia".
  private func placed(
    _ at: Int, _ context: PlaceContext, among candidates: [SurfaceIndex.Candidate]
  ) -> (entry: Gazetteer.Entry, why: String)? {
    let isPlace = candidates.contains { entry($0).kind == .state || $0.role == .place || $0.role == .capital }
    guard isPlace, pieces[at].type != .person else { return nil }
    if context.isInAmericanState { return (place(at, in: "USA", among: candidates), "a place in the U.S. state that follows") }
    if context.isCountry(words(at)), let own = candidates.first(where: { entry($0).kind == .state }) {
      return (entry(own), "what stands beside it makes it the state")
    }
    if context.isAmericanState(words(at)) {
      if let own = candidates.first(where: { entry($0).kind == .place && entry($0).iso3 == "USA" && $0.role == .place }),
        !entry(own).id.hasSuffix("/washington")
      {
        return (entry(own), "what stands beside it makes it the U.S. state")
      }
      let id = "place:USA/" + words(at).joined(separator: "-") + "-state"
      if let own = scan.gazetteer.entry(id) { return (own, "what stands beside it makes it the U.S. state") }
    }
    guard !candidates.contains(where: { entry($0).kind == .state }), let code = regionBehind(at) else { return nil }
    let isKnown = candidates.contains { entry($0).iso3 == code && entry($0).kind == .place }
    // "Tripoli in Lebanon", but "Victoria, Australia" with no row of its own only behind a comma.
    guard isKnown || scan.text(pieces[at].tokens.upperBound) == "," else { return nil }
    return (place(at, in: code, among: candidates), "a place in the state that follows")
  }

  private func place(_ at: Int, in code: String, among candidates: [SurfaceIndex.Candidate]) -> Gazetteer.Entry {
    if let own = candidates.first(where: { entry($0).kind == .place && entry($0).iso3 == code }) { return entry(own) }
    return Gazetteer.Entry(
      id: "place:" + code + "/" + words(at).joined(separator: "-"), kind: .place, name: surface(at), iso3: code, note: nil,
      parent: nil, source: "", isPast: false)
  }

  /// The code of the state that follows a place: "Tripoli, Lebanon", "Cordoba in Spain".
  private func regionBehind(_ at: Int) -> String? {
    guard pieces.indices.contains(at + 1), pieces[at + 1].basis == .known else { return nil }
    let next = pieces[at + 1]
    let gap = pieces[at].tokens.upperBound..<next.tokens.lowerBound
    guard gap.count == 1, [",", "in"].contains(scan.lower(gap.lowerBound)) else { return nil }
    let states = next.candidates.filter { entry($0).kind == .state && ($0.role == .name || $0.role == .alias) }
    // "Moscow, Beijing and Iran agreed": a list of governments says nothing of places.
    guard let state = single(states), !PlaceContext(scan: scan, tokens: next.tokens).isInList else { return nil }
    return entry(state).iso3
  }

  /// Whom an open surface may mean.
  func references(_ candidates: [SurfaceIndex.Candidate]) -> [EntityReference] {
    var found: [EntityReference] = []
    for candidate in candidates {
      let one = EntityReference(entity: entry(candidate).id, name: entry(candidate).name)
      if !found.contains(one) { found.append(one) }
    }
    return found
  }

  /// The only candidate whose state is named, by a surface with one meaning, in the same sentence.
  private func nearest(_ at: Int, _ candidates: [SurfaceIndex.Candidate]) -> SurfaceIndex.Candidate? {
    let here = scan.document.sentence(at: scan.span(pieces[at].tokens).start)
    var codes: Set<String> = []
    for step in [-1, 1] {
      var k = at + step
      while pieces.indices.contains(k), abs(k - at) < 12,
        scan.document.sentence(at: scan.span(pieces[k].tokens).start) == here
      {
        let own = Set(pieces[k].candidates.compactMap { entry($0).iso3 })
        if pieces[k].basis == .known, own.count == 1 { codes.formUnion(own) }
        k += step
      }
    }
    let fitting = candidates.filter { entry($0).iso3.map(codes.contains) ?? false }
    return single(fitting)
  }

  private func single(_ candidates: [SurfaceIndex.Candidate]) -> SurfaceIndex.Candidate? {
    guard let first = candidates.first else { return nil }
    return candidates.allSatisfy { $0.entry == first.entry } ? first : nil
  }

  private func why(_ candidate: SurfaceIndex.Candidate) -> String {
    switch candidate.role {
    case .adjective, .demonym: "demonym"
    case .capital: "the capital"
    case .metonym: "metonym"
    case .surname: "surname"
    case .name, .alias, .title, .place: candidate.isAcronym ? "acronym" : "dictionary"
    }
  }

  func doubt(_ piece: Piece) -> String {
    if let reason = scan.gazetteer.ambiguous[scan.words(piece.tokens).joined(separator: " ")] { return reason }
    var seen: [String] = []
    for candidate in piece.candidates where !seen.contains(entry(candidate).name) { seen.append(entry(candidate).name) }
    return "could be " + seen.joined(separator: " or ")
  }
}
