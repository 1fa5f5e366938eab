// Whether two sentences tell of one event: by the stems of the words that say what happened, and by who is in both. Bars are
// high, since a wrong day beside a vague one would be a guess in disguise.

/// The words of a vague event by which another sentence is known to tell of it.
struct TellingWords {
  /// Stems of the label: what happened.
  private let label: Set<UInt32>
  /// Stems of the whole sentence.
  private let whole: Set<UInt32>
  private let parties: Set<EntityID>

  private static let saying: Set<String> = ["said", "says", "told", "added", "announced", "reported", "warned", "confirmed"]

  init(of event: DatedEvent) {
    label = TellingWords.stems(event.label, without: event.printed)
    whole = TellingWords.stems(event.sentence, without: event.printed)
    parties = Set(event.parties.map(\.entity))
  }

  var isEmpty: Bool { whole.count < 3 }

  /// How much of what happened the other sentence tells too, above 0 and up to 1; nil where that is too little.
  func likeness(to other: DatedEvent) -> Double? {
    // "... he said Wednesday": the day is that of the words, not of what they tell.
    if let last = other.label.split(separator: " ").last, TellingWords.saying.contains(last.lowercased()) { return nil }
    let words = TellingWords.stems(other.sentence, without: other.printed)
    // What the label says counts where it says enough; two words alone may be anybody's.
    if label.count >= 3 {
      let shared = label.intersection(words).count
      let share = Double(shared) / Double(label.count)
      let isNamed = !parties.isDisjoint(with: other.parties.map(\.entity))
      guard shared >= 3 && share >= 0.4 || shared >= 2 && share >= 0.5 && isNamed else { return nil }
      return share
    }
    let shared = whole.intersection(words).count
    let share = Double(shared) / Double(max(1, min(whole.count, words.count)))
    return shared >= 4 && share >= 0.4 ? share : nil
  }

  private static func stems(_ text: String, without printed: String) -> Set<UInt32> {
    var stems: Set<UInt32> = []
    let left = Array(text.replacing(printed, with: " ").utf8)
    left.withUnsafeBufferPointer { bytes in
      scanWords(bytes, limit: bytes.count) { word in
        if !word.isStop, !word.isNumber { stems.insert(word.stem) }
      }
    }
    return stems
  }
}
