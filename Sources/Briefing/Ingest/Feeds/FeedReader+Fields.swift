// What the fields of a feed mean: where each begins, and where its text goes when it ends.

extension FeedReader {
  // MARK: where a field begins

  mutating func begin(_ field: FeedField?, _ tag: MarkupTag, _ frame: inout Frame, _ parent: Frame) {
    guard let field else {
      // An unknown element around a feed is seen through; inside one, it hides what it holds.
      frame.scope = parent.scope == .outside ? .outside : .hidden
      return
    }
    switch field {
    case .document:
      feed.isFeed = true
      frame.scope = .feed
      startFeed(frame)
    case .feed:
      guard parent.scope == .outside || parent.scope == .feed else { return }
      feed.isFeed = true
      frame.scope = .feed
      if MarkupText.isNamed(bytes[tag.name].suffix(4), "feed") { isAtom = true }
      startFeed(frame)
      if let address = attribute("href", of: tag) { feed.link = frame.resolved(address) }
      if let stamp = attribute("lastmod", of: tag).flatMap(FeedDate.parse) { feed.updated = stamp }
      if feed.id == nil { feed.id = attribute("about", of: tag) }
    case .entry:
      startEntry(tag, &frame, parent)
    default:
      guard
        parent.scope == .feed || parent.scope == .entry || parent.scope == .person || parent.scope == .source
          || parent.scope == .image
      else { return }
      beginField(field, tag, &frame, parent)
    }
  }

  private mutating func startFeed(_ frame: Frame) {
    if let language = frame.language { feed.language = language }
  }

  private mutating func startEntry(_ tag: MarkupTag, _ frame: inout Frame, _ parent: Frame) {
    // An entry inside an entry: the one before was never closed.
    finishEntry()
    feed.isFeed = true
    frame.scope = .entry
    var begun = FeedEntry()
    begun.language = frame.language
    begun.id = attribute("about", of: tag)
    begun.link = attribute("href", of: tag).map(frame.resolved)
    begun.updated = attribute("lastmod", of: tag).flatMap(FeedDate.parse)
    entry = begun
  }

  private mutating func beginField(_ field: FeedField, _ tag: MarkupTag, _ frame: inout Frame, _ parent: Frame) {
    let scope = parent.scope
    var capture = Capture(field: field, frame: frames.count, scope: scope, start: tokenizer.position)
    switch field {
    case .group:
      frame.scope = scope
      return
    case .personName, .personEmail:
      guard scope == .person else { return }
    case .pictureAddress:
      guard scope == .image else { return }
    case _ where scope == .person || scope == .image:
      return
    case .source:
      guard scope == .entry else { return }
      frame.scope = .source
    case .image:
      frame.scope = .image
      return
    case .textInput: return
    case .person, .keeper:
      guard scope != .source else { return }
      frame.scope = .person
      capture.person = FeedPerson(name: nil, email: nil)
    case .link:
      capture.rel = attribute("rel", of: tag)?.lowercased() ?? ""
      capture.type = attribute("type", of: tag)?.lowercased()
      if let address = attribute("href", of: tag) {
        takeLink(address, capture, frame, tag)
        return
      }
    case .guid:
      capture.isPermaLink = attribute("ispermalink", of: tag).map { $0.lowercased() != "false" } ?? true
    case .category:
      let names = [attribute("label", of: tag), attribute("term", of: tag), attribute("text", of: tag)].compactMap { $0 }
      addCategories(names, scope)
    case .enclosure, .mediaFile:
      if let address = attribute("url", of: tag) ?? attribute("href", of: tag), !address.isEmpty {
        let type = attribute("type", of: tag) ?? (attribute("medium", of: tag) == "image" ? "image/*" : nil)
        addEnclosure(
          FeedEnclosure(
            url: frame.resolved(address), type: type,
            length: attribute("length", of: tag) ?? attribute("filesize", of: tag)), isMedia: field == .mediaFile)
      }
      frame.scope = field == .mediaFile ? scope : .hidden
      return
    case .thumbnail:
      if let address = attribute("url", of: tag) { fallback.picture = fallback.picture ?? frame.resolved(address) }
      return
    case .picture:
      guard let address = attribute("href", of: tag) ?? attribute("url", of: tag), !address.isEmpty else { return }
      if scope == .feed { feed.image = frame.resolved(address) } else { entry?.image = frame.resolved(address) }
      return
    default:
      if field.isText {
        capture.type = attribute("type", of: tag)?.lowercased()
        capture.mode = attribute("mode", of: tag)?.lowercased()
        // Atom content that lies elsewhere.
        if field == .content, let address = attribute("src", of: tag), let type = capture.type, !type.hasPrefix("text/html") {
          addEnclosure(FeedEnclosure(url: frame.resolved(address), type: type, length: nil), isMedia: true)
        }
      }
    }
    captures.append(capture)
    frame.captures = true
  }

