import Answers
import Exchange
import Facts
import Formats
import HealthNetwork
import Referral
import TestSupport
import Testing

@testable import Board

/// The knowledge of the board, in answers about the shipped network.
@Suite struct BoardSessionsTests {
  static let base = Result { try NetworkSession(repositoryFolder + "network-data/hcmc-mekong") }
  /// Ten in the morning, on a Wednesday.
  static let now = Instant(seconds: 1_795_575_600, zone: ZoneOffset(minutes: 420))
  private static let ferry = "Phà Bình Khánh (sông Nhà Bè/Soài Rạp)"

  private func journal() -> TestJournal {
    var journal = TestJournal()
    journal.now = Self.now.advanced(bySeconds: -600)
    return journal
  }

  private func route(
    _ state: BoardSessions.State, at instant: Instant, from place: String = "Cần Giờ",
    k: String = "2"
  ) throws -> RouteAnswer {
    let fields: QuestionFields = ["from": place, "need": "stroke", "k": k]
    return try state.session.answer(RouteQuestion(fields, in: state.session, now: instant))
  }

  private func minutes(_ answer: RouteAnswer) throws -> Double {
    try #require(answer.found.targets.first).minutes
  }

  @Test
  func `A ferry that stopped reaches every answer at once, and runs again when it was said to`()
    throws
  {
    let sessions = BoardSessions(of: try Self.base.get())
    var journal = journal()
    let open = try minutes(route(sessions.state(of: journal.board, at: Self.now), at: Self.now))
    let until = Self.now.plus(minutes: 240)
    try journal.write(.closure(ClosureNotice(.crossing(Self.ferry), until: until)))
    let state = sessions.state(of: journal.board, at: Self.now)
    #expect(state.entry == 1 && state.misfits.isEmpty)
    let closed = try minutes(route(state, at: Self.now))
    #expect(closed > open + 30, "\(open) and \(closed) minutes")
    let after = sessions.state(of: journal.board, at: until)
    let then = try minutes(route(after, at: until))
    #expect(then < open + 10, "\(open) and \(then) minutes")
    // A driver who leaves before the end waits at the ferry at most until then: nobody who leaves earlier
    // arrives later than who leaves at the end.
    var waits = 0
    for early in stride(from: 20, through: 120, by: 20) {
      let leaving = until.plus(minutes: -early)
      let waited = try minutes(
        route(sessions.state(of: journal.board, at: leaving), at: leaving))
      #expect(waited <= then + Double(early) + 1, "\(early) minutes before the end")
      if waited > open + 5 { waits += 1 }
    }
    #expect(waits > 0)
    #expect(after.session.digest == (try Self.base.get()).digest)
  }

  @Test func `A diversion and a refusal turn the answer away until they end`() throws {
    let sessions = BoardSessions(of: try Self.base.get())
    var journal = journal()
    let plain = try route(sessions.state(of: journal.board, at: Self.now), at: Self.now)
    let ids = plain.found.targets.map { plain.session.network.facility($0.facility).id }
    let (first, second) = (try #require(ids.first), try #require(ids.last))
    let end = Self.now.plus(minutes: 400)
    try journal.write(.status(.diverting(first, until: end)))
    let id = try CaseID()
    let need = plain.question.query.need.capability
    try journal.write(.caseOpened(id, CaseOpening(need: need, place: first)))
    try journal.write(.caseStep(id, CaseStep(.called, at: second)))
    try journal.write(.caseStep(id, .refusal(by: second, .noStaff, until: end)))
    let state = sessions.state(of: journal.board, at: Self.now)
    let turned = try route(state, at: Self.now)
    let targets = turned.found.targets.map { turned.session.network.facility($0.facility).id }
    #expect(Set(targets).isDisjoint(with: [first, second]))
    #expect(turned.session.digest != plain.session.digest)
    let later = end.plus(minutes: 1)
    let again = try route(sessions.state(of: journal.board, at: later), at: later)
    let usual = try route(sessions.state(of: Board(), at: later), at: later)
    #expect(again.found.targets.map(\.facility) == usual.found.targets.map(\.facility))
  }

  @Test func `A refusal that lies with the patient leaves the facility out for the case alone`()
    throws
  {
    let sessions = BoardSessions(of: try Self.base.get())
    var journal = journal()
    let plain = try route(sessions.state(of: journal.board, at: Self.now), at: Self.now)
    let ids = plain.found.targets.map { plain.session.network.facility($0.facility).id }
    let first = try #require(ids.first)
    let id = try CaseID()
    let need = plain.question.query.need.capability
    try journal.write(.caseOpened(id, CaseOpening(need: need, place: first)))
    try journal.write(.caseStep(id, CaseStep(.called, at: first)))
    try journal.write(
      .caseStep(id, .refusal(by: first, .patient, until: Self.now.plus(minutes: 60))))
    let others = try route(sessions.state(of: journal.board, at: Self.now), at: Self.now)
    #expect(others.found.targets.map { others.session.network.facility($0.facility).id } == ids)
    let own = try route(sessions.state(of: journal.board, at: Self.now, for: id), at: Self.now)
    #expect(
      own.found.targets.first.map { own.session.network.facility($0.facility).id } == ids.last)
  }

