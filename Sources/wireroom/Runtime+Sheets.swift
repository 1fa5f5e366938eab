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
    case .searches: return .searches(try archive.savedSearches(), symbols: request.symbols)
    case .collection:
      let items = try archive.collected()
      return .collection(items, articles: try citedArticles(items), symbols: request.symbols)
    case .facets(let scope): return .facets(try archive.facets(scope), symbols: request.symbols, width: request.width)
    }
  }
}
