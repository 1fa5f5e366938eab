// Hands text to the clipboard of the user's terminal, over ssh too.
import struct Foundation.Data

extension Display {
  /// The longest text that terminals take in one OSC 52, in bytes before encoding.
  public static let longestCopy = 74_000

  /// Whether the terminal is of a kind that has a clipboard to write to.
  public var canCopy: Bool { modes.isXtermLike }

  /// Puts `text` on the clipboard (OSC 52); false where the terminal has no such thing or the text is too long. Whether the
  /// terminal obeys cannot be known: some ask, some have it switched off.
  public func copy(_ text: String) -> Bool {
    guard canCopy, text.utf8.count <= Display.longestCopy else { return false }
    let encoded = Data(text.utf8).base64EncodedString()
    writeAll(Array("\u{1B}]52;c;\(encoded)\u{07}".utf8))
    return true
  }
}
