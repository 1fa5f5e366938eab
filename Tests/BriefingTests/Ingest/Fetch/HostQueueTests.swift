// Politeness: how many at once, over all and to one host.

import Foundation
import Synchronization
import Testing

@testable import Briefing

@Suite struct HostQueueTests {
  private struct Count {
    var now: [String: Int] = [:]
    var most: [String: Int] = [:]
    var mostOfAll = 0
    var done: [Int] = []
  }

  @Test func everythingIsDoneAndNoHostIsPressed() {
    var settings = FetchSettings()
    settings.parallel = 4
    settings.parallelPerHost = 2
    settings.hostPause = 1
    let hosts = (0..<40).map { "host\($0 % 5)" }
    let count = Mutex(Count())
    HostQueue(hosts: hosts, settings: settings).run { index in
      count.withLock {
        $0.now[hosts[index], default: 0] += 1
        $0.most[hosts[index]] = max($0.most[hosts[index]] ?? 0, $0.now[hosts[index]]!)
        $0.mostOfAll = max($0.mostOfAll, $0.now.values.reduce(0, +))
      }
      sched_yield()
      count.withLock {
        $0.now[hosts[index]]! -= 1
        $0.done.append(index)
      }
    }
    count.withLock {
      #expect($0.done.sorted() == Array(0..<40))
      #expect($0.most.values.allSatisfy { $0 <= 2 })
      #expect($0.mostOfAll <= 4)
    }
  }

  @Test func nothingToDo() { HostQueue(hosts: [], settings: FetchSettings()).run { _ in Issue.record("called") } }
}
