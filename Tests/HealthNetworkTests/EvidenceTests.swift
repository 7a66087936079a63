import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

/// stroke.lysis implies stroke.ct, which implies stroke.lab.
@Suite struct EvidenceTests {
  private func statement(
    _ code: String, _ value: Capability.Answer, statement: String? = nil,
    sure: Confidence? = .medium, _ change: (inout Capability) -> Void = { _ in }
  ) -> Capability {
    var capability = Capability()
    capability.facility = "station"
    capability.code = code
    capability.value = value
    capability.statement = statement
    capability.provenance.confidence = sure
    change(&capability)
    return capability
  }

  private func evidence(
    of code: String, on day: String = "2026-11-22", _ statements: [Capability]
  ) throws -> Evidence {
    var records = FullRecords.all
    records.capabilities += statements.map { Located($0, at: Origin(document: 0, line: 1)) }
    let network = try Network(records)
    let station = try #require(network.facilityIndex(of: "station"))
    return network.evidence(of: code, at: station, on: try #require(PartialDate(day)).start)
  }

  @Test func `whoever can do more can do what that implies`() throws {
    let yes = [statement("stroke.lysis", .yes)]
    #expect(try evidence(of: "stroke.lab", yes).yes == yes)
    #expect(try evidence(of: "stroke.lysis", yes).yes == yes)
    let less = [statement("stroke.lab", .yes)]
    #expect(try evidence(of: "stroke.lysis", less).isUnknown)
  }

  @Test func `whoever lacks what is needed cannot do more`() throws {
    let no = [statement("stroke.lab", .no)]
    #expect(try evidence(of: "stroke.lysis", no).no == no)
    #expect(try evidence(of: "stroke.lab", no).no == no)
    let more = [statement("stroke.lysis", .no)]
    #expect(try evidence(of: "stroke.lab", more).isUnknown)
  }

  @Test func `what nobody said is unknown, not no`() throws {
    let evidence = try evidence(of: "stroke.lysis", [])
    #expect(evidence.isUnknown)
    #expect(evidence.no.isEmpty && evidence.notYet.isEmpty && evidence.ended.isEmpty)
  }

  @Test func `what is to come and what is over are told, and decide nothing`() throws {
    let later = statement("stroke.ct", .yes, statement: "later") {
      $0.period.from = PartialDate("2027")
    }
    let over = statement("stroke.ct", .yes, statement: "over") {
      $0.period.to = PartialDate("2026-11-22")
    }
    let overNo = statement("stroke.ct", .no, statement: "no") { $0.period.to = PartialDate("2026") }
    let evidence = try evidence(of: "stroke.ct", [later, over, overNo])
    #expect(evidence.isUnknown)
    #expect(evidence.notYet == [later])
    #expect(evidence.ended == [over])
  }

  @Test func `before the first evidence a statement says nothing`() throws {
    let seen = [
      statement("stroke.ct", .yes) { $0.period.firstEvidence = PartialDate("2026-11-22") }
    ]
    let before = try evidence(of: "stroke.ct", on: "2026-11-21", seen)
    #expect(before.isUnknown && before.notYet.isEmpty && before.ended.isEmpty)
    #expect(try evidence(of: "stroke.ct", on: "2026-11-22", seen).yes == seen)
  }

  @Test func `the surest comes first, then the latest, and nobody's word is the least`() throws {
    let old = statement("stroke.ct", .yes, statement: "c-old", sure: .high) {
      $0.period.from = PartialDate("2020")
    }
    let new = statement("stroke.ct", .yes, statement: "d-new", sure: .high) {
      $0.period.firstEvidence = PartialDate("2026")
    }
    let medium = statement("stroke.ct", .yes, statement: "b")
    let unsaid = statement("stroke.ct", .yes, statement: "a", sure: nil)
    let no = statement("stroke.ct", .no, statement: "n", sure: .low)
    let surelyNot = statement("stroke.ct", .no, statement: "o", sure: .high)
    let evidence = try evidence(of: "stroke.ct", [unsaid, no, medium, old, new, surelyNot])
    #expect(evidence.yes == [new, old, medium, unsaid])
    #expect(evidence.no == [surelyNot, no])
  }

  @Test func `statements about others are not taken`() throws {
    let network = try Network(FullRecords.all)
    let day = try #require(PartialDate("2026")).start
    let hospital = try #require(network.facilityIndex(of: "hospital"))
    #expect(network.evidence(of: "stroke.lysis", at: hospital, on: day).yes.count == 1)
    #expect(network.evidence(of: "stroke.lysis", at: hospital, on: day).no.count == 1)
    #expect(network.capabilities(of: hospital).map(\.code) == ["stroke.ct", "stroke.lysis"])
  }
}
