// Random input that is the same in every run.

/// SplitMix64 (S. Vigna).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Scalars of every kind that texts and attacks are made of.
  mutating func text(scalars count: Int) -> String {
    let pools: [[ClosedRange<UInt32>]] = [
      [0x20...0x7E], [0x41...0x5A], [0x61...0x7A], [0x0A...0x0A, 0x20...0x20, 0x2E...0x2E], [0...0x9F], [0xA0...0x24F],
      [0x400...0x45F], [0x600...0x6FF], [0x2000...0x206F], [0x3000...0x30FF], [0xFE00...0xFFFF], [0x1F600...0x1F64F],
      [0xE0000...0xE007F],
    ]
    var view = String.UnicodeScalarView()
    for _ in 0..<count {
      let pool = pools[Int.random(in: 0..<pools.count, using: &self)].randomElement(using: &self)!
      if let scalar = Unicode.Scalar(UInt32.random(in: pool, using: &self)) { view.append(scalar) }
    }
    return String(view)
  }

  mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) } }
}
