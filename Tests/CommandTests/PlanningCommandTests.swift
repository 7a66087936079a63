import Foundation
import TestSupport
import Testing

/// The commands of planning, as a user runs them; what they answer is tested with the answers.
@Suite struct PlanningCommandTests {
  @Test func `options are the fields of questions, and wrong ones are named as options`() throws {
    let result = try tuyen([
      "gaps", "--need", "stroke.thrombectomy", "--threshold", "90", "--limit", "3", "--at",
      "2026-11-25T02:00", "--vehicle", "ambulance", "--min-confidence", "medium", "--format",
      "csv", "--excel",
    ])
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(result.output.split(separator: "\n").count == 4)
    #expect(result.output.contains("place;name;people"))
    let wrong = try tuyen(["coverage", "--min-confidence", "certain"])
    #expect(wrong.code == 64 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("--min-confidence \"certain\""), "\(wrong.errors)")
  }
}
