// A person by surname or given name alone: whom the text has named in full, else whom the gazetteer knows, else nobody.

extension Linker {
  /// Links a short name to the one person whom the text has named in full; where several bear it, they are offered. False
  /// where nobody does.
  func linkBearer(_ words: [String], titles: [String], _ mention: inout Mention) -> Bool {
    let key = words.joined(separator: " ")
    let bySurname = names.surnames[key] ?? []
    // "Queen Victoria" is not the Victoria whom the text has named.
    var bearers = bySurname.isEmpty && words.count == 1 && titles.isEmpty ? names.givenNames[key] ?? [] : bySurname
    // "Mrs. Smith", where the text has a Mr. and a Mrs. Smith.
    if bearers.count > 1, !titles.isEmpty {
      let fitting = bearers.filter { isTitled($0, titles) }
      if fitting.count == 1 {
        mention.type = .person
        mention.kind = .person
        set(&mention, fitting[0], why: "surname and title of " + fitting[0].name)
        return true
      }
      bearers = fitting.isEmpty ? bearers : fitting
    }
    guard let first = bearers.first else { return false }
    mention.type = .person
    mention.kind = .person
    if bearers.count == 1 {
      set(&mention, first, why: (bySurname.isEmpty ? "given name of " : "surname of ") + first.name)
    } else {
      offer(bearers.map { EntityReference(entity: $0.id, name: $0.name) }, &mention, how: "surname of both")
    }
    return true
  }

  /// Whether a person bears one of these titles in the text, or a given name that goes with "Mr." or "Mrs." alone.
  private func isTitled(_ person: DocumentNames.Known, _ titles: [String]) -> Bool {
    if let own = titlesOf[person.id], titles.contains(where: own.contains) { return true }
    let given = scan.gazetteer.classes[foldedWords(person.name).first ?? ""] ?? []
    if titles.contains("mr") { return given.contains(.man) }
    return titles.contains("mrs") || titles.contains("ms") ? given.contains(.woman) : false
  }

  /// Links a surname of which the text has no full name: by the office before it, by its state, or as the only one known.
  func linkSurname(_ at: Int, _ mention: inout Mention) {
    let piece = pieces[at]
    mention.kind = .person
    var known = distinct(piece.candidates.filter { $0.role == .surname })
    let office = piece.title.map { officeClass(scan.words($0)) }
    let state = stateBefore(piece.title?.lowerBound ?? piece.tokens.lowerBound)
    if let state { known = known.filter { entry($0).iso3 == state || entry($0).iso3 == nil } }
    if let office, let holder = holder(of: office, in: state, among: known) {
      let day = published.map { ", held on \($0.date.iso)" } ?? ""
      return set(&mention, entry(holder), why: "surname and office" + (known.count > 1 ? day : ""))
    }
    if known.count > 1, office == nil, state == nil {
      let here = known.filter { entry($0).iso3.map { (evidence[$0] ?? 0) > 0 } ?? false }
      if here.count == 1, isRare(at) { known = here }
    }
    if known.count == 1, let only = known.first {
      let isNear = office != nil || state != nil || entry(only).iso3.map { (evidence[$0] ?? 0) > 0 } ?? false
      if isNear || isRare(at) {
        return set(&mention, entry(only), why: isNear ? "surname, the only one known of that state" : "surname, only one known")
      }
    }
    if known.count > 1 {
      return offer(known.map { EntityReference(entity: entry($0).id, name: entry($0).name) }, &mention, how: "could be")
    }
    mention.entity = "name:" + words(at).joined(separator: "-")
    mention.name = surface(at)
    mention.why = piece.title == nil ? "name" : "title and name"
    mention.candidates = known.map { EntityReference(entity: entry($0).id, name: entry($0).name) }
  }

  private func offer(_ candidates: [EntityReference], _ mention: inout Mention, how: String) {
    mention.candidates = candidates
    let codes = Set(candidates.map { scan.gazetteer.iso3(of: $0.entity) })
    if codes.count == 1 { mention.iso3 = codes.first ?? nil }
    mention.why = how + " " + candidates.map(\.name).joined(separator: how == "could be" ? " or " : " and ")
  }

