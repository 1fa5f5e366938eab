// From a name to who it is, and what the reader has to say about it.
import Briefing
import Screen

extension State {
  /// The party that commands are about: of the sheet on the screen, else of the selected row of pane 4.
  var selectedParty: PartyIdentity? {
    if let sheet = sheets.last {
      if case .party(let party) = sheet.source { return party.party }
      return nil
    }
    guard panes.focus == .parties, let row = open?.party(at: parties.row), row.candidates.isEmpty else { return nil }
    return row.identity
  }

  /// Why there is no party to work on; nil if there is one.
  var whyNoParty: String? { selectedParty == nil ? "go to a party in pane 4, or open a dossier" : nil }

  // MARK: Looking

  /// Enter on a row of pane 4: the dossier; of a bare name, whom it may mean.
  mutating func openDossier() -> [Effect] {
    guard let open, let row = open.party(at: parties.row) else {
      complain("no party is named in this article")
      return []
    }
    guard row.candidates.isEmpty else {
      let parties = row.candidates.map { PartyIdentity(entity: $0.entity, name: $0.name, kind: row.kind) }
      return openSheet(.party(.candidates(surface: row.name, parties, article: open.id)))
    }
    return openSheet(.party(.dossier(row.identity)))
  }

  mutating func openDossier(named name: String) -> [Effect] {
    guard name.isEmpty else { return [.findParty(name)] }
    guard let party = selectedParty else { return beginCommand("dossier ") }
    return openSheet(.party(.dossier(party)))
  }

  mutating func found(_ parties: [PartyIdentity], named name: String) -> [Effect] {
    guard let first = parties.first else {
      complain("no party of the archive is called \(name)")
      return []
    }
    return openSheet(.party(parties.count == 1 ? .dossier(first) : .choices(name: name, parties)))
  }

  /// From a sentence to its parties: the first that it names, in pane 4.
  mutating func goToParty() -> [Effect] {
    guard panes.focus != .parties else { return openDossier() }
    guard let open else { return [] }
    let first = open.sentence(at: max(0, text.layout.offset(atLine: text.top)))
    let sentence = evidenceSentence ?? first ?? 0
    let span = open.sentences.indices.contains(sentence) ? open.sentences[sentence].span : Span(0, 0)
    let here = open.parties.enumerated().compactMap { row, party in
      party.mentions.first { span.contains($0) }.map { (row: row, start: $0.start) }
    }
    guard let row = here.min(by: { $0.start < $1.start })?.row else {
      complain("this sentence names no party")
      return []
    }
    parties.row = row
    return focus(.parties)
  }

  /// The first mention of the selected party, then the next; behind the last the first again.
  mutating func goToMention() -> [Effect] {
    guard let open, let party = open.party(at: parties.row), let first = party.mentions.first else {
      complain("no party is named in this article")
      return []
    }
    guard panes.focus == .text, let sentence = text.sentence, open.sentences.indices.contains(sentence) else {
      return jump(toOffset: first.start)
    }
    let end = open.sentences[sentence].span.end
    let index = party.mentions.firstIndex { $0.start >= end } ?? 0
    say("\(party.name): mention \(index + 1) of \(party.mentions.count)")
    text.sentence = open.sentence(at: party.mentions[index].start)
    reveal(party.mentions[index].start)
    return []
  }

  mutating func listArticlesOfParty() -> [Effect] {
    guard let party = selectedParty else { return [] }
    if let here { history.leave(here) }
    sheets = []
    return narrow(to: party.query, label: "party:" + party.name)
  }

  mutating func unfoldParty() -> [Effect] {
    panes.isPartyUnfolded.toggle()
    keepCursorsVisible()
    return wantedTrend()
  }

  /// Asks how often the selected party is named over time, where that is shown and not known yet.
  func wantedTrend() -> [Effect] {
    guard panes.isPartyUnfolded, let party = selectedParty, trends[party.entity] == nil else { return [] }
    return [.trend(party.entity)]
  }

  // MARK: Deciding

