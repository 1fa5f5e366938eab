// An expression of time as JSON, the same wherever a command prints one: what it means, by which rule, and against what.
import Briefing

extension JSONText {
  /// The array "timexes": each with its span, and where its anchor came from: "text" for a date that the text names, else the
  /// origin of the publication date ("field", "dateline", "url", "user").
  mutating func timexes(_ timexes: [Timex], published: PublicationDate?, _ string: (Span) -> String) {
    let publication = published?.stamp.iso.prefix(10).description
    array("timexes", timexes) { json, timex in
      json.object(timex.span) { json in
        json.member("type", timex.kind.rawValue)
        json.member("value", timex.value)
        json.member("text", string(timex.span))
        if let mod = timex.mod { json.member("mod", mod) }
        if let anchor = timex.anchor {
          json.member("anchor", anchor)
          json.member("anchor_from", anchor == publication ? published?.origin.rawValue : "text")
        }
        json.member("rule", timex.rule)
        json.member("reason", timex.reason)
        if timex.doubt { json.member("doubt", true) }
        if let end = timex.rangeEnd { json.member("range_end", end) }
      }
    }
  }

  /// An object that begins with the ends of a span.
  mutating func object(_ span: Span, _ fill: (inout JSONText) -> Void) {
    beginObject()
    member("start", span.start)
    member("end", span.end)
    fill(&self)
    endObject()
  }
}
