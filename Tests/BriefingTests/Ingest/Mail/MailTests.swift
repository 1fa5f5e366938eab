// Mails as they are sent: heads in every encoding, parts in every arrangement, and what a reader should see of them.

import Testing

@testable import Briefing

@Suite struct MailTests {
  private func read(_ text: String) -> Mail { Mail.read(Array(text.utf8)) }

  @Test(arguments: [
    ("=?utf-8?B?R8O8bmzDvGs=?=", "Günlük"), ("=?iso-8859-9?Q?G=FCnl=FCk_haber?=", "Günlük haber"),
    ("=?utf-8?Q?one?= =?utf-8?Q?_two?=", "one two"), ("plain =?utf-8?Q?word?= here", "plain word here"),
    ("=?utf-8?B?4oKs?=", "€"), ("=?utf-8?B?4oI=?= =?utf-8?B?rA==?=", "€"), ("=?nonsense?Q?abc?=", "abc"),
    ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
    ("a =? b", "a =? b"), ("caf\u{E9}", "café"),
  ])
  func encodedWords(_ written: String, _ text: String) { #expect(read("Subject: \(written)\n\nx").subject == text) }

  @Test(
    arguments: [
      ("Jane Doe <jane@a.example>", "Jane Doe", "jane@a.example"),
      ("\"Doe, Jane\" <jane@a.example>", "Doe, Jane", "jane@a.example"),
      ("jane@a.example (Jane Doe)", "Jane Doe", "jane@a.example"), ("jane@a.example", nil, "jane@a.example"),
      ("A <a@a.example>, B <b@b.example>", "A", "a@a.example"), ("<jane@a.example>", nil, "jane@a.example"),
    ] as [(String, String?, String?)])
  func senders(_ from: String, _ name: String?, _ address: String?) {
    let mail = read("From: \(from)\n\nx")
    #expect(mail.fromName == name && mail.fromAddress == address)
  }

  @Test(arguments: ["\n", "\r\n"]) func flowedLinesAreJoined(_ end: String) {
    let lines = ["Content-Type: text/plain; format=flowed", "", "The ferry ", "stopped.", "", "It sailed ", "again.", ""]
    #expect(read(lines.joined(separator: end)).body?.text.trimmed == "The ferry stopped.\n\nIt sailed again.")
  }

  @Test func folding() {
    let mail = read("Subject: one\n two\n\tthree\nDate: Thu, 05 Oct 2023\n 18:04:11 +0300 (TRT)\nMessage-ID: <a@b>\n\nx")
    #expect(mail.subject == "one two three" && mail.date?.iso == "2023-10-05T18:04:11+03:00" && mail.messageID == "<a@b>")
  }

  @Test(arguments: [
    ("quoted-printable", "utf-8", "caf=C3=A9 =E2=80=94 a long=\n line", "café — a long line"),
    ("base64", "iso-8859-1", "Y2Fm6Q==", "café"), ("8bit", "utf-8", "café", "café"), ("7bit", "", "plain", "plain"),
    ("quoted-printable", "windows-1251", "=CF=F3=F2=E8=ED", "Путин"),
    ("quoted-printable", "utf-8", "50=% and =ZZ", "50=% and =ZZ"),
  ])
  func transferEncodings(_ encoding: String, _ charset: String, _ written: String, _ text: String) {
    let mail = read("Content-Type: text/plain; charset=\"\(charset)\"\nContent-Transfer-Encoding: \(encoding)\n\n\(written)\n")
    #expect(mail.body?.text.trimmed == text)
  }

  private let newsletter = """
    From: Harbour Daily <desk@wire.example>
    Subject: Thursday's briefing
    Date: Thu, 05 Oct 2023 18:04:11 +0300
    Message-ID: <7@wire.example>
    List-Id: Harbour Daily <daily.wire.example>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="outer"

    This is a message in parts.
    --outer
    Content-Type: multipart/alternative; boundary=inner

    --inner
    Content-Type: text/plain; charset=utf-8

    The ferry company stopped all sailings to the port of Novara on Tuesday.

    GREEK MINISTER VISITS ROME TO DISCUSS FERRIES

    The crews waited for days, one of them said.

    -- 
    Unsubscribe: https://wire.example/u
    --inner
    Content-Type: text/html; charset=utf-8

    <p>The ferry company stopped.</p><p><a href="https://click.example/?u=https%3A%2F%2Fwire.example%2Frome"><b>Greek minister visits Rome to discuss ferries</b></a></p>
    --inner--
    --outer
    Content-Type: application/pdf; name="x.pdf"
    Content-Disposition: attachment; filename*=utf-8''%C4%9F.pdf
    Content-Transfer-Encoding: base64

    JVBERi0=
    --outer--
    """

  @Test func aNewsletterIsAnArticle() {
    let mail = read(newsletter)
    #expect(mail.attachments == 1 && mail.body?.isHTML == false && mail.alternative?.isHTML == true)
    let article = mail.article()
    #expect(article.title?.text == "Thursday's briefing" && article.source == "Harbour Daily" && article.authors.isEmpty)
    #expect(article.published?.stamp.iso == "2023-10-05T18:04:11+03:00" && article.externalID == "\"<7@wire.example>\"")
    #expect(article.blocks.map(\.kind) == [.prose, .related, .prose, .promo])
    #expect(article.blocks[1].href == "https://wire.example/rome")
    #expect(article.issues.contains { $0.contains("One attachment") })
  }

  @Test func htmlAloneAndAStubForIt() {
    let html =
      "<html><head><style>p{}</style></head><body><h1>Ferry stops</h1><p>The ferry company stopped all sailings on Tuesday.</p></body></html>"
    let alone = read("Content-Type: text/html\n\n\(html)").article()
    #expect(alone.text == "Ferry stops\nThe ferry company stopped all sailings on Tuesday.")
    let long = String(repeating: "<p>The crews waited for days, one of them said.</p>", count: 30)
    let stub = read(
      "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nYour program cannot show HTML.\n--b\nContent-Type: text/html\n\n\(long)\n--b--\n"
    )
    #expect(stub.body?.isHTML == true)
  }

  // MARK: Mails as people send them

  private let ferry = "The ferry company stopped all sailings to the port of Novara on Tuesday, the harbour master said."
  private let crew = "Crews waited for days at the quay, one of them said, and nobody had told them anything."

  private func part(_ type: String, _ text: String) -> String { "--b\nContent-Type: \(type)\n\n\(text)\n" }

  private func inParts(_ kind: String, _ parts: String...) -> String {
    "From: Tom Reader <tom@mail.example>\nSubject: Fwd: The briefing\nDate: Fri, 06 Oct 2023 09:00:00 +0200\nMessage-ID: <1@m>\n"
      + "Content-Type: multipart/\(kind); boundary=b\n\n" + parts.joined() + "--b--\n"
  }

  @Test func aMailThatWasSentOnIsTheMailInside() {
    let text = """
      Worth reading.

      ---------- Forwarded message ---------
      From: Harbour Daily <desk@wire.example>
      Date: Thu, Oct 5, 2023 at 6:04 PM
      Subject: Thursday's briefing
      To: <tom@mail.example>


      \(ferry)

      \(crew)
      """
    let inner =
      "From: Jane Doe <jane@wire.example>\nSubject: Thursday's briefing\nDate: Thu, 05 Oct 2023 18:04:00 +0300\n\n\(ferry)"
    for (mail, source, day) in [
      (read(inParts("mixed", part("text/plain", text))), "Harbour Daily", "2023-10-05T18:04"),
      (read(inParts("mixed", part("text/plain", "FYI"), part("message/rfc822", inner))), "Jane Doe", "2023-10-05T18:04:00+03:00"),
      (
        read(
          inParts("mixed", part("text/plain", ""), part("message/rfc822\nContent-Disposition: attachment; filename=a.eml", inner))
        ),
        "Jane Doe", "2023-10-05T18:04:00+03:00"
      ),
    ] {
      let (article, notes) = mail.read()
      #expect(article.title?.text == "Thursday's briefing" && article.source == source)
      #expect(article.published?.stamp.iso == day)
      #expect(article.text.hasPrefix("The ferry company") && !article.text.contains("FYI") && !article.text.contains("Worth"))
      #expect(article.externalID == "\"<1@m>\"")
      #expect(article.issues.contains { $0 == "Sent on by Tom Reader on 2023-10-06T09:00:00+02:00." })
      #expect(notes.fields.contains { $0.value == "Fwd: The briefing" })
    }
    #expect(read(inParts("mixed", part("text/plain", text))).read().notes.leftOut.contains { $0.text == "Worth reading." })
  }

  @Test func allTextsOfAMailAreRead() {
    let mixed = read(
      inParts(
        "mixed", part("text/plain", ferry), part("image/jpeg", "x"), part("text/plain", crew),
        part("text/html", "<p>The end.</p>")
      )
      .replacing("Fwd: ", with: ""))
    #expect(mixed.article().text == "\(ferry)\n\(crew)\nThe end.")
    let digest = read(
      inParts("digest", part("message/rfc822", "Subject: One\n\n\(ferry)"), part("message/rfc822", "Subject: Two\n\n\(crew)"))
        .replacing("Fwd: ", with: ""))
    #expect(digest.article().text == "One\n\(ferry)\nTwo\n\(crew)")
  }

  @Test func whatOnlyProgramsFollowIsTakenOutAndKept() {
    let text = """
      View this email in your browser (https://wire.example/v?x=1)

      \(ferry)

      GREEK MINISTER VISITS ROME TO DISCUSS FERRIES
      <https://click.example/?u=https%3A%2F%2Fwire.example%2Frome>

      The minister<https://wire.example/minister> left, a paper (https://wire.example/paper) said.

      \(crew)

      On Wed, Oct 4, 2023 at 9:00 AM Tom <tom@x.example> wrote:
      > Did the ferry stop?

      _______________________________________________
      Ferries mailing list
      https://lists.example/mailman/listinfo/ferries
      """
    let (article, notes) = read("Subject: x\nFrom: A <a@b.example>\n\n\(text)").read()
    #expect(article.blocks.map(\.kind) == [.promo, .prose, .related, .prose, .prose])
    #expect(article.blocks[2].href == "https://wire.example/rome")
    #expect(article.text.contains("The minister left, a paper said."))
    #expect(!article.text.contains("Did the ferry") && !article.text.contains("mailing list"))
    let left = notes.leftOut.map { "\($0.reason.rawValue) \($0.after) \($0.text)" }
    #expect(left.contains("links 2 https://wire.example/paper"))
    #expect(left.contains("quoted 3 > Did the ferry stop?"))
    #expect(left.contains("unsubscribe 3 Ferries mailing list"))
  }

  @Test func flowedTextFlows() {
    let head = "Content-Type: text/plain; format=flowed; delsp=yes\n\n"
    #expect(
      read(head + "The fer  \nry stop \nped.\n> one \n> two\nthree \n> four\n From the sea\n").body?.text.trimmed
        == "The fer ry stopped.\n> onetwo\nthree\n> four\nFrom the sea")
  }

