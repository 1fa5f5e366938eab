// Tells which files under some folders are new or changed. The kernel says it (inotify), so that nothing runs while nothing
// happens; where it cannot (network disks tell nothing of what other machines write), the folders are looked through every second.
import Foundation

/// Watches folders and files for what is written into them.
final class FolderWatch {
  private let paths: [String]
  private let kernel: Int32
  /// The folder of each watch.
  private var folders: [Int32: String] = [:]
  /// What files were like when they were last looked at; only where the kernel does not tell.
  private var seen: [String: Stamp] = [:]
  private let stop: Int32

  /// A change of a file shows in one of these; none of them is ever taken for a date of publication.
  private struct Stamp: Equatable {
    var size: Int
    var changed: Int
    var nanoseconds: Int
    var node: UInt64

    /// Written within the last second: there may be more to come.
    var isFresh: Bool { abs(Date().timeIntervalSince1970 - Double(changed) - Double(nanoseconds) / 1e9) < 1 }
  }

  /// `stop` is a descriptor that can be read once watching is to end.
  init(_ paths: [String], stop: Int32, usesKernel: Bool = true) {
    self.paths = paths
    self.stop = stop
    kernel = usesKernel ? inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) : -1
    if kernel >= 0, paths.allSatisfy(watch) { return }
    for path in files(under: paths) { seen[path] = stamp(path) }
  }

  deinit {
    if kernel >= 0 { close(kernel) }
  }

  /// Whether the kernel tells; if not, folders are looked through.
  var isToldByKernel: Bool { kernel >= 0 && seen.isEmpty && !folders.isEmpty }

  /// Waits for files that are new or changed and returns their paths in the order of names; nil once watching is to end.
  ///
  /// Files that come together are returned together: it waits until nothing has happened for `quiet` milliseconds.
  func next(quiet: Int32 = 150) -> [String]? {
    var found: Set<String> = []
    var waited: Int32 = 0
    while true {
      let timeout: Int32 = isToldByKernel ? (found.isEmpty ? -1 : quiet) : 1_000
      var descriptors = [
        pollfd(fd: stop, events: Int16(POLLIN), revents: 0), pollfd(fd: kernel, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&descriptors, isToldByKernel ? 2 : 1, timeout)
      if descriptors[0].revents != 0 { return nil }
      if isToldByKernel {
        if count > 0 { found.formUnion(events()) }
        waited += found.isEmpty ? 0 : quiet
        // A source that never rests is taken in all the same.
        if !found.isEmpty, count == 0 || waited > 5_000 { return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
      } else {
        let changed = lookThrough()
        if !changed.isEmpty { return changed }
      }
    }
  }

  // MARK: told by the kernel

  /// Watches a folder and all below it (a file by its folder); false where the kernel has no room for it.
  private func watch(_ path: String) -> Bool {
    var info = stat()
    guard stat(path, &info) == 0 else { return true }
    guard info.st_mode & S_IFMT == S_IFDIR else { return true }
    let mask = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_ONLYDIR)
    let number = inotify_add_watch(kernel, path, mask)
    guard number >= 0 else { return false }
    folders[number] = path
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : path + "/" + name
      var below = stat()
      // Links are not followed: they may lead back up.
      if lstat(inner, &below) == 0, below.st_mode & S_IFMT == S_IFDIR, !watch(inner) { return false }
    }
    return true
  }

  /// What the kernel has told since.
  private func events() -> Set<String> {
    var found: Set<String> = []
    let room = 65_536
    let header = MemoryLayout<inotify_event>.size
    while true {
      var got = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: room) { space, filled in
        got = read(kernel, space.baseAddress, room)
        filled = max(0, got)
      }
      guard got > 0 else { return found }
      bytes.withUnsafeBytes { bytes in
        var i = 0
        while i + header <= bytes.count {
          let event = bytes.loadUnaligned(fromByteOffset: i, as: inotify_event.self)
          let name = bytes[(i + header)..<min(bytes.count, i + header + Int(event.len))].prefix { $0 != 0 }
          take(event, String(decoding: name, as: UTF8.self), &found)
          i += header + Int(event.len)
        }
      }
    }
  }

  private func take(_ event: inotify_event, _ name: String, _ found: inout Set<String>) {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      // Events were lost: everything is read again, what is known stays as it is.
      found.formUnion(paths)
      return
    }
    guard let folder = folders[event.wd], !name.isEmpty, !name.hasPrefix(".") else { return }
    let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
    if event.mask & UInt32(IN_ISDIR) != 0 {
      _ = watch(path)
      found.insert(path)
    } else if event.mask & (UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO)) != 0, !folder.hasSuffix("/tmp") {
      found.insert(path)
    }
  }

  // MARK: looked for

  private func lookThrough() -> [String] {
    var changed: [String] = []
    for path in files(under: paths) {
      // A file that is being written is left until it rests.
      if let now = stamp(path), seen[path] != now, !now.isFresh {
        seen[path] = now
        changed.append(path)
      }
    }
    return changed
  }

  private func files(under paths: [String]) -> [String] {
    var found: [String] = []
    for path in paths {
      guard let names = FileManager.default.enumerator(atPath: path) else {
        found.append(path)
        continue
      }
      for case let name as String in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
        let inner = path.hasSuffix("/") ? path + name : path + "/" + name
        var info = stat()
        if stat(inner, &info) == 0, info.st_mode & S_IFMT == S_IFREG { found.append(inner) }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func stamp(_ path: String) -> Stamp? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return Stamp(
      size: Int(info.st_size), changed: Int(info.st_mtim.tv_sec), nanoseconds: Int(info.st_mtim.tv_nsec),
      node: UInt64(info.st_ino))
  }
}
