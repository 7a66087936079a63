import Answers
import Exchange
import Facts
import Files
import Formats
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

@Suite struct WhatIfAnswerTests {
  private let now = Instant(seconds: 1_795_575_600, zone: ZoneOffset(minutes: 420))
  private let scenarios = repositoryFolder + "network-data/scenarios/"

  private func answer(
    _ scenarios: [DataSource], _ fields: QuestionFields
  ) throws -> WhatIfAnswer {
    let session = try SharedSession.mekong.get()
    var question = try WhatIfQuestion(fields, in: session, now: now)
    question.scenarios = scenarios
    return try question.answer(in: session)
  }

  private func delta(_ records: String, name: String) -> DataSource {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
      asOf="2026-11-25T00:00:00+07:00">
      \(records)
      </exchange>
      """
    return .bytes(Array(text.utf8), name: name)
  }

  @Test func `scenarios stand side by side`() throws {
    let answer = try answer(
      [
        .file(scenarios + "rach-mieu-closed.xml"),
        .file(scenarios + "dong-thap-thrombectomy.xml"),
      ], ["need": "stroke.thrombectomy", "at": "2026-11-25T02:00"])
    #expect(answer.isFound && answer.demand.scheme == "gso-2025")
    let lines = try #require(answer.csv(AnswerStyle())).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("rach-mieu-closed,stroke.thrombectomy,") })
    #expect(
      lines.contains {
        $0.hasPrefix("dong-thap-thrombectomy,") && $0.contains(",bv-dong-thap,")
      })
    let table = try #require(answer.table(AnswerStyle(.vi)))
    // Its source is told in words, and a mark is explained.
    #expect(table.contains("kịch bản giả định") && !table.contains("hypothetical"))
    #expect(table.contains("!: quá ngưỡng"))
  }

  @Test func `what is closed or reported now is so in a scenario, too`() throws {
    let session = try SharedSession.mekong.get()
    let closed = try #require(
      session.network.travel.crossings(matching: "rach mieu 2").first)
    let at = try #require(Instant("2026-11-25T10:00+07:00"))
    var report = LiveStatus()
    report.facility = "bv-tra-vinh"
    report.reported = at
    report.expires = at.advanced(bySeconds: 36_000)
    report.traffic = .closed
    let known = session.knowing(
      closed: [
        ClosedLinks(
          closure: "live", links: [closed],
          during: at.advanced(bySeconds: -3_600)..<at.advanced(bySeconds: 36_000))
      ], reports: [report], texts: ["closed", "reported"])
    // A link that sorts before all others: links have other numbers in the scenario.
    let scenario = delta(
      #"""
      <link id="aa-new" start="28903" end="28915" mode="road" roadClass="district" km="9"/>
      """#, name: "new-link.xml")
    let changed = try known.applying([scenario])
    let kept = try #require(changed.network.travel.closures.last)
    #expect(
      kept.links.map { changed.network.travel.links[$0].id }
        == [session.network.travel.links[closed].id])
    #expect(kept.span == known.network.travel.closures.last?.span)

    var question = try WhatIfQuestion(
      ["need": "stroke.thrombectomy", "at": "2026-11-25T10:00"], in: known, now: now)
    question.scenarios = [delta("", name: "nothing.xml")]
    let answer = try question.answer(in: known)
    #expect(!answer.isFound, "what is known now is no effect of a scenario that changes nothing")
  }

  @Test func `a scenario gives the network that loading it with the delta gives`() throws {
    let session = try SharedSession.mekong.get()
    let path = scenarios + "rach-mieu-closed.xml"
    let applied = try session.applying([.file(path)])
    let loaded = try NetworkSession(
      repositoryFolder + "network-data/hcmc-mekong", deltas: [path])
    #expect(applied.digest == loaded.digest)
    #expect(applied.network.records.closures.count == loaded.network.records.closures.count)
    let twice = try applied.applying([.file(scenarios + "dong-thap-thrombectomy.xml")])
    #expect(twice.digest != applied.digest)
  }

  @Test func `a scenario of nothing answers that nothing was found`() throws {
    let answer = try answer(
      [delta("", name: "nothing.xml")], ["need": "stroke.lysis", "at": "2026-11-25T02:00"])
    #expect(!answer.isFound)
    #expect(answer.scenarios.first?.name == "nothing")
  }

  @Test func `a wrong scenario is named with its line`() throws {
    let wrong = delta(
      "<closure id=\"c\" name=\"c\" crossing=\"Cầu Không Có\"/>", name: "wrong.xml")
    let error = #expect(throws: AnswerError.self) {
      try answer([wrong], ["need": "stroke.lysis", "at": "2026-11-25T02:00"])
    }
    guard case .document(let errors)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(errors.first?.description.contains("wrong.xml:3: ") == true)
    #expect(errors.first?.message.contains("Cầu Không Có") == true)
  }

  @Test func `a question without scenarios, or with a wrong field, is refused`() throws {
    #expect(throws: AnswerError.question(QuestionError(field: "scenarios", .missing))) {
      try answer([], ["need": "stroke"])
    }
    #expect(throws: QuestionError.self) { try answer([], ["need": "stroke", "top": "0"]) }
    #expect(throws: QuestionError.self) { try answer([], ["of": "facilities"]) }
  }

  @Test func `What is not in force at the instant, or not at all hours, is told`() throws {
    let later = delta(
      """
        <closure id="s-later" name="Sửa cầu" crossing="Cầu Hàm Luông (QL60)" from="2026-12-01" \
      to="2026-12-15"/>
      """, name: "later.xml")
    let answer = try answer(
      [later, .file(scenarios + "tan-phu-dong-sessions.xml")],
      ["need": "obstetrics", "at": "2026-11-25T10:00"])
    let table = try #require(answer.table(AnswerStyle(.en)))
      .split { $0.isWhitespace }.joined(separator: " ")
    #expect(table.contains("Sửa cầu: not in force yet on 2026-11-25, from 2026-12-01"))
    #expect(table.contains("runs for 8 of the 168 hours of a week"))
    let json = try #require(answer.json(AnswerStyle())?.text())
    #expect(json.contains("\"kind\": \"not_yet\"") && json.contains("\"hoursPerWeek\": 8"))
  }
}
