// What every command that fetches has in common, and the file that holds it for good.
import ArgumentParser
import Briefing
import Foundation

struct NetworkOptions: ParsableArguments {
  @Flag(name: .long, help: "Fetch nothing.")
  var offline = false
  @Option(name: .long, help: ArgumentHelp("http://, https:// or socks5h://HOST:PORT, or none.", valueName: "proxy"))
  var proxy: String?
  @Option(name: .long, help: ArgumentHelp("The name that servers see.", valueName: "name"))
  var userAgent: String?
  @Option(name: .long, help: ArgumentHelp("Give an address up after so long.", valueName: "seconds"))
  var timeout: String?

  /// The network as the settings file and these options have it.
  func fetcher() throws -> Fetcher {
    let environment = ProcessInfo.processInfo.environment
    var settings = try NetworkFile.load(environment: environment)
    if offline { settings.isOffline = true }
    for (name, value) in [("proxy", proxy), ("user-agent", userAgent), ("timeout", timeout)] {
      if let value, let problem = settings.set(name, to: value) { throw Failure(words: "--\(problem)", status: 2) }
    }
    return Fetcher(settings: settings, environment: environment)
  }
}

/// `$XDG_CONFIG_HOME/wireroom/network.conf`: lines of a name and a value.
enum NetworkFile {
  static func load(environment: [String: String]) throws -> FetchSettings {
    var settings = FetchSettings()
    guard let (path, text) = try ConfigFile.read("network.conf", environment: environment) else { return settings }
    let problems = settings.add(contentsOf: text, file: path)
    if !problems.isEmpty { throw Failure(words: problems.joined(separator: "\n"), status: 2) }
    return settings
  }
}
