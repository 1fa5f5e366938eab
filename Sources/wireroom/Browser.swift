// Opens an address in the user's browser: no shell, and nothing but http and https.
import Briefing
import Foundation
import Reader

enum Browser {
  /// Starts the first of $BROWSER and xdg-open that there is; returns what was done in words.
  static func open(_ url: String, environment: [String: String]) throws -> Event {
    let address: FetchAddress
    do throws(FetchError) {
      address = try FetchAddress(url)
    } catch {
      return .failed("not opened: only http and https addresses are, and this is \(Sanitize.line(url))")
    }
    guard address.text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return .failed("not opened: \(Sanitize.line(address.host)) is not written in ASCII; copy the address with Y")
    }
    let url = address.text
    let names = [environment["BROWSER"], "xdg-open", "sensible-browser"].compactMap { $0 }.filter { !$0.isEmpty }
    for name in names {
      guard let path = find(name, in: environment["PATH"] ?? "/usr/bin:/bin") else { continue }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = [url]
      // The browser must not write on the screen.
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      do {
        try process.run()
        return .said("opened \(url)")
      } catch { continue }
    }
    return .failed("no browser found: set BROWSER to a program, or copy the address with Y")
  }

  private static func find(_ name: String, in path: String) -> String? {
    if name.contains("/") { return FileManager.default.isExecutableFile(atPath: name) ? name : nil }
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
