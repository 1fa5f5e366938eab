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
