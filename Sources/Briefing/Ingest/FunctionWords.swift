// The smallest words of languages in Latin script, by which a text gives its language away.
//
// Every text of an import passes here, so a word is a number, its bytes side by side: none of those that are looked for is
// longer than eight.

enum FunctionWords {
  /// The commonest small words of each language, with little overlap between them. English comes first, the others by
  /// name: of two languages that are equally likely, the earlier is taken, so that a text always gets the same answer.
  private static let lists: [(language: String, words: String)] = [
    (
      "en",
      "the of and to in that was for with said by from were has have had his their which after but are be this an it as at on"
    ),
    ("cs", "a se na v je že o s z do i to k ve pro za by ale po jsou"),
    ("de", "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch nach bei wurde"),
    ("es", "el los las del que en una por con para se ha al más fue como su según entre pero sobre han"),
    ("fr", "le la les des et du une dans qui pour que par sur est au avec ont pas été ses cette plus aux"),
    ("id", "yang dan di untuk dengan pada dari ini dalam tidak itu akan juga oleh telah kepada"),
    ("it", "il di che della per del una sono è gli dei con nel alla le da non anche dopo ha delle si"),
    ("nl", "de het een van en dat op te zijn met voor niet aan er ook bij naar door werd heeft"),
    ("pl", "w i na z się do nie że jest o to przez po jak od oraz został który są dla"),
    ("pt", "o os as do da dos das que em um uma para com não por foi no na ao pelo mais segundo são"),
    ("ro", "și în de la a cu pe care din pentru nu este că au fost sau mai după prin"),
    ("sv", "och att det som en på är av för med den till har inte om ett han var från"),
    ("tr", "ve bir bu için ile olarak da de olan daha çok sonra kadar gibi ancak en ise dedi yeni"),
    ("vi", "và của là có các một được cho không trong với những người này đã"),
  ]

  /// The languages of a word, a bit each, by its number; open addressing, 0 is a free place.
  private static let table: [(word: UInt64, languages: UInt16)] = {
    var table = [(word: UInt64, languages: UInt16)](repeating: (0, 0), count: 1024)
    for (bit, list) in lists.enumerated() {
      for word in list.words.split(separator: " ") where word.utf8.count <= 8 {
        let number = word.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var place = place(of: number)
        while table[place].word != 0, table[place].word != number { place = (place + 1) & 1023 }
        table[place].word = number
        table[place].languages |= 1 << UInt16(bit)
      }
    }
    return table
  }()

  private static func place(of number: UInt64) -> Int { Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 54) }

  private static func languages(of number: UInt64) -> UInt16 {
    table.withUnsafeBufferPointer { table in
      var place = place(of: number)
      while table[place].word != 0 {
        if table[place].word == number { return table[place].languages }
        place = (place + 1) & 1023
      }
      return 0
    }
  }

  /// How many small words of each language a text has, counted letter by letter.
  struct Count {
    /// All words, small or not.
    private(set) var total = 0
    private var hits = [Int](repeating: 0, count: FunctionWords.lists.count)
    private var word: UInt64 = 0
    /// Bytes of the word so far; from nine on it is none of those that are looked for.
    private var length = 0

    /// The letters of ASCII that begin these bytes; returns how many there are.
    mutating func add(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
      var at = bytes.startIndex
      var word = word
      while at < bytes.endIndex, (bytes[at] | 0x20) &- 0x61 < 26 {
        word = word << 8 | UInt64(bytes[at] | 0x20)
        at += 1
      }
      self.word = word
      length += at - bytes.startIndex
      return at - bytes.startIndex
    }

    /// A letter beyond ASCII.
    mutating func add(_ letter: Unicode.Scalar, isLatin: Bool) {
      guard isLatin else {
        length += 9
        return
      }
      for byte in letter.properties.lowercaseMapping.utf8 {
        word = word << 8 | UInt64(byte)
        length += 1
      }
    }

    mutating func endWord() {
      guard length > 0 else { return }
      total += 1
      if length <= 8 {
        var languages = FunctionWords.languages(of: word)
        while languages != 0 {
          hits[languages.trailingZeroBitCount] += 1
          languages &= languages - 1
        }
      }
      word = 0
      length = 0
    }

    /// The likeliest language and how many of its words there are.
    var best: (language: String, hits: Int) {
      let most = hits.max() ?? 0
      return (FunctionWords.lists[hits.firstIndex(of: most) ?? 0].language, most)
    }
  }
}
