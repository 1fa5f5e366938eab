// Reads an XML feed in one pass over its bytes: tags move a stack of places, texts are captured where a field begins and put
// where they belong where it ends. Nothing is looked up outside the document and nothing recurses. A feed that breaks off
// keeps what was read before, and says so.

struct FeedReader {
  /// More entries than these are passed over.
  static let entryLimit = 25_000
  /// A text longer than this (in bytes) is cut.
  static let textLimit = 2_000_000
  /// Elements nested deeper than this are read as if they were not nested.
  static let depthLimit = 256
  /// A base longer than this (in bytes) is none: it is put before every address of the feed.
  static let baseLimit = 2_000

  /// Where the children of an element stand.
  enum Scope { case outside, feed, entry, source, image, person, hidden }

  /// An element that is open.
  struct Frame {
    var name: Range<Int>
    var scope: Scope
    var base: String?
    var language: String?
    /// How many prefixes were declared before it.
    var prefixes: Int
    /// Whether a capture began with it.
    var captures: Bool

    /// An address in it, resolved; as it stands where it cannot be.
    func resolved(_ address: String) -> String { FeedAddress.resolve(address, against: base) ?? address }
  }

  /// A field whose text is being read.
  struct Capture {
    var field: FeedField
    var frame: Int
    var scope: Scope
    /// Where its inside begins.
    var start: Int
    var text: [UInt8] = []
    var hasMarkup = false
    var isCut = false
    /// The attributes that say how to read it.
    var type: String?
    var mode: String?
    var rel: String?
    var isPermaLink = true
    var person: FeedPerson?
  }

  let bytes: [UInt8]
  var tokenizer: MarkupTokenizer
  var feed = Feed()
  var frames: [Frame] = []
  var captures: [Capture] = []
  var entry: FeedEntry?
  var fallback = Fallbacks()
  var feedFallback = Fallbacks()
  var isAtom = false
  private var prefixes: [(name: String, space: FeedSpace)] = []
  /// Elements left out of the stack because it is full.
  private var overflow = 0
  private var entities: [String: [UInt8]] = [:]
  var cutTexts = 0
  var passedEntries = 0
  private var hasElement = false

  /// What stands in for a field that is not given itself.
  struct Fallbacks {
    var title: FeedText?
    var summary: FeedText?
    var date: DateStamp?
    var keepers: [FeedPerson] = []
    var guid: String?
    var icon: String?
    var picture: String?
  }

  /// Reads UTF-8; `base` is the address that the feed came from.
  init(_ bytes: [UInt8], base: String?, language: String? = nil) {
    self.bytes = bytes
    tokenizer = MarkupTokenizer(bytes)
    let root = Frame(name: 0..<0, scope: .outside, base: base, language: language, prefixes: 0, captures: false)
    frames.append(root)
    feed.language = language
  }

  /// The whole feed.
  mutating func read() -> Feed {
    while let token = tokenizer.next() {
      switch token {
      case .text(let range): take(range, isLiteral: false)
      case .literal(let range): take(range, isLiteral: true)
      case .doctype(let range): if !hasElement { readEntities(range) }
      case .tag(let tag):
        if tag.isEnd {
          close(tag)
        } else {
          hasElement = true
          open(tag)
        }
      }
    }
    let isIncomplete = tokenizer.isCut || frames.count > 1 && feed.isFeed && frames.dropFirst().contains { $0.scope != .hidden }
    if isIncomplete { entry?.isCut = true }
    while frames.count > 1 { pop(at: bytes.count) }
    finishEntry()
    finishFeed()
    if isIncomplete, feed.isFeed {
      feed.issues.append("The feed is incomplete: it breaks off before its end; what came before is kept.")
    }
    if passedEntries > 0 {
      feed.issues.append("The feed has more than \(FeedReader.entryLimit) entries; \(passedEntries) were passed over.")
    }
    if cutTexts > 0 {
      feed.issues.append("\(cutTexts == 1 ? "One text is" : "\(cutTexts) texts are") longer than 2 MB; cut there.")
    }
    return feed
  }

