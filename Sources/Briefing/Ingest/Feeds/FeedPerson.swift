// A person in one string, as RSS has it: "jane@example.org (Jane Doe)", "Jane Doe (jane@example.org)", "Jane Doe <jane@...>".

extension FeedPerson {
  init(parsing text: String) {
    let text = Sanitize.line(text)
    self.init(name: nil, email: nil)
    guard !text.isEmpty else { return }
    for (open, close) in [("(", ")"), ("<", ">")] as [(Character, Character)] {
      guard text.last == close, let start = text.lastIndex(of: open) else { continue }
      let outside = String(text[..<start]).trimmed
      let inside = String(text[text.index(after: start)...].dropLast()).trimmed
      if FeedPerson.isAddress(inside) {
        self.init(name: outside.isEmpty ? nil : FeedPerson.unquoted(outside), email: inside)
        return
      }
      if FeedPerson.isAddress(outside), !inside.isEmpty {
        self.init(name: FeedPerson.unquoted(inside), email: outside)
        return
      }
    }
    if FeedPerson.isAddress(text) { email = text } else { name = text }
  }

  private static func unquoted(_ name: String) -> String {
    guard name.count > 2, name.first == "\"", name.last == "\"" else { return name }
    return String(name.dropFirst().dropLast()).trimmed
  }

  /// Whether the text is one mail address and nothing else.
  static func isAddress(_ text: String) -> Bool {
    guard text.utf8.count <= 254, let at = text.firstIndex(of: "@"), at != text.startIndex else { return false }
    let host = text[text.index(after: at)...]
    return host.contains(".") && !host.contains("@") && host.last != "."
      && text.utf8.allSatisfy { $0 > 0x20 && !"()<>[]:;,\\\"".utf8.contains($0) }
  }
}
