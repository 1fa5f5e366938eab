// The one place where bytes come in from files and standard input, in plain system calls with a cap on size.

import Foundation

/// An open file, or standard input.
final class ByteSource {
  private let descriptor: Int32
  private let name: String
  private let isOwned: Bool

  /// A source without bytes.
  init() {
    descriptor = -1
    name = ""
    isOwned = false
  }

  init(path: String) throws(IngestError) {
    name = path == "-" ? "standard input" : path
    isOwned = path != "-"
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    guard !path.utf8.contains(0) else { throw .notFound(Sanitize.line(path)) }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ByteSource.failure(path, errno) }
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Appends what there is, up to a megabyte; false at the end.
  func read(into buffer: inout [UInt8]) throws(IngestError) -> Bool {
    guard descriptor >= 0 else { return false }
    let chunk = 1 << 20
    while true {
      var got = 0
      var code: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { space, count in
        got = Foundation.read(descriptor, space.baseAddress, chunk)
        code = errno
        count = max(0, got)
      }
      buffer += part
      if got > 0 { return true }
      if got == 0 { return false }
      if code != EINTR { throw ByteSource.failure(name, code) }
    }
  }

  /// All bytes of a file, or of standard input for "-".
  static func bytes(of path: String, limit: Int) throws(IngestError) -> [UInt8] {
    var status = stat()
    if path != "-", stat(path, &status) == 0 {
      // Looked at before it is opened: a named pipe would hold the program until somebody writes to it.
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR { throw .unreadable(Sanitize.line(path), why: "it is a folder") }
      guard kind == S_IFREG else { throw .unreadable(Sanitize.line(path), why: "it is no ordinary file") }
      if Int(status.st_size) > limit { throw .tooLarge(Sanitize.line(path), bytes: Int(status.st_size), limit: limit) }
    }
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while try source.read(into: &bytes) {
      if bytes.count > limit { throw .tooLarge(Sanitize.line(source.name), bytes: bytes.count, limit: limit) }
    }
    return bytes
  }

  /// The first bytes of an ordinary file.
  static func head(of path: String, count: Int) throws(IngestError) -> [UInt8] {
    let source = try ByteSource(path: path)
    var got = 0
    var code: Int32 = 0
    let head = [UInt8](unsafeUninitializedCapacity: count) { space, filled in
      got = Foundation.read(source.descriptor, space.baseAddress, count)
      code = errno
      filled = max(0, got)
    }
    if got < 0 { throw failure(path, code) }
    return head
  }

  static func failure(_ name: String, _ code: Int32) -> IngestError {
    let shown = Sanitize.line(name)
    if code == ENOENT || code == ENOTDIR { return .notFound(shown) }
    let why = String(cString: strerror(code))
    return .unreadable(shown, why: why.prefix(1).lowercased() + why.dropFirst())
  }
}
