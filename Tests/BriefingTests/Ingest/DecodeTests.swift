// Bytes into characters, and which language they are.

import Testing

@testable import Briefing

@Suite struct DecodeTests {
  @Test func unicodeFormsSayWhatTheyAre() {
    let text = "Київ — café"
    let utf16 = Array(text.utf16)
    #expect(Decode.string(Array(text.utf8))?.text == text)
    #expect(Decode.string([0xEF, 0xBB, 0xBF] + Array(text.utf8))?.text == text)
    #expect(Decode.string([0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })?.text == text)
    #expect(Decode.string([0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })?.text == text)
    #expect(Decode.string(Array(text.utf8))?.note == nil)
  }

  @Test func oldNewsroomsWroteWindows1252() {
    let bytes = Array("He called it ".utf8) + [0x93] + Array("unsafe".utf8) + [0x94, 0x20, 0x97] + Array(" caf".utf8) + [0xE9]
    let decoded = Decode.string(bytes)
    #expect(decoded?.text == "He called it “unsafe” — café")
    #expect(decoded?.note != nil)
  }

  @Test func aFewDamagedBytesAreShownAndTold() {
    var bytes = Array("The president’s “plan” — so he said — is Kyiv’s café.".utf8)
    bytes.insert(0xE2, at: 4)
    let decoded = Decode.string(bytes)
    #expect(decoded?.text.contains("\u{FFFD}") == true)
    #expect(decoded?.text.contains("“plan”") == true)
    #expect(
      decoded?.note == "The text is damaged: one place could not be read and are shown as \u{FFFD}."
        || decoded?.note?.contains("one place") == true)
  }

  @Test func binaryIsNoText() {
    #expect(Decode.string([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]) == nil)
    #expect(Decode.string(Array("a\u{0}b".utf8)) == nil)
    #expect(Decode.string((0..<200).map { UInt8($0 % 32) }) == nil)
    var random = SeededRandom(seed: 9)
    for _ in 0..<200 { _ = Decode.string(random.bytes(64)) }
  }

  @Test(arguments: [
    ("The minister said on Monday that the talks with the other side had been useful and would go on for a week.", "en"),
    ("Talks resume", "en"), ("U.S. strikes Syria", "en"),
    ("Der Minister sagte am Montag, dass die Gespräche mit der anderen Seite nützlich waren und eine Woche dauern.", "de"),
    ("Le ministre a déclaré lundi que les discussions avec l’autre partie étaient utiles et dureraient une semaine.", "fr"),
    ("El ministro dijo el lunes que las conversaciones con la otra parte fueron útiles y que durarán una semana más.", "es"),
    ("Міністр сказав у понеділок, що переговори були корисними і триватимуть тиждень.", "uk"),
    ("Министр сказал в понедельник, что переговоры были полезными и продлятся неделю.", "ru"),
    ("قال الوزير يوم الاثنين إن المحادثات كانت مفيدة وستستمر أسبوعا.", "ar"),
    ("وزیر روز دوشنبه گفت که گفتگوها مفید بود و یک هفته ادامه خواهد داشت.", "fa"),
    ("השר אמר ביום שני כי השיחות היו מועילות.", "he"),
    (
      "Bakan pazartesi günü yaptığı açıklamada görüşmelerin yararlı olduğunu ve bir hafta daha süreceğini söyledi ve bu çok iyi dedi.",
      "tr"
    ),
    ("部长星期一说，会谈是有益的，还将持续一周。", "zh"), ("大臣は月曜日に、会談は有益だったと述べた。", "ja"), ("장관은 월요일 회담이 유익했다고 말했다.", "ko"),
    ("Ο υπουργός είπε ότι οι συνομιλίες ήταν χρήσιμες.", "el"), ("12:30 — 5", "und"), ("", "und"),
  ])
  func languages(_ text: String, _ tag: String) { #expect(Language.guess(text) == tag) }

  @Test(
    arguments: [("en-GB", "en"), ("English", "en"), ("UK", "uk"), ("zh_Hans", "zh"), ("Klingonese!", nil), ("", nil)]
      as [(String, String?)])
  func statedLanguages(_ stated: String, _ tag: String?) { #expect(Language.tag(stated) == tag) }
}
