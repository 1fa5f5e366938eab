// Fetches over http and https, with every hop of a redirect looked at anew: its scheme, and the address that is connected to.

import CCurl
import Foundation

/// Fetches documents. Calls block, and may come from any thread.
public struct Fetcher: Sendable {
  public var settings: FetchSettings
  private let environment: [String: String]

  /// `environment` is asked for proxies alone.
  public init(settings: FetchSettings = FetchSettings(), environment: [String: String] = [:]) {
    self.settings = settings
    self.environment = environment
  }

  /// Fetches one document. What came before a cut, a timeout or a broken connection is kept, and the answer says so.
  public func fetch(_ request: FetchRequest) throws(FetchFailure) -> Fetched {
    if settings.isOffline { throw FetchFailure(.offline(request.url)) }
    var address = try hop(request.url)
    guard Transfer.isPossible else { throw FetchFailure(.noLibrary) }
    let end = ContinuousClock.now + .milliseconds(settings.limits.total)
    var movedTo: String?
    var isPermanent = true
    for _ in 0...settings.limits.redirects {
      let transfer = try perform(request, address, until: end)
      guard [301, 302, 303, 307, 308].contains(transfer.status), transfer.headers["location"] != nil else {
        return try answer(request, address, transfer, movedTo: movedTo)
      }
      isPermanent = isPermanent && [301, 308].contains(transfer.status)
      let from = address
      address = try next(from, transfer)
      if isPermanent { movedTo = address.text }
    }
    throw FetchFailure(.tooManyRedirects(request.url, limit: settings.limits.redirects))
  }

  private func hop(_ url: String) throws(FetchFailure) -> FetchAddress {
    do {
      return try FetchAddress(url)
    } catch {
      throw FetchFailure(error)
    }
  }

  private func next(_ from: FetchAddress, _ transfer: Transfer) throws(FetchFailure) -> FetchAddress {
    // libcurl resolves a relative address, and gives none where it would not follow it.
    let target = transfer.location ?? transfer.headers["location"] ?? ""
    do {
      return try FetchAddress(target)
    } catch {
      throw FetchFailure(.redirectRefused(to: target, why: error.words))
    }
  }

  private func perform(
    _ request: FetchRequest, _ address: FetchAddress, until end: ContinuousClock.Instant
  ) throws(FetchFailure) -> Transfer {
    let allowsPrivate = request.allowedOrigin == address.origin
    let proxy = settings.proxy(for: address, environment: environment)
    // A proxy resolves names itself: what can be told of the target is told by its name.
    if !allowsPrivate {
      if let literal = NetworkAddress(host: address.host), let kind = literal.reserved {
        throw FetchFailure(.privateAddress(host: address.host, address: literal.text, kind: kind))
      }
      if address.host == "localhost" || address.host.hasSuffix(".localhost") {
        throw FetchFailure(.privateAddress(host: address.host, address: nil, kind: "this machine"))
      }
    }
    var lines = ["Accept: \(request.accept)"]
    // Only the document that was asked for has these versions.
    if address.text == (try? FetchAddress(request.url))?.text {
      if let etag = request.etag.flatMap(headerValue) { lines.append("If-None-Match: \(etag)") }
      if let date = request.lastModified.flatMap(headerValue) { lines.append("If-Modified-Since: \(date)") }
    }
    let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
    guard left >= 1 else { throw FetchFailure(.tooSlow(address.host, seconds: seconds)) }
    let transfer = Transfer(limits: settings.limits, allowsPrivate: allowsPrivate || proxy != nil)
    transfer.perform(address, lines: lines, userAgent: settings.userAgent, proxy: proxy, milliseconds: Int(left))
    return transfer
  }

  private var seconds: Int { max(1, (settings.limits.total + 500) / 1000) }

