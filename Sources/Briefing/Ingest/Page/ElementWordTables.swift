// The words of classes, ids and roles by which pages say what an element is. No publisher's name is among them.

/// The words, as data: a new habit of pages is a new word here.
enum ElementWordTables {
  /// What follows one of these says what a page has, not what the element is: "has-sidebar", "no-comments".
  static let negations: Set<String> = [
    "has", "with", "without", "no", "not", "show", "hide", "is", "col", "layout", "enable", "enabled", "disable", "after",
    "before",
  ]

  /// What follows one of these says what an article is about or of what form it is: "category-comments", "format-video".
  static let subjects: Set<String> = ["category", "tag", "type", "format", "status", "topic", "section", "term"]

  /// An article's body, and nothing else.
  static let body = words(
    """
    article-body article-content article-text articlebody articlecontent articletext post-body post-content postcontent
    post-text postentry post-entry entry-content entrycontent entry-body entry-text entrytext story-body storybody
    story-content story-text storytext news-text news-body news-content newstext field-body article-copy article__body
    artikel-text artikeltext artikel-body texto-noticia nota-cuerpo article-paragraphs blog-content itemfulltext ce-bodytext
    news-detail newsdetail body__content articletxt td-post message-body
    """)

  /// An article's body, or a little more than that.
  static let content = words(
    """
    article-main content-body body-content body-text bodytext text-body article-detail rich-text richtext blog-post
    page-content main-content maincontent body-copy detail-text single-content cuerpo paywall-content prose node-content
    item-page the-content
    """)

  /// The lines between the title and the text that say in short what follows.
  static let deck = words(
    """
    lead lede lede-text standfirst deck dek subtitle sub-title subheadline subhead sub-heading subheading subline summary
    excerpt intro introduction abstract chapo chapeau vorspann ingress entradilla bajada sommario leadin lead-in teaser-text
    teasertext teaser-intro article-description anons spot manchet lid perex strapline blurb sous-titre occhiello copete
    volanta
    """)

  private static func words(_ text: String) -> Set<String> { Set(text.split { $0 == " " || $0 == "\n" }.map(String.init)) }

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
      inline-related onward stream-content applet-stream article-related weitere-artikel keep-reading read-on might-like \
      may-like cross-links interlink recommends zum-thema most-commented recommended-reading headlines article-list news-list post-list card-list storylist listing linklist link-list
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
      assistive-text noscreen editsection mw-editsection edit-link d-none skip-to modal popup pop-up lightbox overlay tooltip toast offscreen noprint-hidden dialog
      """
    ),
    (
      .biography,
      "author-bio authorbio about-author author-box authorbox author-info author-card author-profile author-description post-author-box bio-box writer-bio"
    ),
    (.caption, "figcaption wp-caption-text caption-text image-caption img-caption photo-caption media-caption picture-caption"),
    (.repeated, "pullquote pull-quote pullout pull-out"),
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
    (
      .caption,
      """
      caption captions credit credits photo-credit image-credit copyright-notice legend media-info mediainfo bildunterschrift bildtext \
      legende img-text image-text photo-text didascalia foto-text
      """
    ),
    (.links, "links link-box linkbox quicklinks shortcuts external-links related-link"),
    (.tags, "tag categories category topic rubric"),
    (.sidebar, "aside side secondary widget widgets complementary infobox-ad rightbar leftbar sidecol"),
    (.header, "header banner kicker eyebrow overline topline"), (.form, "form search vote rating ratings stars login-box"),
    (.promo, "teaser-box teaserbox offer premium-box upsell paywall app-hint notice alert-box message-box box-promo plus-teaser"),
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
