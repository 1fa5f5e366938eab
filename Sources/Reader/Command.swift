// A command of the reader. One table of them makes the key map, the hints, the help, the completion and the README.
import Screen

/// Something the user can have done, by key or by name.
public struct Command: Sendable {
  /// What it is typed as: ":mark-read".
  public var name: String
  public var group: Group
  /// One line, in the imperative.
  public var help: String
  /// The default keys, as `Key` writes them.
  public var keys: [String]
  public var reach: Reach
  /// What follows the name, as help shows it: "DATE"; nil where nothing does.
  public var argument: String?
  /// Nil, or the reason why it does nothing now.
  public var when: @Sendable (State) -> String?
  public var run: @Sendable (inout State, Invocation) -> [Effect]

  public enum Group: String, Sendable, CaseIterable {
    case move = "Move"
    case panes = "Panes"
    case search = "Search and jump"
    case article = "Articles"
    case stories = "Stories"
    case feed = "Feeds"
    case parties = "Parties"
    case program = "Program"
  }

  /// Where a command may run: most are for the panes, and off while a sheet lies over them.
  public enum Reach: Sendable {
    case panes, anywhere
    /// In sheets alone; `when` says in which.
    case sheets
  }

  /// How a command was called.
  public struct Invocation: Sendable {
    public var count: Int?
    public var argument = ""

    public init(count: Int? = nil, argument: String = "") {
      self.count = count
      self.argument = argument
    }
  }

  init(
    _ name: String, _ group: Group, _ help: String, keys: [String] = [], argument: String? = nil,
    reach: Reach = .panes,
    when: @escaping @Sendable (State) -> String? = { _ in nil },
    run: @escaping @Sendable (inout State, Invocation) -> [Effect]
  ) {
    self.name = name
    self.group = group
    self.help = help
    self.keys = keys
    self.argument = argument
    self.reach = reach
    self.when = when
    self.run = run
  }

  /// The command of that name.
  public static func named(_ name: String) -> Command? { byName[name] }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
