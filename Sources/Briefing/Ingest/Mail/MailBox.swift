// A file of many mails (mbox): cut at the lines that begin with "From " below a blank line, one mail at a time.

/// The messages of an mbox file; mboxo and mboxrd alike, since one level of ">" before "From " is taken away.
public struct MailBox {
  private var lines: LineReader
  private var pending: [UInt8]?
  private var isAtEnd = false

  public init(path: String) throws(IngestError) {
    lines = try LineReader(path: path, limit: Mail.sizeLimit)
  }

  public init(bytes: [UInt8]) {
    lines = LineReader(bytes: bytes, limit: Mail.sizeLimit)
  }

  /// Whether the bytes begin as an mbox does.
  public static func isMailBox(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.starts(with: "From ".utf8) else { return false }
    let first = bytes.prefix { $0 != 0x0A }
    guard first.count < 300, let second = bytes.dropFirst(first.count + 1).prefix(80).firstIndex(of: Byte.colon) else {
      return false
    }
    return bytes[bytes.index(bytes.startIndex, offsetBy: first.count + 1)..<second].allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// The bytes of the next message; nil at the end. A message beyond the size limit is cut.
  public mutating func next() throws(IngestError) -> [UInt8]? {
    guard !isAtEnd else { return nil }
    var message: [UInt8] = []
    var wasBlank = true
    var hasBegun = pending != nil
    pending = nil
    while let line = try lines.next() {
      guard case .bytes(let bytes) = line else { continue }
      let body = bytes.last == 0x0D ? bytes.dropLast() : bytes[...]
      if wasBlank, body.starts(with: "From ".utf8) {
        if hasBegun {
          pending = bytes
          return message
        }
        hasBegun = true
        wasBlank = false
        continue
      }
      hasBegun = hasBegun || !body.isEmpty
      wasBlank = body.isEmpty
      if message.count < Mail.sizeLimit {
        let quotes = body.prefix { $0 == Byte.greater }.count
        let isQuoted = quotes > 0 && body.dropFirst(quotes).starts(with: "From ".utf8)
        message += isQuoted ? bytes.dropFirst() : bytes[...]
        message.append(0x0A)
      }
    }
    isAtEnd = true
    return message.contains { !isWhite($0) } ? message : nil
  }
}
