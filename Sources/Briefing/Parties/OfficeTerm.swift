// Who held which office when: the dated rows of persons.tsv, so that "the Turkish president" in an article of 2023 finds him.

/// One term of office.
struct OfficeTerm: Hashable, Sendable {
  /// Index into the gazetteer's entries.
  var person: Int
  /// The code of the state, or the id of the organisation, that the office belongs to.
  var body: String
  /// What kind of office it is: see `officeClass`.
  var office: [String]
  /// The days on one of which it began; a cell "2014-12" leaves the day open.
  var from: ClosedRange<Int>
  /// The days on one of which it ended, or nil where no end is recorded.
  var to: ClosedRange<Int>?

  /// Whether the person may have held the office on one of `days`; open terms are known as far as `limit`.
  func mayCover(_ days: ClosedRange<Int>, knownUntil limit: Int) -> Bool {
    from.lowerBound <= days.upperBound && days.lowerBound <= (to?.upperBound ?? limit)
  }

  /// Whether the person held the office on each of `days` for sure.
  func covers(_ days: ClosedRange<Int>, knownUntil limit: Int) -> Bool {
    from.upperBound <= days.lowerBound && days.upperBound <= (to?.lowerBound ?? limit)
  }
}

/// The terms of all persons of the gazetteer.
struct OfficeTerms: Sendable {
  private var terms: [String: [OfficeTerm]] = [:]
  /// The last day of which the rows tell; behind it nobody is taken to be still in office.
  var knownUntil = Int.max

  mutating func add(_ term: OfficeTerm) { terms[OfficeTerms.key(term.body, term.office), default: []].append(term) }

  /// The one person who held the office on the days in question, or nil where none or several may have.
  func holder(of office: [String], in body: String, on days: ClosedRange<Int>) -> Int? {
    let fitting = (terms[OfficeTerms.key(body, office)] ?? []).filter { $0.mayCover(days, knownUntil: knownUntil) }
    guard let first = fitting.first, fitting.allSatisfy({ $0.person == first.person }) else { return nil }
    return fitting.contains { $0.covers(days, knownUntil: knownUntil) } ? first.person : nil
  }

  /// Whether a person held the office of this kind, anywhere or in `body`, ever or on the days given.
  func isHolder(_ person: Int, of office: [String], in body: String?, on days: ClosedRange<Int>?) -> Bool {
    let office = office.joined(separator: " ")
    return terms.contains { key, terms in
      key.hasSuffix("|" + office)
        && terms.contains { term in
          term.person == person && (body == nil || term.body == body)
            && (days.map { term.mayCover($0, knownUntil: knownUntil) } ?? true)
        }
    }
  }

  /// Pairs of persons who held an office for one at one time, in words.
  func conflicts(_ entries: [Gazetteer.Entry]) -> [String] {
    var found: [String] = []
    for (key, terms) in terms where terms.first.map({ officesOfOne.contains($0.office.joined(separator: " ")) }) ?? false {
      for (at, a) in terms.enumerated() {
        for b in terms[(at + 1)...] where a.person != b.person {
          let first = max(a.from.upperBound, b.from.upperBound)
          let last = min(a.to?.lowerBound ?? Int.max, b.to?.lowerBound ?? Int.max)
          if first < last {
            found.append("\(key): \(entries[a.person].name) and \(entries[b.person].name) hold it at one time")
          }
        }
      }
    }
    return found
  }

  private static func key(_ body: String, _ office: [String]) -> String { body + "|" + office.joined(separator: " ") }
}

extension DateStamp {
  /// The days that the stamp may mean, as numbers since 1970-01-01.
  var days: ClosedRange<Int> {
    switch precision {
    case .year: CivilDate(date.year, 1, 1).dayNumber...CivilDate(date.year, 12, 31).dayNumber
    case .month:
      CivilDate(date.year, date.month, 1)
        .dayNumber...CivilDate(
          date.year, date.month, CivilDate.days(inMonth: date.month, of: date.year)
        ).dayNumber
    case .day, .minute, .second: date.dayNumber...date.dayNumber
    }
  }
}

/// The days that a date cell of the gazetteer may mean ("2014", "2014-08", "2014-08-28"), or nil where it is none.
func gazetteerDays(_ cell: String) -> ClosedRange<Int>? {
  let parts = cell.split(separator: "-", omittingEmptySubsequences: false)
  guard (1...3).contains(parts.count), zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }) else { return nil }
  let numbers = parts.compactMap { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil }
  guard numbers.count == parts.count else { return nil }
  let date = CivilDate(numbers[0], numbers.count > 1 ? numbers[1] : 1, numbers.count > 2 ? numbers[2] : 1)
  guard date.isValid else { return nil }
  return DateStamp(date, precision: numbers.count == 1 ? .year : numbers.count == 2 ? .month : .day).days
}

/// The kind of office that a title means, as folded words: "Minister of Defence", "Secretary of Defense" and "Defence
/// Secretary" are one. "Acting" holders hold it; deputies and former ones do not.
func officeClass(_ title: [String]) -> [String] {
  var words = title
  while let first = words.first, ["acting", "interim", "caretaker", "transitional"].contains(first), words.count > 1 {
    words.removeFirst()
  }
  return officeClasses[words.joined(separator: " ")] ?? words
}

private let officeClasses: [String: [String]] = {
  let rows: [(String, String)] = [
    ("president", "president|state president|federal president"),
    ("vice president", "vice president|first vice president|deputy president"),
    ("prime minister", "prime minister|premier|taoiseach|council of ministers president"),
    (
      "foreign minister",
      "foreign minister|foreign affairs minister|minister of foreign affairs|minister for foreign affairs|foreign secretary"
        + "|external affairs minister"
    ),
    (
      "defense minister",
      "defense minister|defence minister|minister of defense|minister of defence|minister for defence|national defense minister"
        + "|minister of national defense|minister of national defence|armed forces minister|minister of the armed forces"
        + "|defense secretary|defence secretary|secretary of defense|secretary of defence|secretary of war|war secretary"
        + "|defense chief|defence chief|pentagon chief"
    ),
    (
      "interior minister",
      "interior minister|minister of interior|minister of the interior|interior secretary|internal affairs minister|home minister"
        + "|home affairs minister|minister of home affairs|home secretary"
    ),
    (
      "finance minister",
      "finance minister|minister of finance|treasury secretary|secretary of the treasury|chancellor of the exchequer"
    ),
    ("chancellor", "chancellor|federal chancellor"),
    ("secretary of state", "secretary of state|us secretary of state"),
    ("spokesperson", "spokesperson|spokesman|spokeswoman"),
    ("foreign ministry spokesperson", "foreign ministry spokesperson|foreign ministry spokesman|foreign ministry spokeswoman"),
    ("head", "head|chief|leader|boss"),
  ]
  var classes: [String: [String]] = [:]
  for (name, titles) in rows {
    for title in titles.split(separator: "|") { classes[foldedWords(String(title)).joined(separator: " ")] = foldedWords(name) }
  }
  return classes
}()

/// Kinds of office that one person holds at a time, so that two rows at one time are a mistake.
private let officesOfOne: Set<String> = [
  "president", "prime minister", "foreign minister", "defense minister", "interior minister", "finance minister",
  "chancellor", "secretary of state", "supreme leader", "secretary general", "director general", "king", "queen", "emir",
  "sultan", "pope", "crown prince",
  "chief executive", "national security adviser", "chief of the general staff",
]
