// A mail as an article: the sender is the publisher, the subject the headline, the Date field the date.

extension Mail {
  /// The article; its text is empty where the mail holds none.
  public func article() -> Article { read().article }

  /// The article, and what the mail carried besides it.
  public func read() -> (article: Article, notes: SourceNotes) {
    if let inner = carried { return forwarded(inner) }
    var notes = SourceNotes(form: "mail", fields: fields())
    var article: Article
    if let body = wholeBody, body.isHTML {
      article = MarkupArticle.article(html: body.text, base: nil, head: head, leftOut: &notes.leftOut)
    } else {
      article = plainArticle(&notes)
    }
    if let messageID { article.externalID = JSONText.quoted(messageID) }
    if date == nil, received != nil {
      article.issues.append("The mail does not say when it was written; the date is the one at which it was received.")
    }
    article.issues += issues
    let unread = attachments - (body == nil ? messages.count : 0)
    if unread > 0 { article.issues.append("\(unread == 1 ? "One attachment was" : "\(unread) attachments were") left out.") }
    return (article, notes)
  }

  private var head: Head {
    var head = Head()
    head.title = subject
    head.source = fromName ?? list ?? fromAddress
    if list == nil, let fromName, Mail.isPerson(fromName) { head.authors = [fromName] }
    head.date = (date ?? received)?.iso
    head.url = archivedAt
    head.language = language.map { String($0.prefix { $0 != "," }) }
    return head
  }

  private func plainArticle(_ notes: inout SourceNotes) -> Article {
    let plain = PlainMail(wholeBody?.text ?? digest, isForward: isForward)
    var head = head
    if let inner = plain.forwarded {
      let (name, address) = inner.from.map(MailAddress.first) ?? (nil, nil)
      head.title = inner.subject ?? subject.map(Mail.withoutForward)
      head.source = name ?? address ?? head.source
      head.authors = name.map { Mail.isPerson($0) ? [$0] : [] } ?? []
      // "Thu, Oct 5, 2023 at 6:04 PM"
      let written = inner.date.flatMap { FeedDate.parse($0) ?? FeedDate.parse($0.replacing(" at ", with: " ")) }
      if let written { head.date = written.iso }
    }
    // Where the headlines lead, the text says, or the HTML that goes with it.
    var targets = alternative.map { MarkupArticle.targets(inHTML: $0.text) } ?? [:]
    targets.merge(plain.targets) { html, _ in html }
    var article = MarkupArticle.article(plain: plain.text, targets: targets, head: head)
    for piece in plain.notes(in: article) where notes.leftOut.count < SourceNotes.pieceLimit { notes.leftOut.append(piece) }
    if plain.forwarded != nil { article.issues.append(sentOn) }
    return article
  }

  /// The body and what stands beside it; nil where there is none.
  private var wholeBody: Body? {
    guard var body else { return nil }
    for other in others {
      switch (body.isHTML, other.isHTML) {
      case (true, true): body.text += "\n" + other.text
      case (true, false):
        let escaped = other.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        body.text += escaped.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
      case (false, _): body.text += "\n\n" + (other.isHTML ? MarkupText(other.text).plain : other.text)
      }
    }
    return body
  }

