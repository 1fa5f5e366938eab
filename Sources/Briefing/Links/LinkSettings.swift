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
  package var nameWeight: Float = 1.05
  package var partyWeight: Float = 1

  /// For how many articles the shipped counts stand.
  package var backgroundArticles = 10_000

  // Similar articles.
  /// How many of the last articles are compared with.
  package var window = 15_000
  /// Articles of another year score so much less, those of one time so much more, than where the time is not known.
  package var timeWeight: Float = 0.45
  /// How many of an article's terms are posted, and how many are asked for, the most telling first.
  package var termsPosted = 64
  package var termsAsked = 40
  package var postingsRead = 256
  /// How many articles are compared in full.
  package var candidates = 128
  package var listLength = 20
  package var leastScore: Float = 0.07

  // Stories.
  /// The least mean score of an article and a story's others.
  package var storyScore: Float = 0.17
  /// Two stories whose articles score so much on the mean are one.
  package var mergeScore: Float = 0.21
  /// An article changes its story where it is nearer to the other by this factor.
  package var moveFactor: Float = 1
  /// The second look takes in the stories that an arrival scores so much with, at most so many, and so many articles.
  package var rivalScore: Float = 0.07
  package var rivals = 3
  package var lookedAt = 12
  /// A story that rested longer than this asks for more likeness, up to half as much again after a year.
  package var storyDays = 30
  package var restedStory: Float = 0.5
  /// So many stories around an arrival are asked, so many of a story's last articles are compared with, and so many of each
  /// where two stories are compared.
  package var storiesAsked = 12
  package var storyMembers = 24
  package var sampled = 12

  // Near-duplicates.
  package var leastContainment = 0.5

  package init() {}
}
