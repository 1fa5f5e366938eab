// Dossiers and decisions about parties, read from and written to the archive.
import Briefing
import Foundation
import Reader

extension Runtime {
  /// The rows of a sheet about a party.
  func content(of sheet: PartySheet, _ request: SheetRequest) throws -> SheetContent {
    switch sheet {
    case .dossier(let party, let limit):
      guard let dossier = try archive.dossier(party.entity, limit: limit, quotes: PartySheet.quotesShown + 1) else {
        return .sentences([], title: party.name, symbols: request.symbols)
      }
      return .dossier(dossier, symbols: request.symbols)
    case .sentences(let party, let said, let limit):
      let dossier = try archive.dossier(party.entity, limit: limit, dates: 0)
      let quotes = said ? dossier?.sayings : dossier?.reports
      return .sentences(
        quotes ?? [], of: said ? dossier?.sayingCount : dossier?.reportCount, title: sheet.title, symbols: request.symbols)
    case .company(let one, let other):
      let quotes = try archive.shared(one.entity, other.entity, limit: PartySheet.firstArticles)
      return .sentences(quotes, title: sheet.title, symbols: request.symbols)
    case .candidates(let surface, let parties, _): return .candidates(surface: surface, try parties.map(told))
    case .choices(let name, let parties): return .choices(name: name, try parties.map(told))
    }
  }

  /// A party with what tells it from another one of its name.
  private func told(_ party: PartyIdentity) throws -> (party: PartyIdentity, articles: Int, title: String?) {
    let dossier = try archive.dossier(party.entity, limit: 20, quotes: 0, dates: 0)
    return (dossier?.party ?? party, dossier?.articleCount ?? 0, dossier?.titles.first?.text)
  }

  /// Carries a decision about parties out; returns it for undo, with the party that is shown from now on.
  func decide(_ change: PartyChange) throws -> (change: Change, from: EntityID?, to: PartyIdentity?) {
    switch change {
    case .merge(let party, let name, let article):
      let target = try archive.onlyParty(named: name)
      guard target.entity != party.entity else { throw Failure(words: "\(party.name) and \(name) are one party already") }
      let decided = try archive.decide(.merge(party, into: target, in: article))
      return (decided, article == nil ? party.entity : nil, target)
    case .split(let party, let surface, let article):
      return (try archive.decide(.split(surface, from: party, in: article)), nil, nil)
    case .choose(let surface, let party, let article):
      let known = try archive.party(party.entity) ?? party
      return (try archive.decide(.choose(surface, as: known, in: article)), nil, nil)
    case .takeBack(let party, let words, let article):
      return (try archive.withdraw(try archive.decision(about: party, words, in: article)), nil, nil)
    }
  }
}

extension Archive {
  /// The one decision about a party in these words, and about the article where one is given.
  func decision(about party: PartyIdentity, _ words: String, in article: Int64?) throws -> PartyDecision {
    let all = try decisions(about: party.entity)
    let found = all.filter { $0.words == words && (article == nil || $0.subject.article == article) }
    guard let decision = found.first else {
      let known = all.map { "“\($0.words)”" }.joined(separator: ", ")
      throw Failure(words: "nothing was decided so about \(party.name)" + (known.isEmpty ? "" : "; decided is \(known)"))
    }
    let ids = found.compactMap(\.subject.article)
    guard ids.count < 2 else {
      let names = try externalIDs(of: ids)
      let articles = ids.map { names[$0] ?? String($0) }.joined(separator: ", ")
      throw Failure(words: "decided so in the articles \(articles): say in which one (--article, or the row of the dossier)")
    }
    return decision
  }

  /// The one party that a name or an id means; an error that names them where several fit.
  func onlyParty(named name: String) throws -> PartyIdentity {
    let found = try parties(named: name)
    let exact = found.filter { $0.name.lowercased() == name.lowercased() }
    if exact.count == 1 { return exact[0] }
    guard let first = found.first else { throw Failure(words: "no party in \(path) is called \(name)") }
    guard found.count == 1 else {
      let names = found.prefix(8).map { "\($0.name) (\($0.entity))" }.joined(separator: ", ")
      throw Failure(words: "\(name) may be \(names); give the id in brackets")
    }
    return first
  }
}
