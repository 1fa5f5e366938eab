// What an article's title gives to the name of its story.

/// A title's words, as they are printed, and whom of those involved it names.
struct StoryTitle: Sendable {
  struct Word: Sendable {
    var term: UInt32
    var printed: String
    /// The next word of the title is the next of `words`.
    var leads = false
  }

  private(set) var words: [Word] = []
  private(set) var parties: [LinkItem.Party] = []
  let title: String
  private static let mostWords = 16

  init(_ reading: LinkReading) {
    title = reading.item.title ?? ""
    let pairs = Set(reading.titlePairs.map { UInt64($0.0) << 32 | UInt64($0.1) })
    for term in reading.titleTerms.prefix(StoryTitle.mostWords) {
      if let last = words.last, pairs.contains(UInt64(last.term) << 32 | UInt64(term)) { words[words.count - 1].leads = true }
      words.append(Word(term: term, printed: reading.printed(term) ?? ""))
    }
    let inTitle = Set(HeadlineKey.words(of: title))
    // A story is called by what its titles say: a party that they do not name is no part of its name.
    parties = reading.item.parties.filter { HeadlineKey.words(of: $0.name).allSatisfy { inTitle.contains($0) } }
  }
}
