// What the names that a page gives to its elements say: "article-body" holds the story, "newsletter-signup" does not. The words
// of classes, ids and roles are a table; no publisher's name is in it.

/// What the names of an element say of it.
struct ElementWords: Equatable {
  /// Why its text is no part of the article, if its names say so.
  var reason: SourceNotes.Reason?
  /// The names are as common inside articles: believed only of small elements.
  var isWeak = false
  /// The names of an article's body.
  var isContent = false
  /// The names of what stands between a title and its text.
  var isDeck = false

  /// Reads classes, ids, roles and test ids; remembers what it has read, since pages repeat themselves.
  struct Reader {
    private var known: [UInt64: ElementWords] = [:]

    mutating func words(of node: Int, in tree: HTMLTree) -> ElementWords {
      var words = ElementWords()
      for attribute in tree.nodes[node].attributes {
        let found = tree.attributes[Int(attribute)]
        switch found.name {
        case .class, .id, .role, .dataTestid, .ariaHidden, .itemprop, .rel:
          words.add(read(found.value, of: found.name, tree.source))
        default: break
        }
      }
      return words
    }

    private mutating func read(_ range: Range<Int32>, of name: HTMLAttributeName, _ source: [UInt8]) -> ElementWords {
      source.withUnsafeBufferPointer { bytes in
        var key: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(name.rawValue)
        let limit = min(Int(range.upperBound), Int(range.lowerBound) + 400)
        for i in Int(range.lowerBound)..<limit { key = (key ^ UInt64(bytes[i])) &* 0x100_0000_01b3 }
        if let words = known[key] { return words }
        let words = ElementWords(bytes, Int(range.lowerBound)..<limit, name)
        known[key] = words
        return words
      }
    }
  }

  init() {}

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: HTMLAttributeName) {
    if name == .ariaHidden {
      return
    }
    var i = range.lowerBound
    var word = ""
    var previous = ""
    var isNegated = false
    func isBreak(_ byte: UInt8) -> Bool { byte <= 0x20 }
    func end(_ words: inout ElementWords) {
      guard !word.isEmpty else { return }
      if ElementWordTables.negations.contains(word) {
        isNegated = true
      } else if !isNegated {
        words.add(ElementWords(word: word))
      }
      // Of two words together, "tag-list" is a list of tags, where "tag-anything" would be what an article is about.
      if !previous.isEmpty, !isNegated || ElementWordTables.subjects.contains(previous) {
        words.add(ElementWords(word: previous + "-" + word))
      }
      if ElementWordTables.subjects.contains(word) { isNegated = true }
      previous = word
      word = ""
    }
    while i < range.upperBound {
      let byte = bytes[i]
      switch byte {
      case 0x41...0x5A:
        // "articleBody", but not "HTML".
        if i > range.lowerBound, (0x61...0x7A).contains(bytes[i - 1]) { end(&self) }
        word.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      case 0x61...0x7A: word.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        end(&self)
        if isBreak(byte) {
          previous = ""
          isNegated = false
        }
      }
      i += 1
    }
    end(&self)
  }

  private init(word: String) {
    if let found = ElementWordTables.reasons[word] {
      reason = found.reason
      isWeak = found.isWeak
    }
    isContent = ElementWordTables.content.contains(word)
    isDeck = ElementWordTables.deck.contains(word)
  }

  private mutating func add(_ other: ElementWords) {
    if let found = other.reason, reason == nil || isWeak && !other.isWeak {
      reason = found
      isWeak = other.isWeak
    }
    isContent = isContent || other.isContent
    isDeck = isDeck || other.isDeck
  }
}

/// The words, as data: a new habit of pages is a new word here.
enum ElementWordTables {
  /// What follows one of these says what a page has, not what the element is: "has-sidebar", "no-comments".
  static let negations: Set<String> = [
    "has", "with", "without", "no", "not", "show", "hide", "is", "col", "layout", "enable", "enabled", "disable", "after",
    "before",
  ]

  /// What follows one of these says what an article is about or of what form it is: "category-comments", "format-video".
  static let subjects: Set<String> = ["category", "tag", "type", "format", "status", "topic", "section", "term"]

  /// An article's body.
  static let content: Set<String> = [
    "article-body", "article-content", "article-text", "article-main", "articlebody", "articlecontent", "articletext",
    "post-body",
    "post-content", "postcontent", "post-text", "entry-content", "entrycontent", "story-body", "storybody", "story-content",
    "story-text", "news-text", "news-body", "news-content", "newstext", "content-body", "body-content", "body-text", "bodytext",
    "text-body", "article-detail", "rich-text", "richtext", "blog-content", "blog-post", "page-content", "main-content",
    "maincontent",
    "field-body", "article-copy", "body-copy", "artikel-text", "article__body", "detail-text", "single-content", "articletxt",
    "texto-noticia", "nota-cuerpo", "cuerpo", "td-post", "article-paragraphs", "paywall-content", "prose",
  ]

  /// The lines between the title and the text that say in short what follows.
  static let deck: Set<String> = [
    "lead", "lede", "lede-text", "standfirst", "deck", "dek", "subtitle", "sub-title", "subheadline", "subhead", "sub-heading",
    "subheading", "summary",
    "excerpt", "intro", "introduction", "abstract", "chapo", "chapeau", "vorspann", "ingress", "entradilla", "bajada", "sommario",
    "leadin",
    "lead-in", "teaser-text", "teasertext", "article-description", "anons", "spot", "manchet", "lid", "perex",
  ]

