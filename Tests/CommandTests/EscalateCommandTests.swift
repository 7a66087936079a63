import Foundation
import TestSupport
import Testing

@Suite struct EscalateCommandTests {
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

  private func chain(_ arguments: String...) throws -> Chain {
    let result = try tuyen(["escalate", "--format", "json"] + arguments)
    #expect([0, 1].contains(result.code) && result.errors.isEmpty, "\(result.errors)")
    return try JSONDecoder().decode(Chain.self, from: Data(result.output.utf8))
  }

  @Test func `the line of Cà Mau goes over the province to the last line`() throws {
    let chain = try chain(
      "--from", "Cái Nước, Cà Mau", "--need", "stroke.thrombectomy", "--at", "2026-11-25T10:00")
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
    #expect(chain.steps.allSatisfy { $0.rules.allSatisfy { $0.answer == "unknown" } })
  }

  @Test func `the regional agreement is in force in 2025 and has ended in 2026`() throws {
    func lapsed(_ at: String) throws -> [String] {
      try chain("--from", "Cái Nước, Cà Mau", "--need", "stroke.thrombectomy", "--at", at)
        .steps[3].lapsed.filter { $0.standing == "ended" }.map(\.id)
    }
    #expect(try lapsed("2026-11-25T10:00").contains("hcmc-mekong-2023-2025-mang-luoi"))
    #expect(try !lapsed("2025-11-25T10:00").contains("hcmc-mekong-2023-2025-mang-luoi"))
  }

  @Test func `the line starts above a facility, and a preference takes the agreement`() throws {
    let arguments = ["--from", "bv-chau-doc", "--need", "stroke", "--at", "2026-11-25T10:00"]
    let nearest = try chain(
      arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5])
    #expect(nearest.steps.map(\.tier) == [1])
    let named = try chain(
      arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5],
      "--prefer", "agreement")
    #expect(named.steps[0].chosen?.facility.id == "bv-nhan-dan-115")
    #expect(nearest.steps[0].chosen?.facility.id != "bv-nhan-dan-115")
  }

  @Test func `without travel there is a line without times`() throws {
    let chain = try chain(
      "--from", "ttyt-bao-yen", "--need", "cardiology", "--at", "2026-12-25", "--network",
      repositoryFolder + "network-data/northern-support")
    #expect(chain.steps.map(\.tier) == [2, 1])
    #expect(chain.steps[0].chosen?.facility.id == "bv-da-khoa-so-1-lao-cai")
    #expect(chain.steps[0].chosen?.minutes == nil && chain.steps[0].totalMinutes == nil)
    #expect(chain.steps[1].chosen == nil && chain.steps[1].broken?.code == "none_able")
    #expect(chain.withoutTier.contains { $0.id == "dhyhn-bao-yen" })
  }

  @Test func `both languages say the same, twice the same`() throws {
    let arguments = [
      "escalate", "--from", "Cái Nước, Cà Mau", "--need", "stroke", "--at", "2026-11-25T10:00",
    ]
    let first = try tuyen(arguments)
    #expect(first.output == (try tuyen(arguments).output))
    #expect(first.output.contains("ĐỨT") && !first.output.contains("BROKEN"))
    let english = try tuyen(arguments + ["--lang", "en"])
    #expect(english.output.contains("BROKEN") && !english.output.contains("ĐỨT"))
  }

  @Test func `what is not known is refused with a word on what to do`() throws {
    let need = try tuyen(["escalate", "--from", "Cái Nước, Cà Mau", "--need", "nothing"])
    #expect(need.code == 64 && need.errors.contains("--need"))
    let place = try tuyen(["escalate", "--from", "Nowhere at all", "--need", "stroke"])
    #expect(place.code == 64 && place.errors.contains("--from"))
  }
}
