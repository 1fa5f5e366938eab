// `wireroom keys`: the key map as a file to change, or as the README shows it.
import ArgumentParser
import Briefing
import Reader

struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the default keys, as a key file (~/.config/wireroom/keys.conf) or as a table.")

  @OptionGroup var options: ArchiveOptions
  @Flag(name: .long, help: "As a Markdown table.")
  var table = false

  func run() throws {
    var output = Output()
    let text = table ? KeyMap.readmeSection : String(KeyMap.defaultFile.dropLast())
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { output.line(String(line)) }
    output.flush()
  }
}
