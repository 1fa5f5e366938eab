// A page as a tree in document order: the nodes below node i are i + 1 ..< end(i). Nothing walks it by recursion, so no page can
// be too deep, and a subtree is skipped by one assignment.

/// The tree of a page. Texts and attribute values are ranges of `source`, decoded only when they are asked for.
struct HTMLTree {
  struct Node {
    var tag: HTMLTag
    /// -1 for the root.
    var parent: Int32
    /// The first node that does not lie below this one.
    var end: Int32
    /// A text's bytes in the source, an element's start tag.
    var source: Range<Int32>
    /// Of an element, in `attributes`.
    var attributes: Range<Int32>
  }

  /// The page in UTF-8.
  let source: [UInt8]
  var nodes: [Node] = []
  var attributes: [HTMLAttribute] = []
  /// What was cut or passed over, in words.
  var issues: [String] = []

  init(source: [UInt8]) { self.source = source }

  /// The nodes below a node, all generations.
  func below(_ node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }

  func tag(_ node: Int) -> HTMLTag { nodes[node].tag }

  func parent(_ node: Int) -> Int { Int(nodes[node].parent) }

  func end(_ node: Int) -> Int { Int(nodes[node].end) }

  /// The bytes of an attribute's value as they stand in the source; nil where the element has none of that name.
  func raw(_ name: HTMLAttributeName, of node: Int) -> Range<Int>? {
    for i in nodes[node].attributes where attributes[Int(i)].name == name {
      let value = attributes[Int(i)].value
      return Int(value.lowerBound)..<Int(value.upperBound)
    }
    return nil
  }

  /// The most bytes of an attribute that is read: a longer one names nothing and leads nowhere.
  static let valueLimit = 8_192

  /// An attribute's value, decoded, on one line; nil where the element has none of that name, or one beyond `valueLimit`.
  func value(_ name: HTMLAttributeName, of node: Int) -> String? {
    raw(name, of: node).flatMap { range in
      guard range.count <= HTMLTree.valueLimit else { return nil }
      var out: [UInt8] = []
      source.withUnsafeBufferPointer { HTMLText.append($0, range, to: &out, collapsing: true) }
      return Sanitize.line(String(decoding: out, as: UTF8.self))
    }
  }

  func has(_ name: HTMLAttributeName, _ node: Int) -> Bool { raw(name, of: node) != nil }

  /// The nearest element above that `matches`, within `limit` generations.
  func ancestor(of node: Int, limit: Int = HTMLTreeBuilder.depthLimit, where matches: (Int) -> Bool) -> Int? {
    var at = parent(node)
    var left = limit
    while at >= 0, left > 0 {
      if matches(at) { return at }
      at = parent(at)
      left -= 1
    }
    return nil
  }

  /// All text below a node on one line, without what is never shown; at most `limit` bytes of it.
  func text(_ node: Int, limit: Int = .max) -> String {
    var out: [UInt8] = []
    append(node..<end(node), to: &out, limit: limit)
    return Sanitize.line(String(decoding: out, as: UTF8.self))
  }

  /// Appends the text of a run of nodes, white space runs as one space, a space where a block or a line begins.
  func append(_ range: Range<Int>, to out: inout [UInt8], limit: Int = .max, skipping: (Int) -> Bool = { _ in false }) {
    let limit = limit == .max ? .max : out.count + limit
    source.withUnsafeBufferPointer { bytes in
      var i = range.lowerBound
      while i < range.upperBound, out.count < limit {
        let node = nodes[i]
        if node.tag == .text {
          let text = Int(node.source.lowerBound)..<Int(node.source.upperBound)
          HTMLText.append(bytes, text, to: &out, collapsing: true, limit: limit)
        } else if i > range.lowerBound, node.tag.traits.contains(.unseen) || skipping(i) {
          i = max(i + 1, Int(node.end))
          continue
        } else if node.tag.isBlock || node.tag == .br {
          if let last = out.last, last != 0x20 { out.append(0x20) }
        }
        i += 1
      }
    }
  }
}
