import Facts
import Formats
import Foundation
import Referral
import TestSupport
import Testing

@testable import Answers

@Suite struct EscalationTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))

  private struct Chain: Decodable {
    struct Candidate: Decodable {
      struct Facility: Decodable { var id: String }
      var facility: Facility
      var able: String
      var minutes: Double?
      var directMinutes: Double?
    }
    struct Backing: Decodable {
      var id: String
      var standing: String
    }
    struct Break: Decodable { var code: String }
    struct Rule: Decodable { var answer: String }
    struct Step: Decodable {
      var tier: Int
      var chosen: Candidate?
      var nearestAble: Candidate?
      var named: Candidate?
      var totalMinutes: Double?
      var broken: Break?
      var lapsed: [Backing]
      var rules: [Rule]
    }
    var steps: [Step]
    var withoutTier: [Backing]
  }

  private func answer(
    _ fields: QuestionFields, in session: NetworkSession? = nil
  ) throws -> EscalationAnswer {
    let session = try session ?? SharedSession.mekong.get()
    return try session.answer(EscalationQuestion(fields, in: session, now: now))
  }

  private func chain(
    _ fields: QuestionFields, in session: NetworkSession? = nil
  ) throws -> Chain {
    let text = try #require(try answer(fields, in: session).text(as: .json, AnswerStyle()))
    return try JSONDecoder().decode(Chain.self, from: Data(text.utf8))
  }

  @Test func `agreements that ended say since when, as dates are written, and are told once`()
    throws
  {
    let answer = try answer(
      ["from": "Cái Nước, Cà Mau", "need": "stroke.thrombectomy", "at": "2026-11-25T10:00"])
    for language in Language.allCases {
      let text = try #require(answer.table(AnswerStyle(language, width: 1_000)))
      let lapsed = text.split(separator: "\n").filter {
        $0.contains(language("Thỏa thuận không tính: ", "Not a backing: "))
      }
      #expect(!lapsed.isEmpty && Set(lapsed).count == lapsed.count)
      #expect(
        lapsed.allSatisfy {
          $0.contains(language("LỰC từ 2026;", "ENDED, not in force since 2026;"))
        })
    }
  }

  @Test func `the line of Cà Mau goes over the province to the last line`() throws {
    let chain = try chain(
      ["from": "Cái Nước, Cà Mau", "need": "stroke.thrombectomy", "at": "2026-11-25T10:00"])
    #expect(chain.steps.map(\.tier) == [4, 3, 2, 1])
    #expect(chain.steps[0].broken?.code == "none_able" && chain.steps[0].chosen?.able == "unknown")
    #expect(chain.steps[2].chosen?.facility.id == "bv-ca-mau")
    // Each step begins where the last one ended.
    var total = 0.0
    for step in chain.steps {
      total += step.chosen?.minutes ?? .infinity
      #expect(abs((step.totalMinutes ?? 0) - total) < 0.01)
    }
    // Chợ Rẫy is named by the agreement, another one is nearer.
    #expect(chain.steps[3].named?.facility.id == "bv-cho-ray")
    #expect(chain.steps[3].chosen?.facility.id == chain.steps[3].nearestAble?.facility.id)
    // Of the rules of sending two say that it may be done; of the others that is not known.
    #expect(
      chain.steps.allSatisfy { $0.rules.allSatisfy { ["allowed", "unknown"].contains($0.answer) } })
  }

  @Test func `the regional agreement is in force in 2025 and has ended in 2026`() throws {
    func lapsed(_ at: String) throws -> [String] {
      try chain(["from": "Cái Nước, Cà Mau", "need": "stroke.thrombectomy", "at": at])
        .steps[3].lapsed.filter { $0.standing == "ended" }.map(\.id)
    }
    #expect(try lapsed("2026-11-25T10:00").contains("hcmc-mekong-2023-2025-mang-luoi"))
    #expect(try !lapsed("2025-11-25T10:00").contains("hcmc-mekong-2023-2025-mang-luoi"))
  }

  @Test func `the line starts above a facility, and a preference takes the agreement`() throws {
    let fields: QuestionFields = [
      "from": "bv-chau-doc", "need": "stroke", "at": "2026-11-25T10:00",
    ]
    let nearest = try chain(fields)
    #expect(nearest.steps.map(\.tier) == [1])
    var preferring = fields
    preferring.add("prefer", "agreement")
    let named = try chain(preferring)
    #expect(named.steps[0].chosen?.facility.id == "bv-nhan-dan-115")
    #expect(nearest.steps[0].chosen?.facility.id != "bv-nhan-dan-115")
  }

  @Test func `without travel there is a line without times`() throws {
    let session = try NetworkSession(
      repositoryFolder + "network-data/northern-support", usesSnapshots: false)
    let chain = try chain(
      ["from": "ttyt-bao-yen", "need": "cardiology", "at": "2026-12-25"], in: session)
    #expect(chain.steps.map(\.tier) == [2, 1])
    #expect(chain.steps[0].chosen?.facility.id == "bv-da-khoa-so-1-lao-cai")
    #expect(chain.steps[0].chosen?.minutes == nil && chain.steps[0].totalMinutes == nil)
    #expect(chain.steps[1].chosen == nil && chain.steps[1].broken?.code == "none_able")
    #expect(chain.withoutTier.contains { $0.id == "dhyhn-bao-yen" })
  }

  @Test func `both languages say the same, twice the same`() throws {
    let answer = try answer(
      ["from": "Cái Nước, Cà Mau", "need": "stroke", "at": "2026-11-25T10:00"])
    let first = try #require(answer.table(AnswerStyle(.vi)))
    #expect(first == answer.table(AnswerStyle(.vi)))
    #expect(first.contains("ĐỨT") && !first.contains("BROKEN"))
    let english = try #require(answer.table(AnswerStyle(.en)))
    #expect(english.contains("BROKEN") && !english.contains("ĐỨT"))
    let rows = try #require(answer.csv(AnswerStyle())).split(separator: "\n")
    #expect(rows.count == answer.chain.steps.count + 1)
  }

  @Test(
    arguments: [
      ["from": "Cái Nước, Cà Mau", "need": "nothing"],
      ["from": "Nowhere at all", "need": "stroke"],
      ["from": "Cái Nước, Cà Mau", "need": "stroke", "age": "131"],
      ["from": "Cái Nước, Cà Mau", "need": "stroke", "prefer": "farthest"],
      ["from": "Cái Nước, Cà Mau", "need": "stroke", "transferRules": "break"],
      ["from": "Cái Nước, Cà Mau", "need": "stroke", "minConfidence": "none"],
      ["from": "Cái Nước, Cà Mau", "need": "stroke", "color": "red"], ["need": "stroke"],
    ] as [[String: String]])
  func `a wrong field is named`(fields: [String: String]) throws {
    let good = ["from": "Cái Nước, Cà Mau", "need": "stroke"]
    let wrong = fields.first { good[$0.key] != $0.value }?.key ?? "from"
    let error = #expect(throws: QuestionError.self) {
      try self.answer(QuestionFields(fields.map { (name: $0.key, value: $0.value) }))
    }
    #expect(error?.field == wrong)
  }
}
