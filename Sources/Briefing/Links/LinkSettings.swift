// The numbers by which linking decides: one setting for all archives, measured on event sets that are not in it.

/// What the links room is tuned by.
package struct LinkSettings: Sendable {
  package static let standard = LinkSettings()

  // Reading.
  package var bodyBytes = 32_768
  package var termsKept = 256
  package var titleWeight: Float = 2
  package var nameWeight: Float = 1.3
  package var partyWeight: Float = 1.5

  /// For how many articles the shipped counts stand.
  package var backgroundArticles = 1000

  // Similar articles.
  /// How many of the last articles are compared with.
  package var window = 30_000
  /// Articles further apart than this many days are not compared.
  package var days = 90
  package var termsPosted = 64
  package var termsAsked = 40
  package var postingsRead = 300
  package var candidates = 48
  package var listLength = 20
  package var leastScore: Float = 0.05

  // Stories.
  package var storyScore: Float = 0.18
  package var storyMode = 0
  package var beta: Float = 0
  package var gamma: Float = 0.5
  package var storyDays = 30
  package var storyMembers = 24

  // Near-duplicates.
  package var leastContainment = 0.5

  package init() {}
}
