// Articles that another program brings while one reads.
import Briefing
import Testing

@testable import Reader

@Suite struct ArrivalTests {
  @Test func arrivalsAreSaidAndMoveNothing() throws {
    var desk = Desk([Articles.port, Articles.strike])
    desk.press("j <enter>")
    let open = desk.state.open
    let current = desk.state.list.current?.id
    let top = desk.state.text.top
    desk.send(.arrived(3))
    #expect(desk.state.message?.text == "3 new briefings")
    #expect(desk.state.open == open && desk.state.list.current?.id == current && desk.state.text.top == top)
    desk.send(.arrived(1))
    #expect(desk.state.message?.text == "1 new briefing")
  }

  @Test func anErrorStaysUntilItWasSeen() {
    var desk = Desk([Articles.port, Articles.strike])
    desk.send(.failed("the disk is full"))
    desk.send(.arrived(2))
    #expect(desk.state.message?.text == "the disk is full")
  }
}
