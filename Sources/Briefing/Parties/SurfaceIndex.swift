// Finds known names in a run of tokens: a trie over folded words, so that case, accents, hyphens and possessives do not count.

/// A set of surfaces, each with what it may stand for.
struct SurfaceIndex: Sendable {
  /// What a surface may stand for.
  struct Candidate: Hashable, Sendable {
    /// Index into the gazetteer's entries.
    var entry: Int32
    var role: Role
    /// Whether the surface is written in capitals (an acronym) and must be so in a text.
    var isAcronym: Bool
    /// Bit n: word n is written in lower case and may be so in a text.
    var lowerWords: UInt32
  }

  /// How a surface names its entity.
  enum Role: UInt8, Hashable, Sendable {
    case name, alias, adjective, demonym, capital, metonym, surname, title, place
  }

  private var words: [String: Int32] = [:]
  /// (node, word) to node; node 0 is the root.
  private var next: [UInt64: Int32] = [:]
  private var candidates: [[Candidate]] = [[]]

  /// Makes room for about so many words in all surfaces.
  mutating func reserve(_ count: Int) {
    words.reserveCapacity(count / 2)
    next.reserveCapacity(count)
    candidates.reserveCapacity(count)
  }

  /// The number of a folded word, or nil where no surface holds it.
  func word(_ folded: String) -> Int32? { words[folded] }

  /// The node after `word` from `node`, or nil.
  func step(_ node: Int32, _ word: Int32) -> Int32? {
    next[UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))]
  }

  /// What the surface that ends in `node` may stand for.
  func candidates(at node: Int32) -> [Candidate] { candidates[Int(node)] }

  /// Every surface with what it may stand for, in no order.
  func all() -> [(surface: String, candidates: [Candidate])] {
    var byID = [String](repeating: "", count: words.count)
    for (word, id) in words { byID[Int(id)] = word }
    var children: [Int32: [(word: Int32, node: Int32)]] = [:]
    for (key, node) in next {
      children[Int32(truncatingIfNeeded: key >> 32), default: []].append((Int32(truncatingIfNeeded: key & 0xFFFF_FFFF), node))
    }
    var found: [(surface: String, candidates: [Candidate])] = []
    var open: [(node: Int32, surface: String)] = [(0, "")]
    while let (node, surface) = open.popLast() {
      if !candidates[Int(node)].isEmpty { found.append((surface, candidates[Int(node)])) }
      for child in children[node] ?? [] {
        open.append((child.node, surface.isEmpty ? byID[Int(child.word)] : surface + " " + byID[Int(child.word)]))
      }
    }
    return found
  }

  /// What exactly these folded words may stand for.
  func candidates(of folded: [String]) -> [Candidate] {
    var node: Int32 = 0
    for word in folded {
      guard let id = words[word], let to = step(node, id) else { return [] }
      node = to
    }
    return folded.isEmpty ? [] : candidates(at: node)
  }

  /// Puts a surface in, as its folded words.
  mutating func insert(_ folded: [String], _ candidate: Candidate) {
    guard !folded.isEmpty else { return }
    var node: Int32 = 0
    for word in folded {
      let id = words[word] ?? Int32(words.count)
      words[word] = id
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: id))
      if let to = next[key] {
        node = to
      } else {
        let to = Int32(candidates.count)
        next[key] = to
        candidates.append([])
        node = to
      }
    }
    if !candidates[Int(node)].contains(candidate) { candidates[Int(node)].append(candidate) }
  }
}