  @Test func labelsThatLieAreNotBelieved() {
    let utf8 = "“Ankara’s” view — Erdoğan said no to the ferry."
    #expect(read("Content-Type: text/plain; charset=iso-8859-1\n\n\(utf8)").body?.text.trimmed == utf8)
    func bytes(_ text: String, _ charset: String) -> [UInt8] {
      Array("Content-Type: text/plain\(charset)\n\n".utf8)
        + text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
          case 0x5D0...0x5EA: UInt8(scalar.value - 0x5D0 + 0xE0)
          default: UInt8(scalar.value)
          }
        }
    }
    let russian = "Министр сказал, что паром остановлен в порту на три дня."
    #expect(Mail.read(bytes(russian, "")).body?.text == russian)
    let hebrew = "שר החוץ אמר כי הספינה עצרה"
    #expect(Mail.read(bytes(hebrew, "; charset=iso-8859-8-i")).body?.text == hebrew)
    #expect(Mail.read(bytes(hebrew, "")).body?.text == hebrew)
  }

  @Test func aMailWithoutADateHasThatOfItsArrivalAndSaysSo() {
    let mail = read("Received: from a by b; Thu, 5 Oct 2023 10:00:00 +0000\nFrom: A <a@b.example>\nSubject: x\n\n\(ferry)")
    #expect(mail.date == nil && mail.article().published?.stamp.iso == "2023-10-05T10:00:00Z")
    #expect(mail.article().issues.contains { $0.contains("received") })
  }

  @Test func mailboxesAreCutAtTheirEnvelopes() throws {
    var box = MailBox(
      bytes: Array(
        "From a Thu Oct  5 2023\nSubject: one\n\n>From the sea\n>>From afar\n\nFrom b Fri\nSubject: two\n\nend\nFrom here on\n"
          .utf8))
    var mails: [Mail] = []
    while let message = try box.next() { mails.append(Mail.read(message)) }
    #expect(mails.map(\.subject) == ["one", "two"])
    #expect(mails[0].body?.text.trimmed == "From the sea\n>From afar")
    #expect(mails[1].body?.text.trimmed == "end\nFrom here on")
  }

  @Test func brokenMailsKeepWhatTheyHave() {
    #expect(read("Subject: s\nno field here\nmore").body?.text == "no field here\nmore")
    let cut = read("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nkept")
    #expect(cut.body?.text == "kept" && cut.issues.contains { $0.contains("incomplete") })
    #expect(read("Content-Type: multipart/mixed; boundary=b\n\nno parts").body?.text == "no parts")
    #expect(read("").issues.contains { $0.contains("no text") })
    #expect(read("Date: some day\n\nx").issues.contains { $0.contains("not understood") })
  }

  @Test func partsAndDepthAreBounded() {
    var nested = "text"
    for i in 0..<60 { nested = "Content-Type: multipart/mixed; boundary=b\(i)\n\n--b\(i)\n\(nested)\n--b\(i)--\n" }
    _ = read(nested)
    let many = read("Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\nx\n", count: 20_000))
    #expect(many.issues.contains { $0.contains("too many parts") || $0.contains("incomplete") })
  }

  @Test func anythingAtAllIsReadWithoutHarm() {
    var random = SeededRandom(seed: 31)
    for round in 0..<300 {
      var bytes = round % 4 == 0 ? random.bytes(300) : Array(newsletter.utf8)
      if round % 4 != 0 {
        for _ in 0..<Int.random(in: 1...10, using: &random) where bytes.count > 2 {
          let start = Int.random(in: 0..<bytes.count, using: &random)
          let end = min(bytes.count, start + Int.random(in: 1...30, using: &random))
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes.removeSubrange(start..<end)
          case 1: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
          default: bytes[start] = UInt8.random(in: 0...255, using: &random)
          }
        }
      }
      let mail = Mail.read(bytes)
      _ = MailJSON.parseLine(mail, file: "x").text
      let article = mail.article()
      let count = article.text.unicodeScalars.count
      for block in article.blocks { #expect(block.span.start < block.span.end && block.span.end <= count) }
      #expect(Sanitize.text(article.text) == article.text)
    }
  }
}
