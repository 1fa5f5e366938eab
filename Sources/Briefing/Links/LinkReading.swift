// An article read for linking: its weighted terms and the sketch of its text. Reading is most of the work of linking and
// needs nothing but the article, so that it can be done for many articles at once before they arrive one by one.

/// A term of an article: a word's stem or a party.
struct LinkTerm: Hashable, Sendable {
  var hash: UInt32
  /// 1 + ln(occurrences), more for names and words of the title.
  var weight: Float
}

/// An article read for linking.
public struct LinkReading: Sendable {
  /// Where a term stands in the article, so that reasons show words as they are printed.
  struct Place: Sendable {
    var start: UInt32
    var end: UInt32
    var inTitle: Bool
    /// A capital letter where none was due.
    var isName: Bool
    /// The term of the name's next word: "Tara" has "Reid".
    var next: UInt32
  }

  let item: LinkItem
  /// By hash, without repetition.
  let terms: [LinkTerm]
  /// One for each of the item's parties.
  let partyTerms: [UInt32]
  /// One for each term; nothing for a party's.
  let places: [Place?]
  let sketch: TextSketch
  let time: LinkTime
  let titleKey: String
  /// The title's stems and numbers, stop words left out.
  let titleTerms: [UInt32]
  /// The title's terms that stand right before another, with that one.
  let titlePairs: [(UInt32, UInt32)]

  /// Reads the article; `settings` must be the engine's.
  public init(_ item: LinkItem) { self.init(item, settings: .standard) }

  init(_ item: LinkItem, settings: LinkSettings) {
    var collector = TermCollector()
    var title = item.title ?? ""
    var body = item.body
    var time = LinkTime(day: item.day)
    let bodyWords = body.withUTF8 { bytes in
      var words: [UInt32] = []
      words.reserveCapacity(min(bytes.count, settings.bodyBytes) / 5)
      scanWords(bytes, limit: settings.bodyBytes) { word in
        words.append(word.exact)
        if word.isNumber { time.note(bytes[word.start..<word.end]) }
        collector.add(word, inTitle: false, ledeWords: settings.ledeWords)
      }
      return words
    }
    var titleTerms: [UInt32] = []
    var titlePairs: [(UInt32, UInt32)] = []
    var previous: UInt32?
    title.withUTF8 { bytes in
      collector.endText()
      scanWords(bytes, limit: 1000) { word in
        collector.add(word, inTitle: true, ledeWords: 0)
        if word.isNumber { time.note(bytes[word.start..<word.end]) }
        if !word.isStop, !titleTerms.contains(word.stem) { titleTerms.append(word.stem) }
        if let before = previous, word.followsDirectly, !word.isStop { titlePairs.append((before, word.stem)) }
        previous = word.isStop ? nil : word.stem
      }
    }
    var read = collector.terms(settings)
    partyTerms = item.parties.map { partyTerm($0.id) }
    for term in Set(partyTerms) { read.append((LinkTerm(hash: term, weight: settings.partyWeight), nil)) }
    read.sort { $0.0.hash < $1.0.hash }
    self.item = item
    terms = read.map(\.0)
    places = read.map(\.1)
    sketch = TextSketch(bodyWords)
    self.time = time
    titleKey = HeadlineKey.fold(item.title ?? "")
    self.titleTerms = titleTerms
    self.titlePairs = titlePairs
  }

  /// The words of a place as printed.
  func words(_ place: Place) -> String {
    let text = place.inTitle ? (item.title ?? "").utf8 : item.body.utf8
    let start = text.index(text.startIndex, offsetBy: Int(place.start))
    return String(decoding: text[start..<text.index(start, offsetBy: Int(place.end - place.start))], as: UTF8.self)
  }
}

/// The term that stands for a party; no word has the same.
func partyTerm(_ party: EntityID) -> UInt32 { wordHash([1] + Array(party.utf8), party.utf8.count + 1) }

/// Gathers the occurrences of each term.
private struct TermCollector {
  private struct Occurrence {
    var stem: UInt32
    var order: UInt32
    var place: LinkReading.Place
    var tellsName: Bool
    var isLede: Bool
  }

  private var occurrences: [Occurrence] = []
  private var last: Int?
  private var words = 0

  mutating func endText() { last = nil }

  mutating func add(_ word: ScannedWord, inTitle: Bool, ledeWords: Int) {
    words += 1
    guard !word.isStop else { return last = nil }
    // In a title every word may have a capital, and in capitals every letter is one.
    let isName = word.isCapital && !word.opensSentence && !inTitle
    if word.isCapital, word.followsDirectly, let last, occurrences[last].place.isName || occurrences[last].tellsName {
      occurrences[last].place.next = word.stem
    }
    last = word.isCapital ? occurrences.count : nil
    occurrences.append(
      Occurrence(
        stem: word.stem, order: UInt32(occurrences.count),
        place: LinkReading.Place(
          start: UInt32(word.start), end: UInt32(word.end), inTitle: inTitle, isName: isName, next: 0),
        tellsName: word.isCapital && !inTitle, isLede: !inTitle && words <= ledeWords))
  }

  /// The terms, each once, at most `settings.termsKept` of them: those that come first, since news says it first.
  func terms(_ settings: LinkSettings) -> [(LinkTerm, LinkReading.Place?)] {
    let sorted = occurrences.sorted { ($0.stem, $0.order) < ($1.stem, $1.order) }
    var found: [(order: UInt32, term: LinkTerm, place: LinkReading.Place)] = []
    var i = 0
    while i < sorted.count {
      var place = sorted[i].place
      var inBody: Float = 0
      var inTitle: Float = 0
      var names = 0
      var j = i
      while j < sorted.count, sorted[j].stem == sorted[i].stem {
        if sorted[j].place.inTitle { inTitle += 1 } else { inBody += sorted[j].isLede ? 1 + settings.ledeWeight : 1 }
        if sorted[j].place.isName {
          names += 1
          if !place.isName { place = sorted[j].place }
        }
        if place.isName, place.next == 0, sorted[j].place.isName, sorted[j].place.next != 0 { place = sorted[j].place }
        j += 1
      }
      var weight = 1 + logarithm(inBody + settings.titleWeight * inTitle)
      if names * 2 >= j - i, names > 0 { weight *= settings.nameWeight }
      let order = inTitle > 0 ? 0 : sorted[i].order
      found.append((order, LinkTerm(hash: sorted[i].stem, weight: weight), place))
      i = j
    }
    if found.count > settings.termsKept {
      found.sort { ($0.order, $0.term.hash) < ($1.order, $1.term.hash) }
      found.removeLast(found.count - settings.termsKept)
    }
    return found.map { ($0.term, $0.place) }
  }
}
