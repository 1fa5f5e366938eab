// Whole articles as trees: what each line is, where it lies, and what is known of the article. A tree that is not there yet is
// written, and its test fails that once, so that somebody reads it.

import Foundation
import Testing

@testable import Briefing

@Suite struct ArticleTreeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func check(_ name: String, _ path: String) throws {
    let article = try PlainText.parse(SourceWalk.bytes(of: path), name: name)
    let tree = tree(article)
    let file = ArticleTreeTests.root.appendingPathComponent("Tests/BriefingTests/Snapshots/\(name).tree")
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
      try tree.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).tree: read it and run again")
      return
    }
    #expect(tree == recorded)
  }

  @Test(arguments: [
    "001-ankara-bombing", "004-us-downs-turkish-drone", "005-turkey-coup-attempt", "010-sweden-joins-nato", "016-mccain-kyiv",
    "024-gaddafi-killed",
  ])
  func samples(_ name: String) throws {
    try check(name, ArticleTreeTests.root.appendingPathComponent("data/samples/\(name).txt").path)
  }

  @Test func foundingExample() throws {
    let path = ArticleTreeTests.root.deletingLastPathComponent().appendingPathComponent("shared/seeds/000_a22d6f9b9dfd110d.txt")
      .path
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: \(path) is not here")
      return
    }
    let article = try PlainText.parse(SourceWalk.bytes(of: path), name: "founding example")
    #expect(article.blocks.compactMap(\.paragraph) == Array(1...15))
    let related = article.blocks.indices.filter { article.blocks[$0].kind == .related }
    #expect(related.map { article.blocks[..<$0].compactMap(\.paragraph).last } == [3, 10])
    #expect(article.blocks.last?.kind == .credit)
    #expect(article.title == nil && article.published == nil && article.source == nil && article.issues.isEmpty)
    #expect(article.headline.text == "A Turkish drone that came too close to U.S. troops in Hasakah, Syria")
  }

  private func tree(_ article: Article) -> String {
    let scalars = Array(article.text.unicodeScalars)
    func words(_ span: Span, _ most: Int = 60) -> String {
      string(scalars[span.start..<min(span.end, span.start + most)]) + (span.count > most ? "…" : "")
    }
    var lines = ["title     \(article.title.map { "\($0.text) (\($0.origin))" } ?? "none, shown as “\(article.headline.text)”")"]
    lines.append("published \(article.published.map { "\($0.stamp.iso) (\($0.origin))" } ?? "unknown")")
    if let other = article.otherDate { lines.append("or        \(other.stamp.iso) (\(other.origin))") }
    lines.append("source    \(article.source ?? "unknown")")
    if !article.authors.isEmpty { lines.append("authors   \(article.authors.joined(separator: "; "))") }
    if let url = article.url { lines.append("url       \(url)") }
    lines.append("language  \(article.language)")
    if let dateline = article.dateline {
      lines.append("dateline  \(words(dateline.place)) / \(dateline.agency.map { words($0) } ?? "no agency")")
    }
    for issue in article.issues { lines.append("issue     \(issue)") }
    let document = Document(article)
    for (index, block) in article.blocks.enumerated() {
      let number = block.paragraph.map { "¶\($0)" } ?? "-"
      lines.append("\(number) \(block.kind) \(block.span.start)..<\(block.span.end)")
      for sentence in document.sentences where sentence.block == index {
        lines.append("    \(sentence.span.start)..<\(sentence.span.end) \(words(sentence.span))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
