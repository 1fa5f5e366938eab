// An article without its text, packed: what a source gave, which only ever is read whole.

extension Article {
  /// Everything but `text`.
  func packed() -> [UInt8] {
    var packer = Packer()
    packer.number(1)
    packer.text(externalID)
    packer.text(url)
    packer.text(title?.text)
    packer.text(title?.origin.rawValue)
    packer.date(published)
    packer.date(otherDate)
    packer.text(source)
    packer.list(authors) { $0.text($1) }
    packer.text(language)
    packer.list(tags) { $0.text($1) }
    packer.flag(dateline != nil)
    if let dateline {
      packer.span(dateline.span)
      packer.span(dateline.place)
      packer.optional(dateline.agency)
    }
    packer.list(issues) { $0.text($1) }
    packer.list(blocks) {
      $0.span($1.span)
      $0.text($1.kind.rawValue)
      $0.text($1.href)
      $0.optional($1.paragraph)
    }
    return packer.bytes
  }

  /// The article of a packed head and its text. Spans that do not lie inside the text are damage.
  init(packed bytes: [UInt8], text: String) throws(PackingDamage) {
    var unpacker = Unpacker(bytes)
    guard try unpacker.number() == 1 else { throw PackingDamage() }
    self.init(text: text, blocks: [])
    externalID = try unpacker.text()
    url = try unpacker.text()
    let titleText = try unpacker.text()
    let origin = try unpacker.text()
    title = titleText.map { Title($0, origin: origin.flatMap(Title.Origin.init) ?? .field) }
    published = try unpacker.date()
    otherDate = try unpacker.date()
    source = try unpacker.text()
    authors = try unpacker.list { (item) throws(PackingDamage) in try item.word() }
    language = try unpacker.word()
    tags = try unpacker.list { (item) throws(PackingDamage) in try item.word() }
    if try unpacker.flag() {
      let span = try unpacker.span()
      let place = try unpacker.span()
      dateline = Dateline(span: span, place: place, agency: try unpacker.optionalSpan())
    }
    issues = try unpacker.list { (item) throws(PackingDamage) in try item.word() }
    blocks = try unpacker.list { (item) throws(PackingDamage) in
      Block(
        span: try item.span(), kind: try item.word(Block.Kind.self), href: try item.text(),
        paragraph: try item.optionalNumber())
    }
    let length = text.unicodeScalars.count
    let spans = blocks.map(\.span) + [dateline?.span, dateline?.place, dateline?.agency].compactMap { $0 }
    guard spans.allSatisfy({ $0.start >= 0 && $0.start <= $0.end && $0.end <= length }) else { throw PackingDamage() }
  }

  /// The external id and the address alone.
  static func names(packed bytes: [UInt8]) throws(PackingDamage) -> (externalID: String?, url: String?) {
    var unpacker = Unpacker(bytes)
    guard try unpacker.number() == 1 else { throw PackingDamage() }
    return (try unpacker.text(), try unpacker.text())
  }
}

extension Packer {
  fileprivate mutating func date(_ value: PublicationDate?) {
    text(value?.origin.rawValue)
    guard let stamp = value?.stamp else { return }
    number(stamp.date.year)
    number(stamp.date.month)
    number(stamp.date.day)
    optional(stamp.secondOfDay)
    optional(stamp.offset)
    text(stamp.precision.rawValue)
  }
}

extension Unpacker {
  fileprivate mutating func date() throws(PackingDamage) -> PublicationDate? {
    guard let word = try text() else { return nil }
    guard let origin = PublicationDate.Origin(rawValue: word) else { throw PackingDamage() }
    let date = CivilDate(try number(), try number(), try number())
    let stamp = DateStamp(
      date, secondOfDay: try optionalNumber(), offset: try optionalNumber(),
      precision: try self.word(DateStamp.Precision.self))
    return PublicationDate(stamp, origin: origin)
  }
}
