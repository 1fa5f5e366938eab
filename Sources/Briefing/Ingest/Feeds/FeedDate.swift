// The dates of feeds and mails: RFC 822 and ISO 8601 as they are meant in one pass over the bytes, and the many ways in which
// they are got wrong.

enum FeedDate {
  /// The date, nil where it is none. A number that can be read two ways is none.
  static func parse(_ text: String) -> DateStamp? {
    guard !text.isEmpty, text.utf8.count <= 100 else { return nil }
    var text = text
    return text.withUTF8 { iso($0) ?? mail($0) } ?? loose(text)
  }

  /// 2003-12-31T10:14:55.12+01:00 and its shorter forms down to the day.
  private static func iso(_ bytes: UnsafeBufferPointer<UInt8>) -> DateStamp? {
    var reader = Digits(bytes)
    guard let year = reader.number(4, 4), reader.take("-"), let month = reader.number(1, 2), reader.take("-"),
      let day = reader.number(1, 2)
    else { return nil }
    let date = CivilDate(year, month, day)
    guard date.isValid else { return nil }
    if reader.isAtEnd { return DateStamp(date, offset: nil, precision: .day) }
    guard reader.take("T") || reader.take("t") || reader.take(" ") || reader.take("_") else { return nil }
    reader.skipSpace()
    guard let clock = reader.clock() else { return nil }
    reader.skipSpace()
    guard let zone = reader.zone(on: date), reader.isAtEnd else { return nil }
    return DateStamp(date, secondOfDay: clock.second, offset: zone.offset, precision: clock.precision)
  }

  /// Thu, 01 Jan 2004 19:48:21 +0100 (CET), with or without weekday, comma, seconds and zone.
  private static func mail(_ bytes: UnsafeBufferPointer<UInt8>) -> DateStamp? {
    var reader = Digits(bytes)
    reader.skipSpace()
    if let word = reader.word() {
      guard DatePart.isWeekday(word) else { return nil }
      _ = reader.take(".")
      reader.skipSpace()
      _ = reader.take(",")
      reader.skipSpace()
    }
    guard let day = reader.number(1, 2) else { return nil }
    reader.skipJoints()
    guard let word = reader.word(), let month = DatePart.month(word) else { return nil }
    reader.skipJoints()
    let start = reader.position
    guard var year = reader.number(2, 4) else { return nil }
    let digits = reader.position - start
    // RFC 2822, 4.3
    if digits == 2 { year += year < 50 ? 2000 : 1900 } else if digits == 3 { year += 1900 }
    let date = CivilDate(year, month, day)
    guard date.isValid else { return nil }
    reader.skipSpace()
    _ = reader.take(",")
    reader.skipSpace()
    if reader.isAtEnd { return DateStamp(date, offset: nil, precision: .day) }
    guard let clock = reader.clock() else { return nil }
    reader.skipSpace()
    guard let zone = reader.zone(on: date) else { return nil }
    reader.skipSpace()
    reader.skipComment()
    guard reader.isAtEnd else { return nil }
    return DateStamp(date, secondOfDay: clock.second, offset: zone.offset, precision: clock.precision)
  }

  /// The other ways: asctime, compact ISO, other languages, American dates with a clock, seconds since 1970.
  private static func loose(_ text: String) -> DateStamp? {
    let line = plainNumbers(Sanitize.line(text))
    if let stamp = DateStamp(parsing: line) { return stamp }
    if let number = Int(line), line.utf8.count == 10 || line.utf8.count == 13, number > 0 {
      let seconds = line.utf8.count == 13 ? number / 1000 : number
      return DateStamp(
        CivilDate(dayNumber: seconds / 86_400), secondOfDay: seconds % 86_400, offset: 0, precision: .second)
    }
    var mailed = line
    if mailed != text, let stamp = mailed.withUTF8({ iso($0) ?? mail($0) }) { return stamp }
    return translated(line).flatMap { english in
      DateStamp(parsing: english)
        ?? {
          var english = english
          return english.withUTF8 { mail($0) }
        }()
    } ?? asctime(line)
  }

