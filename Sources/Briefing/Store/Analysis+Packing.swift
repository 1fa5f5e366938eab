// What was derived from an article, packed. A field that is added to these types must be added here, in a new layout; the
// tests count the fields.

extension Analysis {
  /// 2: candidates of mentions and affiliations of parties. An archive of layout 1 stays readable until it is read anew.
  private static let layout = 2

  func packed() -> [UInt8] {
    var packer = Packer(capacity: 2048)
    packer.number(Analysis.layout)
    packer.list(sentences) {
      $0.span($1.span)
      $0.number($1.block)
    }
    packer.list(timexes) { $0.timex($1) }
    packer.list(who.entities) { $0.mention($1) }
    packer.list(who.parties) { $0.party($1) }
    packer.list(who.attributions) { $0.attribution($1) }
    return packer.bytes + ContentHash.of(packer.bytes)
  }

  init(packed bytes: [UInt8]) throws(PackingDamage) {
    // A flipped bit in a name or a span would be shown as if the text said it.
    let body = Array(bytes.dropLast(16))
    guard bytes.count > 16, ContentHash.of(body) == Array(bytes.suffix(16)) else { throw PackingDamage() }
    var unpacker = Unpacker(body)
    let layout = try unpacker.number()
    guard (1...Analysis.layout).contains(layout) else { throw PackingDamage() }
    let sentences = try unpacker.list { (item) throws(PackingDamage) in
      SentenceRow(span: try item.span(), block: try item.number())
    }
    let timexes = try unpacker.list { (item) throws(PackingDamage) in try item.timex() }
    let who = PartyAnnotation(
      entities: try unpacker.list { (item) throws(PackingDamage) in try item.mention(layout) },
      parties: try unpacker.list { (item) throws(PackingDamage) in try item.party(layout) },
      attributions: try unpacker.list { (item) throws(PackingDamage) in try item.attribution() })
    self.init(sentences: sentences, timexes: timexes, who: who)
  }
}

extension Packer {
  fileprivate mutating func timex(_ value: Timex) {
    span(value.span)
    text(value.kind.rawValue)
    text(value.value)
    text(value.mod)
    text(value.anchor)
    text(value.rule)
    text(value.reason)
    flag(value.doubt)
    text(value.rangeEnd)
  }

  fileprivate mutating func mention(_ value: Mention) {
    span(value.span)
    text(value.type.rawValue)
    text(value.kind.rawValue)
    text(value.entity)
    text(value.name)
    text(value.iso3)
    text(value.why)
    flag(value.isModifier)
    list(value.candidates) { $0.reference($1) }
  }

  fileprivate mutating func party(_ value: PartyMention) {
    span(value.span)
    text(value.kind.rawValue)
    text(value.entity)
    text(value.name)
    text(value.iso3)
    optional(value.title)
    flag(value.affiliation != nil)
    if let affiliation = value.affiliation { reference(affiliation) }
    text(value.role)
    text(value.why)
    text(value.note)
  }

  private mutating func reference(_ value: EntityReference) {
    text(value.entity)
    text(value.name)
  }

  fileprivate mutating func attribution(_ value: Attribution) {
    number(value.sentence)
    text(value.kind.rawValue)
    optional(value.speaker)
    text(value.entity)
    span(value.cue)
  }
}

extension Unpacker {
  fileprivate mutating func timex() throws(PackingDamage) -> Timex {
    Timex(
      span: try span(), kind: try word(Timex.Kind.self), value: try text(), mod: try text(), anchor: try text(),
      rule: try word(), reason: try word(), doubt: try flag(), rangeEnd: try text())
  }

  fileprivate mutating func mention(_ layout: Int) throws(PackingDamage) -> Mention {
    Mention(
      span: try span(), type: try word(Mention.NameType.self), kind: try word(EntityKind.self), entity: try text(),
      name: try word(), iso3: try text(), why: try word(), isModifier: try flag(),
      candidates: layout < 2 ? [] : try list { (item) throws(PackingDamage) in try item.reference() })
  }

  fileprivate mutating func party(_ layout: Int) throws(PackingDamage) -> PartyMention {
    PartyMention(
      span: try span(), kind: try word(EntityKind.self), entity: try word(), name: try word(), iso3: try text(),
      title: try optionalSpan(), affiliation: try affiliation(layout), role: try text(), why: try word(), note: try text())
  }

  private mutating func affiliation(_ layout: Int) throws(PackingDamage) -> EntityReference? {
    guard layout >= 2, try flag() else { return nil }
    return try reference()
  }

  private mutating func reference() throws(PackingDamage) -> EntityReference {
    EntityReference(entity: try word(), name: try word())
  }

  fileprivate mutating func attribution() throws(PackingDamage) -> Attribution {
    Attribution(
      sentence: try number(), kind: try word(Attribution.Kind.self), speaker: try optionalSpan(), entity: try text(),
      cue: try span())
  }
}
