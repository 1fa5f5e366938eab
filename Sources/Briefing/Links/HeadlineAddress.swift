// When two web addresses that differ are one article's: publishers keep its number or its words in every form of the address
// (the reader's own page, the one for telephones, the copy in a cache), and change all around them.

/// What names an article inside its address.
struct HeadlineAddress: Hashable, Sendable {
  /// The last labels of the host, the same for "www.", "edition." and "m.": "example.org".
  let site: String
  /// The longest run of words in the path, "turkish-jets-hit-sites"; empty where there is none of four words.
  let slug: [String]
  /// Numbers and codes of at least six signs that are no dates.
  let numbers: Set<String>
  /// The digits of the folders: "20231002".
  let date: String

  /// Nil where the address names no article.
  init?(_ address: String) {
    guard let plain = HeadlineKey.normaliseURL(HeadlineAddress.unwrapped(address)) else { return nil }
    let parts = plain.prefix { $0 != "?" }.split(separator: "/")
    guard let host = parts.first, parts.count > 1 else { return nil }
    site = HeadlineAddress.site(of: host)
    var slug: [String] = []
    var numbers: Set<String> = []
    for part in parts.dropFirst() {
      let words = HeadlineAddress.name(part).lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
      for word in words where HeadlineAddress.isNumber(word) { numbers.insert(word) }
      let plainWords = words.filter { !HeadlineAddress.isNumber($0) }
      if plainWords.count >= 4, plainWords.count > slug.count { slug = plainWords }
    }
    guard !slug.isEmpty || !numbers.isEmpty else { return nil }
    self.slug = slug
    self.numbers = numbers
    date = parts.dropFirst().filter { $0.allSatisfy { $0.isNumber || $0 == "-" } && $0.count <= 10 }.joined()
      .filter(\.isNumber)
  }

  /// Whether both are addresses of one article of one publisher.
  func isSame(as other: HeadlineAddress) -> Bool {
    guard site == other.site else { return false }
    if !numbers.isDisjoint(with: other.numbers) { return true }
    // Two numbers or two days are two articles, whatever the words: "live-updates-from-the-war".
    guard numbers.isEmpty || other.numbers.isEmpty, date.isEmpty || other.date.isEmpty || date == other.date else { return false }
    return !slug.isEmpty && slug == other.slug
  }

  /// Keys that addresses of one article share.
  var keys: [String] {
    numbers.sorted().map { site + " " + $0 } + (slug.isEmpty ? [] : [site + " " + slug.joined(separator: " ")])
  }

  /// The address inside the address of a cache: "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a".
  private static func unwrapped(_ address: String) -> String {
    guard address.contains("ampproject.org/") || address.contains("google.com/amp/"), let cut = address.firstRange(of: "/s/")
    else {
      return address
    }
    return String(address[cut.upperBound...])
  }

  private static func site(of host: Substring) -> String {
    let labels = host.split(separator: ".")
    // "bbc.co.uk", "smh.com.au"
    let isCountrys = labels.count > 2 && labels[labels.count - 1].count == 2 && labels[labels.count - 2].count <= 3
    return labels.suffix(isCountrys ? 3 : 2).joined(separator: ".")
  }

  /// The part without the ending that says how the page is made.
  private static func name(_ part: Substring) -> Substring {
    guard let point = part.lastIndex(of: "."), part[point...].count <= 6 else { return part }
    return part[..<point]
  }

  /// "66999123", "iduskbn2a91x4", no year and no day such as "20231005".
  private static func isNumber(_ word: String) -> Bool {
    let digits = word.filter(\.isNumber).count
    guard word.count >= 6, digits * 2 >= word.count || (digits >= 3 && word.count >= 9) else { return false }
    return !(word.count == 8 && digits == 8 && (word.hasPrefix("19") || word.hasPrefix("20")))
  }
}
