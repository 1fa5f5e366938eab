// Dates as pages write them: machine forms first, then the ways of many languages. A date in a page is a claim with a place;
// which claim holds is decided by `PageDates`.

enum PageDate {
  /// The date of a field that should hold nothing else: ISO 8601 and its neighbours, seconds since 1970, or a date in words.
  static func parse(_ text: String) -> DateStamp? {
    guard text.utf8.count <= 200 else { return nil }
    let text = text.trimmed
    if let stamp = DateStamp(parsing: text), isPlausible(stamp) { return stamp }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) {
      // Seconds or milliseconds since 1970, or the digits of a date and a clock.
      if text.utf8.count == 10 || text.utf8.count == 13 { return instant(text.utf8.count == 13 ? number / 1000 : number) }
      if text.utf8.count == 14 || text.utf8.count == 12 {
        return DateStamp(parsing: String(text.prefix(8))).flatMap { isPlausible($0) ? $0 : nil }
      }
    }
    return find(text)
  }

  private static func instant(_ seconds: Int) -> DateStamp? {
    let date = CivilDate(1970, 1, 1).adding(days: seconds / 86_400)
    let stamp = DateStamp(date, secondOfDay: seconds % 86_400, offset: 0, precision: .second)
    return isPlausible(stamp) ? stamp : nil
  }

  /// News of the web age: what is older or stands in the far future is a date of something else.
  static func isPlausible(_ stamp: DateStamp) -> Bool { (1990...2040).contains(stamp.date.year) && stamp.date.isValid }

  // MARK: dates in text

  private enum Piece: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  /// The first date of a text, with the clock time behind it if there is one; nil where none is whole.
  ///
  /// `monthFirst` says how "03/04/2023" is read; without it such a date is read day first only where it can be nothing else.
  static func find(_ text: String, monthFirst: Bool? = nil) -> DateStamp? {
    let pieces = cut(text)
    var i = 0
    while i < pieces.count {
      if let (date, end) = date(pieces, i, monthFirst), isPlausible(DateStamp(date)) {
        guard let clock = clock(pieces, end) else { return DateStamp(date) }
        return DateStamp(date, secondOfDay: clock, offset: nil, precision: .minute)
      }
      i += 1
    }
    return nil
  }

  private static func cut(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var word = ""
    var number = 0
    var digits = 0
    func flush() {
      if !word.isEmpty { pieces.append(.word(word.lowercased())) }
      if digits > 0 { pieces.append(.number(number, digits: digits)) }
      word = ""
      number = 0
      digits = 0
    }
    for scalar in text.unicodeScalars.prefix(600) {
      if scalar.value >= 0x30, scalar.value <= 0x39 {
        if !word.isEmpty { flush() }
        if digits < 9 { number = number * 10 + Int(scalar.value - 0x30) }
        digits += 1
      } else if "年月日년월일".unicodeScalars.contains(scalar) {
        flush()
        pieces.append(.mark(Character(scalar)))
      } else if isLetter(scalar) {
        if digits > 0 { flush() }
        word.unicodeScalars.append(scalar)
      } else {
        flush()
        if !isSpace(scalar) { pieces.append(.mark(Character(scalar))) }
      }
    }
    flush()
    return pieces
  }

  private static func date(_ p: [Piece], _ i: Int, _ monthFirst: Bool?) -> (CivilDate, Int)? {
    func number(_ k: Int) -> (value: Int, digits: Int)? {
      if p.indices.contains(k), case .number(let value, let digits) = p[k] { return (value, digits) }
      return nil
    }
    func mark(_ k: Int) -> Character? {
      if p.indices.contains(k), case .mark(let mark) = p[k] { return mark }
      return nil
    }
    func month(_ k: Int) -> Int? {
      if p.indices.contains(k), case .word(let word) = p[k] { return MonthNames.month(word) }
      return nil
    }
    func valid(_ y: Int, _ m: Int, _ d: Int, _ end: Int) -> (CivilDate, Int)? {
      let date = CivilDate(y, m, d)
      return date.isValid ? (date, end) : nil
    }
    if let first = number(i) {
      // 2023-10-05, 2023/10/05, 2023.10.05, 2023年10月5日, 2023년 10월 5일
      if first.digits == 4, let a = mark(i + 1), "-/.年년".contains(a), let m = number(i + 2), m.digits <= 2, let b = mark(i + 3),
        b == a || "月월".contains(b), let d = number(i + 4), d.digits <= 2
      {
        return valid(first.value, m.value, d.value, "月월".contains(b) ? i + 6 : i + 5)
      }
      if first.digits == 8, (1990...2040).contains(first.value / 10_000) {
        return valid(first.value / 10_000, first.value / 100 % 100, first.value % 100, i + 1)
      }
      guard first.digits <= 2 else { return nil }
      // 05.10.2023, 5/10/2023, 5-10-23
      if let a = mark(i + 1), "-/.".contains(a), let second = number(i + 2), second.digits <= 2, mark(i + 3) == a,
        let y = number(i + 4), y.digits == 4 || y.digits == 2 && a == "."
      {
        let year = y.digits == 2 ? 2000 + y.value : y.value
        let dayFirst = CivilDate(year, second.value, first.value)
        let other = CivilDate(year, first.value, second.value)
        if a == "." { return dayFirst.isValid ? (dayFirst, i + 5) : nil }
        if dayFirst.isValid, other.isValid, dayFirst != other {
          guard let monthFirst else { return nil }
          return (monthFirst ? other : dayFirst, i + 5)
        }
        return dayFirst.isValid ? (dayFirst, i + 5) : other.isValid ? (other, i + 5) : nil
      }
      // 5 October 2023, 5. Oktober 2023, 5th of October, 2023, 5 de octubre de 2023, 5-Oct-2023
      var k = i + 1
      for _ in 0..<3 {
        if let m = month(k) {
          k += 1
          for _ in 0..<3 {
            if let y = number(k) {
              guard y.digits == 4 else { return nil }
              return valid(y.value, m, first.value, k + 1)
            }
            guard isJoint(p, k) else { return nil }
            k += 1
          }
          return nil
        }
        guard isJoint(p, k) else { return nil }
        k += 1
      }
      return nil
    }
    // October 5, 2023; Oct. 5th 2023
    guard let m = month(i) else { return nil }
    var k = i + 1
    if mark(k) == "." { k += 1 }
    guard let d = number(k), d.digits <= 2 else { return nil }
    k += 1
    for _ in 0..<3 {
      if let y = number(k) { return y.digits == 4 ? valid(y.value, m, d.value, k + 1) : nil }
      guard isJoint(p, k) else { return nil }
      k += 1
    }
    return nil
  }

  private static func isJoint(_ p: [Piece], _ k: Int) -> Bool {
    guard p.indices.contains(k) else { return false }
    switch p[k] {
    case .mark(let mark): return ".,-/º°".contains(mark)
    case .word(let word): return ["de", "of", "del", "st", "nd", "rd", "th", "da", "er", "the"].contains(word)
    case .number: return false
    }
  }

  /// "16:30", "4:30 pm", "16.30 Uhr", "16h30" behind a date, within a few pieces.
  private static func clock(_ p: [Piece], _ start: Int) -> Int? {
    var k = start
    while k < min(p.count, start + 4) {
      if case .number(let hour, let digits) = p[k], digits <= 2, hour < 24, k + 2 < p.count,
        case .number(let minute, let more) = p[k + 2], more == 2, minute < 60
      {
        guard p[k + 1] == .mark(":") || p[k + 1] == .word("h") else { return nil }
        var hour = hour
        if k + 3 < p.count, case .word(let half) = p[k + 3] {
          if half == "pm" || half == "p", hour < 12 { hour += 12 }
          if half == "am" || half == "a", hour == 12 { hour = 0 }
        }
        return hour * 3600 + minute * 60
      }
      if case .number = p[k] { return nil }
      k += 1
    }
    return nil
  }
}

