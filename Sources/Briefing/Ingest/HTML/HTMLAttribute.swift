// The attributes that are kept of a page; all others are passed over while the tag is read, however many there are.

/// An attribute's name.
enum HTMLAttributeName: UInt8, CaseIterable {
  case `class`, id, href, src, content, name, property, itemprop, itemtype, itemscope, datetime, type, rel, lang, role, style
  case hidden, ariaHidden, alt, title, charset, httpEquiv, pubdate, dataDate, dataTimestamp, dataAuthor, dataTestid

  private var spelling: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .httpEquiv: "http-equiv"
    case .dataDate: "data-date"
    case .dataTimestamp: "data-timestamp"
    case .dataAuthor: "data-author"
    case .dataTestid: "data-testid"
    default: "\(self)"
    }
  }

  /// The attribute of a name in any case, nil for those that are not kept.
  static func named(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> HTMLAttributeName? {
    guard range.count >= 2, range.count <= 14 else { return nil }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in range {
      let byte = bytes[i]
      hash = (hash ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x100_0000_01b3
    }
    return names[hash]
  }

  private static let names: [UInt64: HTMLAttributeName] = {
    var names: [UInt64: HTMLAttributeName] = [:]
    for name in allCases {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in name.spelling.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      names[hash] = name
    }
    return names
  }()
}

/// An attribute of an element; its value lies in the source, entities undecoded.
struct HTMLAttribute {
  var name: HTMLAttributeName
  var value: Range<Int32>
}
