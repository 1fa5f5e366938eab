// `wireroom story`: what belongs together, what is new in it, and the reader's word on it.
import ArgumentParser
import Briefing
import Foundation
import Reader

struct StoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "story", abstract: "Print the story of an article, or say what belongs to it.",
    discussion: """
      Without an article the stories of several articles are listed, that with the newest arrival first. --split takes the
      article out of its story, --merge makes its story and that of another article one; no import and no reindex touches
      that, and --take-back undoes it. --looked says that all of it was seen: what comes later is new.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var format: JSONOption
  @Argument(help: "An article's id.")
  var article: String?
  @Flag(name: .long, help: "Take the article out of its story.")
  var split = false
  @Option(name: .long, help: ArgumentHelp("Make its story and that of another article one.", valueName: "article"))
  var merge: String?
  @Flag(name: .long, help: "Take back what was decided about the article's story.")
  var takeBack = false
  @Flag(name: .long, help: "Say that the story was looked at.")
  var looked = false
  @Option(name: .long, help: "List at most so many stories; 0 for all.")
  var limit = 50

  private var isDeciding: Bool { split || merge != nil || takeBack }

  func validate() throws {
    try checkLimit(limit)
    let decisions = [split, merge != nil, takeBack].filter { $0 }.count
    if decisions > 1 { throw ValidationError("--split, --merge and --take-back exclude each other") }
    if article == nil, isDeciding || looked { throw ValidationError("name the article") }
  }

  func run() throws {
    let archive = try isDeciding || looked ? options.openForWriting() : options.open()
    var output = Output()
    guard let article else {
      try list(archive, &output)
      return output.flush()
    }
    let id = try known(article, archive)
    if isDeciding {
      try decide(id, archive, &output)
    } else {
      guard let story = try archive.storyView(ofArticle: id) else {
        throw Failure(words: "article \(article) belongs to no story yet: reindex makes them")
      }
      try StoryPrint(story, archive).write(json: format.json, to: &output)
      if looked, let newest = story.newest {
        try archive.lookedAtStory(of: id, upTo: newest, at: Int(Date().timeIntervalSince1970))
      }
    }
    output.flush()
  }

  private func known(_ name: String, _ archive: Archive) throws -> Int64 {
    guard let id = try archive.article(named: name) else {
      throw Failure(words: "there is no article \(name) in \(archive.path); list shows the ids")
    }
    return id
  }

  private func list(_ archive: Archive, _ output: inout Output) throws {
    let stories = try archive.stories(limit: limit == 0 ? .max : limit)
    let ids = try archive.externalIDs(of: stories.map(\.article))
    for (story, article, gained) in stories {
      let id = ids[article] ?? String(article)
      if format.json {
        var json = JSONText()
        json.beginObject()
        json.member("story", Int(story.id))
        json.member("name", story.name)
        json.member("articles", story.size)
        json.key("newest")
        json.raw(id)
        json.key("new")
        if let gained { json.value(gained) } else { json.null() }
        json.endObject()
        output.json(json)
      } else {
        let new = gained.map { $0 > 0 ? "  \($0) new" : "" } ?? ""
        output.line("\(padded(id, 8)) \(padded(String(story.size), 5)) \(story.name)\(new)")
      }
    }
  }

  private func decide(_ id: Int64, _ archive: Archive, _ output: inout Output) throws {
    var change = Change.none
    if split {
      change = try archive.splitFromStory(id)
    } else if let merge {
      change = try archive.mergeStories(id, try known(merge, archive))
    } else {
      for decision in try archive.storyDecisions().reversed() where decision.article == id || decision.other == id {
        change = change.followed(by: try archive.withdraw(decision))
      }
    }
    output.decided(change, asJSON: format.json)
  }
}

extension Archive {
  /// The newest article of the one story that a number or words of a name mean; an error that names them where several do.
  func articleOfStory(named name: String) throws -> Int64 {
    let found = try stories(named: name)
    let exact = found.filter { $0.name.lowercased() == name.lowercased() }
    let fitting = exact.count == 1 ? exact : found
    guard let first = fitting.first else { throw Failure(words: "no story is called \(name)") }
    guard fitting.count == 1 else {
      let names = fitting.prefix(5).map { "\($0.name) (\($0.id))" }.joined(separator: "; ")
      throw Failure(words: "\(name) may be \(names)\(fitting.count > 5 ? " and others" : ""); give the number in brackets")
    }
    guard let article = try articles(inStory: first.id, limit: 1).first else {
      throw Failure(words: "the story \(name) has no article any more")
    }
    return article.id
  }
}
