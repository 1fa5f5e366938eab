// The sheets about a party, and what each has to know to be asked for.
import Briefing
import Screen

/// A sheet about a party.
public enum PartySheet: Hashable, Sendable {
  /// Who it is; its words from the newest `limit` articles.
  case dossier(PartyIdentity, limit: Int)
  /// Every sentence that it says, or that is told of it.
  case sentences(PartyIdentity, said: Bool, limit: Int)
  /// The sentences that it shares with another party.
  case company(PartyIdentity, PartyIdentity)
  /// Whom a bare name of an article may mean.
  case candidates(surface: String, [PartyIdentity], article: Int64)

  /// The parties that a typed name may mean.
  case choices(name: String, [PartyIdentity])

  /// So many articles are read before the first rows are shown.
  public static let firstArticles = 60
  /// So many sentences of a kind stand in a dossier; a sheet of their own has the others.
  public static let quotesShown = 6

  static func dossier(_ party: PartyIdentity) -> PartySheet { .dossier(party, limit: firstArticles) }

  /// What the sheet is called.
  public var title: String {
    switch self {
    case .dossier(let party, _): party.name
    case .sentences(let party, let said, _): said ? "Said by \(party.name)" : "Reported of \(party.name)"
    case .company(let one, let other): "\(one.name) and \(other.name)"
    case .candidates(let name, _, _), .choices(let name, _): "Who is “\(name)”?"
    }
  }

  /// The party that a decision made here is about.
  var party: PartyIdentity? {
    switch self {
    case .dossier(let party, _), .sentences(let party, _, _), .company(let party, _): party
    case .candidates, .choices: nil
    }
  }
}
