// `wireroom import --follow`: what is written into a folder comes in by itself, and Ctrl-C ends it cleanly.
import Foundation
import Glibc
import Testing

@Suite(.enabled(if: Program.wireroom != nil, "the program is not built"))
struct FollowTests {
  @Test func whatIsWrittenComesInAndCtrlCEndsIt() throws {
    let desk = try Desk()
    try desk.write("in/a.txt", "Title: Ferry stops\nDate: 2021-03-04\n\nThe ferry stopped.\n")
    let run = try RunningCommand(
      ["import", "--archive", desk.archive, "--no-analysis", "--follow", desk.folder + "/in"], folder: desk.folder)
    defer { run.kill() }
    #expect(run.line()?.contains("1 new") == true)
    #expect(run.line()?.contains("Ctrl-C ends it") == true)

    try desk.write("in/sub/b.txt", "Title: Crew waits\nDate: 2021-03-05\n\nThe crew waited.\n")
    #expect(run.line()?.contains("1 new") == true)
    // A file that is moved in, and a text that changes.
    try desk.write("c.tmp", "Title: Minister leaves\nDate: 2021-03-06\n\nThe minister left.\n")
    #expect(rename(desk.folder + "/c.tmp", desk.folder + "/in/c.txt") == 0)
    #expect(run.line()?.contains("1 new") == true)
    try desk.write("in/a.txt", "Title: Ferry stops\nDate: 2021-03-04\n\nThe ferry stopped for good.\n")
    #expect(run.line()?.contains("1 changed") == true)

    run.signal(SIGINT)
    #expect(run.line() == "no longer following")
    #expect(run.wait() == 0)
    #expect(try desk.run("stats").output.contains("articles       3"))
  }

  @Test func whatWasRefusedIsInTheStatus() throws {
    let desk = try Desk()
    try desk.write("in/a.txt", "The ferry stopped.\n")
    let run = try RunningCommand(
      ["import", "--archive", desk.archive, "--no-analysis", "--follow", desk.folder + "/in"], folder: desk.folder)
    defer { run.kill() }
    #expect(run.line()?.contains("1 new") == true)
    #expect(run.line()?.contains("Ctrl-C ends it") == true)
    try desk.write("in/empty.txt", "")
    try desk.write("in/z.txt", "The crew waited.\n")
    #expect(run.line()?.contains("1 new") == true)
    run.signal(SIGINT)
    #expect(run.line() == "no longer following")
    #expect(run.wait() == 1)
  }

  @Test func foldersThatTellNothingAreLookedThrough() throws {
    let desk = try Desk()
    try desk.write("in/a.txt", "Title: Ferry stops\nDate: 2021-03-04\n\nThe ferry stopped.\n")
    let run = try RunningCommand(
      ["import", "--archive", desk.archive, "--no-analysis", "--follow", "--poll", desk.folder + "/in"], folder: desk.folder)
    defer { run.kill() }
    #expect(run.line()?.contains("1 new") == true)
    #expect(run.line()?.contains("Ctrl-C ends it") == true)
    try desk.write(
      "in/sub/b.jsonl", "{\"id\": 1, \"title\": \"Crew waits\", \"date\": \"2021-03-05\", \"body\": \"The crew waited.\"}\n")
    #expect(run.line()?.contains("1 new") == true)
    try desk.write("in/a.txt", "Title: Ferry stops\nDate: 2021-03-04\n\nThe ferry stopped for good.\n")
    #expect(run.line()?.contains("1 changed") == true)
    run.signal(SIGTERM)
    #expect(run.line() == "no longer following")
    #expect(run.wait() == 0)
  }

  @Test func onlyFoldersAreFollowed() throws {
    let desk = try Desk()
    let file = try desk.write("a.txt", "The ferry stopped.\n")
    let run = try desk.run("import", "--follow", file)
    #expect(run.status == 2 && run.errors.contains("--follow is for folders"))
  }

  @Test func feedsMailsAndTextsComeInMixed() throws {
    let desk = try Desk()
    try desk.write(
      "in/feed", "<rss><channel><title>Wire</title><item><title>Ferry stops</title><guid>1</guid></item><item><title>Crew")
    try desk.write("in/inbox", "From a@b.example Thu Oct  5 2023\nSubject: One\nFrom: A <a@b.example>\n\nThe crew waited.\n")
    try desk.write(
      "in/md/new/1.host", "Received: x\nMessage-ID: <2@b.example>\nSubject: Two\nFrom: A <a@b.example>\n\nThe minister left.\n")
    try desk.write("in/md/cur/.keep", "")
    try desk.write("in/z.txt", "The ferry sailed again.\n")
    let first = try desk.run("import", "--no-analysis", desk.folder + "/in")
    #expect(first.status == 0 && first.output.contains("4 new"))
    #expect(first.errors.contains("incomplete"))
    #expect(try desk.run("import", "--no-analysis", desk.folder + "/in").output.contains("0 new, 4 as before"))
  }
}

/// A command that goes on while a test writes files for it.
final class RunningCommand {
  private let process: pid_t
  private let output: Int32
  private var pending: [UInt8] = []

  init(_ arguments: [String], folder: String) throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let program = try #require(Program.wireroom)
    var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = Program.environment(folder).map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    try #require(posix_spawn(&process, program, &actions, nil, &argv, &envp) == 0)
    close(ends[1])
    self.process = process
    output = ends[0]
  }

  deinit { close(output) }

  /// The next line of its output; nil at the end, or where none comes within a minute.
  func line() -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        defer { pending.removeSubrange(...end) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 60_000) > 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: 4_096)
      let got = read(output, &bytes, bytes.count)
      guard got > 0 else { return nil }
      pending += bytes[..<got]
    }
  }

  func signal(_ number: Int32) { _ = Glibc.kill(process, number) }

  /// Ends it where it has not ended.
  func kill() { signal(SIGKILL) }

  /// Its exit status; 128 and the signal's number where a signal ended it.
  func wait() -> Int32 {
    var ended: Int32 = 0
    while waitpid(process, &ended, 0) < 0, errno == EINTR {}
    return ended & 0x7F == 0 ? ended >> 8 & 0xFF : 128 + (ended & 0x7F)
  }
}
