// Parties and voices as JSON: no sentence that somebody is quoted with leaves the program as plain fact.
import Briefing
import Reader

extension JSONText {
  /// The array "sentences": the ends of each, and under "said_by" who says so, in words, where the article itself does not.
  mutating func sentences(of open: OpenArticle) {
    array("sentences", Array(open.sentences.enumerated())) { json, item in
      json.object(item.element.span) { json in
        if let voice = open.voices[item.offset] { json.member("said_by", voice) }
      }
    }
  }

  /// The array "parties": the rows of the pane, each title exactly as printed with whom it names and the day it was printed on.
  mutating func parties(of open: OpenArticle) {
    let day = open.article.published?.stamp.iso
    array("parties", open.parties) { json, row in
      json.beginObject()
      // A bare name that several may bear is no party, and has no id.
      json.member("link", row.candidates.isEmpty ? row.entity : nil)
      json.member("name", row.name)
      json.member("kind", row.kind.rawValue)
      if let code = row.iso3 { json.member("iso3", code) }
      json.member("band", row.band.rawValue)
      json.member("count", row.count)
      json.member("modifiers", row.modifierCount)
      json.member("in_headline", row.isInHeadline)
      json.member("note", row.note)
      json.array("aliases", row.aliases) { json, alias in
        json.beginObject()
        json.member("surface", alias.surface)
        json.member("count", alias.count)
        json.member("why", alias.why)
        json.endObject()
      }
      json.array("titles", row.titles) { json, title in
        json.object(title.span) { json in
          json.member("text", title.text)
          json.member("affiliation", title.affiliation?.name)
          json.member("stated", day)
        }
      }
      json.array("mentions", row.mentions) { json, span in json.object(span) { _ in } }
      if !row.candidates.isEmpty {
        json.array("candidates", row.candidates) { json, one in
          json.beginObject()
          json.member("link", one.entity)
          json.member("name", one.name)
          json.endObject()
        }
      }
      json.endObject()
    }
  }
}