/// The names of months in the languages that news pages are met in.
enum MonthNames {
  static func month(_ word: String) -> Int? {
    if let found = names[word] { return found }
    return word.count >= 3 && word.hasSuffix(".") ? names[String(word.dropLast())] : nil
  }

  private static let names: [String: Int] = {
    let lists = [
      "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari styczeń stycznia sty ocak января январь янв січня leden ledna januára ianuarie ian január tammikuuta tammikuu siječnja јануар ιανουαρίου ינואר يناير",
      "february feb februar feber février févr fév febrero febbraio fevereiro fev februari luty lutego lut şubat февраля февраль фев лютого únor února februára februarie február helmikuuta veljače фебруар φεβρουαρίου פברואר فبراير",
      "march mar mär märz mrz mars marzo março maart mrt marzec marca mart марта март мар березня březen března martie március maaliskuuta ožujka μαρτίου מרץ مارس",
      "april apr avril avr abril abr aprile april kwiecień kwietnia kwi nisan апреля апрель апр квітня duben dubna apríla aprilie április huhtikuuta travnja април απριλίου אפריל أبريل",
      "may mai mayo maggio mag maio mei maj maja mayıs мая май травня květen května mája május toukokuuta svibnja мај μαΐου מאי مايو",
      "june jun juni juin junio giugno giu junho czerwiec czerwca cze haziran июня июнь июн червня červen června júna iunie június kesäkuuta lipnja јун ιουνίου יוני يونيو",
      "july jul juli juillet juil julio luglio lug julho lipiec lipca lip temmuz июля июль июл липня červenec července júla iulie július heinäkuuta srpnja јул ιουλίου יולי يوليو",
      "august aug août aout agosto ago augustus sierpień sierpnia sie ağustos августа август авг серпня srpen srpna augusta augusti augusztus elokuuta kolovoza αυγούστου אוגוסט أغسطس",
      "september sep sept septembre septiembre settembre set setembro wrzesień wrzesnia września wrz eylül сентября сентябрь сен вересня září septembra septembrie szeptember syyskuuta rujna септембар σεπτεμβρίου ספטמבר سبتمبر",
      "october oct okt oktober octobre octubre ottobre ott outubro out październik października paź ekim октября октябрь окт жовтня říjen října októbra octombrie október lokakuuta октобар οκτωβρίου אוקטובר أكتوبر",
      "november nov novembre noviembre novembro listopad lis kasım ноября ноябрь ноя листопада listopadu novembra noiembrie marraskuuta studenoga новембар νοεμβρίου נובמבר نوفمبر",
      "december dec dez dezember décembre déc diciembre dic dicembre dezembro grudzień grudnia gru aralık декабря декабрь дек грудня prosinec prosince decembra decembrie joulukuuta prosinca децембар δεκεμβρίου דצמבר ديسمبر desember des",
    ]
    var names: [String: Int] = [:]
    for (i, list) in lists.enumerated() {
      for name in list.split(separator: " ") where names[String(name)] == nil { names[String(name)] = i + 1 }
    }
    return names
  }()
}
