// Wire copies, updates and trimmed versions: texts that share most of their five-word runs. One-permutation MinHash: one
// hash a run, 64 bins, the least value of each; bands of two bins make the candidates.
//
// Source: P. Li, A. Owen, C.-H. Zhang, "One Permutation Hashing", 2012; empty bins borrow from the next full one (A.
// Shrivastava, P. Li, "Densifying One Permutation Hashing", 2014) for the bands only, so that short texts are found too.

/// The sketch of a text by which near-duplicates are told.
struct TextSketch: Hashable, Sendable {
  static let binCount = 64
  static let empty = UInt32.max

  /// The least hash of each bin, or `empty`.
  let bins: [UInt32]
  /// How many five-word runs the text has.
  let runs: Int

  /// - Parameter words: the text's words in order, as hashes.
  init(_ words: [UInt32]) {
    var bins = Array(repeating: Self.empty, count: Self.binCount)
    runs = max(0, words.count - 4)
    for i in 0..<runs {
      var h: UInt64 = 0
      for k in 0..<5 { h = (h &+ UInt64(words[i + k])) &* 0x9E37_79B9_7F4A_7C15 ^ (h >> 29) }
      h ^= h >> 32
      h = h &* 0xD6E8_FEB8_6659_FD93
      h ^= h >> 32
      let bin = Int(h >> 58)
      let value = UInt32(truncatingIfNeeded: h)
      if value < bins[bin] { bins[bin] = value }
    }
    self.bins = bins
  }

  /// The keys under which a near-duplicate is looked up.
  var bands: [UInt32] {
    guard runs > 0 else { return [] }
    let full = densified
    return (0..<Self.binCount / 2).map { band in
      let pair = UInt64(full[2 * band]) << 32 | UInt64(full[2 * band + 1])
      let mixed = (pair ^ UInt64(band) &* 0xA24B_AED4_963E_E407) &* 0x9E37_79B9_7F4A_7C15
      return UInt32(truncatingIfNeeded: mixed >> 32)
    }
  }

  private var densified: [UInt32] {
    var full = bins
    for i in bins.indices where bins[i] == Self.empty {
      var step = 1
      while bins[(i + step) % Self.binCount] == Self.empty { step += 1 }
      full[i] = bins[(i + step) % Self.binCount] &+ UInt32(step) &* 0x9E37_79B9
    }
    return full
  }

  /// The estimated share of the shorter text's runs that the longer one has too, 0...1.
  func containment(_ other: TextSketch) -> Double {
    var both = 0
    var used = 0
    for i in 0..<Self.binCount where bins[i] != Self.empty || other.bins[i] != Self.empty {
      used += 1
      if bins[i] == other.bins[i] { both += 1 }
    }
    guard both > 0, min(runs, other.runs) > 0 else { return 0 }
    let jaccard = Double(both) / Double(used)
    let shared = jaccard / (1 + jaccard) * Double(runs + other.runs)
    return min(1, shared / Double(min(runs, other.runs)))
  }
}

/// The sketches of the last articles, and which of them resemble a new one.
struct NearDuplicateIndex: Sendable {
  private var bands: RecentPostings
  private var sketches: [TextSketch] = []
  private let settings: LinkSettings

  init(settings: LinkSettings) {
    self.settings = settings
    bands = RecentPostings(capacity: settings.window * TextSketch.binCount / 2, bits: 19)
  }

  /// The ordinals of the articles that the sketch nearly repeats, oldest first; then it is kept under `ordinal`.
  mutating func arrive(_ sketch: TextSketch, _ ordinal: Int) -> [(ordinal: Int, containment: Double)] {
    let keys = sketch.bands
    var seen: [UInt32] = []
    for key in keys {
      bands.visit(key, limit: 64) { seen.append($0) }
    }
    seen.sort()
    var pairs: [(ordinal: Int, containment: Double)] = []
    var previous: UInt32?
    for candidate in seen where candidate != previous && ordinal - Int(candidate) < settings.window {
      previous = candidate
      let containment = sketch.containment(sketches[Int(candidate) % settings.window])
      if containment >= settings.leastContainment { pairs.append((Int(candidate), containment)) }
    }
    for key in keys { bands.insert(key, UInt32(ordinal)) }
    let slot = ordinal % settings.window
    if slot < sketches.count { sketches[slot] = sketch } else { sketches.append(sketch) }
    return pairs
  }
}
