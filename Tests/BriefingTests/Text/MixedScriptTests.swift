// Words and hosts that are not what they seem, and those that only use two scripts.

import Testing

@testable import Briefing

@Suite struct MixedScriptTests {
  /// What stands in brackets passes for Latin.
  @Test(arguments: [
    "N[АТО] talks", "[ра]ypal.com", "https://[а]pple.example/x", "[аррӏе].com", "The [Е]U and the U[ЅА] met",
    "Μόσχα and Moscow", "Путин met Biden", "НАТО stays a word of its own", "IT-компания and СМИ", "Т-34 and Су-27 tanks",
    "café Ørsted Dvořák", "the [Α]thens office", "Δt is small", "[ｗ]ww.example", "COVID-19", "1 кг",
  ])
  func lookalikes(_ marked: String) {
    var plain: [Unicode.Scalar] = []
    var wanted: [Int] = []
    var inside = false
    for scalar in marked.unicodeScalars {
      if scalar == "[" || scalar == "]" {
        inside = scalar == "["
      } else {
        if inside { wanted.append(plain.count) }
        plain.append(scalar)
      }
    }
    #expect(MixedScript.lookalikes(in: plain) == wanted)
  }

  @Test func theIssueNamesTheWords() {
    #expect(
      MixedScript.issue(of: "Talks of “NАТО”, then NАТО again.")
        == "“NАТО” mixes Latin letters with Cyrillic ones that look like them; it may not be the name that it seems.")
    #expect(MixedScript.issue(of: "Київ, Ankara, Αθήνα") == nil)
  }

  @Test func anArticleSaysSo() {
    let article = PlainText.article(from: "A drone of N\u{410}\u{422}\u{41E} fell near the harbour on Friday.")
    #expect(article.issues.contains { $0.contains("Cyrillic") })
    let linked = PlainText.article(
      from: JSONLines.Record(title: "One", body: "Some text.", url: "https://\u{430}pple.example/1"))
    #expect(linked.issues.contains { $0.contains("Cyrillic") })
  }
}
