// One request and its answer, with libcurl. It follows nothing by itself: redirects are the fetcher's, which looks at each.

import CCurl
import Foundation

/// A single transfer; made, performed once, and read.
final class Transfer {
  /// Why the transfer was ended by us.
  enum Cut: Equatable {
    case headers, wire, body
    case address(NetworkAddress?)
  }

  private let limits: FetchLimits
  /// Whether addresses that are not public may be connected to.
  private let allowsPrivate: Bool
  private(set) var headers: [String: String] = [:]
  private(set) var body: [UInt8] = []
  private(set) var cut: Cut?
  private(set) var status = 0
  /// Where a redirect points, resolved by libcurl against the address asked; not looked at yet.
  private(set) var location: String?
  /// Whether another program was asked to fetch it.
  private(set) var isByProxy = false
  private(set) var code = Int32(CC_OK.rawValue)
  private var headerBytes = 0

  init(limits: FetchLimits, allowsPrivate: Bool) {
    self.limits = limits
    self.allowsPrivate = allowsPrivate
  }

  /// Whether libcurl is there; opened with the first question.
  static let isPossible: Bool =
    cc_load { address, length, context in
      guard let address, let context else { return 0 }
      let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
      return transfer.mayConnect(to: NetworkAddress(sockaddr: address, length: Int(length))) ? 1 : 0
    } == 0

  /// Asks for an address; `milliseconds` are what is left for it. Blocks.
  func perform(
    _ address: FetchAddress, lines: [String], userAgent: String, proxy: String?, milliseconds: Int
  ) {
    isByProxy = proxy != nil
    guard let handle = cc_make() else {
      code = Int32(CC_SEND_ERROR.rawValue)
      return
    }
    defer { cc_free(handle) }
    var list: OpaquePointer?
    for line in lines { list = cc_append(list, line) ?? list }
    defer { cc_free_list(list) }
    set(handle, CC_URL, address.text)
    set(handle, CC_USERAGENT, userAgent)
    // What it can unpack: gzip, deflate, and brotli where it was built with it.
    set(handle, CC_ACCEPT_ENCODING, "")
    // Always set: an empty proxy keeps libcurl from asking the environment by itself.
    set(handle, CC_PROXY, proxy ?? "")
    set(handle, CC_NOPROXY, "")
    let httpAndHTTPS = 1 | 2
    let numbers: [(cc_option, Int)] = [
      (CC_NOSIGNAL, 1), (CC_NOPROGRESS, 0), (CC_FOLLOWLOCATION, 0), (CC_PROTOCOLS, httpAndHTTPS), (CC_HTTP09_ALLOWED, 0),
      (CC_TIMEOUT_MS, max(1, milliseconds)), (CC_CONNECTTIMEOUT_MS, max(1, min(milliseconds, limits.connect))),
    ]
    for (option, value) in numbers { _ = cc_set_number(handle, Int32(option.rawValue), value) }
    _ = cc_set_list(handle, Int32(CC_HTTPHEADER.rawValue), list)
    cc_set_callbacks(
      handle,
      { bytes, size, count, context in
        Transfer.of(context).took(header: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
      },
      { bytes, size, count, context in
        Transfer.of(context).took(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
      },
      { context, _, now, _, _ in Transfer.of(context).goesOn(after: now) ? 0 : 1 }, Unmanaged.passUnretained(self).toOpaque())
    code = cc_perform(handle)
    status = cc_number(handle, Int32(CC_RESPONSE_CODE.rawValue))
    location = cc_text(handle, Int32(CC_REDIRECT_URL.rawValue)).map { String(cString: $0) }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(context!).takeUnretainedValue()
  }

  private func set(_ handle: OpaquePointer, _ option: cc_option, _ text: String) {
    _ = cc_set_text(handle, Int32(option.rawValue), text)
  }

  // MARK: What libcurl tells

  private func mayConnect(to address: NetworkAddress?) -> Bool {
    if allowsPrivate { return true }
    if let address, address.reserved == nil { return true }
    cut = .address(address)
    return false
  }

  private func took(header bytes: UnsafeRawBufferPointer) -> Bool {
    headerBytes += bytes.count
    guard headerBytes <= limits.headers else {
      cut = .headers
      return false
    }
    // A new status line begins a new answer: what came before was "100 Continue" or the proxy's.
    if bytes.starts(with: Array("HTTP/".utf8)) { headers = [:] }
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 {
      let name = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
      headers[name] = value.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return true
  }

  private func took(body bytes: UnsafeRawBufferPointer) -> Bool {
    // What is not packed is counted here to the byte; libcurl tells what came over the wire only now and then.
    let isPacked = headers["content-encoding"] != nil
    let room = (isPacked ? limits.body : min(limits.body, limits.wire)) - body.count
    body.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes.prefix(room)))
    if bytes.count > room { cut = isPacked || limits.body < limits.wire ? .body : .wire }
    return bytes.count <= room
  }

  private func goesOn(after wire: Int64) -> Bool {
    if wire > limits.wire { cut = .wire }
    return wire <= limits.wire
  }
}
