// A small neighbourhood of articles, invented for these tests, around a downed drone, an attacked academy and a grain deal.

import Foundation

@testable import Briefing

enum LinkSamples {
  /// The table that ships with the program.
  static let shipped: BackgroundCounts = {
    let file = URL(fileURLWithPath: PartyFixture.folder).deletingLastPathComponent().appendingPathComponent("idf.tsv")
    return (try? String(contentsOf: file, encoding: .utf8)).map(BackgroundCounts.init(table:)) ?? .none
  }()

  static let turkey = LinkItem.Party(id: "state:TUR", name: "Turkey")
  static let syria = LinkItem.Party(id: "state:SYR", name: "Syria")
  static let russia = LinkItem.Party(id: "state:RUS", name: "Russia")
  static let america = LinkItem.Party(id: "state:USA", name: "United States")
  /// As if a thousand articles had been seen, and a few words in many of them.
  static let background = BackgroundCounts(
    table: "# a head line\n# articles\t1000\nattack\t90\nminister\t120\nmilitary\t90\nthursday\t200\ntroop\t80\nnot a row\n")
  /// 2023-10-05.
  static let thursday = CivilDate(2023, 10, 5).dayNumber

  static let academyHeadline = "DRONE ATTACK ON SYRIAN MILITARY ACADEMY IN HOMS LEAVES AT LEAST 60 DEAD: REPORT"
  static let grainHeadline =
    "TURKISH PRESIDENT TAYYIP ERDOGAN PLANS TO VISIT RUSSIA TO DISCUSS COLLAPSED UKRAINIAN GRAIN DEAL"

  static func drone(id: Int64 = 1, day: Int? = thursday) -> LinkItem {
    LinkItem(
      id: id, title: "American jet downs Turkish drone near Hasakah",
      body: """
        An American F-16 brought down an armed Turkish drone on Thursday after it came within a kilometre of troops near \
        Hasakah. Commanders had warned Ankara by telephone a dozen times.
        Turkey has bombed Kurdish fighters in northern Syria all week.
        """,
      parties: [america, turkey, syria], day: day,
      headlines: [
        LinkItem.Headline(span: Span(10, 90), text: academyHeadline, parties: [syria]),
        LinkItem.Headline(span: Span(100, 196), text: grainHeadline, parties: [turkey, russia]),
      ])
  }

  static func droneSequel(id: Int64 = 2) -> LinkItem {
    LinkItem(
      id: id, title: "Ankara says drone lost over Hasakah was not its own",
      body: """
        Turkey denied on Friday that the drone which an American jet brought down near Hasakah belonged to its army. \
        Kurdish fighters in northern Syria said bombing went on.
        """,
      parties: [turkey, america, syria], day: thursday + 1)
  }

  static func academy(id: Int64 = 3, title: String, day: Int? = thursday + 1) -> LinkItem {
    LinkItem(
      id: id, title: title,
      body: """
        Drones dropped bombs on a graduation parade at the military academy in Homs, and the health minister counted dozens \
        of dead, women and children among them.
        """,
      parties: [syria, LinkItem.Party(id: "place:SYR/homs", name: "Homs")], day: day)
  }

  static func grain(id: Int64 = 4) -> LinkItem {
    LinkItem(
      id: id, title: "Erdogan to see Putin in Sochi over lapsed grain deal",
      body: """
        Turkish President Tayyip Erdogan will travel to Russia next week to discuss the Ukrainian grain deal that collapsed \
        in July, his office said.
        """,
      parties: [turkey, russia], day: thursday - 20)
  }

  static func football(id: Int64 = 5) -> LinkItem {
    LinkItem(
      id: id, title: "Late goal sends Ghent through",
      body: "A header in the last minute took Ghent into the next round at the expense of Bruges.", day: thursday)
  }
}
