// How well headlines find their articles over the labelled cases, whichever comes first: what is called found must be right,
// and what is there must be found or offered.

import Testing

@testable import Briefing

@Suite struct HeadlineScoreTests {
  private struct Score {
    var right = 0
    var wrong = 0
    var offered = 0
    var meant = 0
    /// Headlines without an article that are offered one all the same.
    var astray = 0
    var notes: [String] = []

    var precision: Double { Double(right) / Double(max(1, right + wrong)) }
    var recall: Double { Double(right) / Double(max(1, meant)) }
    var reach: Double { Double(right + offered) / Double(max(1, meant)) }
  }

  private func score(_ outcomes: [(headline: String, outcome: HeadlineResolution.Outcome, means: Int64?)]) -> Score {
    var score = Score()
    for (headline, outcome, means) in outcomes {
      if means != nil { score.meant += 1 }
      switch outcome {
      case .found(let id, _) where id == means: score.right += 1
      case .foundByWords(let candidates) where candidates.first?.id == means: score.right += 1
      case .found, .foundByWords:
        score.wrong += 1
        score.notes.append("wrong: \(headline)")
      case .possible(let candidates):
        if let means {
          if candidates.contains(where: { $0.id == means }) {
            score.offered += 1
          } else {
            score.notes.append("not offered: \(headline)")
          }
        } else {
          score.astray += 1
        }
      case .missing: if means != nil { score.notes.append("missing: \(headline)") }
      }
    }
    return score
  }

  @Test(arguments: [true, false])
  func headlinesFindTheirArticles(articlesFirst: Bool) throws {
    let analyser = Analyser(gazetteer: try #require(PartyFixture.gazetteer))
    let (items, ids) = HeadlineCases.items(analyser)
    let naming = HeadlineCases.naming(analyser)
    var engine = LinkEngine(background: LinkSamples.shipped)
    var outcomes: [Int64: HeadlineResolution.Outcome] = [:]
    for item in articlesFirst ? items + naming.map(\.item) : naming.map(\.item) + items {
      let changes = engine.arrive(item)
      for resolution in changes.headlines + changes.olderHeadlines { outcomes[resolution.article] = resolution.outcome }
    }
    let score = score(
      naming.compactMap { item, means in
        outcomes[item.id].map { (item.headlines.first?.text ?? "", $0, means.flatMap { ids[$0] }) }
      })
    #expect(score.meant == ids.count + 5, "every headline is read as one")
    #expect(score.wrong == 0, "\(score.notes)")
    #expect(score.recall >= 0.6, "found \(score.recall): \(score.notes)")
    #expect(score.reach >= 0.97, "found or offered \(score.reach): \(score.notes)")
    #expect(score.astray <= 6, "offered where there is none: \(score.astray)")
    print(
      "headlines, articles \(articlesFirst ? "first" : "last"): found P \(score.precision) R \(score.recall), with possible R \(score.reach), astray \(score.astray)"
    )
  }
}
