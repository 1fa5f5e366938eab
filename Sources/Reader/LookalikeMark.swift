// Letters that pass for others are marked wherever they stand on the screen: in lists, texts, sheets and addresses alike.
import Briefing
import Screen

extension Grid {
  /// Marks the letters of another script inside words that look Latin.
  mutating func markLookalikes() {
    for y in 0..<height {
      // Few rows hold anything but Latin letters and marks.
      guard rows[y].contains(where: { (0x370...0x13FF).contains($0.scalar.value) || $0.scalar.value >= 0xAB70 }) else { continue }
      let columns = rows[y].indices.filter { rows[y][$0].width > 0 }
      let scalars = columns.map { rows[y][$0].scalar }
      for place in MixedScript.lookalikes(in: scalars) {
        let column = columns[place]
        restyle(Rect(x: column, y: y, width: Int(rows[y][column].width), height: 1)) { $0.lookalike = true }
      }
    }
  }
}
