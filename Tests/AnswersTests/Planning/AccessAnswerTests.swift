import Answers
import Facts
import Files
import Formats
import Foundation
import HealthNetwork
import Planning
import TestSupport
import Testing
import TravelNetwork

/// The columns of minutes count as the coverage does, whatever the threshold.
@Suite struct AccessAnswerTests {
  private func columns(_ fields: QuestionFields) throws -> [String: Any] {
    let session = try SharedSession.mekong.get()
    let json = try session.ask(AccessQuestion.self, fields).json(AnswerStyle(.en))
    let bytes = try #require(json).bytes()
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// The people of a class, counted from columns as a reader would.
  private func people(
    _ columns: [String: Any], _ pace: String, within limit: Double
  ) throws -> [AccessClass: Double] {
    let communes = try #require(columns["communes"] as? [String: Any])
    let people = try #require(communes["people"] as? [Any]).map { $0 as? Double ?? .nan }
    let paced = try #require(columns[pace] as? [String: Any])
    func minutes(_ name: String) throws -> [Double?] {
      try #require(paced[name] as? [Any]).map { $0 as? Double }
    }
    let able = try minutes("minutes")
    let unknown = try minutes("unknownMinutes")
    let hospital = try minutes("hospitalMinutes")
    var sums: [AccessClass: Double] = [:]
    for index in people.indices {
      func isWithin(_ minutes: Double?) -> Bool { minutes.map { $0 <= limit } ?? false }
      let one: AccessClass
      if isWithin(able[index]) {
        one = .served
      } else if isWithin(unknown[index]) {
        one = .unknown
      } else {
        one = isWithin(hospital[index]) ? .noCapacity : .outOfReach
      }
      sums[one, default: 0] += people[index]
    }
    return sums
  }

  @Test(arguments: ["2026-11-25T10:00", "2026-11-25T02:00"])
  func `people counted from the columns are those of the coverage`(_ at: String) throws {
    let session = try SharedSession.mekong.get()
    let columns = try columns(["need": "stroke.thrombectomy", "at": at])
    let coverage = try session.ask(
      CoverageQuestion.self, ["need": "stroke.thrombectomy", "at": at]
    ).needs[0].coverage
    for limit in [15.0, 60, 61, 90, 120, 180] {
      for (name, pace) in [("typical", Pace.typical), ("slow", .slow)] {
        let counted = try people(columns, name, within: limit)
        let told = coverage.people(within: limit, at: pace)
        for one in AccessClass.allCases {
          #expect(abs(counted[one, default: 0] - told[one]) < 1, "\(limit) \(name) \(one)")
        }
      }
    }
  }

  @Test func `each column has a value for each commune, and facilities are in the list`() throws {
    let columns = try columns(["need": "stroke", "at": "2026-11-25T10:00"])
    let communes = try #require(columns["communes"] as? [String: Any])
    let count = try #require(communes["place"] as? [Any]).count
    #expect(count == 657)
    for name in ["name", "unit", "people", "peopleOfGroup"] {
      #expect((communes[name] as? [Any])?.count == count, "\(name)")
    }
    let facilities = try #require(columns["facilities"] as? [[String: Any]])
    #expect(facilities.contains { $0["ability"] as? String == "able" })
    #expect(facilities.contains { $0["ability"] as? String == "unknown" })
    for pace in ["typical", "slow"] {
      let paced = try #require(columns[pace] as? [String: Any])
      for (_, values) in paced { #expect((values as? [Any])?.count == count) }
      let numbers = try #require(paced["facility"] as? [Any]).compactMap { $0 as? Int }
      #expect(numbers.allSatisfy(facilities.indices.contains))
      let minutes = try #require(paced["minutes"] as? [Any])
      #expect(minutes.filter { $0 is NSNull }.count == count - numbers.count)
    }
  }

  @Test func `a need is needed, and a field of another question refused`() throws {
    let session = try SharedSession.mekong.get()
    let wrong: [QuestionFields] = [
      ["at": "2026-11-25T10:00"], ["need": "stroke", "by": "commune"],
    ]
    for fields in wrong {
      #expect(throws: QuestionError.self) { try session.ask(AccessQuestion.self, fields) }
    }
  }
}
