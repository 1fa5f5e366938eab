// Whose turn it is: many hosts at once, each host no more than it likes, with a pause between two fetches from the same one.

import Foundation
import Synchronization

/// Performs work for many hosts on threads of its own, politely. Fetching waits for others most of the time, so there may be
/// more threads than processors.
public final class HostQueue: Sendable {
  private let perHost: Int
  private let pause: Duration
  private let threads: Int
  private let turns: Mutex<Turns>

  /// `hosts` names the host of each piece of work, in the order in which they are begun.
  public init(hosts: [String], settings: FetchSettings) {
    perHost = max(1, settings.parallelPerHost)
    pause = .milliseconds(settings.hostPause)
    threads = min(max(1, settings.parallel), hosts.count)
    turns = Mutex(Turns(hosts))
  }

  /// Calls `work` with each index, and returns when all are done; it is called from several threads at once.
  public func run(_ work: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for _ in 0..<threads {
      group.enter()
      Thread.detachNewThread { [self] in
        while let turn = turns.withLock({ $0.next(perHost: perHost) }) {
          switch turn {
          case .work(let index, let host):
            work(index)
            turns.withLock { $0.done(host, pause: pause) }
          case .wait(let time): Thread.sleep(forTimeInterval: time / .seconds(1))
          }
        }
        group.leave()
      }
    }
    group.wait()
  }

  private enum Turn {
    case work(Int, host: String)
    /// Every host that still has work is busy or wants a pause.
    case wait(Duration)
  }

  private struct Turns {
    private struct Host {
      var waiting: ArraySlice<Int>
      var running = 0
      var freeAt = ContinuousClock.now
    }

    private var hosts: [String: Host] = [:]
    private var order: [String] = []

    init(_ names: [String]) {
      for (index, name) in names.enumerated() {
        if hosts[name] == nil { order.append(name) }
        hosts[name, default: Host(waiting: [])].waiting.append(index)
      }
    }

    /// nil where nothing waits any more.
    mutating func next(perHost: Int) -> Turn? {
      let now = ContinuousClock.now
      var soonest = Duration.milliseconds(20)
      for (place, name) in order.enumerated() {
        guard var host = hosts[name], host.running < perHost else { continue }
        guard host.freeAt <= now else {
          soonest = min(soonest, now.duration(to: host.freeAt))
          continue
        }
        guard let index = host.waiting.popFirst() else { continue }
        host.running += 1
        hosts[name] = host
        // Others come first next time.
        order.remove(at: place)
        order.append(name)
        return .work(index, host: name)
      }
      order.removeAll { hosts[$0]?.waiting.isEmpty ?? true }
      return order.isEmpty ? nil : .wait(soonest)
    }

    mutating func done(_ name: String, pause: Duration) {
      hosts[name]?.running -= 1
      hosts[name]?.freeAt = ContinuousClock.now + pause
    }
  }
}
