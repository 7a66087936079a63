import Facts
import TestSupport
import Testing

@testable import Board

/// Things that leave the board, and things that never do.
@Suite struct ForgettingTests {
  private static let day = 86_400

  /// A journal of years: a report every hour, and now and then a closure and a case that ends.
  private func years(_ entries: Int) throws -> TestJournal {
    var journal = TestJournal()
    for index in 0..<entries {
      let end = journal.now.advanced(bySeconds: 4 * 3_600)
      switch index % 8 {
      case 0:
        try journal.write(
          .closure(ClosureNotice(.link("l-\(index % 9)"), until: end)), after: 3_600)
      case 1:
        let id = try CaseID()
        try journal.write(
          .caseOpened(id, CaseOpening(need: "stroke", place: "bv-1")), after: 3_600)
        try journal.write(.caseStep(id, CaseStep(.ended)), after: 60)
      default:
        try journal.write(
          .status(.beds("bv-\(index % 7)", ["icu": index % 5], until: end)), after: 3_600)
      }
    }
    return journal
  }

  @Test func `a board of years is no larger than one of months`() throws {
    let journal = try years(9_000)
    let board = journal.board
    // At most the last 90 days, and the entries between two times of going through it.
    let most = Board.daysKept * 24 * 9 / 8 + 2 * Board.forgettingInterval
    #expect(board.effects.count <= most, "\(board.effects.count) effects")
    #expect(board.closed.count <= most / 8 && board.cases.count <= most / 8)
    #expect(board.effects.count > Board.daysKept * 24)
    #expect(board.misfits.isEmpty)
  }

  @Test func `the same entries make the same board, whether at once or one by one`() throws {
    let journal = try years(5_000)
    let whole = journal.board
    var grown = Board()
    for entry in journal.entries {
      // A copy that somebody holds changes nothing.
      let held = grown
      grown.take(entry)
      #expect(held.number == entry.number - 1)
    }
    #expect(grown.effects == whole.effects && grown.closed == whole.closed)
    #expect(grown.cases == whole.cases && grown.forgotten == whole.forgotten)
  }

  @Test func `what goes on stays, however old it is`() throws {
    var journal = TestJournal()
    let open = try CaseID()
    try journal.write(.caseOpened(open, CaseOpening(need: "stroke", place: "bv-1")))
    let closure = try journal.write(
      .closure(
        ClosureNotice(.link("l-1"), until: journal.now.advanced(bySeconds: 360 * Self.day))))
    let weather = try journal.write(
      .weather(WeatherNotice("storm", until: journal.now.advanced(bySeconds: 3_600))))
    let early = try journal.write(
      .status(.beds("bv-1", ["icu": 1], until: journal.now.advanced(bySeconds: 3_600))))
    for index in 0..<3_200 {
      let end = journal.now.advanced(bySeconds: 10_000)
      try journal.write(.status(.beds("bv-2", ["icu": index % 3], until: end)), after: 7_200)
    }
    let board = journal.board
    #expect(board.cases[open] != nil && board.closed[closure.number] != nil)
    #expect(board.weathers[weather.number] != nil)
    #expect(board.closures(at: journal.now).map(\.entry) == [closure.number])
    // A closure that still counts can be taken back; a report of long ago cannot, and the refusal says why.
    #expect(throws: Never.self) { try board.undoing(closure.number) }
    let error = #expect(throws: BoardError.self) { try board.undoing(early.number) }
    #expect("\(String(describing: error))".contains("90"))
    // The report itself still is the newest word of its facility.
    #expect(board.reports.reports(of: "bv-1").count == 1)
  }

  @Test func `one entry with a wrong clock ends nothing`() throws {
    var journal = try years(1_500)
    let end = journal.now.advanced(bySeconds: Self.day)
    let closure = try journal.write(.closure(ClosureNotice(.link("l-1"), until: end)))
    let right = journal.now
    // The entry at which the board is gone through is ten years ahead.
    while journal.entries.count % Board.forgettingInterval != Board.forgettingInterval - 1 {
      try journal.write(.status(.beds("bv-2", ["icu": 1], until: end)), after: 1)
    }
    try journal.write(
      .status(.beds("bv-2", ["icu": 1], until: end)), after: 3_650 * Self.day)
    #expect(journal.entries.count % Board.forgettingInterval == 0)
    let board = journal.board
    #expect(board.closures(at: right).map(\.entry).contains(closure.number))
    #expect(board.effects[closure.number] != nil)
  }
}
