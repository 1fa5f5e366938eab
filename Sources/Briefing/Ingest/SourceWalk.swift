// From the paths on a command line to the files behind them, in an order that is the same everywhere.

import Foundation

/// Walks files and folders.
public enum SourceWalk {
  /// A file to read, or why it is passed over.
  public enum Found: Hashable, Sendable {
    /// A path to give to `read` ("-" for standard input).
    case file(String)
    case skipped(String, why: String)
    case failed(IngestError)
  }

  /// The extensions of files inside folders that hold articles. A file that is named itself is read whatever its name is.
  public static let extensions: Set<String> = ["txt", "text", "md", "markdown", "jsonl", "ndjson", ""]

  private static let deepest = 32

  /// What stands behind the paths: files as named, folders with all below them by name; hidden files inside folders, links to
  /// folders and files of other kinds are passed over, with the reason.
  public static func walk(_ paths: [String]) -> [Found] {
    var found: [Found] = []
    for path in paths {
      guard path != "-" else {
        found.append(.file("-"))
        continue
      }
      var status = stat()
      guard stat(path, &status) == 0 else {
        found.append(.failed(ByteSource.failure(path, errno)))
        continue
      }
      if isFolder(status) { walk(folder: path, depth: 0, into: &found) } else { found.append(.file(path)) }
    }
    return found
  }

  /// All bytes of a file, or of standard input for "-".
  public static func read(_ path: String, limit: Int = PlainText.sizeLimit) throws(IngestError) -> [UInt8] {
    try ByteSource.bytes(of: path, limit: limit)
  }

  /// Whether a path names JSON Lines by its extension.
  public static func isJSONLines(_ path: String) -> Bool { ["jsonl", "ndjson"].contains(fileExtension(path)) }

  private static func walk(folder: String, depth: Int, into found: inout [Found]) {
    guard depth < deepest else { return found.append(.skipped(folder, why: "folders are nested too deep")) }
    guard let names = names(in: folder) else { return found.append(.failed(ByteSource.failure(folder, errno))) }
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if name.hasPrefix(".") {
        found.append(.skipped(path, why: "it is hidden"))
        continue
      }
      var own = stat()
      var status = stat()
      guard lstat(path, &own) == 0, stat(path, &status) == 0 else {
        found.append(.failed(ByteSource.failure(path, errno)))
        continue
      }
      if isFolder(status) {
        // A link may lead back up.
        if own.st_mode & S_IFMT == S_IFLNK {
          found.append(.skipped(path, why: "it is a link to a folder"))
        } else {
          walk(folder: path, depth: depth + 1, into: &found)
        }
      } else if status.st_mode & S_IFMT != S_IFREG {
        found.append(.skipped(path, why: "it is no ordinary file"))
      } else if extensions.contains(fileExtension(name)) {
        found.append(.file(path))
      } else {
        found.append(.skipped(path, why: "its name is not that of a text file"))
      }
    }
  }

  /// The names in a folder in byte order, or nil (with errno) where it cannot be read.
  private static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  private static func fileExtension(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