  /// Digits of other scripts as ours, "2023年10月5日 18時04分" as "2023-10-5 18:04", "18.04.11" as "18:04:11".
  private static func plainNumbers(_ line: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\u{660}"..."\u{669}": out.append(Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30)))
      case "\u{6F0}"..."\u{6F9}": out.append(Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30)))
      case "年", "月", "년", "월": out.append("-")
      case "日", "일": out.append(" ")
      case "時", "时", "시": out.append(":")
      case "分", "분", "秒", "초": break
      case " " where out.last == "-" || out.last == ":": break
      default: out.append(scalar)
      }
    }
    var words = String(out).trimmed.split(separator: " ").map(String.init)
    for i in words.indices.dropFirst() where words[i - 1].utf8.count == 4 && words[i - 1].utf8.allSatisfy(isDigit) {
      let parts = words[i].split(separator: ".", omittingEmptySubsequences: false)
      if (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }) {
        words[i] = parts.joined(separator: ":")
      }
    }
    return words.joined(separator: " ")
  }

  /// "Fri Dec  5 10:30:00 EST 2025", "Fri Dec 5 10:30:00 2025".
  private static func asctime(_ line: String) -> DateStamp? {
    var words = line.split(separator: " ").map(String.init)
    guard words.count >= 4, let year = words.last, year.utf8.count == 4, Int(year) != nil else { return nil }
    if DatePart.isWeekday(words[0].uppercased()) { words.removeFirst() }
    guard words.count >= 4, DatePart.month(words[0].uppercased()) != nil, words[2].contains(":") else { return nil }
    let zone = words.dropFirst(3).dropLast().joined(separator: " ")
    var mailed = "\(words[1]) \(words[0]) \(year) \(words[2]) \(zone)".trimmed
    return mailed.withUTF8 { mail($0) }
  }

  /// A date with names of months in other languages, in English; weekdays and small words are left out.
  private static func translated(_ line: String) -> String? {
    var changed = false
    var words: [String] = []
    var given = line.split(whereSeparator: { $0 == " " || $0 == "," })[...]
    // A weekday in whatever language stands before the day's number.
    if given.count > 2, given[0].allSatisfy({ $0.isLetter || $0 == "." }), given[1].first?.isNumber == true {
      given.removeFirst()
      changed = true
    }
    for word in given {
      let plain = word.lowercased().filter { $0.isLetter }
      if let month = months[plain] {
        words.append(month)
        changed = true
      } else if plain.isEmpty || word.first?.isNumber == true
        || word.utf8.count <= 5 && word.utf8.allSatisfy({ $0 < 0x80 })
          && !small.contains(plain)
      {
        words.append(String(word))
      } else {
        changed = true
      }
    }
    return changed && !words.isEmpty ? words.joined(separator: " ") : nil
  }

  private static let small: Set<String> = ["de", "del", "di", "of", "the", "den", "am", "um", "le", "vom", "el", "kl", "uhr"]

  /// Names of months, full and short, as European feeds write them.
  private static let months: [String: String] = {
    let names = [
      "Jan":
        "januar januari janvier janv enero ene gennaio gen janeiro styczeń stycznia leden ledna ocak oca يناير január januára ιαν ιανουαρίου январь января янв січня ianuarie",
      "Feb":
        "februar februari février fevrier févr fev febrero febbraio fevereiro luty lutego únor února şubat şub فبراير február febbr φεβ φεβρουαρίου февраль февраля фев лютого februarie",
      "Mar":
        "märz maerz mrz maart maret مارس mars marzo março marco marzec marca březen března mart március márc μαρ μαρτίου μάρ март марта мар березня martie",
      "Apr":
        "avril avr abril abr aprile kwiecień kwietnia duben dubna nisan nis أبريل ابريل április ápr απρ απριλίου апрель апреля апр квітня aprilie",
      "May": "mai mei mayo maggio mag maio maj maja květen května mayıs مايو május máj μαϊ μαΐου μάι май мая травня",
      "Jun":
        "juni juin junio giugno giu junho czerwiec czerwca červen června haziran haz يونيو június jún ιουν ιουνίου июнь июня июн червня iunie",
      "Jul":
        "juli juillet juil julio luglio lug julho lipiec lipca červenec července temmuz tem يوليو július júl ιουλ ιουλίου июль июля июл липня iulie",
      "Aug":
        "augustus août aout agosto ago sierpień sierpnia srpen srpna ağustos ağu agustus أغسطس اغسطس augusztus αυγ αυγούστου август августа авг серпня",
      "Sep":
        "septembre sept septiembre setiembre settembre set setembro wrzesień września září eylül eyl سبتمبر szeptember szept σεπ σεπτ σεπτεμβρίου сентябрь сентября сен вересня septembrie",
      "Oct":
        "oktober okt octobre octubre ottobre ott outubro out październik października říjen října ekim eki أكتوبر اكتوبر október οκτ οκτωβρίου октябрь октября окт жовтня octombrie",
      "Nov":
        "novembre noviembre novembro listopad listopada kasım kas نوفمبر νοε νοεμ νοεμβρίου ноябрь ноября ноя листопада noiembrie",
      "Dec":
        "dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia prosinec prosince aralık ara desember ديسمبر δεκ δεκεμβρίου декабрь декабря дек грудня decembrie",
    ]
    var months: [String: String] = [:]
    for (english, list) in names {
      for name in list.split(separator: " ") { months[String(name)] = english }
    }
    return months
  }()
}

