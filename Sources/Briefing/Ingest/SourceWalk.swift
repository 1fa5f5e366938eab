// Paths into sources: folders are walked in the order of names, and what is no text is said to be passed over.
import Foundation

/// The sources that paths lead to, one after the other.
public struct SourceWalk {
  public enum Source: Hashable, Sendable {
    /// A file that holds one article.
    case text(String)
    /// JSON Lines, one article a line; "-" is standard input.
    case lines(String)
    /// Found in a folder, and no text by its name.
    case passedOver(String)
    /// Not taken, and why.
    case refused(String, String)
  }

  private var pending: [String]
  private var named: Set<String>
  /// Bytes of line files that are read already, and of those in all, for the estimate.
  private var linesRead = 0
  private var bytesRead = 0
  private var bytesTotal = 0
  private var filesLeft: Int

  /// Files, folders, or "-".
  public init(_ paths: [String]) {
    pending = paths.reversed()
    named = Set(paths)
    filesLeft = 0
  }

  /// The next source; nil at the end.
  public mutating func next() -> Source? {
    while let path = pending.popLast() {
      if path == "-" { return .lines("-") }
      let isNamed = named.contains(path)
      var info = stat()
      guard stat(path, &info) == 0 else {
        return .refused(path, errno == ENOENT ? IngestError.notFound(path).words : IngestError.unreadable(path, why: String(cString: strerror(errno))).words)
      }
      switch info.st_mode & S_IFMT {
      case S_IFDIR:
        do {
          let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
          pending += names.reversed().map { (path.hasSuffix("/") ? path : path + "/") + $0 }
          filesLeft += names.count
        } catch {
          return .refused(path, IngestError.unreadable(path, why: "the folder cannot be listed").words)
        }
      case S_IFREG:
        filesLeft = max(0, filesLeft - 1)
        let name = path.lowercased()
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
          bytesTotal += Int(info.st_size)
          return .lines(path)
        }
        // A folder holds other things too; a file that was named is tried whatever it is called.
        if isNamed || SourceWalk.textEndings.contains(where: name.hasSuffix) { return .text(path) }
        return .passedOver(path)
      default:
        return .refused(path, "\(path) is no file and no folder.")
      }
    }
    return nil
  }

  private static let textEndings = [".txt", ".text", ".md", ".markdown"]

  /// Tells that a line of so many bytes was read.
  public mutating func advance(_ bytes: Int) {
    linesRead += 1
    bytesRead += bytes
  }

  /// How many articles there will be, as far as can be told after `done` of them.
  public func estimate(done: Int) -> Int {
    let lines = bytesRead > 0 ? linesRead * max(0, bytesTotal - bytesRead) / bytesRead : 0
    return done + filesLeft + lines
  }

  /// A file's bytes.
  public static func bytes(of path: String) throws(IngestError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path, why: errno == EACCES ? "no permission" : String(cString: strerror(errno)))
    }
    return [UInt8](data)
  }
}
