// Where the runtime's answers wait for the loop: a list behind a lock, and a pipe that wakes a poll.
import Foundation
import Reader
import Synchronization

/// Events on their way to the loop, from any thread.
final class Mailbox: Sendable {
  private let events = Mutex<[Event]>([])
  /// Can be read when there is mail.
  let wakeDescriptor: Int32
  private let ringDescriptor: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    wakeDescriptor = ends[0]
    ringDescriptor = ends[1]
  }

  /// Leaves an event and wakes the loop.
  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    // A full pipe has woken the loop already.
    var bell: UInt8 = 1
    _ = write(ringDescriptor, &bell, 1)
  }

  /// Takes out everything that has come.
  func take() -> [Event] {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(wakeDescriptor, &bytes, bytes.count) == bytes.count {}
    return events.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
