// What a page says of itself in words that no article uses: consent, sign-up, paywall and comment notices, in the languages that
// news pages are met in. A short block that says one is none of the article, whatever its element is called.

enum NoticeWords {
  /// Why a block is no part of an article, by its words alone; nil where nothing speaks against it.
  static func reason(of block: TextBlock, in tree: HTMLTree) -> SourceNotes.Reason? {
    guard (1...70).contains(block.words), block.bytes <= 1_200, block.kind != .code else { return nil }
    let words = words(of: block, in: tree)
    if words.count <= 2, wholes.contains(words.reduce(seed) { ($0 ^ $1) &* prime }) { return .advertisement }
    if block.words <= 30, isCaption(block, words.first, in: tree) { return .caption }
    for (i, word) in words.enumerated() {
      guard let phrases = table[word] else { continue }
      for phrase in phrases where block.words <= phrase.limit && words[i...].starts(with: phrase.words) { return phrase.reason }
    }
    if words.contains(where: cookies.contains), words.contains(where: sites.contains), words.contains(where: uses.contains) {
      return .consent
    }
    return nil
  }

  private struct Phrase {
    var words: [UInt64]
    var reason: SourceNotes.Reason
    /// The most words of a block that is nothing but a notice.
    var limit: Int
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  /// The words of a block, hashed, in small letters as far as they are Latin.
  private static func words(of block: TextBlock, in tree: HTMLTree) -> [UInt64] { hashes(tree.text(block)) }

  private static func hashes(_ text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    var hash = seed
    func end() {
      if hash != seed { hashes.append(hash) }
      hash = seed
    }
    let bytes = Array(text.utf8)
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case 0xE2 where i + 2 < bytes.count && bytes[i + 1] == 0x80:
        // Quotes and dashes; an apostrophe is none.
        if bytes[i + 2] != 0x99 { end() }
        i += 2
      case 0xC2 where i + 1 < bytes.count && bytes[i + 1] < 0xC0:
        end()
        i += 1
      case 0x61...0x7A, 0x30...0x39, 0x80...0xFF: hash = (hash ^ UInt64(byte)) &* prime
      case 0x41...0x5A: hash = (hash ^ UInt64(byte | 0x20)) &* prime
      case 0x27: break
      default: end()
      }
      i += 1
    }
    end()
    return hashes
  }

  private static let table: [UInt64: [Phrase]] = {
    var table: [UInt64: [Phrase]] = [:]
    for (reason, limit, lines) in NoticePhrases.all {
      for line in lines.split(separator: "\n") {
        let words = hashes(String(line))
        table[words[0], default: []].append(Phrase(words: words, reason: reason, limit: limit))
      }
    }
    return table
  }()

  /// "Foto: ...", "© ...": whose picture it is.
  private static func isCaption(_ block: TextBlock, _ first: UInt64?, in tree: HTMLTree) -> Bool {
    let isNamed = first.map(captions.contains) ?? false
    guard isNamed || block.words <= 12 else { return false }
    let text = tree.text(block)
    if text.hasPrefix("©") || text.hasPrefix("(c) ") || text.hasPrefix("(C) ") { return true }
    guard isNamed, block.sentenceEnds <= 2, let colon = text.prefix(14).firstIndex(of: ":") else { return false }
    return !text[..<colon].contains(" ")
  }

  private static let captions = set(
    """
    foto fotos bild bilder bildquelle photo photos photograph image picture pic credit crédit fotocredit imagen fotografía kép zdjęcie \
    kuva valokuva фото φωτογραφία gettyimages fotoğraf ảnh kredit bildnachweis titelbild
    """)

  private static func set(_ text: String) -> Set<UInt64> { Set(hashes(text)) }

  private static let cookies = set("cookie cookies koekjes ciasteczka")
  private static let sites = set(
    "site website webseite websites seite sitio web sito webbplats hjemmeside nettsted strona stronie serwis сайт сайте página portal browser"
  )
  private static let uses = set(
    """
    use uses using verwendet verwenden nutzt nutzen utilise utilisons utilise utiliza utilizamos usa usamos utilizziamo gebruikt gebruiken \
    använder bruker bruger używa korzysta používá používame использует použití accept akzeptieren accepter aceptar accetta accepteren
    """)

  /// The whole of a block that marks an advertisement.
  private static let wholes: Set<UInt64> = Set(
    [
      "advertisement", "advertisements", "anzeige", "werbung", "publicidad", "publicidade", "pubblicità", "publicité", "реклама",
      "reklama", "reklam", "annonse", "annonce", "annons", "reklame", "mainos", "oglas", "reclame", "advertentie", "hirdetés",
      "sponsored", "sponsored content", "广告", "広告", "광고", "إعلان", "pr",
    ].map { hashes($0).reduce(seed) { ($0 ^ $1) &* prime } })
}
