// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "wireroom",
  products: [.executable(name: "wireroom", targets: ["wireroom"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
  ],
  targets: [
    // The C side of ncursesw: every macro and variadic the program needs, named nc_*.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    // Cells, grids, widths and wrapping: a screen as a value, with no terminal behind it.
    .target(name: "Screen"),
    // libcurl, opened only when something is fetched.
    .target(name: "CCurl"),
    // The shared parsing and indexing module: bytes to articles, who, when, related, archive, search.
    .target(
      name: "Briefing",
      dependencies: [
        "CCurl",
        .product(name: "GRDB", package: "GRDB.swift"),
        // SQLite's own interface: the function that ranks is registered through it.
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [.copy("../../data")]),
    // State, events and panes: what the reader shows and does, without I/O, clock or terminal.
    .target(name: "Reader", dependencies: ["Briefing", "Screen"]),
    // What runs inside signal handlers, and so cannot be Swift.
    .target(name: "CTerminal"),
    // The one target that touches the terminal.
    .target(name: "Curses", dependencies: ["CNcurses", "CTerminal", "Screen"]),
    // Arguments, the loop and the effects.
    .executableTarget(
      name: "wireroom",
      dependencies: [
        "Briefing", "Reader", "Screen", "Curses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Makes data/gazetteer/names.weights out of labelled text; not part of the program.
    .executableTarget(name: "train-names", dependencies: ["Briefing"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"]),
    // Servers on 127.0.0.1 that tests fetch from and through.
    .target(name: "Loopback", path: "Tests/Loopback"),
    .testTarget(name: "BriefingTests", dependencies: ["Briefing", "Loopback"], exclude: ["Snapshots"]),
    .testTarget(name: "ReaderTests", dependencies: ["Reader", "Briefing", "Screen"], exclude: ["Snapshots"]),
    // A terminal emulator that reads back what the program shows; for tests only, nothing else links it.
    .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
    .testTarget(name: "CursesTests", dependencies: ["Curses", "Screen", "CVterm", "Loopback"]),
    .testTarget(name: "EvaluationTests", dependencies: ["Briefing"]),
    .testTarget(name: "TrainNamesTests", dependencies: ["train-names", "Briefing"]),
  ],
  swiftLanguageModes: [.v6]
)
