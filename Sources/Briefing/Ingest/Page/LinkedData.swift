// What a page says of itself in JSON-LD: the article among the objects of its scripts, mended where the JSON is broken.

/// The fields of the article that a page's JSON-LD describes.
struct LinkedData {
  var headline: String?
  /// It is of a kind that has a headline of its own, and not of a page of any kind.
  var isArticle = false
  var published: String?
  var modified: String?
  var authors: [String] = []
  /// The authors are organisations, not persons.
  var isByOrganisation = false
  var publisher: String?
  var language: String?
  var url: String?
  var body: String?
  var keywords: [String] = []

  /// The most bytes of a script that are read.
  private static let sizeLimit = 2_000_000
  private static let objectLimit = 5_000

  /// Reads the scripts of a page; nil where no article is described.
  static func read(_ tree: HTMLTree) -> LinkedData? {
    var reader = Reader()
    for node in tree.nodes.indices where tree.tag(node) == .script {
      guard let type = tree.raw(.type, of: node), tree.source[type].count < 60,
        String(decoding: tree.source[type], as: UTF8.self).lowercased().contains("ld+json")
      else { continue }
      for text in tree.below(node) where tree.tag(text) == .text {
        let range = tree.nodes[text].source
        guard range.count <= sizeLimit else { continue }
        reader.take(Array(tree.source[Int(range.lowerBound)..<Int(range.upperBound)]))
      }
    }
    return reader.article()
  }

  /// The kinds of objects that are articles, by the end of their type's name; the first ones are better.
  private static let types = ["newsarticle", "article", "posting", "report", "review", "recipe", "webpage"]

  private struct Reader {
    private var objects: [JSONValue] = []
    private var known: [String: JSONValue] = [:]

    mutating func take(_ bytes: [UInt8]) {
      guard let value = parse(bytes) else { return }
      // Lists and graphs are opened; what is deeper (a breadcrumb's items, a list of other articles) is not the page's article.
      var open: [(value: JSONValue, depth: Int)] = [(value, 0)]
      while let (value, depth) = open.popLast(), objects.count < objectLimit {
        switch value {
        case .array(let values): open.append(contentsOf: values.reversed().map { ($0, depth) })
        case .object:
          objects.append(value)
          if depth < 3 {
            for name in ["mainEntityOfPage", "mainEntity", "@graph"] {
              if let inner = value[name] { open.append((inner, depth + 1)) }
            }
          }
        default: break
        }
      }
    }

    /// The text as JSON; with what writers leave in it taken out, where it is none.
    private func parse(_ bytes: [UInt8]) -> JSONValue? {
      if let value = try? JSONValue(parsing: bytes) { return value }
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count)
      var isInString = false
      var i = 0
      while i < bytes.count {
        let byte = bytes[i]
        if isInString {
          if byte == 0x5C, i + 1 < bytes.count {
            out.append(contentsOf: [byte, bytes[i + 1]])
            i += 2
            continue
          }
          if byte == 0x22 {
            // A quote that no separator follows stands inside the text.
            var next = i + 1
            while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
            if next < bytes.count, !",:}]".utf8.contains(bytes[next]) {
              out.append(contentsOf: [0x5C, 0x22])
              i += 1
              continue
            }
            isInString = false
          }
          out.append(byte)
        } else if byte == 0x22 {
          isInString = true
          out.append(byte)
        } else if byte == 0x2C {
          var next = i + 1
          while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
          if next >= bytes.count || bytes[next] != 0x7D && bytes[next] != 0x5D && bytes[next] != 0x2C { out.append(byte) }
        } else if byte == 0x2F, i + 1 < bytes.count, bytes[i + 1] == 0x2A {
          // A comment, mostly around CDATA marks.
          i += 2
          while i + 1 < bytes.count, bytes[i] != 0x2A || bytes[i + 1] != 0x2F { i += 1 }
          i += 1
        } else {
          out.append(byte)
        }
        i += 1
      }
      guard let first = out.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else { return nil }
      while let last = out.last, last != 0x7D, last != 0x5D { out.removeLast() }
      return first < out.count ? try? JSONValue(parsing: Array(out[first...])) : nil
    }

    mutating func article() -> LinkedData? {
      for object in objects {
        if let id = object["@id"]?.string, known[id] == nil || object["name"] != nil { known[id] = object }
      }
      var best: (rank: Int, object: JSONValue)?
      for object in objects {
        guard let rank = rank(object), best == nil || rank < best!.rank else { continue }
        best = (rank, object)
      }
      guard let object = best?.object else { return nil }
      var data = LinkedData()
      data.isArticle = best!.rank < 4
      data.headline = text(object["headline"]) ?? (best!.rank < 12 ? text(object["name"]) : nil)
      data.published = text(object["datePublished"]) ?? text(object["dateCreated"]) ?? text(object["uploadDate"])
      data.modified = text(object["dateModified"])
      let people = people(object["author"] ?? object["creator"] ?? object["reviewedBy"])
      data.authors = people.names
      data.isByOrganisation = people.isOrganisation
      data.publisher = names(object["publisher"] ?? object["sourceOrganization"]).first
      data.language = text(object["inLanguage"]) ?? text(object["inLanguage"]?["name"])
      data.url = text(object["url"]) ?? text(object["mainEntityOfPage"]) ?? text(object["mainEntityOfPage"]?["@id"])
      data.body = text(object["articleBody"])
      data.keywords = object["keywords"]?.strings ?? []
      return data
    }

    private func rank(_ object: JSONValue) -> Int? {
      let types = (object["@type"]?.strings ?? []).map { $0.lowercased() }
      guard let type = types.compactMap({ type in LinkedData.types.firstIndex { type.hasSuffix($0) } }).min() else { return nil }
      // An article without a headline, a date and an author says nothing.
      let isEmpty = object["datePublished"] == nil && object["author"] == nil && object["headline"] == nil
      return (type >= 4 ? 10 : 0) + type + (isEmpty ? 20 : 0)
    }

    private func text(_ value: JSONValue?) -> String? {
      let text: String? =
        switch value {
        case .string(let text): text
        case .array(let values): values.first?.string
        case .object: value?["@value"]?.string
        default: nil
        }
      guard let text, !text.isEmpty else { return nil }
      return text
    }

    private func names(_ value: JSONValue?) -> [String] { people(value).names }

    private func people(_ value: JSONValue?, depth: Int = 0) -> (names: [String], isOrganisation: Bool) {
      guard let value, depth < 4 else { return ([], false) }
      switch value {
      case .string(let name): return ([name], false)
      case .array(let values):
        let all = values.prefix(40).map { people($0, depth: depth + 1) }
        let persons = all.filter { !$0.isOrganisation && !$0.names.isEmpty }
        return ((persons.isEmpty ? all : persons).flatMap(\.names), persons.isEmpty && !all.isEmpty)
      case .object:
        if value["name"] == nil, let id = value["@id"]?.string, let whole = known[id], whole["name"] != nil {
          return people(whole, depth: depth + 1)
        }
        let type = value["@type"]?.strings.first?.lowercased() ?? "person"
        let names: [String] =
          switch value["name"] {
          case .string(let name)?: [name]
          case .array(let names)?: names.compactMap(\.string)
          default:
            [[value["givenName"]?.string, value["familyName"]?.string].compactMap { $0 }.joined(separator: " ")]
          }
        return (names.filter { !$0.isEmpty }, type.contains("organization"))
      default: return ([], false)
      }
    }
  }
}
