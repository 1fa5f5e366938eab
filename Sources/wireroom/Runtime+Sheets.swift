// The rows of sheets: what each shows is read from the archive here, off the main thread.
import Briefing
import Foundation
import Reader

extension Runtime {
  /// The rows that a sheet asks for.
  func content(of request: SheetRequest) throws -> SheetContent {
    switch request.source {
    case .party(let sheet): return try content(of: sheet, request)
    case .overview:
      let size = (try? FileManager.default.attributesOfItem(atPath: archive.path)[.size] as? Int).flatMap { $0 } ?? 0
      return .overview(try archive.totals(), path: archive.path, bytes: size, symbols: request.symbols)
    case .feeds:
      return .feeds(
        try archive.subscriptions(), now: Int(Date().timeIntervalSince1970), width: request.width, symbols: request.symbols)
    case .versions(let id):
      return .versions(try archive.versions(of: id), symbols: request.symbols)
    case .source(let id):
      guard let article = try archive.article(id) else { throw StoreError.noSuchArticle(id) }
      return .source(article, id: id, notes: try archive.sourceNotes(of: id), symbols: request.symbols)
    case .histogram(let view): return try content(of: view, request)
    case .date(let key, let scope): return try content(of: key, in: scope, request)
    case .timeline(let scope, let name, let rows): return try timeline(scope, named: name, rows, request)
    case .searches: return .searches(try archive.savedSearches(), symbols: request.symbols)
    case .collection:
      let items = try archive.collected()
      return .collection(items, articles: try citedArticles(items), symbols: request.symbols)
    case .story(let id): return .story(try archive.storyView(ofArticle: id), of: id, symbols: request.symbols)
    case .comparison(let id, let other):
      func read(_ id: Int64) throws -> (row: ArticleRow, article: Article) {
        guard let row = try archive.row(id), let article = try archive.article(id) else { throw StoreError.noSuchArticle(id) }
        return (row, article)
      }
      return .comparison(try read(other), try read(id), symbols: request.symbols)
    case .copies(let ids): return .copies(try archive.textCopies(ids), symbols: request.symbols)
    case .facets(let scope): return .facets(try archive.facets(scope), symbols: request.symbols, width: request.width)
    }
  }
}
