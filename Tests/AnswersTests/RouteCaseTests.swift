import Exchange
import Facts
import Files
import Formats
import HealthNetwork
import Referral
import TestSupport
import Testing
import TravelNetwork

@testable import Answers

/// Questions whose right answers were worked out by hand, on the shipped network.
@Suite struct RouteCaseTests {
  private static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="snapshot" network="hcmc-mekong" \
    asOf="2026-11-25T00:00:00+07:00" source="duty desk" confidence="high">

    """

  private func reporting(_ statuses: [String]) throws -> NetworkSession {
    let session = try SharedSession.mekong.get()
    let folder = try TemporaryFolder()
    let paths = try statuses.enumerated().map { number, status in
      try folder.write(
        Array((Self.head + status + "</exchange>\n").utf8), to: "\(number).xml")
      return folder.path + "/\(number).xml"
    }
    return session.reporting(try StatusFiles(paths, for: session.network))
  }

  private func closing(from: String, to: String) throws -> NetworkSession {
    let delta = """
      <?xml version="1.0" encoding="UTF-8"?>
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
      asOf="2026-11-20T00:00:00+07:00" source="test" confidence="high">
      <closure id="own-k" name="Sửa cầu" crossing="Cầu Hàm Luông (QL60)" from="\(from)" to="\(to)"/>
      </exchange>

