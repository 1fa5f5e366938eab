// Kinds of words that tell names apart; the words themselves are in data/gazetteer/words.tsv.

/// What a folded word can be.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// A given name.
  static let given = WordClass(rawValue: 1)
  /// Heads the name of an organisation: "ministry", "brigade".
  static let organisation = WordClass(rawValue: 2)
  /// Ends the name of a company: "Inc".
  static let companyTail = WordClass(rawValue: 4)
  /// Heads the name of a place: "river", "airport".
  static let place = WordClass(rawValue: 8)
  /// Heads the name of an event, a treaty or a work: "war", "accord".
  static let event = WordClass(rawValue: 16)
  /// A small word inside a person's name: "al", "bin", "von".
  static let particle = WordClass(rawValue: 32)
  /// Opens sentences and is no name by itself.
  static let common = WordClass(rawValue: 64)
  /// A word of the calendar.
  static let calendar = WordClass(rawValue: 128)
  /// A verb of saying.
  static let say = WordClass(rawValue: 256)
  /// A verb of what governments and groups do.
  static let act = WordClass(rawValue: 512)

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
    default: return nil
    }
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }
}
