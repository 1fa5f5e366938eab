// The lines of a page, an entry or a mail become the text of an article: paragraphs, headings, related headlines and promos
// told apart by markup, target and wording.

/// A body read from HTML: the text and blocks of an article, and what was left out of it.
public struct PageBody: Hashable, Sendable {
  /// One block a line, joined by newlines; sanitised.
  public var text = ""
  /// In order, numbered; related headlines with the addresses they point at.
  public var blocks: [Block] = []
  /// The links inside paragraphs.
  public var links: [Link] = []
  public var leftOut: [SourceNotes.LeftOut] = []
  /// What was cut or damaged, in words.
  public var issues: [String] = []

  /// A link inside a paragraph.
  public struct Link: Hashable, Sendable {
    /// Into the body's text, in scalars.
    public var span: Span
    /// An absolute http or https address.
    public var href: String
  }

  public init() {}

  /// The body of a stretch of HTML that is all content: the description of a feed's entry, the HTML part of a mail. `base` is
  /// the address that relative links are relative to.
  public static func read(_ html: String, base: String? = nil) -> PageBody {
    let tree = HTMLTreeBuilder.tree(of: Array(html.utf8))
    let base = PageBase.address(of: tree, at: base)
    var body = PageBodyBuilder()
    let hidden = HiddenNodes(tree)
    let blocks = TextBlocks.find(in: tree) { hidden.contains($0) }
    for block in blocks {
      let line = PageLine(block, in: tree, base: base)
      if block.kind == .caption { body.leaveOut(line, .caption) } else { body.add(line) }
    }
    var out = body.finish()
    out.issues = tree.issues
    return out
  }

  /// The body of a plain text, one paragraph a line.
  static func read(plain text: String) -> PageBody {
    var body = PageBodyBuilder()
    for line in Sanitize.text(text).split(separator: "\n") { body.add(PageLine(plain: Sanitize.line(String(line)))) }
    return body.finish()
  }

  /// The text of a stretch of HTML on one line: a title or an author's name that may hold markup or entities.
  public static func line(_ html: String) -> String {
    guard html.utf8.contains(0x3C) || html.utf8.contains(0x26) else { return Sanitize.line(html) }
    return HTMLTreeBuilder.tree(of: Array(html.utf8)).text(0)
  }
}

/// The address that a page's links are relative to.
enum PageBase {
  /// <base href>, where it is one, resolved against the page's own address; that address otherwise.
  static func address(of tree: HTMLTree, at address: String?) -> String? {
    for node in tree.nodes.indices.prefix(2_000) where tree.tag(node) == .base {
      if let href = tree.value(.href, of: node), let base = WebAddress.resolve(href, base: address) { return base }
    }
    return address
  }
}

/// Nodes that a page marks as not shown.
struct HiddenNodes {
  private let tree: HTMLTree

  init(_ tree: HTMLTree) { self.tree = tree }

  /// Whether the element itself is hidden; what lies in it is hidden with it.
  func contains(_ node: Int) -> Bool {
    guard !tree.nodes[node].attributes.isEmpty else { return false }
    if tree.has(.hidden, node) { return true }
    guard let style = tree.raw(.style, of: node), style.count < 400 else { return false }
    let plain = tree.source[style].filter { $0 > 0x20 }.map { $0 | 0x20 }
    return HiddenNodes.styles.contains { contains(plain, $0) }
  }

  private static let styles = ["display:none", "visibility:hidden", "mso-hide:all"].map { Array($0.utf8).map { $0 | 0x20 } }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard bytes.count >= part.count else { return false }
    for start in 0...(bytes.count - part.count) where bytes[start] == part[0] {
      if bytes[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }
}
