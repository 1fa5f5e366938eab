// `wireroom party NAME`: the dossier in print, and the reader's word on who is meant.
import ArgumentParser
import Briefing
import Foundation
import Reader

struct Party: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "party",
    abstract: "Print all that the archive tells of a party, or say who is meant.",
    discussion: """
      NAME is any of its names, or its id. A merge, a split or a choice holds for the whole archive, or with --article for one
      article; no import and no reindex touches it, and --take-back undoes it by the words that the dossier prints.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "A name of the party, or its id.")
  var name: [String]
  @Flag(name: .long, help: "Print Markdown.")
  var md = false
  @Option(name: .long, help: "Read names and sentences of so many of its newest articles; 0 for all.")
  var limit = 0
  @Option(name: .long, help: "Print so many of the newest sentences of a kind, and so many dates; 0 for all.")
  var sentences = Archive.dossierQuotes
  @Option(name: .long, help: ArgumentHelp("Say that it is the same as another party.", valueName: "other"))
  var mergeInto: String?
  @Option(name: .long, help: ArgumentHelp("Say that one of its names is not its own.", valueName: "surface"))
  var split: String?
  @Option(name: .long, help: ArgumentHelp("With --split: whose name that is; a party of its own without.", valueName: "other"))
  var into: String?
  @Option(name: .long, help: ArgumentHelp("Say that it is meant by a name that is not linked.", valueName: "surface"))
  var choose: String?
  @Option(name: .long, help: ArgumentHelp("Take a decision back, by its words.", valueName: "words"))
  var takeBack: String?
  @Option(name: .long, help: ArgumentHelp("Decide for this article only.", valueName: "id"))
  var article: String?

  func validate() throws {
    try checkLimit(limit)
    try checkLimit(sentences)
    if md, format.json { throw ValidationError("--json and --md exclude each other") }
    let decisions = [mergeInto, split, choose, takeBack].compactMap { $0 }
    if decisions.count > 1 { throw ValidationError("--merge-into, --split, --choose and --take-back exclude each other") }
    if decisions.contains(where: { foldedSurface($0).isEmpty }) { throw ValidationError("a name needs a letter or a digit") }
    if into != nil, split == nil { throw ValidationError("--into goes with --split") }
    if article != nil, decisions.isEmpty { throw ValidationError("--article goes with a decision") }
  }

  func run() throws {
    let isDeciding = mergeInto != nil || split != nil || choose != nil || takeBack != nil
    let archive = try isDeciding ? options.openForWriting() : options.open()
    let party = try identity(name.joined(separator: " "), archive)
    if isDeciding { return try decide(party, archive) }
    let most = sentences == 0 ? Int.max : sentences
    guard let dossier = try archive.dossier(party.entity, limit: limit == 0 ? .max : limit, quotes: most, dates: most) else {
      throw Failure(words: "no article in \(archive.path) names \(party.name)")
    }
    let print = DossierPrint(dossier, ids: try archive.externalIDs(of: dossier.articles))
    var output = Output()
    if format.json { output.json(print.json) } else { for line in print.lines(markdown: md) { output.line(line) } }
    output.flush()
  }

  private func decide(_ party: PartyIdentity, _ archive: Archive) throws {
    let scope = try article.map { id -> Int64 in
      guard let number = try archive.article(named: id) else {
        throw Failure(words: "there is no article \(id) in \(archive.path); list shows the ids")
      }
      return number
    }
    let change: Change
    if let mergeInto {
      change = try archive.decide(.merge(party, into: try identity(mergeInto, archive), in: scope))
    } else if let split {
      change = try archive.decide(.split(split, from: party, to: try into.map { try identity($0, archive) }, in: scope))
    } else if let choose {
      change = try archive.decide(.choose(choose, as: party, in: scope))
    } else {
      change = try archive.withdraw(try archive.decision(about: party, takeBack ?? "", in: scope))
    }
    var output = Output()
    output.decided(change, asJSON: format.json)
    output.flush()
  }

  /// The party that is meant: one that articles name, else one that the gazetteer knows.
  private func identity(_ name: String, _ archive: Archive) throws -> PartyIdentity {
    guard try archive.parties(named: name).isEmpty else { return try archive.onlyParty(named: name) }
    let folded = foldedSurface(name)
    let gazetteer = try Gazetteer.load(folder: DataFolder.find() + "/gazetteer")
    let known = gazetteer.all.filter { $0.id == name || foldedSurface($0.name) == folded && $0.kind != .place }
    guard let entry = known.first, known.count == 1 else {
      throw Failure(words: "no party in \(archive.path) is called \(name)")
    }
    return PartyIdentity(entity: entry.id, name: entry.name, kind: entry.kind, iso3: entry.iso3)
  }
}
