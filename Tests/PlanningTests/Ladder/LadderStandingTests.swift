import Facts
import HealthNetwork
import Planning
import TestSupport
import Testing

@Suite struct LadderStandingTests {
  /// Three rungs: a picture; lysis; lysis with thrombectomy or surgery.
  private let ladder = with(Ladder()) {
    ($0.id, $0.specialty, $0.name) = ("stroke", "stroke", "Stroke")
    $0.rungs = [
      with(Rung()) { ($0.level, $0.name, $0.requires) = ("ct", "CT", "stroke.ct") },
      with(Rung()) {
        ($0.level, $0.name, $0.requires, $0.months) = ("lysis", "Lysis", "stroke.lysis", 3)
      },
      with(Rung()) {
        ($0.level, $0.name) = ("full", "Full")
        $0.requires = "stroke.lysis stroke.thrombectomy|stroke.surgery"
      },
    ]
  }

  private func standing(
    _ change: (inout SupportNetwork) -> Void, in ladder: Ladder? = nil
  ) throws -> LadderStanding {
    var drawn = SupportNetwork()
    drawn.records.capabilityTypes += located(
      with(CapabilityType()) {
        ($0.code, $0.specialty, $0.name) = ("stroke.surgery", "stroke", "S")
      },
      with(CapabilityType()) {
        ($0.code, $0.specialty, $0.name) = ("stroke.whole", "stroke", "W")
      })
    change(&drawn)
    let network = try Network(drawn.records)
    let facility = try #require(network.facilityIndex(of: "hospital"))
    return LadderStanding(
      ladder ?? self.ladder, of: facility,
      PracticeRegister(network, on: SupportNetwork.day))
  }

  @Test func `nothing said is no level, and rules none out`() throws {
    let standing = try standing { _ in }
    #expect(standing.level == nil && standing.ceiling == 2 && standing.next == 0)
    #expect(!standing.isKnown)
  }

  @Test func `a level is what is performed, and the next says what is missing or unknown`() throws {
    let lysis = try standing { $0.statement("hospital", "stroke.lysis") }
    #expect(lysis.level == 1 && lysis.next == 2 && lysis.ceiling == 2)
    #expect(lysis.steps[2].unknown == [["stroke.thrombectomy", "stroke.surgery"]])
    #expect(lysis.steps[2].performed == [["stroke.lysis"]] && lysis.steps[2].missing.isEmpty)
    let no = try standing {
      $0.statement("hospital", "stroke.lysis")
      $0.statement("hospital", "stroke.thrombectomy", .no)
    }
    // The other of the two may be there.
    #expect(no.ceiling == 2 && no.steps[2].answer == .unknown)
    let none = try standing {
      $0.statement("hospital", "stroke.lysis")
      $0.statement("hospital", "stroke.thrombectomy", .no)
      $0.statement("hospital", "stroke.surgery", .no)
    }
    #expect(none.ceiling == 1 && none.steps[2].missing.count == 1)
    let full = try standing {
      $0.statement("hospital", "stroke.lysis")
      $0.statement("hospital", "stroke.surgery")
    }
    #expect(full.level == 2 && full.next == nil)
  }

  @Test func `weak statements and old ones do not hold a level, techniques do`() throws {
    let weak = try standing {
      $0.statement("hospital", "stroke.lysis") { $0.provenance.confidence = .low }
    }
    #expect(weak.level == nil && weak.ceiling == 2)
    let ended = try standing {
      $0.statement("hospital", "stroke.lysis") {
        $0.period = Period(from: nil, to: PartialDate("2026"))
      }
    }
    #expect(ended.level == nil)
    let technique = try standing {
      $0.records.techniques = located(
        with(Technique()) {
          ($0.id, $0.facility, $0.name, $0.capability) = ("t", "hospital", "T", "stroke.lysis")
          $0.provenance.confidence = .medium
        })
    }
    #expect(technique.level == 1)
  }

  @Test func `what a source wants performed in the last months is not taken for granted`() throws {
    func recent(_ date: String?) throws -> Bool? {
      let standing = try standing {
        $0.statement("hospital", "stroke.lysis") {
          $0.period = with(Period()) { $0.firstEvidence = date.flatMap { PartialDate($0) } }
        }
      }
      return standing.steps[1].isRecent
    }
    #expect(try recent(nil) == false)
    #expect(try recent("2026-08-24") == false)
    #expect(try recent("2026-08-25") == true)
    #expect(try standing { _ in }.steps[1].isRecent == nil)
  }

  @Test func `a statement about the level as a whole decides`() throws {
    var stated = ladder
    stated.rungs[2].capability = "stroke.whole"
    let yes = try standing({ $0.statement("hospital", "stroke.whole") }, in: stated)
    #expect(yes.level == 2 && yes.steps[2].isStatedWhole)
    let no = try standing(
      {
        $0.statement("hospital", "stroke.whole", .no)
        $0.statement("hospital", "stroke.lysis")
        $0.statement("hospital", "stroke.surgery")
      }, in: stated)
    #expect(no.level == 1 && no.ceiling == 1)
  }

  @Test func `months back end on days that there are`() {
    #expect(Day(year: 2026, month: 5, day: 31)?.earlier(byMonths: 3).description == "2026-02-28")
    #expect(Day(year: 2026, month: 1, day: 15)?.earlier(byMonths: 13).description == "2024-12-15")
    #expect(Day(year: 2026, month: 8, day: 31)?.later(byMonths: 6).description == "2027-02-28")
    #expect(Day(year: 2024, month: 3, day: 31)?.earlier(byMonths: 1).description == "2024-02-29")
    #expect(Day(year: 2026, month: 10, day: 31)?.later(byMonths: 2).description == "2026-12-31")
    #expect(Day(year: 2026, month: 10, day: 31)?.later(byMonths: 1).description == "2026-11-30")
  }
}