  /// The messages of a digest, one below the other.
  private var digest: String {
    messages.map { message in
      let text = message.body.map { $0.isHTML ? MarkupText($0.text).plain : $0.text } ?? ""
      return [message.subject, text].compactMap { $0 }.joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }

  // MARK: Mails that were sent on

  /// "Fwd:" and its like in front of a subject.
  private static let forwards = ["fwd:", "fw:", "wg:", "tr:", "rv:", "i:", "doorst:", "пер:", "ilt:", "enc:"]

  private var isForward: Bool {
    let lower = subject?.lowercased() ?? ""
    return Mail.forwards.contains(where: lower.hasPrefix)
  }

  private static func withoutForward(_ subject: String) -> String {
    let lower = subject.lowercased()
    guard let mark = forwards.first(where: lower.hasPrefix) else { return subject }
    return String(subject.dropFirst(mark.count)).trimmed
  }

  /// The one message that this mail was sent for.
  private var carried: Mail? {
    guard messages.count == 1, let inner = messages.first else { return nil }
    let own = body.map { $0.isHTML ? MarkupText($0.text).plain : $0.text } ?? ""
    return isForward || own.trimmed.utf8.count < 400 ? inner : nil
  }

  private func forwarded(_ inner: Mail) -> (article: Article, notes: SourceNotes) {
    var (article, notes) = inner.read()
    notes.fields =
      fields()
      + notes.fields.map { field in
        var field = field
        field.place = "head of the mail inside"
        return field
      }
    for i in notes.fields.indices where notes.fields[i].place == "head of the mail" { notes.fields[i].isTaken = false }
    let own = body.map { $0.isHTML ? MarkupText($0.text).plain : $0.text } ?? ""
    let comment = own.split(separator: "\n").map { SourceNotes.LeftOut(String($0), reason: .outside, after: 0) }
    notes.leftOut = Array((comment + notes.leftOut).prefix(SourceNotes.pieceLimit))
    if let messageID { article.externalID = JSONText.quoted(messageID) }
    article.issues.append(sentOn)
    article.issues += issues
    if attachments > 1 {
      article.issues.append("\(attachments == 2 ? "One attachment was" : "\(attachments - 1) attachments were") left out.")
    }
    return (article, notes)
  }

  private var sentOn: String {
    let by = fromName ?? fromAddress ?? "somebody"
    return "Sent on by \(Sanitize.line(by))" + (date.map { " on \($0.iso)." } ?? ".")
  }

  /// The head of the mail, as given.
  private func fields() -> [SourceNotes.Field] {
    var fields: [SourceNotes.Field] = []
    func add(_ name: String, _ value: String?, isTaken: Bool) {
      if let value, !value.isEmpty {
        fields.append(SourceNotes.Field(name, value, place: "head of the mail", isTaken: isTaken))
      }
    }
    add("From", FeedPerson(name: fromName, email: fromAddress).words, isTaken: true)
    add("Subject", subject, isTaken: true)
    add("Date", date?.iso, isTaken: true)
    add("Message-ID", messageID, isTaken: true)
    add("List-Id", list, isTaken: fromName == nil)
    add("Archived-At", archivedAt, isTaken: true)
    return fields
  }

  /// Two to four capitalised words without a word of an organisation: "Jane Doe", not "Example News Desk".
  private static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (2...4).contains(words.count), words.allSatisfy({ $0.first?.isUppercase == true }) else { return false }
    return !words.contains { organisations.contains($0.lowercased()) }
  }

  private static let organisations: Set<String> = [
    "news", "newsletter", "desk", "daily", "brief", "briefing", "weekly", "times", "post", "press", "team", "institute", "center",
    "centre",
    "digest", "report", "reports", "review", "group", "alerts", "alert", "service", "office", "ministry", "foundation", "council",
    "magazine",
    "journal", "network", "agency", "morning", "evening", "world", "system", "subsystem", "list", "monitor", "watch", "the",
    "media", "radio",
  ]
}

/// A mail as `wireroom parse --json` prints it: one line, with the names of the measuring interface.
public enum MailJSON {
  /// The line of a mail read from `file`; `id` is JSON text and is echoed as it came.
  public static func parseLine(_ mail: Mail, file: String, id: String? = nil) -> JSONText {
    let article = mail.article()
    var json = JSONText()
    json.beginParsed(file: file, id: id)
    json.member("title", mail.subject)
    json.member("from_name", mail.fromName)
    json.member("from_addr", mail.fromAddress)
    json.member("published", mail.date.map(utc))
    json.member("message_id", mail.messageID)
    json.member("list", mail.list)
    json.member(
      "text", mail.body.map { $0.isHTML ? PageBody.read($0.text).text : $0.text })
    json.member("body_type", mail.body.map { $0.isHTML ? "text/html" : "text/plain" })
    let scalars = Array(article.text.unicodeScalars)
    func words(_ block: Block) -> String { string(scalars[block.span.start..<block.span.end]) }
    json.member("paragraphs", article.blocks.filter { $0.paragraph != nil }.map(words))
    json.key("related")
    json.beginArray()
    for block in article.blocks where block.kind == .related {
      json.beginObject()
      json.member("text", words(block))
      if let href = block.href { json.member("href", href) }
      json.endObject()
    }
    json.endArray()
    json.member("promo", article.blocks.filter { $0.kind == .promo }.map(words))
    json.member("lang", article.language)
    json.member("attachments", mail.attachments)
    json.member("issues", article.issues)
    json.endObject()
    return json
  }

  /// The instant in UTC, to the second.
  private static func utc(_ stamp: DateStamp) -> String {
    let instant = stamp.instant
    let day = Int((Double(instant) / 86_400).rounded(.down))
    return DateStamp(CivilDate(dayNumber: day), secondOfDay: instant - day * 86_400, offset: 0, precision: .second).iso
  }
}
