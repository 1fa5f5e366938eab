// Words too common to say that two articles are about one thing.

enum LinkStopWords {
  static let hashes = Set(words.map { wordHash($0.utf8, $0.utf8.count) })

  private static let words = """
    a about above after again against ago all almost along already also although always am among an and another any are
    around as at away back be became because become been before began behind being below between both but by came can
    cannot come could did didnt do does doesnt doing done dont down during each either else even ever every few first for
    former from further get gets getting go goes going gone got had has have having he held her here hers herself him
    himself his how however i if im in including into is isnt it its itself just last later least less like made make makes
    making many may me might more most much must my near nearly never next no nor not now of off often on once one only onto
    or other others our ours out over own per put same second see seen several shall she should since so some soon still
    such take taken takes than that thats the their theirs them themselves then there these they theyre this those though
    three through thus to together told too took toward towards two under until up upon us use used uses using very via was
    wasnt way we well went were what when where whether which while who whom whose why will with within without wont would
    yet you your yours said say says saying according added monday tuesday wednesday thursday friday saturday sunday
    mr mrs ms new time year years day days week weeks month months today yesterday tomorrow report reports reported
    reportedly spokesman spokeswoman spokesperson statement news
    """.split(whereSeparator: \.isWhitespace)
}
