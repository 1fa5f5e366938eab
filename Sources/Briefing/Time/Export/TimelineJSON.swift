// A timeline as JSON Lines: everything that is known of an event, unknown members null.

extension ExportedEvent {
  /// One object, without the line's end.
  public var json: JSONText {
    let row = event.row
    var json = JSONText()
    json.beginObject()
    json.key("article")
    json.raw(ExportedEvent.jsonID(event))
    json.member("title", event.article.headline)
    json.member("source", event.article.source)
    json.member("published", event.article.published?.stamp.iso)
    json.member("url", event.url)
    json.member("value", row.value)
    if let end = row.rangeEnd { json.member("end", end) }
    json.member("granularity", row.granularity.rawValue)
    json.member("when", event.when)
    json.member("printed", event.printed)
    json.member("label", event.label)
    json.member("resolved", row.isResolved)
    json.member("vague", row.isVague)
    json.member("doubt", row.doubt)
    json.member("rule", event.rule)
    json.member("reason", row.reason)
    json.member("anchor", event.anchor)
    json.array("paragraphs", row.paragraphs) { $0.value($1) }
    json.member("start", event.sentenceSpan.start)
    json.member("end_offset", event.sentenceSpan.end)
    json.member("sentence", event.sentence)
    json.member("said_by", event.voice)
    json.array("parties", event.parties) { json, party in
      json.beginObject()
      json.member("entity", party.entity)
      json.member("name", party.name)
      json.endObject()
    }
    json.array("copies", copies) { $0.raw(ExportedEvent.jsonID($1)) }
    if !event.otherDays.isEmpty { json.array("other_articles_say", event.otherDays, ExportedEvent.add) }
    json.endObject()
    return json
  }

  private static func add(_ json: inout JSONText, _ day: OtherDay) {
    json.beginObject()
    json.member("date", CivilDate(dayNumber: day.day).iso)
    json.member("articles", day.articles)
    json.member("sentence", day.sentence)
    json.member("title", day.article.headline)
    json.member("source", day.article.source)
    json.member("published", day.article.published?.stamp.iso)
    json.endObject()
  }

  private static func jsonID(_ event: DatedEvent) -> String { event.externalID ?? String(event.article.id) }
}
