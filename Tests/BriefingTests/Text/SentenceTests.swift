// Where sentences end. The bar marks each end inside a text; what stands between bars is one sentence.

import Testing

@testable import Briefing

@Suite struct SentenceTests {
  /// The sentences of a text of one paragraph a line.
  private func sentences(_ text: String) -> [String] {
    var blocks: [Block] = []
    var start = 0
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      blocks.append(Block(span: Span(start, start + line.count), kind: .prose))
      start += line.count + 1
    }
    let document = Document(text: text, blocks: blocks)
    let scalars = Array(text.unicodeScalars)
    return document.sentences.map { string(scalars[$0.span.start..<$0.span.end]) }
  }

  private func check(_ marked: String, _ location: SourceLocation = #_sourceLocation) {
    let expected = marked.pieces(separatedBy: "|")
    let text = marked.filter { $0 != "|" }
    #expect(sentences(text) == expected, sourceLocation: location)
  }

  @Test(arguments: [
    "The talks ended.| Both sides left.",
    "The U.S. and Turkey are allies.| They often disagree.",
    "He flew to the U.S.| The trip took two days.",
    "It was the largest strike by the U.S. Navy since May.",
    "Officials in Washington, D.C.| The list is long.",
    "She lives in the U.K. with her son.| He works there.",
    "The U.S.-led coalition struck.| Nobody was hurt.",
    "The U.S.’s allies waited.| It did not come.",
    "U.N. Secretary-General Antonio Guterres spoke.| He was brief.",
    "Brig. Gen. Pat Doe confirmed it.| Lt. Col. Jane Roe did not.",
    "Sen. Chris Doe, D-Conn., asked Rep. Ann Roe, R-Ill., to wait.| She did.",
    "Gov. J. B. Doe signed it.| George W. Doe had not.",
    "Mr. Doe met Mrs. Roe and Dr. Poe in St. Petersburg.| They ate.",
    "J.K. Doe wrote it.| It sold well.",
    "Vladimir V. Doe resigned.| Nobody knew why.",
    "The fort at Mt. Hermon fell.| Ft. Doe held.",
    "The attack on Oct. 5 killed two.| On Sept. 11 it was worse.",
    "It happened last Dec.| The report came later.",
    "They met at 9 a.m. Thursday.| At 5 p.m. they left.",
    "Fire broke out at 9:30 a.m.| Nobody was hurt.",
    "They stopped at 11 p.m. EST and slept.",
    "John Doe Jr. won.| His father, John Doe Sr., lost.",
    "He is the son of Joe Doe Jr.| He is nine.",
    "Doe Inc. bought Roe Corp. for $3.5 billion.| Shares rose 2.5 percent.",
    "The firm is Doe Co.| It was sold.",
    "They brought tents, food, etc. to the camp.| It rained.",
    "They brought tents, food, etc.| It rained.",
    "The No. 5 suspect is at large.| No. 6 is not.",
    "Resolution No. 1701 ended it.| The answer was no.| Then they left.",
    "Will it hold?| Nobody knows!| Some hope.",
    "“We will win.”| He left.",
    "“We will win,” he said.| “It is ours.”",
    "“It is over,” he said.| “We go home.”",
    "He called it “unsafe.”| Others agreed.",
    "He called it “unsafe” and “rude.”| She laughed.",
    "“Will it end?” he asked.| Nobody answered.",
    "“Stop!” they shouted as he ran.| He stopped.",
    "“Never again!”| They cried.",
    "(He did not say more.)| The end came.",
    "He left (at 9 p.m.).| She stayed.",
    "Wait ... he is here.| Good.",
    "He paused… and then spoke.| It was late…| Nobody cared.",
    "The price was $3.50.| It is now $4.",
    "Version 2.0 came in 2013.| 2014 was worse.",
    "In 2016 it began.| 300 people died.",
    "See www.example.com/a.b for more.| It is free.",
    "Write to a.doe@example.org.| He answers.",
    "The F-16s left.| The Su-24 did not.",
    "Gen. Doe said so.| “Gen. Roe did not.”",
    "The vote was 5 vs. 4.| It stood.",
    "Prof. Doe of the Univ. of Doe spoke.| He left.",
    "It lies in Lebanon, Pa., near Reading.| It is small.",
    "They moved to Fla. in May.| It was hot.",
    "He sat. a dog barked.",
    "The war went on.[3]| It ended in 1945.[4][5]| Peace came.",
    "The war ended.|The peace began.| It held.",
    "See Foxnews.com and Node.Js for more.| It is free.",
    "Is it war?| Is it peace?| Who can say.",
    "He was born c. 1950.| She was not.",
    "Abdel Fattah el-Sissi spoke.| al-Qaida did not.",
    "The E.U. Commission met.| The E.U. is slow.",
    "The Rev. Doe prayed.| Amen.",
    "“Yes.”| “No.”| “Perhaps.”",
    "‘Yes,’ he said.| ‘No.’",
    "Turkey’s army moved.| Ankara’s did, too.",
    "Art. 5 was invoked.| It was the first time.",
    "He has a Ph.D. from Cairo.| He teaches.",
    "The ship, the U.S.S. Doe, sank.| All lived.",
    "They fought for Sgt. Doe.| He lived.",
    "Islamic State (IS) said so.| It lied.",
    "He said: “Go.”| They went.",
    "He said: “Go.| Do not return.”| They went.",
    "North Korea’s Kim Jong Un.| He smiled.",
  ])
  func english(_ marked: String) { check(marked) }

  @Test(arguments: [
    "Київ вистояв.| Росія відступила.| «Так», — сказав він.",
    "Ankara’da 2 kişi öldü.| İki kişi yaralandı.| Şehir sakin.",
    "Москва ответила.| Это было в 2014 г. и позже.",
    "وصل الرئيس إلى القاهرة.| عاد في اليوم التالي؟| نعم.",
    "会谈结束了。|双方离开了。",
    "Er kam.| Über Nacht ging er.",
  ])
  func otherLanguages(_ marked: String) { check(marked) }

  @Test func eachBlockIsAtLeastOneSentence() {
    #expect(
      sentences("A heading\nThe first. The second.\n• A point\n• Another point.") == [
        "A heading", "The first.", "The second.", "• A point", "• Another point.",
      ])
  }

  @Test func headingsAndHeadlinesAreNeverCut() {
    let text = "WHO WON? NOBODY. THE END"
    let span = Span(0, text.unicodeScalars.count)
    for kind in [Block.Kind.heading, .related, .promo] {
      #expect(Document(text: text, blocks: [Block(span: span, kind: kind)]).sentences.count == 1)
    }
  }
}
