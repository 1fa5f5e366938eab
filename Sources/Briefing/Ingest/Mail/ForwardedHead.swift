// A mail that somebody sent on: below a line that says so stands the head of the mail that is meant, as text.

/// Who wrote the mail that was sent on, when, and what about.
struct ForwardedHead: Equatable {
  var from: String?
  var subject: String?
  var date: String?

  /// The head in a mail's lines, what its sender wrote above, and what stands below. A mail that is an answer has such a head
  /// too; it is one that was sent on where its subject says so, or hardly a word stands above it.
  static func find(
    in lines: ArraySlice<String>, isForward: Bool
  ) -> (head: ForwardedHead, comment: [String], rest: ArraySlice<String>)? {
    guard let mark = lines.prefix(60).firstIndex(where: isMark) else { return nil }
    let comment = lines[..<mark].map(\.trimmed).filter { !$0.isEmpty }
    guard isForward || comment.joined().utf8.count < 200 else { return nil }
    var rest = lines[(mark + 1)...]
    // Some programs quote what they send on.
    if rest.allSatisfy({ $0.trimmed.isEmpty || $0.hasPrefix(">") }) {
      rest = rest.map { $0.hasPrefix(">") ? String($0.dropFirst($0.hasPrefix("> ") ? 2 : 1)) : $0 }[...]
    }
    var head = ForwardedHead()
    var fields = 0
    var i = rest.startIndex
    while i < rest.endIndex, i < rest.startIndex + 16 {
      let line = rest[i].trimmed.filter { $0 != "*" }
      if line.isEmpty {
        if fields >= 2 { break }
      } else if let colon = line.firstIndex(of: ":"), let field = names[line[..<colon].lowercased().trimmed] {
        let value = String(line[line.index(after: colon)...]).trimmed
        head.take(field, value)
        fields += 1
      } else if fields == 0 {
        return nil
      } else if !rest[i].hasPrefix(" "), fields >= 2, !line.contains("@") {
        break
      }
      i += 1
    }
    guard fields >= 2 else { return nil }
    return (head, comment, rest[min(i, rest.endIndex)...])
  }

  private enum Field { case from, subject, date, other }

  private mutating func take(_ field: Field, _ value: String) {
    guard !value.isEmpty else { return }
    switch field {
    case .from: from = from ?? value
    case .subject: subject = subject ?? value
    case .date: date = date ?? value
    case .other: break
    }
  }

  private static func isMark(_ line: String) -> Bool {
    let lower = line.lowercased().trimmed.drop { $0 == ">" || $0 == " " }
    guard lower.utf8.count <= 120 else { return false }
    let isRuled = lower.hasPrefix("--") || lower.hasPrefix("__")
    return marks.contains { lower.contains($0) }
      && (isRuled || lower.hasPrefix("begin ") || lower.hasPrefix("anfang ") || lower.hasPrefix("début ")
        || lower.hasPrefix("inicio "))
  }

  private static let marks = [
    "forwarded message", "forwarded by", "original message", "weitergeleitete nachricht", "ursprüngliche nachricht",
    "message transféré",
    "message d'origine", "mensaje reenviado", "messaggio inoltrato", "doorgestuurd bericht", "пересылаемое сообщение",
    "переадресованное сообщение", "iletilen ileti", "yönlendirilen ileti", "mensagem encaminhada", "przekazana wiadomość",
  ]

  private static let names: [String: Field] = {
    let table: [(Field, String)] = [
      (.from, "from,von,de,da,van,от,від,kimden,od,expéditeur"),
      (.subject, "subject,betreff,objet,asunto,oggetto,onderwerp,тема,konu,assunto,temat"),
      (.date, "date,sent,datum,gesendet,envoyé,fecha,enviado,data,inviato,verzonden,дата,отправлено,tarih,gönderildi,wysłano"),
      (.other, "to,cc,bcc,reply-to,an,à,para,a,aan,кому,kime,do,resent-from,resent-to,importance,attachments"),
    ]
    var names: [String: Field] = [:]
    for (field, list) in table {
      for name in list.split(separator: ",") { names[String(name)] = field }
    }
    return names
  }()
}
