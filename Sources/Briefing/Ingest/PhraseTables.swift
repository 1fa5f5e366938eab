// The wordings by which promos, credits, captions, headings and linked headlines are known. Data: a new publisher's habit is
// a new line here. Words are in upper case; a phrase is matched word by word.

enum Phrases {
  private static func table(_ lines: String) -> [[String]] {
    lines.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  /// Begin a promo, in any case.
  static let promoOpenings = table(
    """
    CLICK HERE
    TAP HERE
    CONTINUE READING
    STORY CONTINUES
    ARTICLE CONTINUES
    SCROLL DOWN TO
    SCROLL TO CONTINUE
    READ THE FULL STORY
    READ THE FULL ARTICLE
    SUBSCRIBE TO
    SUBSCRIBE NOW
    SUBSCRIBE TODAY
    SIGN UP FOR OUR
    SIGN UP FOR THE
    SIGN UP TO OUR
    SIGN UP TO THE
    SIGN UP HERE
    SIGN UP NOW
    SIGN UP TODAY
    SIGN UP FOR FREE
    DOWNLOAD THE APP
    DOWNLOAD OUR
    GET THE APP
    GET OUR APP
    FOLLOW US ON
    FOLLOW US
    LIKE US ON
    FIND US ON
    JOIN US ON
    JOIN OUR TELEGRAM
    JOIN OUR WHATSAPP
    JOIN OUR CHANNEL
    SHARE THIS
    SUPPORT OUR JOURNALISM
    SUPPORT INDEPENDENT JOURNALISM
    ALREADY A SUBSCRIBER
    GET UNLIMITED ACCESS
    LISTEN TO OUR PODCAST
    LISTEN TO THE PODCAST
    """)

  /// Begin a promo where the line is in capitals.
  static let shoutedPromoOpenings = table(
    """
    SUBSCRIBE
    SIGN UP FOR
    SIGN UP TO
    DOWNLOAD
    FOLLOW OUR
    LIKE US
    JOIN US
    JOIN OUR
    GET ALL THE LATEST
    GET THE LATEST
    GET BREAKING NEWS
    GET MORE UPDATES
    READ MORE ON
    READ MORE FROM
    READ MORE AT
    READ MORE OF
    READ MORE HERE
    SEE MORE ON
    MORE FROM
    WATCH LIVE ON
    STREAM ON
    STREAM LIVE
    TUNE IN
    DONATE
    SHOP
    """)

  /// A whole promo line.
  static let promoLines = Set(
    table(
      """
      ADVERTISEMENT
      ADVERTISEMENTS
      ADVERTISING
      SPONSORED
      SPONSORED CONTENT
      PAID CONTENT
      AD
      READ MORE
      LOAD MORE
      SHOW MORE
      LEARN MORE
      SHARE
      COMMENTS
      """))

  /// Stand anywhere in a promo in capitals.
  static let promoInside = table(
    """
    CLICK HERE
    CLICKING HERE
    TAP HERE
    BY CLICKING
    CLICK THE LINK
    CLICK TO READ
    CLICK FOR MORE
    ON THE GO
    """)

  /// What a line asks to be got, where it begins with GET or DOWNLOAD: "GET THE ... APP".
  static let promoGoods: Set<String> = ["APP", "APPS", "NEWSLETTER", "NEWSLETTERS", "INBOX", "ALERTS"]

  /// Open a line that is no prose of the story: a moving-picture teaser must not become the headline.
  static let teaserPhrases = table(
    """
    CHECK OUT WHAT'S CLICKING
    TOP HEADLINES ARE HERE
    HEADLINES FOR TODAY
    """)

  static let creditOpenings = table(
    """
    REPORTING BY
    ADDITIONAL REPORTING
    WRITING BY
    EDITING BY
    EDITED BY
    COMPILED BY
    TRANSLATED BY
    WITH REPORTING BY
    WITH REPORTING FROM
    WITH FILES FROM
    WITH INFORMATION FROM
    WITH INPUT FROM
    WITH INPUTS FROM
    COPYRIGHT
    """)

  static let creditInside = table(
    """
    CONTRIBUTED TO THIS REPORT
    CONTRIBUTED TO THIS STORY
    CONTRIBUTED TO THIS ARTICLE
    CONTRIBUTED TO THIS PIECE
    CONTRIBUTED TO THE REPORT
    CONTRIBUTED TO THE STORY
    CONTRIBUTED REPORTING
    CONTRIBUTED FROM
    """)

  static let captionOpenings = table(
    """
    FILE PHOTO
    FILE IMAGE
    FILE PICTURE
    PHOTO BY
    PHOTOS BY
    PHOTO CREDIT
    IMAGE CREDIT
    PICTURE CREDIT
    PHOTOGRAPH BY
    PHOTO COURTESY
    IMAGE COURTESY
    """)

  /// Begin a caption where a colon follows.
  static let captionLabels: Set<String> = [
    "PHOTO", "PHOTOS", "IMAGE", "IMAGES", "CAPTION", "CREDIT", "PICTURE", "PICTURED", "ILLUSTRATION", "GRAPHIC", "MAP",
  ]

  /// Stand in the brackets that end a caption.
  static let captionAgencies: Set<String> = [
    "PHOTO", "PHOTOS", "GETTY", "IMAGES", "HANDOUT", "POOL", "COURTESY", "SHUTTERSTOCK", "FILE", "SCREENSHOT", "SATELLITE",
  ]

  /// Before a colon, they announce the headline of another article, in any case.
  static let relatedLabels = Set(
    table(
      """
      RELATED
      RELATED STORY
      RELATED ARTICLE
      RELATED COVERAGE
      RELATED NEWS
      READ MORE
      READ ALSO
      ALSO READ
      READ NEXT
      READ
      SEE ALSO
      SEE MORE
      MORE
      MORE ON THIS
      MORE ON THIS STORY
      MORE HEADLINES
      RECOMMENDED
      WATCH
      LES OGSÅ
      LÆS OGSÅ
      LÄS OCKSÅ
      LÄS MER
      LEES OOK
      LIRE AUSSI
      À LIRE AUSSI
      LEIA TAMBÉM
      LEIA MAIS
      LEA TAMBIÉN
      LEA MÁS
      LEA
      LEE TAMBIÉN
      VER TAMBIÉN
      PUEDES VER
      TE PUEDE INTERESAR
      AUCH INTERESSANT
      AUCH LESEN
      MEHR ZUM THEMA
      LESEN SIE AUCH
      LESEN SIE MEHR
      CZYTAJ WIĘCEJ
      CZYTAJ TAKŻE
      CZYTAJ TEŻ
      ZOBACZ TAKŻE
      LEGGI ANCHE
      CITEȘTE ȘI
      ČTĚTE TAKÉ
      ЧИТАЙТЕ ТАКЖЕ
      ЧИТАЙТЕ ТАКОЖ
      BACA JUGA
      """))

  /// Words of section headings: a short line in capitals that holds one is no headline.
  static let headingWords: Set<String> = [
    "BACKGROUND", "CONTEXT", "CONCLUSION", "CONCLUSIONS", "SUMMARY", "ANALYSIS", "OVERVIEW", "INTRODUCTION", "TIMELINE",
    "TAKEAWAYS", "OUTLOOK", "SOURCES", "NOTES", "REACTION", "REACTIONS", "NEXT", "MATTERS", "KNOW", "HAPPENED", "STAKE",
    "HISTORY", "CHRONOLOGY", "METHODOLOGY", "RECOMMENDATIONS", "FINDINGS", "IMPLICATIONS", "CHAPTER", "PART", "SECTION",
    "AFTERMATH", "PROFILE", "FACTS", "FIGURES", "APPENDIX", "COMMENT", "OPINION", "KEY",
  ]

  /// Speech in the past tense: a quotation in capitals with one of these is told, not headlined.
  static let toldSpeech: Set<String> = [
    "SHOUTED", "SAID", "CRIED", "YELLED", "SCREAMED", "CHANTED", "WROTE", "READ", "REPLIED", "ASKED", "ANSWERED", "CALLED",
    "SANG", "TWEETED", "POSTED", "ADDED", "ROARED",
  ]

  /// Verbs of headlines, bare; -S, -ES, -ED, -IES and -IED are looked up through them.
  static let headlineVerbs: Set<String> = Set(
    """
    ACCUSE ADMIT AGREE AIM ANNOUNCE APOLOGIZE APPROVE ARREST ARRIVE ASK ATTACK BACK BAN BATTLE BEAT BEGIN BLAME BLAST BLOCK \
    BOMB BOOST BRACE CALL CANCEL CAPTURE CHALLENGE CHARGE CLAIM CLASH CLEAR CLOSE COLLAPSE CONDEMN CONFIRM CONSIDER CRITICIZE \
    CROSS CUT DECLARE DEFEND DEFY DELAY DEMAND DENY DEPLOY DETAIN DIE DISCUSS DISMISS DOWN DRAW DROP ELECT END ENTER EVACUATE \
    EXPAND EXPEL EXTEND EYE FACE FALL FEAR FIGHT FIRE FLEE FOIL FORCE FREE GAIN GET GIVE GO GRANT HAIL HALT HEAD HIT HOLD HOST \
    IMPOSE INVADE INVESTIGATE JAIL JOIN KEEP KILL LAUNCH LEAD LEAVE LIFT LOOM LOSE MAKE MARCH MARK MEET MOVE MULL NAME NEAR \
    OFFER OPEN ORDER OUST OVERSEE PASS PAUSE PLAN PLEDGE POUND PRAISE PRESS PROBE PROTEST PULL PUSH QUIT RAID RAISE REACH \
    RECALL REJECT RELEASE REPORT RESCUE RESIGN RESPOND RESTART RESUME RETAKE RETURN REVEAL RISE RULE RUN SANCTION SAY SEE \
    SEEK SEIZE SELL SEND SENTENCE SET SHAKE SHELL SHOOT SHOW SIGN SLAM SPARK STAND START STEP STOP STRIKE SUE SURGE SURRENDER \
    SUSPEND SWEAR TAKE TALK TARGET TEST THREATEN TRY TURN UNVEIL URGE VETO VISIT VOTE VOW WAIT WANT WARN WEIGH WIN WITHDRAW \
    WORK
    """.split(separator: " ").map(String.init))

  /// Verbs and small words that only a headline's sentence has.
  static let headlineWords: Set<String> = [
    "IS", "ARE", "WAS", "WERE", "HAS", "HAVE", "WILL", "WON'T", "CAN", "CAN'T", "COULD", "MAY", "MUST", "SHOULD", "AMID",
    "DEAD", "SHOT", "HELD", "SLAIN", "WON", "LOST", "MET", "FELL", "DOES", "DID", "FLED", "SAID", "LEFT", "QUIT",
  ]

  static let agencies: Set<String> = [
    "AP", "AFP", "REUTERS", "UPI", "CNN", "XINHUA", "TASS", "DPA", "ANSA", "EFE", "KYODO", "BBC", "IANS", "PTI", "ANI", "ANADOLU",
    "AA", "INTERFAX", "BLOOMBERG", "YONHAP", "RFE/RL", "RFE", "VOA", "IPS", "KUNA", "WAM", "SANA", "IRNA", "MENA", "NYT",
  ]
}
