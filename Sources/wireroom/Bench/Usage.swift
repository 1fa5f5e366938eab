// CPU seconds and memory, of this process and of those it starts.
import Foundation

enum Usage {
  /// CPU seconds of this process, all threads.
  static var cpu: Double {
    // getrusage counts in ticks of the system's clock; a search takes less than one.
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The 50th and the 99th of a hundred, with a bar between them; "-" where there are none.
  static func middleAndHigh(_ values: [Double]) -> String {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return "-|-" }
    return "\(sorted[sorted.count / 2])|\(sorted[min(sorted.count - 1, sorted.count * 99 / 100)])"
  }

  /// The most memory that was resident, in MB. Where the system tells it of this program alone (proc(5), VmHWM): getrusage
  /// hands a program that another one started the memory which that one had.
  static var peakMemory: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
      if let kilobytes = Double(line.filter(\.isNumber)) { return kilobytes / 1024 }
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  /// Runs this program, or another, with arguments; returns its output, its CPU seconds and its peak memory in MB. Nil where
  /// it fails.
  static func run(_ arguments: [String], program: String? = nil) -> (output: String, cpu: Double, memory: Double)? {
    let pipe = Pipe()
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let program = program ?? own
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in argv { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe.fileHandleForWriting.fileDescriptor, STDOUT_FILENO)
    var child = pid_t()
    guard posix_spawn(&child, program, &actions, nil, argv, environ) == 0 else { return nil }
    try? pipe.fileHandleForWriting.close()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else { return nil }
    return (
      String(decoding: output, as: UTF8.self), seconds(usage.ru_utime) + seconds(usage.ru_stime), Double(usage.ru_maxrss) / 1024
    )
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
