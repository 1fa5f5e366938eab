// A sentence as a quotation.
import Screen

/// The sentence between quotation marks; one that has marks of its own stands as it is, since two beside one another say nothing.
func quoted(_ sentence: String, _ symbols: Symbols = .unicode) -> String {
  let hasMarks = sentence.unicodeScalars.contains { $0 == "\u{201C}" || $0 == "\u{201D}" || $0 == "\"" }
  return hasMarks ? sentence : "\(symbols.quoteOpen)\(sentence)\(symbols.quoteClose)"
}
