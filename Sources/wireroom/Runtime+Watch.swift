// The reader notices what another program brings into the archive: an import that follows a folder, a sync from cron.
import Briefing
import Dispatch
import Foundation
import Reader
import Synchronization

/// What the reader knows of its archive's arrivals.
struct ArchiveWatch: Sendable {
  /// The state of the archive that the list shows; nil before the first look.
  var pulse: ArchivePulse?
  /// Imports of this reader's own that run now: what they bring is no news from outside.
  var ownImports = 0
}

extension Runtime {
  /// Asks every second whether another program has brought articles, and posts how many.
  func watchArchive() {
    watching.asyncAfter(deadline: .now() + .milliseconds(1_000)) { [weak self] in
      guard let self else { return }
      look()
      watchArchive()
    }
  }

  private func look() {
    let known = watch.withLock { $0.ownImports == 0 ? $0.pulse : nil }
    guard let known else {
      let isIdle = watch.withLock { $0.ownImports == 0 }
      if isIdle { rebase() }
      return
    }
    guard let now = try? archive.pulse(since: known), now != known else { return }
    let arrived = now.newest > known.newest ? (try? archive.arrivals(after: known.newest)) ?? 0 : 0
    // An import of our own may have begun meanwhile: then this is not the moment.
    let isOurs = watch.withLock { watch in
      guard watch.ownImports == 0, watch.pulse == known else { return true }
      watch.pulse = now
      return false
    }
    if arrived > 0, !isOurs { mailbox.post(.arrived(arrived)) }
  }

  /// Takes the archive as it is now for known.
  private func rebase() {
    let now = try? archive.pulse()
    watch.withLock { $0.pulse = now }
  }

  /// Runs an import of the reader's own: what it brings is not told as news from outside.
  func asOwnImport<Result>(_ body: () throws -> Result) rethrows -> Result {
    watch.withLock { $0.ownImports += 1 }
    defer {
      rebase()
      watch.withLock { $0.ownImports -= 1 }
    }
    return try body()
  }
}
