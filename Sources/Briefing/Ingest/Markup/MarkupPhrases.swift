// The wording of lines that feeds and newsletters add to the text of others.

/// What feeds and newsletters add to the text of others: lines that speak of the feed, not of the news.
enum MarkupPhrases {
  /// Whether the line is such a line.
  static func isPromo(_ line: String) -> Bool {
    guard line.utf8.count <= 240 else { return false }
    let lower = line.lowercased().trimmed
    if whole.contains(lower.filter { $0.isLetter || $0 == " " }.trimmed) { return true }
    if starts.contains(where: { lower.hasPrefix($0.0) && (lower.contains($0.1) || $0.1.isEmpty) }) { return true }
    return anywhere.contains { lower.contains($0) }
  }

  private static let whole: Set<String> = [
    "read more", "continue reading", "read full story", "read the full story", "full story", "read full article",
    "read the full article",
    "comments", "view comments", "leave a comment", "permalink", "more", "link comments", "share", "share this", "forward",
    "tweet",
    "unsubscribe", "view in browser", "view online", "view this email in your browser", "view this email online",
    "manage preferences",
    "update your preferences", "manage your subscription", "privacy policy", "subscribe", "subscribe now", "sign up",
    "advertisement",
    "forward to a friend", "unsubscribe from this list", "update subscription preferences", "upgrade to paid",
    "give a gift subscription",
    "get the app", "read in app", "start writing", "no longer want to receive these emails",
  ]

  /// How a line begins, and what it must hold besides.
  private static let starts: [(String, String)] = [
    ("the post ", "appeared first on"), ("continue reading ", "…"), ("continue reading ", "..."), ("continue reading at ", ""),
    ("unsubscribe: ", ""), ("unsubscribe ", "http"), ("to unsubscribe", ""), ("to stop receiving", ""),
    ("you are receiving this", ""),
    ("you're receiving this", ""), ("you received this", ""), ("you have received this", ""), ("this email was sent to", ""),
    ("this message was sent to", ""), ("if you no longer wish", ""), ("view this email", ""), ("view in your browser", ""),
    ("having trouble viewing", ""), ("trouble viewing", ""), ("click here to unsubscribe", ""), ("click here to view", ""),
    ("manage your ", "preferences"), ("update your ", "preferences"), ("change your ", "preferences"),
    ("add us to your address book", ""),
    ("was this email forwarded", ""), ("forwarded this email?", ""), ("sign up for ", "newsletter"), ("view web version", ""),
    ("view the web version", ""), ("read online:", ""), ("view online:", ""), ("manage subscription", ""),
  ]

  private static let anywhere = [
    "unsubscribe here", "click here to unsubscribe", "unsubscribe from this", "unsubscribe at any time",
  ]
}
