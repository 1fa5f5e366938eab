// From bytes to keys. Pure, so that tests can feed it anything.
//
// A sequence that is not in the table is read to its end and dropped: answers of the terminal, keys of keyboards unknown,
// and junk in a paste are never taken for actions. The table is the union of what terminals of today send, since terminfo
// names one form only and terminals send several.
import Screen

/// Collects bytes and gives out events.
struct KeyDecoder {
  /// Bytes that may be the beginning of something longer.
  private var pending: [UInt8] = []
  private var paste: Paste?

  /// Whether more bytes would make a difference to what is held back.
  var isWaiting: Bool { !pending.isEmpty || paste != nil }
  var isInPaste: Bool { paste != nil }

  /// The events that `bytes` complete.
  mutating func feed(_ bytes: [UInt8]) -> [InputEvent] {
    var events: [InputEvent] = []
    let all = pending + bytes
    pending = []
    var rest = all[...]
    while !rest.isEmpty {
      if paste != nil {
        if let text = collect(&rest) { events.append(.paste(text)) }
        continue
      }
      switch KeySequence.first(in: rest) {
      case .event(let event, let length):
        events.append(event)
        rest = rest.dropFirst(length)
      case .pasteStart(let length):
        paste = Paste()
        rest = rest.dropFirst(length)
      case .dropped(let length):
        rest = rest.dropFirst(length)
      case .incomplete:
        pending = Array(rest)
        return events
      }
    }
    return events
  }

  /// Nothing more came: what is held back is a key pressed alone (Escape, Alt with a sign that begins sequences) or the
  /// beginning of a sequence whose end is lost, which is dropped. A paste ends with what it has.
  mutating func flush() -> [InputEvent] {
    defer { pending = [] }
    if let text = paste?.text {
      paste = nil
      return [.paste(text)]
    }
    if pending == [0x1B] { return [.key(.escape)] }
    if pending.count == 2, pending[0] == 0x1B, pending[1] > 0x20, pending[1] < 0x7F {
      return [.key(.alt(Unicode.Scalar(pending[1])))]
    }
    return []
  }

  /// Moves bytes into the paste; its text once the end has come.
  private mutating func collect(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard var open = paste else { return nil }
    // In place: the paste may be long, and a second owner would copy it with every chunk.
    paste = nil
    if open.take(&rest) { return open.text }
    paste = open
    return nil
  }
}

/// A bracketed paste while it comes in.
private struct Paste {
  private static let end = Array("\u{1B}[201~".utf8)
  /// What goes beyond is dropped: a paste is a query, a name or an article, never more than this.
  private static let most = 1 << 20

  private var bytes: [UInt8] = []
  private var matched = 0

  /// Takes bytes up to the end mark, and returns whether it has come.
  mutating func take(_ rest: inout ArraySlice<UInt8>) -> Bool {
    while let byte = rest.popFirst() {
      if byte == Paste.end[matched] {
        matched += 1
        if matched == Paste.end.count { return true }
        continue
      }
      // The mark begins with its only Escape, so a failed match can only begin again at this byte.
      for held in Paste.end.prefix(matched) { keep(held) }
      matched = byte == 0x1B ? 1 : 0
      if matched == 0 { keep(byte) }
    }
    return false
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < Paste.most { bytes.append(byte) }
  }

  /// The text: line ends as newlines, controls and invalid bytes dropped.
  var text: String {
    var result = String.UnicodeScalarView()
    var rest = bytes[...]
    while !rest.isEmpty {
      let (scalar, length) = UTF8Reader.first(in: rest)
      rest = rest.dropFirst(max(1, length))
      guard let scalar else { continue }
      if scalar == "\r" {
        if rest.first == 0x0A { continue }
        result.append("\n")
      } else if scalar == "\n" || !Width.isDropped(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