  @Test func `The same entry gives the same bytes, whatever was made before`() throws {
    var journal = journal()
    let end = Self.now.plus(minutes: 400)
    try journal.write(.closure(ClosureNotice(.crossing(Self.ferry), until: end)))
    try journal.write(.status(.diverting("bv-can-gio", until: end)))
    let then = journal.board
    func bytes(_ sessions: BoardSessions, _ board: Board) throws -> String? {
      try route(sessions.state(of: board, at: Self.now), at: Self.now)
        .json(AnswerStyle(.vi))?.text()
    }
    let sessions = BoardSessions(of: try Self.base.get())
    let given = try bytes(sessions, then)
    try journal.write(.undo(try journal.board.undoing(1)))
    try journal.write(.signIn(SignInEvent(.failed, account: nil)))
    #expect(try bytes(sessions, journal.board) != given)
    #expect(sessions.state(of: journal.board, at: Self.now).entry == 3)
    let replayed = BoardSessions(of: try Self.base.get())
    #expect(try bytes(replayed, Board(journal.entries.prefix(2))) == given)
  }

  @Test func `A confirmed correction is part of the network, and one that does not fit is told of`()
    throws
  {
    let base = try Self.base.get()
    let sessions = BoardSessions(of: base)
    var journal = journal()
    func delta(_ body: String) -> String {
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
      asOf="2026-11-25T08:00:00+07:00" source="BV" confidence="high">
      \(body)
      </exchange>
      """
    }
    let good = delta(
      "<observation id=\"o-test\" topic=\"flood\" about=\"Đường thử\" name=\"Ngập\" nameEn=\"Flood\" "
        + "text=\"đến mắt cá\" asserted=\"2026-11-25\"/>")
    let proposal = try journal.write(.correction(Correction(delta: good, note: "thử")))
    let untouched = sessions.state(of: journal.board, at: Self.now)
    #expect(untouched.session.digest == base.digest)
    try journal.write(.decision(CorrectionDecision(on: proposal.number, .confirmed)))
    let bad = delta("<retract record=\"facility\" key=\"khong-co\" reason=\"thử\"/>")
    let second = try journal.write(.correction(Correction(delta: bad, note: "thử")))
    try journal.write(.decision(CorrectionDecision(on: second.number, .confirmed)))
    let state = sessions.state(of: journal.board, at: Self.now)
    #expect(state.misfits == [second.number])
    #expect(state.session.digest != base.digest)
    try journal.write(.decision(CorrectionDecision(on: proposal.number, .undone)))
    #expect(sessions.state(of: journal.board, at: Self.now).session.digest == base.digest)
  }

  @Test func `What the network does not know is refused before it is written`() throws {
    let network = try Self.base.get().network
    let end = Self.now.plus(minutes: 60)
    let facility = network.facility(network.facilityIndices.lowerBound).id
    let wrong: [EntryContent] = [
      .status(.diverting("khong-co", until: end)),
      .status(.beds(facility, ["giường": 1], until: end)),
      .status(.off(facility, ["khong.co"], until: end)),
      .closure(ClosureNotice(.crossing("Phà Không Có"), until: end)),
      .closure(ClosureNotice(.link("khong-co"), until: end)),
      .closure(ClosureNotice(.place("gso-2025:00000"), until: end)),
      .closure(ClosureNotice(.box(Box(south: 0, west: 0, north: 1, east: 1)), until: end)),
      .weather(WeatherNotice("khong-co", until: end)),
      .caseOpened(try CaseID(), CaseOpening(need: "khong.co", place: facility)),
      .caseOpened(try CaseID(), CaseOpening(need: "stroke.lysis", place: "khong-co")),
    ]
    for content in wrong {
      #expect(throws: BoardError.self, "\(content)") { try content.check(in: network) }
    }
    let right: [EntryContent] = [
      .status(.beds(facility, ["icu": 1], until: end)),
      .closure(ClosureNotice(.crossing(Self.ferry), until: end)),
      .weather(WeatherNotice(nil, until: end)),
      .caseOpened(try CaseID(), CaseOpening(need: "stroke.lysis", place: "10.1,105.2")),
    ]
    for content in right {
      #expect(throws: Never.self, "\(content)") { try content.check(in: network) }
    }
  }
}