  private mutating func takeLink(_ address: String, _ capture: Capture, _ frame: Frame, _ tag: MarkupTag) {
    let rel = capture.rel ?? ""
    let url = frame.resolved(address)
    if rel == "enclosure", capture.scope == .entry {
      addEnclosure(
        FeedEnclosure(url: url, type: attribute("type", of: tag), length: attribute("length", of: tag)), isMedia: false)
    } else if rel == "image" {
      if capture.scope == .feed { feed.image = url } else { entry?.image = url }
    } else if rel.isEmpty || rel == "alternate" {
      let isPage = capture.type.map { $0.hasPrefix("text/html") || $0.contains("xhtml") || $0.isEmpty } ?? true
      setLink(url, capture.scope, isPage: isPage)
    }
  }

  private mutating func setLink(_ url: String, _ scope: Scope, isPage: Bool = true) {
    guard !url.isEmpty else { return }
    switch scope {
    case .entry: if isPage || entry?.link == nil { entry?.link = url }
    case .feed: if isPage || feed.link == nil { feed.link = url }
    default: break
    }
  }

  private mutating func addEnclosure(_ enclosure: FeedEnclosure, isMedia: Bool) {
    guard entry != nil, entry!.enclosures.count < 64 else { return }
    if isMedia, enclosure.type?.hasPrefix("image/") == true { fallback.picture = fallback.picture ?? enclosure.url }
    if !entry!.enclosures.contains(where: { $0.url == enclosure.url }) { entry!.enclosures.append(enclosure) }
  }

  private mutating func addCategories(_ names: [String], _ scope: Scope) {
    for name in names.map({ $0.trimmed }) where !name.isEmpty && name.utf8.count <= 200 {
      if scope == .feed {
        if feed.categories.count < 100, !feed.categories.contains(name) { feed.categories.append(name) }
      } else if scope == .entry, entry != nil {
        if entry!.categories.count < 100, !entry!.categories.contains(name) { entry!.categories.append(name) }
      }
    }
  }

  // MARK: where a field ends

  mutating func finish(_ capture: Capture, _ frame: Frame, end: Int) {
    if capture.field.isText {
      if let text = FeedText(capture, in: bytes, upTo: end, base: frame.base, isAtom: isAtom) { set(text, capture) }
      return
    }
    let value = String(decoding: capture.text, as: UTF8.self).trimmed
    switch capture.field {
    case .person, .keeper: finishPerson(capture, value)
    case .personName: if let outer = openPerson, !value.isEmpty { captures[outer].person?.name = value }
    case .personEmail: if let outer = openPerson, !value.isEmpty { captures[outer].person?.email = value }
    case .source: if !value.isEmpty, entry?.source == nil { entry?.source = Sanitize.line(value) }
    case .link:
      let rel = capture.rel ?? ""
      if !value.isEmpty, rel.isEmpty || rel == "alternate" { setLink(frame.resolved(value), capture.scope) }
    case .guid:
      guard capture.scope == .entry, !value.isEmpty else { return }
      entry?.id = capture.isPermaLink ? frame.resolved(value) : value
      if capture.isPermaLink { fallback.guid = frame.resolved(value) }
    case .id:
      guard !value.isEmpty else { return }
      if capture.scope == .feed { feed.id = frame.resolved(value) }
      if capture.scope == .entry { entry?.id = frame.resolved(value) }
    case .comments: if capture.scope == .entry { entry?.comments = frame.resolved(value) }
    case .generator: if capture.scope == .feed, !value.isEmpty { feed.generator = value }
    case .language:
      guard let tag = FeedReader.languageTag(value) else { return }
      if capture.scope == .feed { feed.language = value.lowercased() } else if capture.scope == .entry { entry?.language = tag }
    case .logo: if capture.scope == .feed, !value.isEmpty { feed.image = frame.resolved(value) }
    case .icon: if capture.scope == .feed, !value.isEmpty { feedFallback.icon = frame.resolved(value) }
    case .pictureAddress: setPicture(frame.resolved(value))
    case .published, .updated, .dated: setDate(value, capture)
    case .category: addCategories([value], capture.scope)
    case .labels:
      addCategories(value.split(whereSeparator: { $0 == "," || $0 == ";" }).map(String.init), capture.scope)
    default: break
    }
  }

