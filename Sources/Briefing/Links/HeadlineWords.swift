// The words that editors put around a headline without changing what it says.

enum HeadlineWords {
  static let articles: Set<String> = ["a", "an", "the"]

  /// What may stand after the last colon or dash: who says so, in general, or the outlet.
  static let credits: Set<String> = [
    "report", "reports", "source", "sources", "official", "officials", "study", "poll", "survey", "media", "state media",
    "local media", "state tv", "ministry", "police", "witnesses", "monitor", "agency", "state news agency", "news agency",
    "spokesman", "spokesperson", "spokeswoman", "statement", "as it happened", "live", "live updates", "analysis", "video",
    "photos", "in pictures", "correction", "update", "updated", "exclusive", "opinion",
    "reuters", "ap", "ap news", "afp", "bbc", "bbc news", "cnn", "upi", "dpa", "tass", "xinhua", "anadolu", "bloomberg",
    "associated press", "the associated press", "new york times", "the new york times", "nyt", "washington post",
    "the washington post", "wsj", "wall street journal", "the wall street journal", "guardian", "the guardian", "npr",
    "al jazeera", "fox news", "nbc news", "abc news", "cbs news", "sky news", "politico", "axios", "usa today", "france 24",
    "dw", "euronews", "financial times", "ft", "times of israel", "haaretz", "kyiv independent", "moscow times",
  ]

  /// What may stand before the first colon or dash.
  static let labels: Set<String> = [
    "update", "updates", "breaking", "exclusive", "watch", "live", "news", "video", "alert", "urgent", "correction",
    "corrected", "refile", "updated", "factbox", "explainer", "analysis", "wrapup", "recap", "just", "developing", "photos",
  ]

  /// Parameters of an address that say where the reader came from.
  static let tracking: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "cmpid", "cmp", "ref", "ref_src", "ref_url",
    "referrer", "src", "source", "smid", "smtyp", "ns_mchannel", "ns_source", "ns_campaign", "at_medium", "at_campaign",
    "partner", "ftag", "ocid", "xtor", "output", "amp", "guccounter", "taid", "sh", "feedtype", "feedname", "rpc",
  ]
}
