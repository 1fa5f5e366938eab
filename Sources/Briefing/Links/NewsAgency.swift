// Whose text an article is: the agency that it credits, or else its own publisher. Two outlets that print one agency's text
// are one source, not two.

/// News agencies by the names that datelines, bylines and credits give them.
public enum NewsAgency {
  /// What an article that credits "agencies" without a name has for an origin.
  public static let unnamed = "news agencies"

  /// The origin of an article in words: "AP", or the publisher's name; nil where neither is known.
  public static func origin(of article: Article) -> String? { credited(in: article) ?? article.source }

  /// Whether an origin is an agency's, and no publisher's.
  public static func isAgency(_ origin: String) -> Bool { origin == unnamed || all.contains { $0.name == origin } }

  /// The agency that an article credits: in its dateline, as its publisher or author, or in a credit line.
  public static func credited(in article: Article) -> String? {
    let text = CreditedText(article)
    for bracket in text.brackets {
      if let agency = all.first(where: { $0.isWhole(bracket) }) { return agency.name }
    }
    let lines = [article.source].compactMap { $0 } + article.authors + text.credits
    for line in lines {
      let words = CreditWords(line)
      if let agency = all.first(where: { $0.isNamed(in: words) }) { return agency.name }
    }
    let isUnnamed = lines.contains { line in
      let words = CreditWords(line).lower
      return words.last == "agencies" || words.contains("newswires") || words.suffix(2) == ["wire", "services"]
    }
    return isUnnamed ? unnamed : nil
  }

  static let all: [AgencyNames] =
    [
      AgencyNames("AP", long: "associated press", short: "AP"),
      AgencyNames("Reuters", sure: "reuters"),
      AgencyNames("AFP", long: "agence france presse", short: "AFP"),
      AgencyNames("dpa", long: "deutsche presse agentur", "german press agency", short: "DPA"),
      AgencyNames("Xinhua", sure: "xinhua"), AgencyNames("China News Service", long: "china news service"),
      AgencyNames("TASS", long: "itar tass", short: "TASS"), AgencyNames("Interfax", sure: "interfax"),
      AgencyNames("RIA Novosti", long: "ria novosti"), AgencyNames("Ukrinform", sure: "ukrinform"),
      AgencyNames("Anadolu", sure: "anadolu", bracket: "AA"),
      AgencyNames("IRNA", long: "islamic republic news agency", short: "IRNA"),
      AgencyNames("Tasnim", long: "tasnim news agency", "tasnim news"),
      AgencyNames("Fars", long: "fars news agency", "fars news"),
      AgencyNames("SANA", long: "syrian arab news agency", risky: "SANA"),
      AgencyNames("WAFA", long: "palestinian news agency", "wafa news agency", short: "WAFA"),
      AgencyNames("UPI", long: "united press international", short: "UPI"),
      AgencyNames("PA Media", long: "pa media", "press association", "pa reporter", "pa news agency", risky: "PA"),
      AgencyNames("Kyodo", sure: "kyodo"), AgencyNames("Jiji", long: "jiji press", risky: "JIJI"),
      AgencyNames("Yonhap", sure: "yonhap"),
      AgencyNames("KCNA", long: "korean central news agency", short: "KCNA"),
      AgencyNames("EFE", long: "agencia efe", "efe verifica", risky: "EFE"),
      AgencyNames("Europa Press", long: "europa press"), AgencyNames("Lusa", long: "agencia lusa", "lusa news agency"),
      AgencyNames("ANSA", long: "agenzia ansa", "ansa english", risky: "ANSA"), AgencyNames("AGI", long: "agenzia italia"),
      AgencyNames("PTI", long: "press trust of india", short: "PTI"), AgencyNames("IANS", short: "IANS"),
      AgencyNames("ANI", long: "asian news international", risky: "ANI"),
      AgencyNames("APP", long: "associated press of pakistan"),
      AgencyNames("SPA", long: "saudi press agency", risky: "SPA"),
      AgencyNames("WAM", long: "emirates news agency", risky: "WAM"), AgencyNames("QNA", long: "qatar news agency"),
      AgencyNames("MENA", long: "middle east news agency"), AgencyNames("Petra", long: "petra news agency"),
      AgencyNames("Bloomberg", long: "bloomberg news", opening: "bloomberg"),
      AgencyNames("Dow Jones", long: "dow jones newswires"),
      AgencyNames("Canadian Press", long: "canadian press"),
      AgencyNames("AAP", long: "australian associated press", short: "AAP"),
      AgencyNames("Belga", long: "belga news agency", opening: "belga"), AgencyNames("ANP", short: "ANP"),
      AgencyNames("APA", long: "austria presse agentur", "austria press agency", risky: "APA"),
      AgencyNames("Keystone-SDA", long: "keystone sda"), AgencyNames("PAP", long: "polish press agency", risky: "PAP"),
      AgencyNames("MTI", long: "hungarian news agency", short: "MTI"),
      AgencyNames("CTK", long: "czech news agency", short: "CTK"),
      AgencyNames("Antara", long: "antara news", opening: "antara"), AgencyNames("Bernama", sure: "bernama"),
      // The longest name says it: the Australian and the Pakistani are no Associated Press.
    ].sorted { $0.longest > $1.longest }
}

