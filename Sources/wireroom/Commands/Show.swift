// `wireroom show`: one article as it is read, or as JSON with everything derived from it.
import ArgumentParser
import Briefing
import Foundation
import Reader
import Screen

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Print an article.")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Flag(name: .long, help: "Print what changed between its versions, to the word: [-removed-] {+added+}.")
  var diff = false
  @Option(
    name: .long, help: ArgumentHelp("Print what differs from another article, to the word, as --diff does.", valueName: "id"))
  var against: String?
  @Argument(help: "The article's id, as list prints it.")
  var id: String

  func run() throws {
    let archive = try options.open()
    guard let number = try archive.article(named: id), let detail = try archive.detail(number) else {
      throw Failure(words: "there is no article \(id) in \(archive.path); list shows the ids")
    }
    var output = Output()
    if let against {
      guard let other = try archive.article(named: against).flatMap({ try archive.article($0) }) else {
        throw Failure(words: "there is no article \(against) in \(archive.path); list shows the ids")
      }
      show(VersionDiff(from: other, to: detail.article), from: against, to: id, &output)
    } else if diff {
      try showVersions(number, archive, &output)
    } else if format.json {
      output.json(try json(detail, archive))
    } else {
      show(detail, try archive.fold(of: number), &output)
    }
    output.flush()
  }

  private func show(_ detail: ArticleDetail, _ fold: Fold?, _ output: inout Output) {
    let open = OpenArticle(detail)
    let row = detail.row
    output.line(row.isLede ? "\u{201C}\(row.headline)\u{2026}\u{201D}" : row.headline)
    let about = [
      row.isLede ? "no headline: from the first sentence" : nil, row.source ?? "publisher unknown",
      row.published.map { "published \($0.stamp.iso)\($0.origin.remark)" } ?? "no publication date",
      detail.article.otherDate.map { "the source also says \($0.stamp.iso)" }, detail.article.url,
    ]
    output.line(about.compactMap { $0 }.joined(separator: "; "))
    if let fold { output.line("\(fold.copies.count + 1) copies: \(fold.credits.words(.unicode))") }
    for issue in detail.article.issues { output.line("note: \(issue)") }
    output.line()
    for block in detail.article.blocks {
      let text = open.string(block.span)
      for (index, line) in wrap(Array(text.unicodeScalars), width: 78).enumerated() {
        let part = String(String.UnicodeScalarView(Array(text.unicodeScalars)[line]))
        let mark = index > 0 ? "" : block.paragraph.map(String.init) ?? (block.kind == .related ? "o" : "")
        output.line(String(repeating: " ", count: max(0, 3 - mark.count)) + mark + "  " + part)
      }
      output.line()
    }
  }

  private func showVersions(_ id: Int64, _ archive: Archive, _ output: inout Output) throws {
    let versions = try archive.versions(of: id)
    if versions.count < 2, !format.json { output.line("there is one version of this article") }
    for (old, new) in zip(versions, versions.dropFirst()) {
      let diff = VersionDiff(from: old.article, to: new.article)
      show(diff, from: String(old.number), to: String(new.number), &output)
    }
  }

  private func show(_ diff: VersionDiff, from old: String, to new: String, _ output: inout Output) {
    if format.json { return output.json(json(diff, old, new)) }
    output.line("\(against == nil ? "version" : "article") \(old) to \(new)")
    for field in diff.fields {
      output.line("  \(field.name): [-\(field.old ?? "none")-] {+\(field.new ?? "none")+}")
    }
    for paragraph in diff.paragraphs {
      let scalars = Array(paragraph.marked.unicodeScalars)
      for (index, line) in wrap(scalars, width: 76).enumerated() {
        let mark = index == 0 ? String(paragraph.line) : ""
        output.line(
          padded(String(repeating: " ", count: max(0, 4 - mark.count)) + mark, 6)
            + String(String.UnicodeScalarView(scalars[line])))
      }
    }
  }

  private func json(_ diff: VersionDiff, _ old: String, _ new: String) -> JSONText {
    var json = JSONText()
    json.beginObject()
    for (name, id) in [("from", old), ("to", new)] {
      json.key(name)
      if let number = Int(id) { json.value(number) } else { json.value(id) }
    }
    json.array("fields", diff.fields) { json, field in
      json.beginObject()
      json.member("name", field.name)
      json.member("old", field.old)
      json.member("new", field.new)
      json.endObject()
    }
    json.array("paragraphs", diff.paragraphs) { json, paragraph in
      json.beginObject()
      json.member("line", paragraph.line)
      json.member("diff", paragraph.marked)
      json.endObject()
    }
    json.endObject()
    return json
  }

  private func json(_ detail: ArticleDetail, _ archive: Archive) throws -> JSONText {
    let article = detail.article
    let open = OpenArticle(detail)
    var json = JSONText()
    json.beginObject()
    json.key("id")
    json.raw(article.externalID ?? String(detail.row.id))
    json.member("title", article.title?.text)
    json.member("headline", detail.row.headline)
    json.member("lede", detail.row.isLede)
    json.member("date", article.published?.stamp.iso)
    json.member("date_origin", article.published?.origin.rawValue)
    if let other = article.otherDate { json.member("other_date", other.stamp.iso) }
    json.member("source", article.source)
    json.member("authors", article.authors)
    json.member("url", article.url)
    json.member("lang", article.language)
    json.member("tags", detail.row.tags)
    json.member("issues", article.issues)
    json.member("versions", detail.versions)
    json.member("credits", NewsAgency.credited(in: article))
    if let fold = try archive.fold(of: detail.row.id) {
      let ids = try archive.externalIDs(of: fold.copies)
      json.array("copies", fold.copies) { $0.raw(ids[$1] ?? String($1)) }
      json.credits(fold.credits)
    }
    json.key("blocks")
    json.beginArray()
    for block in article.blocks {
      json.beginObject()
      json.member("kind", block.kind.rawValue)
      json.member("start", block.span.start)
      json.member("end", block.span.end)
      if let paragraph = block.paragraph { json.member("paragraph", paragraph) }
      json.member("text", open.string(block.span))
      json.endObject()
    }
    json.endArray()
    json.timexes(detail.analysis.timexes, published: article.localPublished, open.string)
    json.sentences(of: open)
    json.parties(of: open)
    json.endObject()
    return json
  }
}