/// Reads numbers, words and zones out of the bytes of a date.
private struct Digits {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == byte.value else { return false }
    position += 1
    return true
  }

  mutating func skipSpace() {
    while position < bytes.count, isWhite(bytes[position]) { position += 1 }
  }

  mutating func skipJoints() {
    while position < bytes.count, isWhite(bytes[position]) || "-.,/".utf8.contains(bytes[position]) { position += 1 }
  }

  mutating func skipComment() {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "(") else { return }
    while position < bytes.count, bytes[position] != UInt8(ascii: ")") { position += 1 }
    position = min(bytes.count, position + 1)
  }

  mutating func number(_ least: Int, _ most: Int) -> Int? {
    var i = position
    var value = 0
    while i < bytes.count, i - position < most, isDigit(bytes[i]) {
      value = value * 10 + Int(bytes[i] - 0x30)
      i += 1
    }
    guard i - position >= least, i >= bytes.count || !isDigit(bytes[i]) else { return nil }
    position = i
    return value
  }

  /// A word in capitals.
  mutating func word() -> String? {
    var i = position
    while i < bytes.count, isLetter(bytes[i]) { i += 1 }
    guard i > position, i - position <= 12 else { return nil }
    defer { position = i }
    return String(decoding: bytes[position..<i].map { $0 & 0xDF }, as: UTF8.self)
  }

  /// 10:14, 10:14:55.12, 24:00; nil where it is no time of a day.
  mutating func clock() -> (second: Int, precision: DateStamp.Precision)? {
    guard let hour = number(1, 2), take(":"), let minute = number(1, 2) else { return nil }
    var second = 0
    var precision = DateStamp.Precision.minute
    if take(":") {
      guard let given = number(1, 2) else { return nil }
      second = given
      precision = .second
      if take(".") || take(",") {
        guard position < bytes.count, isDigit(bytes[position]) else { return nil }
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
      }
    }
    guard hour < 24 || hour == 24 && minute == 0, minute < 60, second <= 60 else { return nil }
    return (min(hour * 3600 + minute * 60 + min(second, 59), 86_399), precision)
  }

  /// A zone: "Z", "GMT", "EST", "+0100", "+01:00", "GMT+1"; an offset of nil where there is none; nil where it is no zone.
  mutating func zone(on date: CivilDate) -> (offset: Int?, Void)? {
    if isAtEnd || bytes[position] == UInt8(ascii: "(") { return (nil, ()) }
    if isLetter(bytes[position]) {
      guard let name = word() else { return nil }
      guard let minutes = zoneOffsets[name] ?? seasonalOffset(name, on: date) else { return nil }
      if isAtEnd || isWhite(bytes[position]) || bytes[position] == UInt8(ascii: "(") { return (minutes * 60, ()) }
    }
    let isWest: Bool
    if take("+") { isWest = false } else if take("-") { isWest = true } else { return nil }
    let start = position
    guard let value = number(1, 4) else { return nil }
    var minutes = position - start <= 2 ? value * 60 : value / 100 * 60 + value % 100
    if position - start <= 2, take(":") {
      guard let rest = number(2, 2) else { return nil }
      minutes += rest
    }
    guard minutes <= 18 * 60 else { return nil }
    return ((isWest ? -minutes : minutes) * 60, ())
  }

  private func seasonalOffset(_ name: String, on date: CivilDate) -> Int? {
    seasonalZones[name].map { isAmericanSummer(date) ? $0.summer : $0.standard }
  }
}
