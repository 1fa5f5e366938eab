// What a line is, by its wording, its shape and its place. Each case is a line between two paragraphs of prose.

import Testing

@testable import Briefing

@Suite struct LineTests {
  private let before =
    "The delegations met for a third day in the capital on Thursday, and neither side gave any ground in public at all."
  private let after =
    "Both are expected to return to the table next week, according to officials who were not allowed to speak by name."

  private func kind(_ line: String, before: String? = nil) -> Block.Kind? {
    let text = [before ?? self.before, line, after].joined(separator: "\n")
    let blocks = PlainText.blocks(of: text)
    let start = (before ?? self.before).unicodeScalars.count + 1
    return blocks.first { $0.span.start >= start && $0.span.start < start + line.unicodeScalars.count }?.kind
  }

  @Test(arguments: [
    "PRESIDENT OF TURKEY PLANS TO VISIT RUSSIA FOR TALKS ON GRAIN",
    "SINGER CLEARED TO PLAY AT THE AMAs AFTER LONG LEGAL FIGHT",
    "McCAIN TELLS PROTESTERS THAT HELP IS ON ITS WAY",
    "HOW AN iPHONE CALL SAVED A GOVERNMENT IN ONE NIGHT",
    "WHAT ARE THE VILLAGE POLICE STATIONS OF THE NORTH?",
    "ISRAEL STRIKES GAZA",
    "WHO IS HASSAN NASRALLAH?",
    "PUTIN VISITS CHINA",
    "2 RESIDENTS CHARGED OVER SECRET STATION: 'A SERIOUS MATTER'",
    "'DANCING IN THE DARK' SINGER OPENS UP ABOUT HIS EXILE",
    "'WE WILL NOT LEAVE,' SAYS MAYOR OF BESIEGED CITY",
    "U.S. AND IRAN AGREE TO MEET IN OMAN",
    "TROOPS LEAVE KHERSON, ENDING NINE MONTHS UNDER THE FLAG OF THE U.S.",
    "A LONG AND WINDING HISTORY OF THE BORDER DISPUTE",
    "TURKEY’s PARLIAMENT BACKS SWEDEN’s BID TO JOIN NATO",
    "КИЇВ ОТРИМАВ ПЕРШІ ВИНИЩУВАЧІ F-16 ВІД СОЮЗНИКІВ",
    "WHITE HOUSE: NO PLANS FOR TALKS",
    "LIVE UPDATES: WAR IN SUDAN ENTERS SECOND YEAR",
  ])
  func linkedHeadlines(_ line: String) { #expect(kind(line) == .related) }

  @Test(arguments: [
    "CLICK HERE TO GET THE EXAMPLE NEWS APP",
    "READ MORE ON EXAMPLE BUSINESS BY CLICKING HERE",
    "GET EXAMPLE BUSINESS ON THE GO BY CLICKING HERE",
    "SUBSCRIBE TO OUR DAILY BRIEFING",
    "SIGN UP FOR OUR MORNING NEWSLETTER",
    "DOWNLOAD THE EXAMPLE APP TODAY",
    "GET THE EXAMPLE APP",
    "FOLLOW US ON TELEGRAM",
    "Follow us on Facebook and X.",
    "Continue Reading Below",
    "Click here to sign up for our newsletter.",
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below",
    "Sign up for our newsletter and get the day’s news in your inbox.",
    "Download the Example app to read on.",
  ])
  func promos(_ line: String) { #expect(kind(line) == .promo) }

  @Test(arguments: [
    "NATO",
    "U.N.",
    "THE EU",
    "BACKGROUND",
    "WHAT WE KNOW",
    "WHAT HAPPENS NEXT?",
    "WHY IT MATTERS",
    "THE ROAD TO WAR",
    "Reactions abroad",
    "A history of broken truces",
    "What comes next?",
    "# The long road",
    "1. BACKGROUND",
    "THE NUMBERS:",
  ])
  func headings(_ line: String) { #expect(kind(line) == .heading) }

  @Test(arguments: [
    "“NEVER AGAIN!” THEY SHOUTED",
    "“NO MORE WAR,” THE CROWD CHANTED AS THE COLUMN PASSED",
    "“WE SHALL RETURN TO OUR HOMES”",
    "\"HANDS OFF OUR LAND\"",
    "THEY ARE COMING. HIDE THE CHILDREN.",
    "ENOUGH IS ENOUGH!",
    "DO NOT ENTER THE ZONE.",
    "The U.S. and NATO agreed.",
    "He told users to click here and lost his job over it.",
    "Subscribers to the channel saw it first, and it spread from there.",
    "Download figures show that the app was used by millions.",
    "No group claimed the attack.",
    "“We will go.”",
    "- one soldier dead",
    "• two wounded",
    "بيان رئاسي عن الوضع في البلاد",
    "停战谈判在首都继续进行",
    "الأمم المتحدة تدعو إلى وقف إطلاق النار",
    "UNIT 1 2 3 4 5",
  ])
  func prose(_ line: String) { #expect(kind(line) == .prose) }

  @Test(arguments: [
    "The Associated Press contributed to this report.",
    "Example News’ Jane Doe contributed to this story",
    "Reporting by Jane Doe; Editing by John Roe",
    "(Reporting by Jane Doe in Ankara; Writing by John Roe)",
    "Additional reporting by Jane Doe",
    "© 2023 Example News. All rights reserved.",
    "Copyright 2023 Example News.",
  ])
  func credits(_ line: String) { #expect(kind(line) == .credit) }

  @Test(arguments: [
    "FILE PHOTO: The president speaks in Ankara.",
    "File photo: The president speaks in Ankara",
    "FILE - The president speaks in Ankara on May 5, 2023.",
    "Rescuers search the ruins of a school. (AP Photo/Jane Doe, File)",
    "The palace, left, and the cathedral. (Jane Doe/Pool/AFP via Getty Images)",
    "(Photo by Jane Doe)",
    "A soldier waits at the border. REUTERS/Jane Doe",
    "Image: The harbour at dawn",
    "Photo: Jane Doe / Example",
  ])
  func captions(_ line: String) { #expect(kind(line) == .caption) }

  @Test func linesThatFollowAColonAreQuoted() {
    let line = "NO MORE WAR IN OUR NAME AND ON OUR LAND"
    #expect(kind(line) == .related)
    #expect(kind(line, before: "Above the gate of the old barracks hung a banner that could be read from far away:") == .prose)
  }

  @Test(arguments: [
    ("RELATED: Ministers meet in Cairo over truce", "Ministers meet in Cairo over truce"),
    ("Read more: What the truce means for the region", "What the truce means for the region"),
    ("SEE ALSO: MINISTERS MEET IN CAIRO", "MINISTERS MEET IN CAIRO"),
  ])
  func labelsBelongToNoHeadline(_ line: String, _ headline: String) {
    let blocks = PlainText.blocks(of: [before, line, after].joined(separator: "\n"))
    #expect(blocks.map(\.kind) == [.prose, .related, .prose])
    #expect(blocks[1].span.count == headline.unicodeScalars.count)
    let article = PlainText.article(from: [before, line, after].joined(separator: "\n"))
    #expect(article.text.contains("\n\(headline)\n"))
  }

  @Test func aTextInCapitalsHasNoLinkedHeadlines() {
    let text = "THE MINISTERS MET IN THE CAPITAL ON THURSDAY\nTHEY AGREED TO MEET AGAIN IN A WEEK\nNOBODY SPOKE TO THE PRESS"
    #expect(!PlainText.blocks(of: text).contains { $0.kind == .related })
  }

  @Test func authorsAtTheEndAreCredits() {
    let line = "Jane Doe is a politics reporter for Example News."
    #expect(PlainText.blocks(of: [before, after, line].joined(separator: "\n")).last?.kind == .credit)
  }
}