  /// A value that is sent back as it came, unless it could be more than a value.
  private func headerValue(_ text: String) -> String? {
    let isPlain = text.utf8.count <= 1000 && text.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }
    return isPlain && !text.isEmpty ? text : nil
  }

  // MARK: The answer

  private func answer(
    _ request: FetchRequest, _ address: FetchAddress, _ transfer: Transfer, movedTo: String?
  ) throws(FetchFailure) -> Fetched {
    let host = address.host
    let asked = request.etag != nil || request.lastModified != nil
    let retryAfter = transfer.headers["retry-after"].flatMap { Fetcher.retryAfter($0, now: Date()) }
    if transfer.status == 304, asked, transfer.code == CC_OK.rawValue {
      return Fetched(url: address.text, movedTo: movedTo, status: 304, headers: transfer.headers, body: [], incomplete: nil)
    }
    // Where a status came, it says more than how the transfer ended.
    if transfer.status != 0, !(200...299).contains(transfer.status) {
      throw FetchFailure(.status(address.text, transfer.status), retryAfter: retryAfter)
    }
    var incomplete: String?
    if let problem = problem(of: transfer, host) {
      // Half a document is better than none.
      guard !transfer.body.isEmpty, (200...299).contains(transfer.status), let cut = problem.cut else {
        throw FetchFailure(problem.error, retryAfter: retryAfter)
      }
      incomplete = cut
    }
    return Fetched(
      url: address.text, movedTo: movedTo, status: transfer.status, headers: transfer.headers, body: transfer.body,
      incomplete: incomplete)
  }

  /// What went wrong, and how to say it of what came before; nil where nothing did.
  private func problem(of transfer: Transfer, _ host: String) -> (error: FetchError, cut: String?)? {
    func megabytes(_ bytes: Int) -> String { bytes < 1_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB" }
    let limits = settings.limits
    switch transfer.cut {
    case .headers: return (.tooLarge(host, what: "more than \(megabytes(limits.headers)) of header lines"), nil)
    case .wire:
      let words = "more than \(megabytes(limits.wire))"
      return (.tooLarge(host, what: words), "it is \(words), the rest was left")
    case .body:
      let words = "more than \(megabytes(limits.body)) unpacked"
      return (.tooLarge(host, what: words), "it is \(words), the rest was left")
    case .address(let address):
      let kind = address?.reserved ?? "no internet address"
      return (.privateAddress(host: host, address: address?.text, kind: kind), nil)
    case nil: break
    }
    switch cc_code(rawValue: UInt32(bitPattern: transfer.code)) {
    case CC_OK: return nil
    case CC_OPERATION_TIMEDOUT: return (.tooSlow(host, seconds: seconds), "it took longer than \(seconds) s, the rest was left")
    case CC_PARTIAL_FILE, CC_RECV_ERROR, CC_GOT_NOTHING, CC_SEND_ERROR:
      return (.closedEarly(host), "the connection broke off before its end")
    case CC_BAD_CONTENT_ENCODING, CC_WRITE_ERROR:
      return (.badEncoding(host), "its compression broke off before its end")
    case CC_COULDNT_RESOLVE_HOST: return (.unknownHost(host), nil)
    case CC_COULDNT_RESOLVE_PROXY: return (.failed(host, why: "the proxy's host is not known; check the proxy setting"), nil)
    case CC_COULDNT_CONNECT where transfer.isByProxy:
      return (.failed(host, why: "the proxy does not answer; check the proxy setting"), nil)
    case CC_COULDNT_CONNECT: return (.unreachable(host), nil)
    case CC_UNSUPPORTED_PROTOCOL, CC_WEIRD_SERVER_REPLY: return (.noHTTP(host), nil)
    case CC_PEER_FAILED_VERIFICATION, CC_SSL_CONNECT_ERROR, CC_SSL_CACERT_BADFILE: return (.insecure(host), nil)
    // What libcurl says of a header line longer than its own limit (100 kB), earlier and now.
    case CC_OUT_OF_MEMORY, CC_TOO_LARGE: return (.tooLarge(host, what: "a header line that is too long"), nil)
    case CC_PROXY_ERROR: return (.failed(host, why: "the proxy refused to pass it on; check the proxy setting"), nil)
    default: return (.failed(host, why: String(cString: cc_words(transfer.code))), "the transfer broke off before its end")
    }
  }

  /// Seconds from a Retry-After header: a number, or a date (RFC 9110, 10.2.3); at most a week.
  static func retryAfter(_ text: String, now: Date) -> Int? {
    let week = 7 * 86_400
    if let seconds = Int(text) { return min(max(0, seconds), week) }
    guard let stamp = DateStamp(parsing: text), stamp.secondOfDay != nil else { return nil }
    return min(max(0, stamp.instant - Int(now.timeIntervalSince1970)), week)
  }
}
