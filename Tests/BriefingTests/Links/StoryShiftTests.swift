// The second look at what stands around an arrival: what becomes one, what changes its story, and what is told of it.

import Testing

@testable import Briefing

@Suite struct StoryShiftTests {
  @Test(arguments: [
    ("The vote of 2013 was the first since 1999.", 15_800, "It was held in 2013.", nil, Float(1)),
    ("The storm hit the coast.", 15_800, "The storm hit the coast.", 15_820, 1),
    ("The storm hit the coast.", 15_800, "The storm hit the coast.", 15_800 + 400, -0.5),
    ("The storm hit the coast.", nil, "The storm of 2008.", nil, 0),
    ("The storm of 2013.", nil, "The storm of 2008.", nil, -1),
    ("The storm of 2009.", nil, "The storm of 2008.", nil, 0.5),
    // A year that is a number of something, or no year at all.
    ("Some 2,008 houses fell.", nil, "The storm of 2008.", nil, 0),
    ("Some 12008 houses fell, 0200 others shook.", nil, "The storm of 2008.", nil, 0),
    ("The storm hit the coast.", Int.min, "The storm hit the coast.", Int.max, -0.5),
  ])
  func yearsTellEventsApart(_ row: (first: String, day: Int?, second: String, other: Int?, agreement: Float)) {
    let first = LinkReading(LinkItem(id: 1, title: nil, body: row.first, day: row.day)).time
    let second = LinkReading(LinkItem(id: 2, title: nil, body: row.second, day: row.other)).time
    #expect(first.agreement(second) == row.agreement)
    #expect(second.agreement(first) == row.agreement)
  }

  /// Articles of the given words, which are all that they have.
  private func arrive(_ words: [String], _ settings: LinkSettings) -> [LinkChanges] {
    var engine = LinkEngine(background: LinkSamples.background, settings: settings)
    return words.enumerated().map { id, words in
      engine.arrive(LinkItem(id: Int64(id + 1), title: nil, body: words))
    }
  }

  @Test func anArticleBetweenTwoStoriesMakesThemOne() {
    var settings = LinkSettings.standard
    (settings.storyScore, settings.mergeScore) = (0.5, 0.4)
    let texts = ["harbour crane ferry wharf", "ferry wharf tide gull", "harbour crane ferry wharf tide gull"]
    let changes = arrive(texts, settings)
    #expect(changes.map(\.story.size) == [1, 1, 3])
    // It had joined the second: the larger keeps its number.
    #expect(changes[2].shifts == [StoryShift(.story, from: 1, to: 2)])
    #expect(changes[2].story.id == 2)
    settings.mergeScore = 2
    #expect(arrive(texts, settings)[2].shifts.allSatisfy { $0.kind != .story })
  }

  @Test func anArticleGoesWhereItIsNearer() {
    var settings = LinkSettings.standard
    (settings.storyScore, settings.mergeScore) = (0.21, 2)
    // The second is like the first in little, like the third in nearly all.
    let changes = arrive(
      [
        "harbour crane ferry wharf quay dock anchor buoy", "harbour crane ferry maize barley oats wheat rye",
        "maize barley oats wheat rye millet mill straw", "harbour wharf quay dock anchor buoy mast keel",
      ], settings)
    var story: [Int64: Int64] = [:]
    for (id, change) in changes.enumerated() {
      for shift in change.shifts {
        if case .article(let moved) = shift.kind {
          #expect(story[moved] == shift.from)
          story[moved] = shift.to
        }
      }
      story[Int64(id + 1)] = change.story.id
    }
    #expect(story[1] == story[4])
    #expect(story[2] == story[3])
    #expect(story[1] != story[2])
  }
}