  // MARK: text

  private mutating func take(_ range: Range<Int>, isLiteral: Bool) {
    guard let last = captures.indices.last else { return }
    let frame = captures[last].frame
    // Text fields are cut out of the source where they hold markup; of other fields only their own text counts.
    if captures[last].field.isText ? captures[last].hasMarkup : frames.count - 1 != frame || overflow > 0 { return }
    guard captures[last].text.count + range.count <= FeedReader.textLimit else {
      if !captures[last].isCut { cutTexts += 1 }
      captures[last].isCut = true
      return
    }
    if isLiteral {
      captures[last].text += bytes[range]
    } else {
      appendDecoded(range, of: bytes, to: &captures[last].text, entities: entities)
    }
  }

  /// Short literal entities of an internal subset, as a few feeds use for their own address: no markup, no reference, nothing
  /// outside. Everything else of a DTD is passed over.
  private mutating func readEntities(_ range: Range<Int>) {
    var rest = bytes[range].prefix(8_192)
    let mark = Array("<!ENTITY".utf8)
    var declared = 0
    defer {
      if declared > entities.count { feed.issues.append("The document declares entities of its own; they were not expanded.") }
    }
    while declared < 16, let start = rest.indices.first(where: { rest[$0...].starts(with: mark) }) {
      declared += 1
      rest = rest[(start + mark.count)...]
      let parts = rest.drop(while: isWhite)
      let name = parts.prefix { !isWhite($0) }
      let value = parts[name.endIndex...].drop(while: isWhite)
      guard let quote = value.first, quote == Byte.quote || quote == Byte.apostrophe else { continue }
      let inside = value.dropFirst().prefix { $0 != quote }
      guard inside.count <= 64, !inside.contains(Byte.ampersand), !inside.contains(Byte.less) else { continue }
      entities[String(decoding: name, as: UTF8.self)] = Array(inside)
    }
  }

  // MARK: tags

  private mutating func open(_ tag: MarkupTag) {
    if let last = captures.indices.last, captures[last].field.isText {
      // Inside a text everything is markup, but for an entry that begins: then the text was never closed.
      if beginsEntry(tag) {
        while let last = captures.last, last.field.isText, frames.count > last.frame { pop(at: tag.name.lowerBound - 1) }
      } else if captures[last].field == .title,
        FeedReader.fieldsBehindTitle.contains(String(decoding: bytes[tag.name].map(lowercased), as: UTF8.self))
      {
        // A headline holds no field: its end tag is missing.
        while let last = captures.last, last.field == .title, frames.count > last.frame { pop(at: tag.name.lowerBound - 1) }
      } else {
        captures[last].hasMarkup = true
        if !tag.isEmpty {
          var inner = frames[frames.count - 1]
          inner.captures = false
          inner.prefixes = prefixes.count
          push(tag, scope: .hidden, inner)
        }
        return
      }
    }
    let declared = prefixes.count
    let parent = frames[frames.count - 1]
    var frame = Frame(
      name: tag.name, scope: .hidden, base: parent.base, language: parent.language, prefixes: declared, captures: false)
    readDeclarations(tag, &frame)
    let (space, local) = resolve(tag.name)
    let field = FeedField.named(local, in: space)
    begin(field, tag, &frame, parent)
    if tag.isEmpty {
      // An element without inside: opened and closed at once.
      frames.append(frame)
      pop(at: tokenizer.position)
    } else {
      push(tag, scope: frame.scope, frame)
    }
  }

  private mutating func push(_ tag: MarkupTag, scope: Scope, _ frame: Frame) {
    guard frames.count < FeedReader.depthLimit else {
      if frame.captures { captures.removeLast() }
      overflow += 1
      return
    }
    frames.append(
      Frame(
        name: tag.name, scope: scope, base: frame.base, language: frame.language, prefixes: frame.prefixes,
        captures: frame.captures))
  }

