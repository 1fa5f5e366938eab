// Histories: a text that tells a story of written years, where names without a year belong to the year the story has come to.

import Testing

@testable import Briefing

@Suite("Narrative time")
struct NarrativeTests {
  private func values(_ text: String) -> [String?] {
    TimexTagger().tag(timeDocument(text), published: timeStamp("2009-12-19")).map(\.value)
  }

  @Test("a look aside leaves the story where it was")
  func aside() {
    let text = """
      The truce failed in 1964. By June 1964 the fleet had sailed.
      Papers released in 2005 show that no shot was fired on 4 August.
      The war went on in 1965. In March 1965 the first brigade landed. In May another followed.
      """
    #expect(
      values(text) == ["1964", "1964-06", "2005", "1964-08-04", "1965", "1965-03", "1965-05"])
  }

  @Test("a look back leaves the story where it was")
  func back() {
    let text = """
      The war began in 1936. On 3 May 1937 the town fell. By June 1937 the coast was lost.
      It had been bombed two years earlier. In August the port surrendered in 1937.
      In September the valley was taken.
      """
    #expect(
      values(text) == ["1936", "1937-05-03", "1937-06", "1935", "1937-08", "1937", "1937-09"])
  }

  @Test("the year turns between autumn and winter, and a range may begin in the year before")
  func turns() {
    let text = """
      It began in 1944. In October 1944 the river was crossed. In 1945 it ended, as all know. On 2 March 1945 the town fell.
      The hills were held from October to March. In April the rest gave up.
      """
    #expect(
      values(text) == ["1944", "1944-10", "1945", "1945-03-02", "1944-10", "1945-03", "1945-04"])
  }

  @Test("a winter is counted to the year in which it ends")
  func winter() {
    let text = """
      The siege began in 1776. In September 1776 the army came. It left on 20 December 1777, and 1778 saw no battle.
      On 20 December 1777 it went into camp. Over the winter many fell ill.
      """
    #expect(values(text).last == "1778-WI")
  }

  @Test("a weekday is counted from the day that the story has come to")
  func weekday() {
    let text = """
      The election was in 2003. In May 2004 it was annulled, and in 2005 held again. On 14 September 2007 the general spoke.
      Thursday's killing was called a crime.
      """
    #expect(values(text).last == "2007-09-13")
  }

  @Test("news of these days counts its weekdays from the publication, whatever years it tells of")
  func recent() {
    let text = """
      The party took power in 1960. It lost it in 1971, won it in 1980 and kept it until 1997. On 18 December 2009 it fell.
      On Monday its leader had resigned.
      """
    #expect(values(text).last == "2009-12-14")
  }

  @Test("before our era decades and centuries are counted down")
  func beforeOurEra() {
    let text = """
      The town rose in 499 BC. It was burnt in 494 BC. A fleet came in 490 BC. The king died in 486 BC.
      In the following decade his son came.
      """
    #expect(values(text).last == "BC047")
  }

  @Test("news is no history", arguments: ["He died in 1994. Police said Friday that he was shot. The trial is set for May."])
  func news(_ text: String) {
    #expect(values(text) == ["1994", "2009-12-18", "2010-05"])
  }
}
