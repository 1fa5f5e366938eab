// Kinds of words that tell names apart; the words themselves are in data/gazetteer/words.tsv.

/// What a folded word can be.
struct NameWordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// A given name.
  static let given = NameWordClass(rawValue: 1)
  /// Heads the name of an organisation: "ministry", "brigade".
  static let organisation = NameWordClass(rawValue: 2)
  /// Ends the name of a company: "Inc".
  static let companyTail = NameWordClass(rawValue: 4)
  /// Heads the name of a place: "river", "airport".
  static let place = NameWordClass(rawValue: 8)
  /// Heads the name of an event, a treaty or a work: "war", "accord".
  static let event = NameWordClass(rawValue: 16)
  /// A small word inside a person's name: "al", "bin", "von".
  static let particle = NameWordClass(rawValue: 32)
  /// Opens sentences and is no name by itself.
  static let common = NameWordClass(rawValue: 64)
  /// A word of the calendar.
  static let calendar = NameWordClass(rawValue: 128)
  /// A verb of saying.
  static let say = NameWordClass(rawValue: 256)
  /// A verb of what governments and groups do.
  static let act = NameWordClass(rawValue: 512)
  /// A surname. This and the classes below are for the model alone: no rule reads them.
  static let surname = NameWordClass(rawValue: 1024)
  /// A town, region or country.
  static let town = NameWordClass(rawValue: 2048)
  /// A company or another body that is named by one word.
  static let firm = NameWordClass(rawValue: 4096)
  /// A team or club.
  static let team = NameWordClass(rawValue: 8192)

  /// The class that a line of words.tsv names, or nil.
  init?(named name: String) {
    switch name {
    case "given": self = .given
    case "organisation": self = .organisation
    case "companytail": self = .companyTail
    case "place": self = .place
    case "event": self = .event
    case "particle": self = .particle
    case "common": self = .common
    case "month": self = .calendar
    case "say": self = .say
    case "act": self = .act
    case "surname": self = .surname
    case "town": self = .town
    case "firm": self = .firm
    case "team": self = .team
    default: return nil
    }
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }
}
