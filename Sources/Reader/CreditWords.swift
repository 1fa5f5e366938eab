// How many sources a text or a story has, in the same words in the list, in sheets and on the command line.
import Briefing
import Screen

extension TextCredits {
  /// "7 outlets / 1 independent (AP ×7)", "7 outlets / at most 2 independent (AP ×6)", "3 outlets / origin not named".
  public func words(_ symbols: Symbols, namesOrigin: Bool = true) -> String {
    if namesNoOrigin { return "\(outlets) outlets / origin not named" }
    let counts = sourceWords(outlets: outlets, independent: independent, isCertain: isCertain)
    guard namesOrigin, let origin, let name = origin.name, origin.articles > 1 else { return counts }
    return "\(counts) (\(name) \(symbols.times)\(origin.articles))"
  }

  /// The same in 25 columns or less: "7 outlets / 1 source", "7 outlets / at most 2".
  var shortWords: String {
    let outlets = "\(outlets) \(outlets == 1 ? "outlet" : "outlets") / "
    if namesNoOrigin { return outlets + "origin unnamed" }
    return outlets + (isCertain ? "\(independent) \(independent == 1 ? "source" : "sources")" : "at most \(independent)")
  }
}

extension StoryView {
  /// "9 outlets / 4 independent"; "at most", where an article prints another's text and credits nobody.
  public var sourceWords: String { Reader.sourceWords(outlets: outlets, independent: independent, isCertain: isCertain) }
}

private func sourceWords(outlets: Int, independent: Int, isCertain: Bool) -> String {
  "\(outlets) \(outlets == 1 ? "outlet" : "outlets") / \(isCertain ? "" : "at most ")\(independent) independent"
}
