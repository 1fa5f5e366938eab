// Where the gazetteer and the samples lie: beside the program, wherever it was put.
import Foundation

/// The folder of data files that the program ships with.
public enum DataFolder {
  /// The folder is in none of the places where it may be.
  public struct Missing: Error, CustomStringConvertible {
    var looked: [String]

    public var description: String {
      "the data folder is missing: looked in \(looked.joined(separator: ", ")); set WIREROOM_DATA to the folder \"data\" of the source"
    }
  }

  /// The first of `$WIREROOM_DATA`, `../share/wireroom` beside the program, and the build's own copy that is there.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Missing) -> String {
    var places: [String] = []
    if let named = environment["WIREROOM_DATA"], !named.isEmpty { places.append(named) }
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let folder = (program as NSString).deletingLastPathComponent
    places.append((folder as NSString).deletingLastPathComponent + "/share/wireroom")
    // `Bundle.module` traps where the build folder is gone, so its place is looked up by hand.
    places.append(folder + "/wireroom_Briefing.resources/data")
    for place in places where FileManager.default.fileExists(atPath: place + "/gazetteer") { return place }
    throw Missing(looked: places)
  }
}
