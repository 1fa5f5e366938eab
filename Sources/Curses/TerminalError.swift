// Why there can be no screen, in words that say what to do instead.

/// A terminal that cannot be drawn on.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// TERM is empty, or names nothing that terminfo knows.
  case unknown(String)
  /// The terminal cannot move its cursor (TERM=dumb).
  case cannotDraw(String)
}

extension TerminalError: CustomStringConvertible {
  public var description: String {
    let instead = "use wireroom list, show or search instead"
    switch self {
    case .notATerminal:
      return "the reader needs a terminal on standard input and output; \(instead)"
    case .unknown(""):
      return "TERM is not set, so this terminal cannot be drawn on; set it (TERM=xterm-256color, for most), or \(instead)"
    case .unknown(let name):
      return
        "this terminal (TERM=\(name)) is not known here; set TERM to one that is (TERM=xterm-256color, for most), or \(instead)"
    case .cannotDraw(let name):
      return "this terminal (TERM=\(name)) cannot be drawn on; \(instead)"
    }
  }
}
