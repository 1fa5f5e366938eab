// The numbers by which linking decides: one setting for all archives, measured on event sets that are not in it.

/// What the links room is tuned by.
package struct LinkSettings: Sendable {
  package static let standard = LinkSettings()

  // Reading.
  package var bodyBytes = 32_768
  package var termsKept = 256
  package var titleWeight: Float = 2
  /// A word of the opening counts so much more: news says first what it is about.
  package var ledeWords = 60
  package var ledeWeight: Float = 1
  package var nameWeight: Float = 1.6
  package var partyWeight: Float = 1

  /// For how many articles the shipped counts stand.
  package var backgroundArticles = 10_000

  // Similar articles.
  /// How many of the last articles are compared with.
  package var window = 15_000
  /// An article a year away scores so much less; dates in the wild are too often wrong for more.
  package var yearsDecay: Float = 0.1
  /// How many of an article's terms are posted, and how many are asked for, the most telling first.
  package var termsPosted = 64
  package var termsAsked = 24
  package var postingsRead = 128
  /// How many articles are compared in full.
  package var candidates = 48
  package var listLength = 20
  package var leastScore: Float = 0.1

  // Stories.
  /// The least mean cosine to a story's articles.
  package var storyScore: Float = 0.18
  /// A story that rested longer than this asks for more likeness, up to half as much again after a year.
  package var storyDays = 30
  package var restedStory: Float = 0.5
  /// So many of a story's last articles are compared with.
  package var storyMembers = 24

  // Near-duplicates.
  package var leastContainment = 0.5

  package init() {}
}