  /// Merges the selected party into another; asks into which where none is named.
  mutating func mergeParty(into name: String, here: Bool) -> [Effect] {
    guard let party = selectedParty else { return [] }
    guard !name.isEmpty else { return beginCommand(here ? "merge-party-here " : "merge-party ") }
    guard let article = scope(here: here) else { return [] }
    return [.decide(.party(.merge(party, into: name, article: article.id)))]
  }

  /// Splits a name off the selected party; asks for the name where none is given, but not on the row of one.
  mutating func splitParty(_ surface: String, here: Bool) -> [Effect] {
    guard let party = selectedParty, let article = scope(here: here) else { return [] }
    let key = sheets.last?.current?.key ?? ""
    let surface = surface.isEmpty && key.hasPrefix("alias ") ? String(key.dropFirst(6)) : surface
    guard !surface.isEmpty else { return beginCommand(here ? "split-party-here " : "split-party ") }
    return [.decide(.party(.split(party, surface: surface, article: article.id)))]
  }

  /// Says whom the bare name means, by a name or id of those who fit.
  mutating func chooseParty(_ name: String, everywhere: Bool) -> [Effect] {
    let surface: String
    let article: Int64
    let fitting: [PartyIdentity]
    if case .party(.candidates(let name, let parties, let id)) = sheets.last?.source {
      (surface, fitting, article) = (name, parties, id)
    } else if sheets.isEmpty, panes.focus == .parties, let open, let row = open.party(at: parties.row), !row.candidates.isEmpty {
      (surface, article) = (row.name, open.id)
      fitting = row.candidates.map { PartyIdentity(entity: $0.entity, name: $0.name, kind: row.kind) }
    } else {
      complain("choose-party: go to a name in pane 4 that is not linked")
      return []
    }
    guard !name.isEmpty else { return openDossier() }
    let lower = name.lowercased()
    guard let party = fitting.first(where: { $0.entity == name || $0.name.lowercased() == lower }) else {
      complain("choose-party: “\(surface)” may be \(fitting.map(\.name).joined(separator: " or "))")
      return []
    }
    return [.decide(.party(.choose(surface: surface, party, article: everywhere ? nil : article)))]
  }

  mutating func takeBack(_ words: String) -> [Effect] {
    guard let party = selectedParty, !words.isEmpty else { return [] }
    // On the row of a decision it is that one, of those in the same words.
    let article = sheets.last?.current.flatMap { DossierRows.article(ofDecisionRow: $0.key, words) }
    return [.decide(.party(.takeBack(party, words: words, article: article)))]
  }

  /// Where a decision holds; nil (and a complaint) where "here" is no article.
  private mutating func scope(here: Bool) -> (id: Int64?, Void)? {
    guard here else { return (nil, ()) }
    guard let open else {
      complain("no article is open")
      return nil
    }
    return (open.id, ())
  }

  /// What a name can be completed to: the names of the selected party. nil for commands that take no such name.
  func surfaces(for command: String, beginning prefix: String) -> [String]? {
    guard command.hasPrefix("split-party") else { return nil }
    let names: [String]
    if let sheet = sheets.last {
      names = sheet.content.rows.compactMap { $0.key.hasPrefix("alias ") ? String($0.key.dropFirst(6)) : nil }
    } else {
      names = open?.party(at: parties.row)?.aliases.map(\.surface) ?? []
    }
    let lower = prefix.lowercased()
    return names.filter { $0.lowercased().hasPrefix(lower) }
  }

  /// Shows anew what a decision about parties bears on: the sheet, the article, the list.
  mutating func followParties(from: EntityID?, to: PartyIdentity?) -> [Effect] {
    trends = [:]
    switch sheets.last?.source {
    case .party(.candidates): sheets.removeLast()
    case .party(.dossier(let party, let limit)):
      if let to, party.entity == from { sheets[sheets.count - 1].source = .party(.dossier(to, limit: limit)) }
    default: break
    }
    var effects: [Effect] = [.totals]
    if !list.scope.query.isEmpty, let current = list.current { effects.append(load(.around(current.id))) }
    if let open { effects.append(request(open.id)) }
    return effects + reloadSheet() + wantedTrend()
  }
}

extension PartyIdentity {
  /// The search that finds its articles. Ids of the reader's own tell parties apart that share a name.
  var query: String { "party:" + Query.quoted(entity.hasPrefix("own:") ? entity : name) }
}