  private static let strong: [(SourceNotes.Reason, String)] = [
    (
      .navigation,
      """
      nav navigation navbar menu submenu breadcrumb breadcrumbs topnav subnav navi mainnav pagination pager paginator paging skip-link \
      skip-links sitemap toc-nav site-nav jump-links next-prev prev-next post-navigation hamburger offcanvas
      """
    ), (.header, "site-header page-header masthead topbar top-bar mainheader global-header site-branding logo"),
    (
      .footer,
      "site-footer page-footer footer footnav article-footer-nav colophon copyright legal disclaimer imprint impressum"
    ),
    (
      .sidebar,
      "sidebar side-bar sidebars rightcol rightcolumn right-rail rightrail left-rail rail aside-bar widget-area secondary-content"
    ),
    (
      .related,
      """
      related relatedposts related-posts related-articles related-content recommended recommendation recommendations recirculation \
      recirc more-stories more-news more-from most-read mostread most-popular most-viewed popular trending readmore read-more read-also \
      read-next also-like see-also also-read you-may next-article up-next latest-news latest-posts recent-posts similar \
      other-news teaser teasers outbrain taboola ligatus plista zergnet related-links relatedlinks related-stories top-stories \
      topstories morestories more-articles further-reading further-news also-on siehe-auch mehr-zum leia-mais lire-aussi \
      inline-related onward headlines article-list news-list post-list card-list storylist listing linklist link-list
      """
    ),
    (
      .newsletter,
      "newsletter newsletters newsletter-signup subscribe subscription subscriptions signup sign-up mailchimp mc-embed optin email-signup"
    ),
    (
      .promo,
      """
      promo promos promotion promobox promo-box cta app-promo marketing donation donate donations support-us paywall-barrier \
      piano-offer offer-box house-ad call-to become-member membership-promo regwall subscriber-only
      """
    ),
    (
      .advertisement,
      """
      ad ads advert adverts advertisement advertisements advertising advertorial-box adsense adbox ad-container ad-slot adslot ad-wrapper \
      banner-ad dfp gpt-ad sponsor sponsors sponsored sponsored-content werbung anzeige publicidad pubblicita reklam reklama \
      commercial-unit affiliate-box native-ad
      """
    ),
    (
      .share,
      """
      share shares sharing sharebar share-bar share-buttons sharebuttons sharetools social socials social-share social-media \
      social-links socialmedia addthis addtoany sharedaddy shariff sociable follow-us followus social-bar article-tools \
      articletools toolbar tools-bar jp-relatedposts bookmark print-link printfriendly
      """
    ),
    (
      .comments,
      """
      comment comments commentlist comment-list comments-area comment-form comment-respond comment-section disqus dsq respond \
      replies livefyre fb-comments discussion-thread kommentare kommentar comentarios commentaires reacties user-comments forum-posts \
      trackback trackbacks pingback pingbacks
      """
    ),
    (
      .consent,
      "cookie cookies cookie-banner cookiebar cookie-notice cookieconsent consent gdpr ccpa onetrust privacy-banner cmp cookielaw usercentrics"
    ),
    (
      .form,
      "login log-in signin sign-in search-form searchform searchbox search-box searchbar contact-form poll quiz-form voting"
    ),
    (.tags, "tags taglist tag-list tag-links post-tags entry-tags article-tags tagcloud topics topic-list keywords cat-links"),
    (
      .hidden,
      """
      visually-hidden visuallyhidden sr-only screen-reader screenreader screen-reader-text hidden-print print-only element-invisible \
      assistive-text noscreen d-none skip-to modal popup pop-up lightbox overlay tooltip toast offscreen noprint-hidden dialog
      """
    ),
    (
      .biography,
      "author-bio authorbio about-author author-box authorbox author-info author-card author-profile author-description post-author-box bio-box writer-bio"
    ),
    (.caption, "figcaption wp-caption-text caption-text image-caption img-caption photo-caption media-caption picture-caption"),
    (.media, "video-player audio-player player jwplayer gallery-nav slideshow-nav carousel-controls playlist podcast-player"),
  ]

  private static let weak: [(SourceNotes.Reason, String)] = [
    (
      .byline,
      """
      byline bylines author authors author-name post-meta entry-meta article-meta meta-info postmeta postinfo post-info article-info \
      story-meta article-header-meta authoring contributors dateline-info metadata meta vcard byline-block post-byline autor autoren redaktion
      """
    ),
    (
      .date,
      "date dates published publish-date pub-date post-date entry-date timestamp datetime updated time-stamp article-date posted-on"
    ),
    (.caption, "caption captions credit credits photo-credit image-credit copyright-notice legend"),
    (.links, "links link-box linkbox quicklinks shortcuts external-links related-link"),
    (.tags, "tag categories category topic rubric"),
    (.sidebar, "aside side secondary widget widgets complementary infobox-ad rightbar leftbar sidecol"),
    (.header, "header banner kicker eyebrow overline topline"), (.form, "form search vote rating ratings stars login-box"),
    (.promo, "teaser-box teaserbox offer premium-box upsell notice alert-box message-box box-promo plus-teaser"),
    (.media, "gallery slideshow carousel slider video media-embed embed thumbnails"),
    (.navigation, "toc table-of-contents anchors index-nav tabs"),
    (.biography, "bio about"), (.share, "actions buttons button utility utilities tools icons"),
    (.related, "promoted recent latest more card cards"),
  ]

  static let reasons: [String: (reason: SourceNotes.Reason, isWeak: Bool)] = {
    var reasons: [String: (reason: SourceNotes.Reason, isWeak: Bool)] = [:]
    for (table, isWeak) in [(weak, true), (strong, false)] {
      for (reason, words) in table {
        for word in words.split(separator: " ") { reasons[String(word)] = (reason, isWeak) }
      }
    }
    return reasons
  }()
}