/// The names of one agency, by how surely each means it.
struct AgencyNames: Sendable {
  let name: String
  /// Names of several words.
  private let long: [[String]]
  /// A word that means nothing else, wherever it stands.
  private let sure: String?
  /// Letters that mean it where they are written in capitals.
  private let short: String?
  /// Letters that are also names of people or places: only by themselves, or in capitals among ordinary words.
  private let risky: String?
  /// A word that is also a name: only where the line begins with it.
  private let opening: String?
  /// Letters that mean it in a dateline's brackets alone.
  private let bracket: String?
  let longest: Int

  init(
    _ name: String, long: String..., sure: String? = nil, short: String? = nil, risky: String? = nil, opening: String? = nil,
    bracket: String? = nil
  ) {
    self.name = name
    self.long = long.map { $0.split(separator: " ").map(String.init) }
    self.sure = sure
    self.short = short
    self.risky = risky
    self.opening = opening
    self.bracket = bracket
    longest = self.long.map(\.count).max() ?? 1
  }

  /// Whether a bracket holds this agency and nothing else.
  func isWhole(_ text: String) -> Bool {
    let words = CreditWords(text)
    let letters = words.printed.joined(separator: " ").uppercased()
    return [short, risky, bracket, sure?.uppercased(), opening?.uppercased()].contains(letters) || long.contains(words.lower)
  }

  /// Whether a byline, a publisher's name or a credit names the agency.
  func isNamed(in words: CreditWords) -> Bool {
    if long.contains(where: words.holds) { return true }
    if let sure, words.lower.contains(sure) { return true }
    if let opening, words.lower.first == opening { return true }
    if let short, words.printed.contains(short) || words.printed.contains(name) { return true }
    guard let risky, words.printed.contains(risky) else { return false }
    // "Erie, PA" is a place.
    return words.printed.count == 1 || (risky != "PA" && !words.isCapitals)
  }
}

/// The words of a byline or credit.
struct CreditWords {
  let printed: [String]
  let lower: [String]
  /// No word is in ordinary case: capitals say nothing.
  let isCapitals: Bool

  init(_ text: String) {
    var words = text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    while let first = words.first?.lowercased(), first == "the" || first == "by" { words.removeFirst() }
    printed = words
    lower = words.map { $0.lowercased() }
    isCapitals = !words.contains { word in word.contains(where: \.isLowercase) }
  }

  func holds(_ name: [String]) -> Bool {
    guard lower.count >= name.count else { return false }
    return (0...(lower.count - name.count)).contains { lower[$0..<($0 + name.count)].elementsEqual(name) }
  }
}
