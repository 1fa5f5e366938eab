// Lists of feeds as OPML (opml.org, 1.0 to 2.0). What we do not know of an outline is kept and written again, so that a list
// which goes through Wireroom loses nothing.

/// A list of feeds.
public struct OPML: Hashable, Sendable {
  /// An attribute or an element of the head: a name and its text.
  public struct Field: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A feed, a folder, or something else that stands in the list.
  public struct Outline: Hashable, Sendable {
    public var attributes: [Field]
    public var children: [Outline]

    public init(attributes: [Field], children: [Outline] = []) {
      self.attributes = attributes
      self.children = children
    }

    public subscript(_ name: String) -> String? {
      get { attributes.first { $0.name.lowercased() == name.lowercased() }?.value }
      set {
        let index = attributes.firstIndex { $0.name.lowercased() == name.lowercased() }
        switch (index, newValue) {
        case (let index?, let value?): attributes[index].value = value
        case (let index?, nil): attributes.remove(at: index)
        case (nil, let value?): attributes.append(Field(name, value))
        case (nil, nil): break
        }
      }
    }

    /// What it is called: its title, else its text.
    public var name: String? {
      [self["title"], self["text"]].lazy.compactMap { $0 }.first { !$0.isEmpty }
    }
    /// The feed's address, if it is a feed.
    public var feedURL: String? { self["xmlUrl"].flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// Attributes of the root, among them the namespaces that outlines use.
  public var attributes: [Field]
  public var head: [Field]
  public var outlines: [Outline]
  /// Attributes and elements of the head that were left out, since XML allows no such name, or no second one.
  public var omitted = 0

  public init(
    attributes: [Field] = [Field("version", "2.0")], head: [Field] = [Field("title", "Wireroom")], outlines: [Outline] = []
  ) {
    self.attributes = attributes
    self.head = head
    self.outlines = outlines
  }

  /// Outlines deeper than this lie in the one above them.
  static let depthLimit = 64
  /// More outlines than these are left out.
  static let outlineLimit = 50_000

  /// All feeds in the list with the names of the folders they lie in, in order.
  public var feeds: [(outline: Outline, folders: [String])] {
    func walk(_ outlines: [Outline], _ folders: [String]) -> [(Outline, [String])] {
      outlines.flatMap { outline in
        (outline.feedURL == nil ? [] : [(outline, folders)])
          + walk(outline.children, folders + [outline.name].compactMap { $0 })
      }
    }
    return walk(outlines, [])
  }

  /// The list as a document.
  public var text: String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml\(OPML.written(attributes))>\n  <head>\n"
    for field in head where OPML.isName(field.name) { out += "    <\(field.name)>\(OPML.escaped(field.value))</\(field.name)>\n" }
    out += "  </head>\n  <body>\n"
    func write(_ outlines: [Outline], _ depth: Int) {
      let indent = String(repeating: "  ", count: depth)
      for outline in outlines {
        out += "\(indent)<outline\(OPML.written(outline.attributes))"
        if outline.children.isEmpty {
          out += "/>\n"
        } else {
          out += ">\n"
          write(outline.children, depth + 1)
          out += "\(indent)</outline>\n"
        }
      }
    }
    write(outlines, 2)
    return out + "  </body>\n</opml>\n"
  }

  private static func written(_ fields: [Field]) -> String {
    fields.filter { isName($0.name) }.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
  }

  /// Whether a field may be called so: a name of XML (2.3) in ASCII. Others would act on a terminal, or be read by nobody.
  static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 100 else { return false }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") }
    return isLetter(first)
      && name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || "-.:".utf8.contains($0) }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("\n", with: "&#10;")
  }
}

// MARK: Reading

extension OPML {
  /// The list in a document; throws where there is none in it.
  public static func read(_ bytes: [UInt8], name: String) throws(IngestError) -> OPML {
    var reader = OPMLReader(Charset.utf8(bytes, carried: nil).bytes)
    guard let list = reader.read() else { throw .noList(name) }
    return list
  }
}

struct OPMLReader {
  private let bytes: [UInt8]
  private var list = OPML(attributes: [], head: [])
  private var hasRoot = false
  private var hasBody = false
  private var count = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// nil where there is no opml element with a body.
  mutating func read() -> OPML? {
    var tokenizer = MarkupTokenizer(bytes)
    // Outlines that are open, the innermost last.
    var open: [OPML.Outline] = []
    var field: String?
    var text: [UInt8] = []
    var isHead = false
    while let token = tokenizer.next() {
      switch token {
      case .text(let range): if field != nil { appendDecoded(range, of: bytes, to: &text) }
      case .literal(let range): if field != nil { text += bytes[range] }
      case .doctype: break
      case .tag(let tag):
        let name = String(decoding: bytes[tag.name], as: UTF8.self)
        switch name.lowercased() {
        case "opml":
          if !tag.isEnd, !hasRoot {
            hasRoot = true
            list.attributes = attributes(tag)
          }
        case "head": isHead = !tag.isEnd && !tag.isEmpty
        case "body": if !tag.isEnd { hasBody = true }
        case "outline":
          if tag.isEnd {
            close(&open)
          } else if hasBody, count < OPML.outlineLimit {
            count += 1
            open.append(OPML.Outline(attributes: attributes(tag)))
            if tag.isEmpty || open.count > OPML.depthLimit { close(&open) }
          }
        default:
          guard isHead else { break }
          if tag.isEnd, let open = field {
            list.head.append(OPML.Field(open, Sanitize.line(String(decoding: text, as: UTF8.self))))
            field = nil
          } else if !tag.isEnd, !tag.isEmpty, list.head.count < 64 {
            guard OPML.isName(name) else {
              list.omitted += 1
              break
            }
            field = name
            text = []
          }
        }
      }
    }
    while !open.isEmpty { close(&open) }
    return hasRoot && hasBody ? list : nil
  }

  private mutating func close(_ open: inout [OPML.Outline]) {
    guard let done = open.popLast() else { return }
    if open.isEmpty { list.outlines.append(done) } else { open[open.count - 1].children.append(done) }
  }

  private mutating func attributes(_ tag: MarkupTag) -> [OPML.Field] {
    var names: Set<String> = []
    return tag.attributes.compactMap { attribute in
      let name = String(decoding: bytes[attribute.name], as: UTF8.self)
      guard OPML.isName(name), names.insert(name).inserted else {
        list.omitted += 1
        return nil
      }
      var value: [UInt8] = []
      appendDecoded(attribute.value, of: bytes, to: &value)
      return OPML.Field(name, Sanitize.text(String(decoding: value, as: UTF8.self)))
    }
  }
}
