// Paths into sources: folders are walked in the order of names, the same on every machine; what a file is, is told by its content,
// and what is nothing to read is said to be passed over.

import Foundation

/// The sources that paths lead to, one after the other.
public struct SourceWalk {
  public enum Source: Hashable, Sendable {
    /// A file that holds one article: a plain text, a page or a mail.
    case article(String, SourceKind)
    /// A file that holds many: a feed or a mailbox.
    case many(String, SourceKind)
    /// JSON Lines, one article a line; "-" is standard input.
    case lines(String)
    /// Found in a folder, and nothing that is read.
    case passedOver(String)
    /// Not taken, and why.
    case refused(String, String)
  }

  private struct Folder: Hashable {
    var device: UInt64
    var node: UInt64
  }

  private var pending: [String]
  private var entered: Set<Folder> = []
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
      guard stat(path, &info) == 0 else { return .refused(path, ByteSource.failure(path, errno).words) }
      switch info.st_mode & S_IFMT {
      case S_IFDIR:
        // A link may lead back up: a folder is entered once.
        guard entered.insert(Folder(device: UInt64(info.st_dev), node: UInt64(info.st_ino))).inserted else {
          continue
        }
        guard let names = names(in: path) else { return .refused(path, ByteSource.failure(path, errno).words) }
        pending += names.reversed().map { (path.hasSuffix("/") ? path : path + "/") + $0 }
        filesLeft += names.count
      case S_IFREG:
        filesLeft = max(0, filesLeft - 1)
        return file(path, bytes: Int(info.st_size), isNamed: isNamed)
      default:
        return .refused(path, "\(Sanitize.line(path)) is no file and no folder.")
      }
    }
    return nil
  }

  /// A file by what it holds. A folder holds other things too: of those, prose that is not called a text is passed over; a file
  /// that was named is tried whatever it is called.
  private mutating func file(_ path: String, bytes: Int, isNamed: Bool) -> Source {
    let head: [UInt8]
    do {
      head = try ByteSource.head(of: path, count: SourceKind.lookahead)
    } catch {
      return .refused(path, error.words)
    }
    let kind = SourceKind(of: head, name: path)
    switch kind {
    case .lines:
      bytesTotal += bytes
      return .lines(path)
    case .feed, .mailbox: return .many(path, kind)
    case .page, .mail: return .article(path, kind)
    case .list: return isNamed ? .refused(path, IngestError.feedList(path).words) : .passedOver(path)
    case .text, .binary:
      let name = path.lowercased()
      return isNamed || SourceWalk.textEndings.contains(where: name.hasSuffix) ? .article(path, .text) : .passedOver(path)
    }
  }

  private static let textEndings = [".txt", ".text", ".md", ".markdown"]

  /// Tells that a line of so many bytes was read.
  public mutating func advance(_ bytes: Int) {
    linesRead += 1
    bytesRead += bytes
  }

  /// Whether a path was given by itself, and not found in a folder.
  public func isNamed(_ path: String) -> Bool { named.contains(path) }

  /// How many articles there will be, as far as can be told after `done` of them.
  public func estimate(done: Int) -> Int {
    let lines = bytesRead > 0 ? linesRead * max(0, bytesTotal - bytesRead) / bytesRead : 0
    return done + filesLeft + lines
  }

  /// A file's bytes ("-" is standard input); throws where there are more than `limit`, before they are read.
  public static func bytes(of path: String, limit: Int = PlainText.sizeLimit) throws(IngestError) -> [UInt8] {
    try ByteSource.bytes(of: path, limit: limit)
  }

  /// The names in a folder that are not hidden, in byte order; nil (and errno) where it cannot be read.
  private func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    // A Maildir: what lies in "tmp" is still being delivered.
    if names.contains("cur"), names.contains("new") { names.removeAll { $0 == "tmp" } }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
