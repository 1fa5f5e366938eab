// What a path that is being typed could become, for `:import`.
import Foundation

enum PathCompletion {
  /// Paths that begin with `prefix`, folders with a slash at the end, in the order of names; "~" is the home folder. Hidden
  /// files are offered only where a dot was typed.
  static func words(_ prefix: String, home: String?, limit: Int) -> [String] {
    let slash = prefix.lastIndex(of: "/")
    let typed = slash.map { String(prefix[...$0]) } ?? ""
    let start = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
    var folder = typed.isEmpty ? "." : typed
    if folder.hasPrefix("~/"), let home { folder = home + folder.dropFirst() }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
    let fitting = names.filter { $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix(".")) }
    return fitting.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.prefix(limit).map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
      return typed + name + (isFolder.boolValue ? "/" : "")
    }
  }
}
