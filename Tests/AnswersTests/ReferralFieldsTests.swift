import Facts
import Formats
import HealthNetwork
import Referral
import Testing
import TravelNetwork

@testable import Answers

struct ReferralFieldsTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))

  private func query(_ fields: QuestionFields) throws -> ReferralQuery {
    var reader = FieldReader(fields, in: try SharedSession.mekong.get(), now: now)
    let query = try reader.referralQuery(need: try reader.need(), at: try reader.instant())
    try reader.finish()
    return query
  }

  @Test func `Fields that are not given leave the query's own defaults`() throws {
    let query = try query(["need": "stroke"])
    #expect(query.need.capability == "stroke.lysis")
    #expect(query.at.seconds == now.seconds)
    #expect(query.vehicle.id == "ambulance")
    #expect(query.count == 3)
    #expect(query.minimumConfidence == .medium)
    #expect(query.minimumProbability == 0.9)
    #expect(query.avoided.isEmpty)
    #expect(query.weather == nil)
  }

  @Test func `Every field is read into the query`() throws {
    let query = try query([
      "need": "nhồi máu cơ tim", "at": "2026-11-25T02:00", "vehicle": "mixed", "k": "5",
      "minConfidence": "low", "minProbability": "0.5", "avoid": "Cầu Rạch Miễu",
      "weather": "bad", "age": "70", "sex": "female", "onset": "23:30", "within": "90.5",
      "withinKm": "40", "minLevel": "basic", "highestTier": "2", "bed": "icu",
      "severity": "critical",
    ])
    #expect(query.at.description == "2026-11-25T02:00:00+07:00")
    #expect(query.vehicle.id == "mixed")
    #expect(query.count == 5)
    #expect(query.minimumConfidence == .low)
    #expect(query.minimumProbability == 0.5)
    #expect(!query.avoided.isEmpty)
    #expect(query.weather?.id == "bad")
    #expect(query.age == 70)
    #expect(query.sex == .female)
    #expect(query.onset?.description == "2026-11-24T23:30:00+07:00")
    #expect(query.maximumMinutes == 90.5)
    #expect(query.maximumKilometres == 40)
    #expect(query.minimumLevel == .basic)
    #expect(query.highestTier == 2)
    #expect(query.bedType == "icu")
    #expect(query.severity?.code == "critical")
  }

  @Test(arguments: [
    ("need", "strok", "stroke"), ("vehicle", "ambulanc", "ambulance"), ("k", "0", nil),
    ("k", "three", nil), ("minConfidence", "hig", "high"), ("minProbability", "1.5", nil),
    ("avoid", "no such bridge", nil), ("weather", "badd", "bad"), ("age", "131", nil),
    ("sex", "femal", "female"), ("onset", "2027-01-01", nil), ("onset", "99:99", nil),
    ("within", "0", nil), ("withinKm", "-1", nil), ("minLevel", "basics", "basic"),
    ("highestTier", "5", nil), ("severity", "criticl", "critical"), ("at", "noon", nil),
  ])
  func `A wrong field is named with its value and the nearest allowed one`(
    name: String, value: String, nearest: String?
  ) throws {
    var fields: QuestionFields = name == "need" ? [:] : ["need": "stroke"]
    fields.add(name, value)
    let error = #expect(throws: QuestionError.self) { try query(fields) }
    #expect(error?.field == name)
    #expect(error?.value == value)
    if let nearest { #expect(error?.nearest == nearest) }
  }

  @Test func `A field that no question has is refused with the one that may have been meant`()
    throws
  {
    let error = #expect(throws: QuestionError.self) {
      try query(["need": "stroke", "minConfidance": "low"])
    }
    #expect(error?.problem == .unknownField)
    #expect(error?.nearest == "minConfidence")
  }

  @Test func `A need must be given`() throws {
    let error = #expect(throws: QuestionError.self) { try query([:]) }
    #expect(error?.field == "need")
    #expect(error?.problem == .missing)
  }
}
