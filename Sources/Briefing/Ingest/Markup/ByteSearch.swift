// Looking for a byte, and for bytes beyond ASCII, in long documents: where there are megabytes of nothing, they cost nothing.

import Foundation

enum ByteSearch {
  /// The first place of `byte` in a range of `bytes`.
  static func first(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    return bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress! + range.lowerBound
      return memchr(start, Int32(byte), range.count).map { UnsafeRawPointer($0) - buffer.baseAddress! }
    }
  }

  /// The first place at or behind `start` of a byte that is not ASCII.
  static func firstBeyondASCII(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      var i = start
      while i + 8 <= buffer.count, buffer.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
        i += 8
      }
      while i < buffer.count, buffer[i] < 0x80 { i += 1 }
      return i < buffer.count ? i : nil
    }
  }
}
