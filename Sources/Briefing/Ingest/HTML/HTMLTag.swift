// The elements of HTML that mean something here, and how each behaves in a tree: what is empty, what breaks a line, what ends
// what. Everything else is `other`: a custom element, or a misspelt one.

/// An element's name.
enum HTMLTag: UInt8, CaseIterable {
  case other, text, root
  case html, head, body, title, meta, link, base, script, style, noscript, template
  case header, footer, nav, aside, main, article, section, div, hgroup, search
  case p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, menu
  case blockquote, pre, figure, figcaption, table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case address, details, summary, dialog, fieldset, legend, form, hr, center
  case a, b, i, em, strong, span, font, u, s, small, big, sub, sup, code, tt, cite, q, abbr, mark, time, ins, del, strike
  case label, button, input, select, option, optgroup, textarea, output, progress, meter, datalist
  case br, wbr, img, picture, source, video, audio, track, iframe, object, embed, param, canvas, svg, math, map, area
  case frameset, frame, noframes, nobr, bdo, bdi, ruby, rt, rp, kbd, samp, dfn

  /// How an element takes part in a page.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// Has no content and no end tag.
    static let void = Traits(rawValue: 1)
    /// Begins a line of its own; ends an open paragraph.
    static let block = Traits(rawValue: 2)
    /// Its content is text up to its end tag.
    static let raw = Traits(rawValue: 4)
    /// An end tag does not reach out of it.
    static let wall = Traits(rawValue: 8)
    /// Never shown as text.
    static let unseen = Traits(rawValue: 16)
    /// Formatting inside a line.
    static let formatting = Traits(rawValue: 32)
  }

  var traits: Traits { HTMLTag.traits[Int(rawValue)] }
  var isBlock: Bool { traits.contains(.block) }
  var isHeading: Bool { rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue }

  private static let traits: [Traits] = {
    var table = [Traits](repeating: [], count: allCases.count)
    func set(_ traits: Traits, _ tags: [HTMLTag]) {
      for tag in tags { table[Int(tag.rawValue)].formUnion(traits) }
    }
    set(.void, [.meta, .link, .base, .hr, .br, .wbr, .img, .input, .col, .source, .track, .embed, .param, .area, .frame])
    set(.raw, [.script, .style, .title, .textarea, .iframe, .noframes])
    set(
      .block,
      [
        .html, .head, .body, .header, .footer, .nav, .aside, .main, .article, .section, .div, .hgroup, .search, .p, .h1, .h2, .h3,
        .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .menu, .blockquote, .pre, .figure, .figcaption, .table, .caption, .thead,
        .tbody, .tfoot, .tr, .td, .th, .address, .details, .summary, .dialog, .fieldset, .legend, .form, .hr, .center, .frameset,
      ])
    set(.wall, [.td, .th, .table, .caption, .object, .template, .svg, .math, .html, .body, .root])
    set(
      .unseen,
      [
        .script, .style, .noscript, .template, .head, .title, .iframe, .object, .svg, .math, .canvas, .video, .audio, .textarea,
        .select, .datalist, .map, .noframes, .input, .progress, .meter, .rt,
      ])
    set(
      .formatting,
      [.a, .b, .i, .em, .strong, .span, .font, .u, .s, .small, .big, .sub, .sup, .code, .tt, .cite, .q, .strike, .nobr, .mark])
    return table
  }()

  /// The element of a name in any case; `other` for names that are none of HTML's.
  static func named(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> HTMLTag {
    guard range.count <= 10 else { return .other }
    return names[key(bytes, range)] ?? .other
  }

  /// The first eight bytes in lower case, and the length: no two names of HTML agree in both.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    for i in range.lowerBound..<min(range.upperBound, range.lowerBound + 8) {
      let byte = bytes[i]
      key = key << 8 | UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return key &* 11 &+ UInt64(range.count)
  }

  private static let names: [UInt64: HTMLTag] = {
    var names: [UInt64: HTMLTag] = [:]
    for tag in allCases where ![.other, .text, .root].contains(tag) {
      let bytes = Array("\(tag)".utf8)
      bytes.withUnsafeBufferPointer { names[key($0, 0..<bytes.count)] = tag }
    }
    return names
  }()
}
