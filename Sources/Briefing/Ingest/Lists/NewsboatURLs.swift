// The list of feeds that newsboat keeps (its manual, "Adding feeds" and "Tagging"): an address a line, then tags, of which one
// that begins with "~" is a title and one with "!" hides the feed there. Lines that run programs or searches are told, not taken.

/// Reads newsboat's `urls`.
public enum NewsboatURLs {
  /// A feed of the list.
  public struct Entry: Hashable, Sendable {
    public var url: String
    public var title: String?
    public var tags: [String]
  }

  /// A line that was not taken, and why.
  public struct Refusal: Hashable, Sendable {
    public var line: Int
    public var text: String
    public var why: String
  }

  /// The feeds of a list, and what of it was not taken.
  public static func read(_ text: String) -> (entries: [Entry], refused: [Refusal]) {
    var entries: [Entry] = []
    var refused: [Refusal] = []
    for (index, line) in Sanitize.text(text).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = words(of: line)
      guard let url = words.first else { continue }
      if let why = reason(against: url) {
        refused.append(Refusal(line: index + 1, text: url, why: why))
        continue
      }
      var entry = Entry(url: url, title: nil, tags: [])
      for word in words.dropFirst() {
        if word.hasPrefix("~") {
          entry.title = String(word.dropFirst())
        } else if !word.hasPrefix("!"), !word.isEmpty {
          entry.tags.append(word)
        }
      }
      entries.append(entry)
    }
    return (entries, refused)
  }

  private static let kinds: [(prefix: String, why: String)] = [
    ("query:", "a query feed: save the search in Wireroom instead"), ("exec:", "it runs a program"),
    ("filter:", "it runs a program"),
    ("|", "it runs a program"), ("file:", "it is a file: import it instead"),
  ]

  private static func reason(against url: String) -> String? {
    if let kind = kinds.first(where: { url.hasPrefix($0.prefix) }) { return kind.why }
    do throws(FetchError) {
      _ = try FetchAddress(url)
      return nil
    } catch {
      return error.words
    }
  }

  /// Words between spaces; one in quotation marks may hold spaces and `\"`. What follows an unquoted "#" is a comment.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + (character == "n" ? " " : String(character))
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if !isQuoted, character == " " {
        if let word { words.append(word) }
        word = nil
      } else if !isQuoted, character == "#", word == nil {
        break
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
