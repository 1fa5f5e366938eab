// How `wireroom parse` shows feeds and mails.
import Briefing

extension Parse {
  func show(_ feed: Feed, _ file: String, _ output: inout Output) {
    output.line("file       \(file)")
    output.line("feed       \(feed.title?.plain ?? "without a title")")
    if let text = feed.description?.plain, !text.isEmpty { output.line("about      \(Sanitize.line(text))") }
    if let link = feed.link { output.line("address    \(link)") }
    if let updated = feed.updated ?? feed.published { output.line("updated    \(updated.iso)") }
    if let language = feed.language { output.line("language   \(language)") }
    for issue in feed.issues { output.line("note       \(issue)") }
    output.line("entries    \(feed.entries.count)")
    for entry in feed.entries {
      output.line()
      output.line("title      \(entry.title.map { Sanitize.line($0.plain) } ?? "none")")
      output.line("published  \((entry.published ?? entry.updated)?.iso ?? "unknown")")
      if !entry.people.isEmpty { output.line("authors    \(entry.people.map(\.words).joined(separator: ", "))") }
      if let link = entry.link { output.line("address    \(link)") }
      if let text = (entry.content ?? entry.summary)?.plain {
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
          output.line("  \(Sanitize.line(String(line)))")
        }
      }
    }
    output.line()
  }

  /// Every mail of a file: one, or those of a mailbox.
  func showMails(_ bytes: [UInt8], _ file: String, _ id: String?, _ output: inout Output) throws(IngestError) {
    guard SourceKind(of: bytes, name: file) == .mailbox else { return show(Mail.read(bytes), file, id, &output) }
    var box = MailBox(bytes: bytes)
    while let message = try box.next() { show(Mail.read(message), file, id, &output) }
  }

  private func show(_ mail: Mail, _ file: String, _ id: String?, _ output: inout Output) {
    if format.json || batch {
      output.json(MailJSON.parseLine(mail, file: file, id: id))
    } else {
      let (article, notes) = mail.read()
      show(article, file, &output)
      show(notes, &output)
    }
  }
}
