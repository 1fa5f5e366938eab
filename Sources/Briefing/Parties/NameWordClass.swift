// Kinds of words that tell names apart; the words themselves are in data/gazetteer/words.tsv.

/// What a folded word can be.
struct NameWordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

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
  /// What a person is by trade or office: "striker", "spokeswoman".
  static let job = NameWordClass(rawValue: 1 << 14)
  /// What a person is to another.
  static let kin = NameWordClass(rawValue: 1 << 15)
  /// What a body of people is: "lender", "watchdog".
  static let body = NameWordClass(rawValue: 1 << 16)
  /// What a place is, and where it lies: "suburb", "northern".
  static let locality = NameWordClass(rawValue: 1 << 17)
  /// Words of sports reports.
  static let sport = NameWordClass(rawValue: 1 << 18)
  /// Words of market reports.
  static let market = NameWordClass(rawValue: 1 << 19)
  /// Verbs of going, coming and being somewhere.
  static let motion = NameWordClass(rawValue: 1 << 20)
  /// Verbs and pronouns of persons alone.
  static let human = NameWordClass(rawValue: 1 << 21)
  /// Books, films and songs, and their parts.
  static let work = NameWordClass(rawValue: 1 << 22)
  /// Words of war reports.
  static let arms = NameWordClass(rawValue: 1 << 23)
  /// Words of law, votes and talks.
  static let rule = NameWordClass(rawValue: 1 << 24)
  /// A given name that women alone bear, and one that men alone bear: whom "she" and "he" can mean.
  static let woman = NameWordClass(rawValue: 1 << 25)
  static let man = NameWordClass(rawValue: 1 << 26)

  /// What names and the words in and before them are; the classes above these are of the words around names.
  static let ofNames = NameWordClass(rawValue: 1 << 14 - 1)

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
    case "job": self = .job
    case "kin": self = .kin
    case "body": self = .body
    case "locality": self = .locality
    case "sport": self = .sport
    case "market": self = .market
    case "motion": self = .motion
    case "human": self = .human
    case "work": self = .work
    case "arms": self = .arms
    case "rule": self = .rule
    case "woman": self = .woman
    case "man": self = .man
    default: return nil
    }
  }

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }
}
