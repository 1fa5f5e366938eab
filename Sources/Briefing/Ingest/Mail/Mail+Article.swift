// A mail as an article: the sender is the publisher, the subject the headline, the Date field the date.

extension Mail {
  /// The article; its text is empty where the mail holds none.
  public func article() -> Article { read().article }

  /// The article, and what the mail carried besides it.
  public func read() -> (article: Article, notes: SourceNotes) {
    var notes = SourceNotes(form: "mail", fields: fields())
    var head = Head()
    head.title = subject
    head.source = fromName ?? list ?? fromAddress
    if list != nil || fromName == nil {
      head.authors = []
    } else if let fromName, Mail.isPerson(fromName) {
      head.authors = [fromName]
    }
    head.date = date?.iso
    head.url = archivedAt
    head.language = language.map { String($0.prefix { $0 != "," }) }
    var article =
      if let body, body.isHTML {
        MarkupArticle.article(html: body.text, base: nil, head: head, leftOut: &notes.leftOut)
      } else {
        // Where the headlines lead, only the HTML says that goes with the text.
        MarkupArticle.article(
          plain: body?.text ?? "", targets: alternative.map { MarkupArticle.targets(inHTML: $0.text) } ?? [:], head: head)
      }
    if let messageID { article.externalID = JSONText.quoted(messageID) }
    article.issues += issues
    if attachments > 0 {
      article.issues.append("\(attachments == 1 ? "One attachment was" : "\(attachments) attachments were") left out.")
    }
    return (article, notes)
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