      """
    return try SharedSession.mekong.get().applying([
      .bytes(Array(delta.utf8), name: "closed.xml")
    ])
  }

  private func crosses(_ session: NetworkSession, at: String) throws -> Bool {
    let answer = try session.ask(
      RouteQuestion.self, ["from": "Mỏ Cày", "need": "stroke", "at": at, "k": "1"])
    let target = try #require(answer.found.targets.first)
    return target.journey.legs.contains { $0.crossing == "Cầu Hàm Luông (QL60)" }
  }

  @Test func `a bridge that closes at midnight is judged when it is reached`() throws {
    let session = try closing(from: "2026-11-26", to: "2026-11-27")
    #expect(try crosses(session, at: "2026-11-25T22:00"))
    #expect(try !crosses(session, at: "2026-11-25T23:59"))
    #expect(try crosses(session, at: "2026-11-26T23:59"))
  }

  @Test func `a closure that begins and ends on one day is refused`() {
    #expect(throws: (any Error).self) {
      try closing(from: "2026-11-26", to: "2026-11-26")
    }
  }

  private func plan(_ csv: String, _ session: NetworkSession, capacity: String?) throws
    -> PatientsAnswer
  {
    var fields: QuestionFields = ["at": "2026-11-25T10:00", "need": "stroke"]
    fields.add("capacity", capacity)
    return try PatientsQuestion(
      fields, tables: .init(patients: .bytes(Array(csv.utf8), name: "p.csv")), in: session,
      now: Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))
    ).answer(in: session)
  }

  private func beds(_ count: Int) -> String {
    "<status facility=\"bv-minh-duc\" traffic=\"normal\" reported=\"2026-11-25T09:50:00+07:00\" "
      + "expires=\"2026-11-25T18:00:00+07:00\"><bed type=\"icu\" available=\"\(count)\"/></status>\n"
  }

  @Test func `a plan for patients honours the beds that are reported beside the network`() throws {
    let two = "id,from,severity,bed\n1,Mỏ Cày,T1,icu\n2,Mỏ Cày,T1,icu\n"
    let none = try plan(two, reporting([beds(0)]), capacity: "5")
    let network = none.session.network
    let minhDuc = try #require(network.facilityIndex(of: "bv-minh-duc"))
    #expect(none.plan.outcomes.allSatisfy { $0.target != nil && $0.target?.facility != minhDuc })
    let one = "id,from,severity,bed\n2,Mỏ Cày,T1,icu\n"
    let free = try plan(one, reporting([beds(3)]), capacity: nil)
    #expect(free.plan.outcomes.first?.target?.facility == minhDuc)
    #expect(free.plan.loads.first { $0.places.scope == "icu" }?.places.count == 3)
  }

  @Test func `two reports of one minute give the same answer in either order`() throws {
    func status(_ traffic: String, _ source: String) -> String {
      "<status facility=\"bv-minh-duc\" traffic=\"\(traffic)\" reported=\"2026-11-25T02:50:00Z\" "
        + "expires=\"2026-11-25T05:00:00Z\" source=\"\(source)\"/>\n"
    }
    let reports = [status("closed", "desk A"), status("normal", "desk B")]
    let texts = try [reports, reports.reversed()].map { reports in
      try reporting(reports).ask(
        RouteQuestion.self,
        ["from": "Mỏ Cày", "need": "stroke", "at": "2026-11-25T10:00", "k": "1"]
      ).table(AnswerStyle(.en, width: 400))
    }
    // A source names its file, and the files are the other way round.
    let named = texts.map {
      $0?.replacing("0.xml", with: "a.xml").replacing("1.xml", with: "a.xml")
    }
    #expect(named[0] == named[1])
    let text = try #require(texts[0])
    #expect(text.contains("another report of the same minute"))
    // In the zone of the network, whatever that of the report.
    #expect(text.contains("reported at 09:50") && text.contains("valid until 12:00"))
  }

  @Test func `the last departure never rests on the window for selected patients`() throws {
    let answer = try SharedSession.mekong.get().ask(
      DeparturesQuestion.self,
      [
        "from": "Xã Cù Lao Dung", "need": "stroke", "at": "2026-11-25T06:00",
        "onset": "2026-11-25T00:00", "leaveUntil": "10:00",
      ])
    #expect(answer.departures.latest.isEmpty)
    #expect(!answer.departures.latestForSelected.isEmpty)
  }

  @Test func `a heart attack far from the catheter is not sent there without counting the door`()
    throws
  {
    let fields: QuestionFields = [
      "from": "Xã Cù Lao Dung", "need": "cardiology", "at": "2026-11-25T03:00",
      "strategy": "compare",
    ]
    let answer = try SharedSession.mekong.get().ask(StrategyQuestion.self, fields)
    let text = try #require(answer.table(AnswerStyle(.en, width: 400)))
    #expect(text.contains("2 h 59 min, the threshold is 2 h"))
    #expect(!text.contains("✓"))
    var asked = fields
    asked.add("doorToTreatment", "25")
    let stated = try SharedSession.mekong.get().ask(StrategyQuestion.self, asked)
    #expect(stated.found.recommendation?.decision == .direct)
    #expect(try #require(stated.table(AnswerStyle(.en, width: 400))).contains("1 h 54 min"))
  }

  @Test func `a boat of daytime is not taken at three in the morning`() throws {
    let night = try SharedSession.mekong.get().ask(
      RouteQuestion.self,
      [
        "from": "Thổ Châu", "need": "stroke", "at": "2026-11-25T03:00", "vehicle": "mixed",
        "k": "1",
      ])
    // The boat back sails on Tuesday, Thursday and Saturday at 08:00: 25 November is a Wednesday.
    for target in night.found.targets {
      let boat = target.journey.legs.first { $0.crossing?.contains("Thổ Châu") ?? false }
      if let boat { #expect(boat.waitedMinutes > 24 * 60) }
    }
  }

  @Test func `a private practice of unknown hours is no target at night`() throws {
    let answer = try SharedSession.mekong.get().ask(
      RouteQuestion.self,
      ["from": "Cần Giờ", "need": "stroke", "at": "2026-11-25T20:00", "k": "3"])
    for target in answer.found.targets {
      let kind = answer.session.network.facility(target.facility).kind
      #expect(kind != .polyclinic || target.presence != .hoursUnknown)
    }
  }

  @Test func `the nearer hospital of unknown capability is named with its telephone`() throws {
    let answer = try SharedSession.mekong.get().ask(
      RouteQuestion.self,
      ["from": "Xã Cù Lao Dung", "need": "trauma", "at": "2026-11-25T03:00", "k": "3"])
    let first = try #require(answer.found.targets.first)
    let nearer = answer.found.unknownNearer(
      in: answer.session.network, answer.question.query)
    for unknown in nearer { #expect(first.minutes - unknown.minutes >= 15) }
    if !nearer.isEmpty {
      #expect(answer.table(AnswerStyle(.en))?.contains("nobody says whether they can; ask") == true)
    }
  }

  @Test func `newborn intensive care is not for an adult`() throws {
    let answer = try SharedSession.mekong.get().ask(
      RouteQuestion.self,
      ["from": "Cần Giờ", "need": "paediatrics.nicu", "at": "2026-11-25T10:00", "age": "30"])
    #expect(answer.found.targets.isEmpty)
    #expect(answer.found.rejected.contains { $0.reasons.first?.code == .ageOrSexNotServed })
  }
}
