// Cuts a stream of bytes into lines, with a cap on their length: what is too long is counted, not kept.

import Foundation

/// Lines of bytes at hand, of a file, or of standard input.
public struct LineReader {
  public enum Line: Hashable, Sendable {
    /// Without its newline.
    case bytes([UInt8])
    /// The line's length in bytes; its text was not kept.
    case tooLong(Int)
  }

  /// The number of the line last given, from 1.
  public private(set) var number = 0
  private let limit: Int
  private let source: ByteSource
  private var buffer: [UInt8] = []
  private var at = 0
  private var ended = false

  public init(bytes: [UInt8], limit: Int = JSONLines.lineLimit) {
    self.limit = limit
    source = ByteSource()
    buffer = bytes
    ended = true
    skipMark()
  }

  /// Lines of the file, or of standard input for "-".
  public init(path: String, limit: Int = JSONLines.lineLimit) throws(IngestError) {
    self.limit = limit
    source = try ByteSource(path: path)
  }

  /// The next line, nil at the end. It waits for no more input than the line needs.
  public mutating func next() throws(IngestError) -> Line? {
    var searched = at
    var dropped = 0
    while true {
      if let end = newline(from: searched) {
        defer { at = end + 1 }
        return line(upTo: end, dropped: dropped)
      }
      if ended {
        guard at < buffer.count || dropped > 0 else { return nil }
        defer { at = buffer.count }
        return line(upTo: buffer.count, dropped: dropped)
      }
      if buffer.count - at > limit {
        dropped += buffer.count - at
        at = buffer.count
      }
      buffer.removeSubrange(..<at)
      at = 0
      searched = buffer.count
      ended = try !source.read(into: &buffer)
      if number == 0, dropped == 0, searched == 0 {
        skipMark()
        searched = at
      }
    }
  }

  private mutating func line(upTo end: Int, dropped: Int) -> Line {
    number += 1
    let length = dropped + end - at
    return length > limit ? .tooLong(length) : .bytes(Array(buffer[at..<end]))
  }

  private mutating func skipMark() {
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  private func newline(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      guard let found = memchr(base + start, 0x0A, bytes.count - start) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