  private func distinct(_ candidates: [SurfaceIndex.Candidate]) -> [SurfaceIndex.Candidate] {
    var kept: [SurfaceIndex.Candidate] = []
    for one in candidates where !kept.contains(where: { $0.entry == one.entry }) { kept.append(one) }
    return kept
  }

  /// The only one of several persons who held the office on the day of publication, else ever: "President Clinton".
  private func holder(
    of office: [String], in state: String?, among known: [SurfaceIndex.Candidate]
  ) -> SurfaceIndex.Candidate? {
    let terms = scan.gazetteer.terms
    let ever = known.filter { terms.isHolder(Int($0.entry), of: office, in: state, on: nil) }
    guard ever.count > 1, let published else { return ever.count == 1 ? ever[0] : nil }
    let then = ever.filter { terms.isHolder(Int($0.entry), of: office, in: state, on: published.days) }
    return then.count == 1 ? then[0] : nil
  }

  /// The code of the state whose name or adjective ends right before `i`: "Cuban President Castro".
  private func stateBefore(_ i: Int) -> String? {
    guard let before = pieces.last(where: { $0.tokens.upperBound <= i && $0.tokens.upperBound + 2 >= i }),
      before.basis == .known,
      (before.tokens.upperBound..<i).allSatisfy({ scan.isPossessive($0) || scan.fold($0) == "s" })
    else { return nil }
    return before.candidates.first { entry($0).kind == .state }.flatMap { entry($0).iso3 }
  }

  /// Whether a surname is so rare in news that one known bearer may be meant without a word more.
  private func isRare(_ at: Int) -> Bool { !commonSurnames.contains(words(at).last ?? "") }
}

/// Surnames that many bear: one known bearer proves nothing.
private let commonSurnames: Set<String> = [
  "abbas", "abdullah", "adams", "ahmed", "ali", "allen", "anderson", "baker", "bell", "bennett", "bishop", "brown", "burns",
  "campbell", "carter", "castro", "chan", "chen", "choi", "clark", "clarke", "cohen", "cole", "collins", "cook", "cooper",
  "costa", "cruz", "davies", "davis", "diaz", "dunn", "edwards", "evans", "fernandez", "fisher", "flores", "fletcher", "ford",
  "foster", "fox", "francis", "garcia", "gates", "gibson", "gomez", "gonzalez", "graham", "grant", "gray", "green", "griffiths",
  "gupta", "hall", "hamilton", "harris", "harrison", "hassan", "henry", "hernandez", "hill", "howard", "huang", "hughes", "hunt",
  "hussein", "hussain", "ibrahim", "ivanov", "jackson", "james", "jeffrey", "jenkins", "johnson", "jones", "jordan", "joseph",
  "kelly", "khan", "kim", "king", "kumar", "lai", "lam", "lee", "lewis", "li", "lin", "liu", "long", "lopez", "marshall",
  "martin", "martinez", "mason", "may", "michel", "miller", "mitchell", "mohamed", "mohammed", "moore", "morgan", "morris",
  "morrison", "murphy", "murray", "musa", "myers", "nguyen", "omar", "ortega", "osman", "park", "parker", "patel", "patterson",
  "perez", "phillips", "pierce", "powell", "power", "price", "ramirez", "reid", "reyes", "reynolds", "rice", "richards",
  "richardson", "rivera", "roberts", "robertson", "robinson", "rodriguez", "rogers", "rose", "ross", "roth", "russell", "ryan",
  "saleh", "sanchez", "sanders", "santos", "scott", "shah", "sharma", "shaw", "silva", "simpson", "singh", "smith", "stevens",
  "stewart", "stone", "sullivan", "taylor", "thomas", "thompson", "torres", "tran", "turner", "walker", "wallace", "wang",
  "ward", "warner", "watson", "webb", "white", "williams", "wilson", "wong", "wood", "woods", "wright", "wu", "xu", "yang",
  "young", "zhang", "zhao", "zhou",
]
