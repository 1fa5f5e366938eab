// Where the gazetteer and the samples lie: beside the program, wherever it was put.
import Foundation

/// The folder of data files that the program ships with.
public enum DataFolder {
  /// The folder is in none of the places where it may be.
  public struct Missing: Error, CustomStringConvertible {
    var looked: [String]
    /// What WIREROOM_DATA names, where it names no data folder.
    var named: String?

    public var description: String {
      if let named {
        return "WIREROOM_DATA names \(named), which holds no gazetteer; set it to the folder \"data\" of the source"
      }
      return
        "the data folder is missing: looked in \(looked.joined(separator: ", ")); set WIREROOM_DATA to the folder \"data\" of the source"
    }
  }

  /// `$WIREROOM_DATA` where it is set (nothing else will do then), else the first of `../share/wireroom` beside the program and
  /// the build's own copy that is there.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Missing) -> String {
    if let named = environment["WIREROOM_DATA"], !named.isEmpty {
      guard FileManager.default.fileExists(atPath: named + "/gazetteer") else { throw Missing(looked: [named], named: named) }
      return named
    }
    var places: [String] = []
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let folder = (program as NSString).deletingLastPathComponent
    places.append((folder as NSString).deletingLastPathComponent + "/share/wireroom")
    // `Bundle.module` traps where the build folder is gone, so its place is looked up by hand.
    places.append(folder + "/wireroom_Briefing.resources/data")
    for place in places where FileManager.default.fileExists(atPath: place + "/gazetteer") { return place }
    throw Missing(looked: places)
  }
}