  private var openPerson: Int? { captures.lastIndex { $0.person != nil } }

  private mutating func setPicture(_ url: String) {
    guard !url.isEmpty else { return }
    if entry == nil { if feed.image == nil { feed.image = url } } else if entry?.image == nil { entry?.image = url }
  }

  private mutating func setDate(_ value: String, _ capture: Capture) {
    guard !value.isEmpty, capture.scope == .feed || capture.scope == .entry else { return }
    guard let stamp = FeedDate.parse(value) else {
      if feed.issues.count < 20 { feed.issues.append("The date “\(Sanitize.line(value).prefix(40))” was not understood.") }
      return
    }
    let isEntry = capture.scope == .entry
    switch capture.field {
    case .published: if isEntry { entry?.published = stamp } else { feed.published = stamp }
    case .updated: if isEntry { entry?.updated = stamp } else { feed.updated = stamp }
    default: if isEntry { fallback.date = stamp } else { feedFallback.date = stamp }
    }
  }

  private mutating func finishPerson(_ capture: Capture, _ value: String) {
    var person = capture.person ?? FeedPerson(name: nil, email: nil)
    if person.name == nil, person.email == nil { person = FeedPerson(parsing: value) }
    guard person.name != nil || person.email != nil else { return }
    switch (capture.field, capture.scope) {
    case (.keeper, _): feedFallback.keepers.append(person)
    case (_, .feed): if feed.people.count < 64, !feed.people.contains(person) { feed.people.append(person) }
    default: if entry != nil, entry!.people.count < 64, !entry!.people.contains(person) { entry!.people.append(person) }
    }
  }

  private mutating func set(_ text: FeedText, _ capture: Capture) {
    guard !text.source.isEmpty else { return }
    switch capture.scope {
    case .feed: setFeedText(text, capture.field)
    case .entry: setEntryText(text, capture.field)
    case .source: if capture.field == .title, entry?.source == nil { entry?.source = Sanitize.line(text.plain) }
    default: break
    }
  }

  private mutating func setFeedText(_ text: FeedText, _ field: FeedField) {
    switch field {
    case .title: feed.title = feed.title ?? text
    case .otherTitle: feedFallback.title = feedFallback.title ?? text
    case .description, .tagline: feed.description = text
    case .summary, .otherSummary, .otherTagline: feedFallback.summary = feedFallback.summary ?? text
    case .copyright: feed.copyright = text
    default: break
    }
  }

  private mutating func setEntryText(_ text: FeedText, _ field: FeedField) {
    guard entry != nil else { return }
    switch field {
    case .title: entry!.title = entry!.title ?? text
    case .otherTitle: fallback.title = fallback.title ?? text
    // Where a feed gives both, the second is the longer one as a rule, and so the content.
    case .description, .summary:
      if entry!.summary == nil {
        entry!.summary = text
      } else if entry!.content == nil {
        entry!.content = text
      }
    case .otherSummary, .otherTagline, .tagline: fallback.summary = fallback.summary ?? text
    case .content, .encoded, .body: entry!.content = entry!.content ?? text
    case .copyright: entry!.copyright = text
    default: break
    }
  }

  // MARK: what is left at the end

  mutating func finishEntry() {
    guard var done = entry else { return }
    entry = nil
    defer { fallback = Fallbacks() }
    done.title = done.title ?? fallback.title
    done.summary = done.summary ?? fallback.summary ?? done.content
    done.link = done.link ?? fallback.guid
    // An episode without a guid is its file.
    if done.id == nil, done.link == nil { done.id = done.enclosures.first?.url }
    done.updated = done.updated ?? fallback.date
    done.published = done.published ?? fallback.date ?? (isAtom ? done.updated : nil)
    done.updated = done.updated ?? done.published
    done.image =
      done.image ?? fallback.picture ?? done.enclosures.first { $0.type?.hasPrefix("image/") == true }?.url
    if feed.entries.count < FeedReader.entryLimit { feed.entries.append(done) } else { passedEntries += 1 }
  }

  mutating func finishFeed() {
    feed.title = feed.title ?? feedFallback.title
    feed.description = feed.description ?? feedFallback.summary
    feed.updated = feed.updated ?? feedFallback.date
    feed.image = feed.image ?? feedFallback.icon
    if feed.people.isEmpty { feed.people = feedFallback.keepers }
  }

}
