// `wireroom brief`: what was collected while reading, as cited Markdown.
import ArgumentParser
import Briefing
import Reader

struct Brief: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Print the collected sentences and notes as Markdown with numbered citations.",
    discussion: "The same collection gives the same bytes. In the reader, c collects a sentence and :note writes a note.")

  @OptionGroup var options: ArchiveOptions
  @Option(name: .long, help: "Write a new file instead; one that is there is left alone.")
  var output: String?
  @Flag(name: .long, help: "Empty the collection after that.")
  var clear = false

  func run() throws {
    let archive = clear ? try options.openForWriting() : try options.open()
    let text = try archive.citedBriefing()
    if let output {
      try writeBriefing(text, to: output)
    } else {
      var lines = Output()
      for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) { lines.line(String(line)) }
      lines.flush()
    }
    if clear { _ = try archive.clearCollected() }
  }
}