  private mutating func close(_ tag: MarkupTag) {
    if overflow > 0 {
      overflow -= 1
      return
    }
    guard let match = frames.indices.dropFirst().last(where: { sameName(frames[$0].name, tag.name) }) else { return }
    // An end tag does not reach out of a text for a name of HTML: "</b>" closes nothing but a "<b>".
    while frames.count > match { pop(at: tag.name.lowerBound - 2) }
  }

  private mutating func pop(at end: Int) {
    let frame = frames.removeLast()
    if frame.captures {
      let capture = captures.removeLast()
      finish(capture, frame, end: max(capture.start, end))
    }
    while prefixes.count > frame.prefixes { prefixes.removeLast() }
    if frame.scope == .entry, frames.last?.scope != .entry { finishEntry() }
  }

  private func sameName(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    for n in 0..<a.count where lowercased(bytes[a.lowerBound + n]) != lowercased(bytes[b.lowerBound + n]) { return false }
    return true
  }

  private func beginsEntry(_ tag: MarkupTag) -> Bool {
    guard tag.name.count == 4 || tag.name.count == 5, !isAtom || entry != nil else { return false }
    let name = bytes[tag.name].map(lowercased)
    return name == Array("item".utf8) || name == Array("entry".utf8)
  }

  private static let fieldsBehindTitle: Set<String> = [
    "link", "description", "guid", "pubdate", "content:encoded", "dc:date", "published", "updated",
  ]

  // MARK: names

  private mutating func readDeclarations(_ tag: MarkupTag, _ frame: inout Frame) {
    for attribute in tag.attributes {
      let name = bytes[attribute.name]
      guard name.count >= 5, lowercased(name[name.startIndex]) == UInt8(ascii: "x") else { continue }
      let lower = String(decoding: name.map(lowercased), as: UTF8.self)
      switch lower {
      case "xmlns":
        let address = value(attribute)
        let isRoot = !hasRoot
        let space = FeedSpace.named(address)
        prefixes.append(("", address.isEmpty || isRoot && space == .other ? .core : space))
        if isRoot, address.lowercased().contains("atom") { isAtom = true }
      case "xml:base":
        let base = FeedAddress.resolve(value(attribute), against: frame.base)
        if let base, base.utf8.count <= FeedReader.baseLimit { frame.base = base }
      case "xml:lang":
        frame.language = FeedReader.languageTag(value(attribute))
      default:
        if lower.hasPrefix("xmlns:") { prefixes.append((String(lower.dropFirst(6)), FeedSpace.named(value(attribute)))) }
      }
    }
  }

  private var hasRoot: Bool { frames.count > 1 }

  /// The vocabulary and the name without prefix, in lower case.
  private func resolve(_ name: Range<Int>) -> (FeedSpace, String) {
    let lower = bytes[name].map(lowercased)
    guard let colon = lower.firstIndex(of: Byte.colon) else {
      return (prefixes.last { $0.name.isEmpty }?.space ?? .core, String(decoding: lower, as: UTF8.self))
    }
    let prefix = String(decoding: lower[..<colon], as: UTF8.self)
    let local = String(decoding: lower[(colon + 1)...], as: UTF8.self)
    return (prefixes.last { $0.name == prefix }?.space ?? FeedSpace.undeclared(prefix), local)
  }

  /// An attribute by its name without prefix, decoded and trimmed; nil where it is missing.
  func attribute(_ name: String, of tag: MarkupTag) -> String? {
    for attribute in tag.attributes {
      var given = bytes[attribute.name]
      if let colon = given.lastIndex(of: Byte.colon) { given = given[(colon + 1)...] }
      if given.count == name.utf8.count, zip(given, name.utf8).allSatisfy({ lowercased($0) == $1 }) { return value(attribute) }
    }
    return nil
  }

  private func value(_ attribute: MarkupTag.Attribute) -> String {
    var out: [UInt8] = []
    appendDecoded(attribute.value, of: bytes, to: &out, entities: entities)
    return String(decoding: out, as: UTF8.self).trimmed
  }

  static func languageTag(_ value: String) -> String? {
    let tag = String(value.map { $0 == "_" ? "-" : $0 }.prefix(35))
    return tag.isEmpty ? nil : tag
  }
}
