// What `train-names` learns from: the runs of a labelled document with the right label of each token, where the labels follow
// this project's conventions (titles and "the" outside, demonyms MISC).

/// The runs of a labelled document.
package struct NameLesson: Sendable {
  package var runs: [NameRun] = []
  /// The labels of each run's tokens.
  package var labels: [[Int]] = []

  /// Reads the document as the recogniser would, with names at the `gold` spans. A span whose type is nil is no name itself,
  /// though known places inside it are. Runs that no legal labels fit are left out.
  package init(of document: Document, gold: [(span: Span, type: Mention.NameType?)], gazetteer: Gazetteer) {
    let scan = Scan(document, gazetteer: gazetteer)
    let pieces = ruledPieces(scan)
    let (names, unclear) = Self.conventional(gold, pieces, scan)
    for run in NameFeatures(scan: scan, pieces: pieces).runs() {
      if unclear.contains(where: { $0.overlaps(run.tokens) }) { continue }
      var labels = [Int](repeating: 0, count: run.tokens.count)
      let touching = names.filter { $0.tokens.overlaps(run.tokens) }
      guard
        touching.allSatisfy({ run.tokens.lowerBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= run.tokens.upperBound })
      else { continue }
      for name in touching {
        guard let type = NameLabel.types.firstIndex(of: name.type) else { continue }
        for i in name.tokens {
          labels[i - run.tokens.lowerBound] = NameLabel.of(
            type: type, at: i - name.tokens.lowerBound, count: name.tokens.count)
        }
      }
      runs.append(run)
      self.labels.append(labels)
    }
  }

  private typealias Name = (tokens: Range<Int>, type: Mention.NameType)

  /// The gold names as ranges of tokens, in our conventions, in order and without overlap, and the spans that tell no name of
  /// ours: "director of the Refugee Council Enver Solomon".
  private static func conventional(
    _ gold: [(span: Span, type: Mention.NameType?)], _ pieces: [Piece], _ scan: Scan
  ) -> (names: [Name], unclear: [Range<Int>]) {
    var names: [Name] = []
    var unclear: [Range<Int>] = []
    var covered: [Range<Int>] = []
    for (span, type) in gold.sorted(by: { $0.span < $1.span }) {
      guard let type else { continue }
      var first = scan.token(endingAfter: span.start)
      var end = first
      while end < scan.count, scan.document.tokens[end].span.start < span.end { end += 1 }
      while first < end, ["the", "a", "an"].contains(scan.lower(first)) { first += 1 }
      while end > first, scan.isPossessive(end - 1) || scan.fold(end - 1).isEmpty { end -= 1 }
      if type == .person {
        while first < end, let title = scan.title(at: first, limit: end) { first = title.end }
      }
      guard first < end, (first..<end).contains(where: { scan.isCapital($0) || scan.document.tokens[$0].kind == .number }),
        covered.last.map({ $0.upperBound <= first }) ?? true
      else { continue }
      covered.append(first..<end)
      let (parts, isClear) = parts(first..<end, type, scan)
      if !isClear { unclear.append(first..<end) }
      for part in parts { names.append((part, type)) }
    }
    for piece in pieces where piece.basis == .known {
      if let same = names.firstIndex(where: { $0.tokens == piece.tokens }) {
        if piece.type == .other, piece.candidates.contains(where: { $0.role == .adjective || $0.role == .demonym }) {
          names[same].type = .other
        }
        continue
      }
      guard !covered.contains(where: { $0.overlaps(piece.tokens) }) else { continue }
      let isDemonym = piece.candidates.contains { $0.role == .adjective || $0.role == .demonym }
      let span = scan.span(piece.tokens)
      let isInside = gold.contains { $0.type == nil && $0.span.contains(span) }
      if piece.type == .other && isDemonym || isInside { names.append((piece.tokens, piece.type)) }
    }
    return (names, unclear)
  }

  /// "Henry Sweet and Paul Passy" are two, and of "Tanya Chan of the Civic Party" only the person is the name.
  private static func parts(_ tokens: Range<Int>, _ type: Mention.NameType, _ scan: Scan) -> ([Range<Int>], isClear: Bool) {
    func isKnown(_ part: Range<Int>) -> Bool { scan.surface(at: part.lowerBound, limit: part.upperBound)?.tokens == part }
    guard type == .person || type == .place else { return ([tokens], true) }
    if let and = tokens.first(where: { scan.lower($0) == "and" || scan.text($0) == "&" }), and > tokens.lowerBound,
      and + 1 < tokens.upperBound
    {
      let halves = [tokens.lowerBound..<and, (and + 1)..<tokens.upperBound]
      if type == .place { return (halves.allSatisfy(isKnown) && !isKnown(tokens) ? halves : [tokens], true) }
      return (halves, halves.allSatisfy { scan.isCapital($0.lowerBound) && $0.count < 5 })
    }
    guard type == .person, let of = tokens.first(where: { complements.contains(scan.lower($0)) }) else { return ([tokens], true) }
    let head = tokens.lowerBound..<of
    return head.contains(where: scan.isCapital) ? ([head], scan.title(at: of - 1, limit: of) == nil) : ([], false)
  }
}

/// What a complement behind a person's name begins with.
private let complements: Set<String> = ["of", "for", "at", "to", "from", "in"]

extension Gazetteer {
  /// This gazetteer with another model of names.
  package func with(_ model: NameModel?) -> Gazetteer {
    var copy = self
    copy.model = model
    return copy
  }
}
