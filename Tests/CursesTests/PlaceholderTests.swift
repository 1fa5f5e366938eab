import Testing
@testable import Curses
