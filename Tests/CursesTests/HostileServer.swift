// The hostile server of the project's shared tools, on loopback: it serves feeds that attack their reader.
import Foundation

/// One hostile server for all tests of a run; it ends by itself.
enum HostileServer {
  struct Running: Sendable {
    var base: String
    /// One line of JSON for each request.
    var log: String
  }

  /// nil (and a reason printed) where the tools or python3 are not there.
  static let running: Running? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let script = root.appendingPathComponent("../shared/tools/hostile_server.py").standardizedFileURL.path
    guard FileManager.default.isReadableFile(atPath: script) else {
      print("skipped: no hostile server at \(script)")
      return nil
    }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), let folder = try? Program.temporaryFolder() else {
      print("skipped: no python3 for the hostile server")
      return nil
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      script, "--port-file", folder + "/port", "--log", folder + "/log", "--max-seconds", "240", "--max-requests", "1000",
    ]
    // Nothing of the test run may wait for the server to end.
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    for _ in 0..<500 {
      if let port = try? String(contentsOfFile: folder + "/port", encoding: .utf8) {
        return Running(base: "http://127.0.0.1:\(port)", log: folder + "/log")
      }
      usleep(20_000)
    }
    print("skipped: the hostile server did not start")
    return nil
  }()
}
