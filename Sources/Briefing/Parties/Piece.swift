// A name as the recogniser cuts it out, before it is linked.

/// A run of tokens that names something.
struct Piece {
  /// What made it a name.
  enum Basis: Hashable {
    /// The gazetteer knows it.
    case known
    /// A word in it heads names of that type: "Ministry", "River", "War".
    case head
    /// A title stands before or behind it.
    case title
    /// Its shape and place only.
    case shape
  }

  var tokens: Range<Int>
  var type: Mention.NameType
  var basis: Basis
  var candidates: [SurfaceIndex.Candidate] = []
  /// The title beside it, as tokens.
  var title: Range<Int>?
  /// Ranks and forms of address that stand right before the name: "Brig. Gen.".
  var rank: Range<Int>?
  /// Known names inside it: "U.S." in "U.S. Department of Defense".
  var inner: [SurfaceMatch] = []
  /// The name that this short form stands behind in brackets, by index into the pieces.
  var shortOf: Int?
  var votes = Votes()
}

/// What the places where a name stands say about its type.
struct Votes {
  var person = 0
  var organisation = 0
  var place = 0
  var other = 0

  static func += (a: inout Votes, b: Votes) {
    a.person += b.person
    a.organisation += b.organisation
    a.place += b.place
    a.other += b.other
  }

  /// The type with most votes, or nil where none has any.
  var best: Mention.NameType? {
    let most = max(person, organisation, place, other)
    guard most > 0 else { return nil }
    if person == most { return .person }
    if organisation == most { return .organisation }
    return place == most ? .place : .other
  }
}
