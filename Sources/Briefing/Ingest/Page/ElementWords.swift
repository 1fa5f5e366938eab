// What the names that a page gives to its elements say: "article-body" holds the story, "newsletter-signup" does not. The words
// are tables of their own.

/// What the names of an element say of it.
struct ElementWords: Equatable {
  /// Why its text is no part of the article, if its names say so.
  var reason: SourceNotes.Reason?
  /// The names are as common inside articles: believed only of small elements.
  var isWeak = false
  /// The names of an article's body.
  var isContent = false
  /// The names of an article's body and of nothing else: "entry-content", but not "page-content".
  var isBody = false
  /// The names of what stands between a title and its text.
  var isDeck = false

  /// Reads classes, ids, roles and test ids; remembers what it has read, since pages repeat themselves.
  struct Reader {
    private var known: [UInt64: ElementWords] = [:]

    mutating func words(of node: Int, in tree: HTMLTree) -> ElementWords {
      var words = ElementWords()
      for attribute in tree.nodes[node].attributes {
        let found = tree.attributes[Int(attribute)]
        switch found.name {
        case .class, .id, .role, .dataTestid, .ariaHidden, .itemprop, .rel:
          words.add(read(found.value, of: found.name, tree.source))
        default: break
        }
      }
      return words
    }

    private mutating func read(_ range: Range<Int32>, of name: HTMLAttributeName, _ source: [UInt8]) -> ElementWords {
      source.withUnsafeBufferPointer { bytes in
        var key: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(name.rawValue)
        let limit = min(Int(range.upperBound), Int(range.lowerBound) + 400)
        for i in Int(range.lowerBound)..<limit { key = (key ^ UInt64(bytes[i])) &* 0x100_0000_01b3 }
        if let words = known[key] { return words }
        let words = ElementWords(bytes, Int(range.lowerBound)..<limit, name)
        known[key] = words
        return words
      }
    }
  }

  init() {}

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: HTMLAttributeName) {
    if name == .ariaHidden {
      return
    }
    var i = range.lowerBound
    var word = ""
    var previous = ""
    var isNegated = false
    func isBreak(_ byte: UInt8) -> Bool { byte <= 0x20 }
    func end(_ words: inout ElementWords, isLast: Bool) {
      guard !word.isEmpty else { return }
      if ElementWordTables.negations.contains(word) {
        isNegated = true
      } else if !isNegated, isLast || !ElementWordTables.subjects.contains(word) {
        words.add(ElementWords(word: word))
      }
      // Of two words together, "tag-list" is a list of tags, where "tag-anything" would be what an article is about.
      if !previous.isEmpty, !isNegated || ElementWordTables.subjects.contains(previous) {
        words.add(ElementWords(word: previous + "-" + word))
      }
      if ElementWordTables.subjects.contains(word) { isNegated = true }
      previous = word
      word = ""
    }
    while i < range.upperBound {
      let byte = bytes[i]
      switch byte {
      case 0x41...0x5A:
        // "articleBody", but not "HTML".
        if i > range.lowerBound, (0x61...0x7A).contains(bytes[i - 1]) { end(&self, isLast: false) }
        word.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      case 0x61...0x7A: word.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let isLast = isBreak(byte)
        end(&self, isLast: isLast)
        if isLast {
          previous = ""
          isNegated = false
        }
      }
      i += 1
    }
    end(&self, isLast: true)
    // "hidden md:block" is hidden on small screens only.
    if name == .class, reason == nil, ElementWords.saysHidden(bytes, range) { reason = .hidden }
  }

  /// Whether one of the classes is "hidden" and none of them says when.
  private static func saysHidden(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.contains(where: { bytes[$0] == 0x3A }) else { return false }
    return bytes[range].split(whereSeparator: { $0 <= 0x20 }).contains { $0.elementsEqual("hidden".utf8) }
  }

  private init(word: String) {
    if let found = ElementWordTables.reasons[word] {
      reason = found.reason
      isWeak = found.isWeak
    }
    isBody = ElementWordTables.body.contains(word)
    isContent = isBody || ElementWordTables.content.contains(word)
    isDeck = ElementWordTables.deck.contains(word)
  }

  private mutating func add(_ other: ElementWords) {
    if let found = other.reason, reason == nil || isWeak && !other.isWeak {
      reason = found
      isWeak = other.isWeak
    }
    isContent = isContent || other.isContent
    isBody = isBody || other.isBody
    isDeck = isDeck || other.isDeck
  }
}
