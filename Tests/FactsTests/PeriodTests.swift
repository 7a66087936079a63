import Facts
import Testing

@Suite struct PeriodTests {
  private func standing(_ day: String, _ change: (inout Period) -> Void) throws -> Period.Standing {
    var period = Period()
    change(&period)
    return period.standing(on: try #require(PartialDate(day)).start)
  }

  @Test func `a period holds from its first day to the day before its end`() throws {
    for (day, expected) in [
      ("2026-03-10", Period.Standing.notYet), ("2026-03-11", .inForce), ("2026-03-13", .inForce),
      ("2026-03-14", .ended),
    ] {
      let found = try standing(day) {
        $0.from = PartialDate("2026-03-11")
        $0.to = PartialDate("2026-03-14")
      }
      #expect(found == expected, "\(day)")
    }
  }

  @Test func `before the first evidence nothing is known`() throws {
    let evidence: (inout Period) -> Void = { $0.firstEvidence = PartialDate("2025") }
    #expect(try standing("2024-12-31", evidence) == .unknown)
    #expect(try standing("2025-01-01", evidence) == .inForce)
  }

  @Test func `a known start counts for more than the first evidence`() throws {
    let both: (inout Period) -> Void = {
      $0.from = PartialDate("2024")
      $0.firstEvidence = PartialDate("2025")
    }
    #expect(try standing("2024-06-01", both) == .inForce)
    #expect(try standing("2023-12-31", both) == .notYet)
  }

  @Test func `a period without ends holds always, and an ended one has ended`() throws {
    #expect(try standing("0001-01-01") { _ in } == .inForce)
    #expect(try standing("2025-07-01") { $0.to = PartialDate("2025-07") } == .ended)
    #expect(try standing("2025-06-30") { $0.to = PartialDate("2025-07") } == .inForce)
    let ended: (inout Period) -> Void = {
      $0.firstEvidence = PartialDate("2025")
      $0.to = PartialDate("2024")
    }
    #expect(try standing("2024-06-01", ended) == .ended)
  }

  @Test func `confidences are ordered`() {
    #expect(Confidence.low < .medium)
    #expect(Confidence.medium < .high)
    #expect(Confidence.allCases.sorted() == [.low, .medium, .high])
  }
}
