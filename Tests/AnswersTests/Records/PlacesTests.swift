import Formats
import HealthNetwork
import TestSupport
import Testing

@testable import Answers

struct PlacesTests {
  private let session: NetworkSession

  init() throws { session = try SharedSession.mekong.get() }

  @Test func `The geography is the one in force, or the one named`() throws {
    let now = try session.ask(PlacesQuestion.self, ["level": "province"])
    #expect(now.places.allSatisfy { $0.scheme == "gso-2025" && $0.level == .province })
    #expect(now.csv(AnswerStyle())?.contains("Tỉnh Cà Mau") == true)
    let then = try session.ask(PlacesQuestion.self, ["at": "2025-06-30"])
    #expect(then.places.allSatisfy { $0.scheme == "gso-2024" })
    let named = try session.ask(PlacesQuestion.self, ["scheme": "gso-2024"])
    #expect(named.places == then.places)
  }

  @Test func `A province is meant, though a town bears its name`() throws {
    let districts = try session.ask(
      PlacesQuestion.self, ["under": "Cà Mau", "at": "2025-06-30", "level": "district"])
    #expect(districts.places.contains { $0.name == "Huyện Cái Nước" })
    let town = try session.ask(
      PlacesQuestion.self, ["under": "thành phố cà mau", "at": "2025-06-30"])
    #expect(town.places.contains { $0.name == "Phường 1" })
    #expect(!town.places.contains { $0.level == .district })
  }

  @Test func `Unknown levels, schemes and places are refused by the name of their field`() {
    for (field, value) in [
      ("level", "state"), ("scheme", "gso-1999"), ("under", "nowhere"), ("under", "gso-2024:96"),
    ] {
      let error = #expect(throws: QuestionError.self) {
        try session.ask(PlacesQuestion.self, QuestionFields([(field, value)]))
      }
      #expect(error?.field == field && error?.value == value)
    }
  }

  @Test func `A commune holds nothing, which is said`() throws {
    let answer = try session.ask(PlacesQuestion.self, ["under": "gso-2025:32128"])
    #expect(!answer.isFound)
    #expect(answer.remark(AnswerStyle(.en)) == "there are no such places")
  }
}
