// What can keep a source from becoming an article. The reader's screens and the command line both show `words`.

/// Why a source was refused; each case carries its evidence.
public enum IngestError: Error, Hashable, Sendable {
  case empty(String)
  case binary(String)
  /// Sizes in bytes.
  case tooLarge(String, bytes: Int, limit: Int)
  case tooManyLines(String, lines: Int, limit: Int)
  case unreadable(String, why: String)
  case notFound(String)
  /// No OPML with a body.
  case noList(String)
  /// An OPML list where articles were expected.
  case feedList(String)
  /// Why, in words.
  case notFetched(String)

  /// What failed, on what, and what to do about it.
  public var words: String {
    switch self {
    case .empty(let name): "\(name) holds no text; nothing was taken from it."
    case .binary(let name): "\(name) is not a text file; export it as plain text first."
    case .tooLarge(let name, let bytes, let limit):
      "\(name) is too large for one article (\(megabytes(bytes)), at most \(megabytes(limit))); "
        + "cut it, or give one article a line as JSON Lines."
    case .tooManyLines(let name, let lines, let limit):
      "\(name) has \(lines) lines, more than an article can have (\(limit)); give one article a file, or one a line as JSON Lines."
    case .unreadable(let name, let why):
      "\(name) could not be read: \(why.last == "." ? String(why.dropLast()) : why). Check the path and its permissions."
    case .notFound(let name): "\(name) does not exist; check the path."
    case .notFetched(let why): why
    case .feedList(let name): "\(name) is a list of feeds: `wireroom feeds import` subscribes to them."
    case .noList(let name): "\(name) is no OPML list of feeds; nothing was taken from it."
    }
  }
}

private func megabytes(_ bytes: Int) -> String { "\(max(1, (bytes + 500_000) / 1_000_000)) MB" }
