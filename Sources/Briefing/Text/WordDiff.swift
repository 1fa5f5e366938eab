// What changed between two versions of an article, to the word: paragraphs are matched first, then the words of those that
// were rewritten.

/// A run of words that both texts have, or one of them.
public struct DiffPiece: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case same, removed, added }

  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// A paragraph that was changed, added or removed.
public struct DiffParagraph: Hashable, Sendable {
  /// Its number from 1 among the lines of the newer text; for a removed one, that of the line before which it stood.
  public var line: Int
  public var pieces: [DiffPiece]

  /// "He spoke [-twice-]{+once+}", as revision tools mark words; it needs no colours.
  public var marked: String {
    pieces.map { piece in
      switch piece.kind {
      case .same: piece.text
      case .removed: "[-\(piece.text)-]"
      case .added: "{+\(piece.text)+}"
      }
    }.joined(separator: " ")
  }
}

/// Compares texts.
public enum WordDiff {
  /// Two runs of more words than this (multiplied) are not matched word by word.
  private static let mostWork = 4_000_000

  /// The paragraphs (lines) of the newer text that the older one does not have so, and those that are gone, in order.
  public static func paragraphs(from old: String, to new: String) -> [DiffParagraph] {
    let before: [Substring] = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after: [Substring] = new.split(separator: "\n", omittingEmptySubsequences: false)
    var changed: [DiffParagraph] = []
    var a = 0
    var b = 0
    func settle(_ endA: Int, _ endB: Int) {
      // Between two paragraphs that stayed, those in the same place are taken for versions of one another.
      let pairs = min(endA - a, endB - b)
      for step in 0..<pairs {
        changed.append(DiffParagraph(line: b + step + 1, pieces: words(String(before[a + step]), String(after[b + step]))))
      }
      for gone in (a + pairs)..<endA {
        changed.append(DiffParagraph(line: endB + 1, pieces: [DiffPiece(.removed, String(before[gone]))]))
      }
      for come in (b + pairs)..<endB {
        changed.append(DiffParagraph(line: come + 1, pieces: [DiffPiece(.added, String(after[come]))]))
      }
    }
    for (inOld, inNew) in common(before, after) {
      settle(inOld, inNew)
      a = inOld + 1
      b = inNew + 1
    }
    settle(before.count, after.count)
    return changed.filter { $0.pieces.contains { $0.kind != .same && !$0.text.isEmpty } }
  }

  /// The words of two texts as runs.
  public static func words(_ old: String, _ new: String) -> [DiffPiece] {
    let before: [Substring] = old.split(separator: " ")
    let after: [Substring] = new.split(separator: " ")
    var pieces: [DiffPiece] = []
    func add(_ kind: DiffPiece.Kind, _ words: ArraySlice<Substring>) {
      guard !words.isEmpty else { return }
      let text = words.joined(separator: " ")
      if pieces.last?.kind == kind { pieces[pieces.count - 1].text += " " + text } else { pieces.append(DiffPiece(kind, text)) }
    }
    var a = 0
    var b = 0
    for (inOld, inNew) in common(before, after) {
      add(.removed, before[a..<inOld])
      add(.added, after[b..<inNew])
      add(.same, after[inNew...inNew])
      a = inOld + 1
      b = inNew + 1
    }
    add(.removed, before[a...])
    add(.added, after[b...])
    return pieces
  }

  /// Places of a longest common subsequence. What both begin and end with is matched at once; what is too long between is not
  /// matched at all.
  private static func common<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [(Int, Int)] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var end = 0
    while end < old.count - start, end < new.count - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    var found = (0..<start).map { ($0, $0) }
    let rows = old.count - start - end
    let columns = new.count - start - end
    if rows > 0, columns > 0, rows * columns <= mostWork {
      // Lengths of the longest common subsequence of what follows (Wagner and Fischer).
      var lengths = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
      for i in (0..<rows).reversed() {
        for j in (0..<columns).reversed() {
          let here = i * (columns + 1) + j
          lengths[here] =
            old[start + i] == new[start + j]
            ? lengths[here + columns + 2] + 1 : max(lengths[here + columns + 1], lengths[here + 1])
        }
      }
      var i = 0
      var j = 0
      while i < rows, j < columns {
        let here = i * (columns + 1) + j
        if old[start + i] == new[start + j] {
          found.append((start + i, start + j))
          i += 1
          j += 1
        } else if lengths[here + columns + 1] >= lengths[here + 1] {
          i += 1
        } else {
          j += 1
        }
      }
    }
    return found + (0..<end).reversed().map { (old.count - 1 - $0, new.count - 1 - $0) }
  }
}

/// What differs between two versions of one article.
public struct VersionDiff: Hashable, Sendable {
  /// A field that changed: its name, and what it said.
  public struct Field: Hashable, Sendable {
    public var name: String
    public var old: String?
    public var new: String?
  }

  public var fields: [Field]
  public var paragraphs: [DiffParagraph]

  public init(from old: Article, to new: Article) {
    let pairs: [(String, String?, String?)] = [
      ("title", old.title?.text, new.title?.text), ("published", old.published?.stamp.iso, new.published?.stamp.iso),
      ("publisher", old.source, new.source), ("address", old.url, new.url),
      ("authors", old.authors.joined(separator: ", "), new.authors.joined(separator: ", ")),
      ("tags", old.tags.joined(separator: ", "), new.tags.joined(separator: ", ")),
    ]
    fields = pairs.filter { $0.1 != $0.2 }.map { Field(name: $0.0, old: $0.1, new: $0.2) }
    paragraphs = WordDiff.paragraphs(from: old.text, to: new.text)
  }
}
