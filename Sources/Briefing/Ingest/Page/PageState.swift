// Pages that programs draw carry their article as data: a script of JSON, or one that sets a variable to it. It is read where the
// page itself shows next to nothing.

enum PageState {
  /// The text of the article in a page's data, as text or HTML; nil where the page shows enough of its own, or the data has none.
  static func body(of tree: HTMLTree, insteadOf shown: String) -> String? {
    guard shown.utf8.count < 400 else { return nil }
    var best = ""
    for node in tree.nodes.indices where tree.tag(node) == .script && isData(node, tree) {
      for text in tree.below(node) where tree.tag(text) == .text {
        let range = tree.nodes[text].source
        guard range.count >= 600, range.count <= sizeLimit,
          let value = parse(Array(tree.source[Int(range.lowerBound)..<Int(range.upperBound)]))
        else { continue }
        let found = longest(in: value)
        if found.utf8.count > best.utf8.count { best = found }
      }
    }
    return best.utf8.count >= max(400, 3 * shown.utf8.count) ? best : nil
  }

  private static let sizeLimit = 4_000_000
  private static let valueLimit = 200_000

  private static func isData(_ node: Int, _ tree: HTMLTree) -> Bool {
    guard let type = tree.value(.type, of: node)?.lowercased() else { return true }
    return type.contains("json") && !type.contains("ld+json") || type.contains("javascript")
  }

  /// A text that is JSON, or "window.state = { ... };".
  private static func parse(_ bytes: [UInt8]) -> JSONValue? {
    guard let start = bytes.prefix(400).firstIndex(of: 0x7B) else { return nil }
    let head = bytes[..<start].filter { $0 > 0x20 }
    guard head.isEmpty || head.last == 0x3D, let end = bytes.lastIndex(of: 0x7D), end > start else {
      return nil
    }
    return try? JSONValue(parsing: Array(bytes[start...end]))
  }

  /// The members that hold an article's text in the data of publishing systems.
  private static let names: Set<String> = [
    "articleBody", "body", "bodyHtml", "bodyHTML", "body_html", "bodyText", "content", "contentHtml", "html", "text", "story",
    "paragraphs", "articleText", "fullText", "full_text", "blocks", "content_elements", "contentElements", "elements",
    "components",
  ]

  /// The longest running text of such a member: one string, or the strings of a list in order.
  private static func longest(in value: JSONValue) -> String {
    var best = ""
    var open: [JSONValue] = [value]
    var left = valueLimit
    while let value = open.popLast(), left > 0 {
      left -= 1
      switch value {
      case .array(let values): open.append(contentsOf: values.reversed())
      case .object(let members):
        for member in members.reversed() {
          if names.contains(member.name) {
            let text = text(of: member.value)
            if text.utf8.count > best.utf8.count, isRunning(text) { best = text }
          }
          switch member.value {
          case .array, .object: open.append(member.value)
          default: break
          }
        }
      default: break
      }
    }
    return best
  }

  private static func text(of value: JSONValue) -> String {
    switch value {
    case .string(let text): return text
    case .array(let values):
      return values.prefix(2_000).compactMap { value -> String? in
        if let text = value.string { return text }
        for name in ["text", "content", "html", "value", "body"] {
          if let text = value[name]?.string { return text }
        }
        return nil
      }.filter { $0.utf8.count >= 20 }.map { $0.hasPrefix("<") ? $0 : "<p>\($0)</p>" }.joined(
        separator: "\n")
    default: return ""
    }
  }

  /// Sentences, and no program.
  private static func isRunning(_ text: String) -> Bool {
    guard text.utf8.count >= 400 else { return false }
    let plain = text.utf8.contains(0x3C) ? PageBody.read(text).text : text
    let words = plain.split { $0 == " " || $0 == "\n" }.count
    let marks = plain.utf8.reduce(0) { $0 + ("{};=".utf8.contains($1) ? 1 : 0) }
    return
      (words >= 40
      || plain.unicodeScalars.count >= 300 && plain.utf8.count > 2 * plain.unicodeScalars.count)
      && marks * 20 < words
  }
}
