// Whole screens, compared with files: keys in, cells out.
import Testing

@testable import Reader

@Suite struct ScreenSnapshotTests {
  private static let sizes = [(80, 24), (120, 40), (160, 45), (40, 10)]

  @Test(arguments: sizes) func theStart(width: Int, height: Int) {
    expectScreen("start-\(width)x\(height)", Desk(Articles.all, width: width, height: height))
  }

  @Test(arguments: sizes) func reading(width: Int, height: Int) {
    var desk = Desk(Articles.all, width: width, height: height)
    desk.press("<enter> )")
    expectScreen("reading-\(width)x\(height)", desk)
  }

  @Test(arguments: sizes) func theTimeline(width: Int, height: Int) {
    var desk = Desk(Articles.all, width: width, height: height)
    desk.press("3 j")
    expectScreen("timeline-\(width)x\(height)", desk)
  }

  @Test(arguments: sizes) func theRelatedPane(width: Int, height: Int) {
    var desk = Desk(Articles.all, width: width, height: height)
    desk.press("5 j")
    expectScreen("related-\(width)x\(height)", desk)
  }

  @Test(arguments: sizes) func searching(width: Int, height: Int) {
    var desk = Desk(Articles.all, width: width, height: height)
    desk.press("/ \"aden\"")
    expectScreen("search-\(width)x\(height)", desk)
  }

  @Test(arguments: sizes) func theHelp(width: Int, height: Int) {
    var desk = Desk(Articles.all, width: width, height: height)
    desk.press("? \"half\"")
    expectScreen("help-\(width)x\(height)", desk)
  }

  @Test func tooSmall() { expectScreen("small-19x4", Desk(Articles.all, width: 19, height: 4)) }

  @Test func empty() { expectScreen("empty-80x24", Desk([], width: 80, height: 24)) }
}
