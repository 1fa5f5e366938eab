// What the reader says of who is meant, as it is asked for: names are looked up where it is carried out.
import Briefing

/// A decision about parties.
public enum PartyChange: Hashable, Sendable {
  /// The party is the one of that name (or id) too; everywhere, or in one article.
  case merge(PartyIdentity, into: String, article: Int64?)
  /// A name is not this party's.
  case split(PartyIdentity, surface: String, article: Int64?)
  /// A bare name, and whom it means.
  case choose(surface: String, PartyIdentity, article: Int64?)
  /// An earlier decision about the party, by its words; of several in those words the one about the article.
  case takeBack(PartyIdentity, words: String, article: Int64?)
}
