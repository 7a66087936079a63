import Formats
import HealthNetwork
import TestSupport
import Testing

@testable import Answers

struct CheckTests {
  private let mekong: NetworkSession
  private let north: NetworkSession

  init() throws {
    mekong = try SharedSession.mekong.get()
    north = try SharedSession.north.get()
  }

  @Test func `A valid network is graded, its warnings with file and line`() throws {
    var question = try CheckQuestion(
      ["topic": "facility_contact", "all": "true"], in: mekong,
      now: SharedSession.now)
    question.path = "data/"
    let answer = question.answer(in: mekong)
    let table = try #require(answer.table(AnswerStyle(.en)))
    #expect(answer.isFound && table.hasPrefix("data/: valid – "))
    #expect(table.contains("Grade") && !table.contains("[facility_placing]"))
    guard answer.hasWarnings else { return }
    #expect(table.contains(#/data/[^:]+\.xml:\d+: /#))
  }

  @Test func `Facilities are graded, the worst first, the same twice`() throws {
    let answer = try mekong.ask(CheckQuestion.self, ["grade": "true"])
    #expect(
      answer.table(AnswerStyle(.en))?.contains("Data quality by province (worst first)") == true)
    let json = try #require(answer.text(as: .json, AnswerStyle()))
    #expect(json.contains("\"position_by_rule\""))
    let again = try mekong.ask(CheckQuestion.self, ["grade": "true"])
    #expect(json == again.text(as: .json, AnswerStyle()))
    // The old province and the new one have one name.
    let provinces = try north.ask(CheckQuestion.self, ["grade": "true"])
      .table(AnswerStyle(.vi, width: 400))?.matches(of: #/Tỉnh Lào Cai \(([\w:-]+)\)/#).map(\.1)
    #expect(Set(provinces ?? []).count == 2)
  }

  @Test func `A network without ways is checked without them, and refuses a vehicle`() throws {
    #expect(try north.ask(CheckQuestion.self, [:]).isFound)
    let refusal = #expect(throws: QuestionError.self) {
      try north.ask(CheckQuestion.self, ["vehicle": "boat"])
    }
    #expect(refusal?.field == "vehicle")
    let error = #expect(throws: QuestionError.self) {
      try mekong.ask(CheckQuestion.self, ["vehicle": "boats"])
    }
    #expect(error?.field == "vehicle" && error?.nearest == "boat")
  }

  @Test func `Several networks are one answer, valid when all are`() throws {
    let valid = try north.ask(CheckQuestion.self, [:])
    let both = CheckAnswer.joined([valid, .invalid("broken")])
    #expect(valid.isFound && !both.isFound)
    #expect(both.table(AnswerStyle(.vi))?.hasSuffix("broken: KHÔNG hợp lệ\n") == true)
    #expect(
      both.text(as: .json, AnswerStyle(isCompact: true))?
        .contains(#"{"path":"broken","valid":false}"#) == true)
  }
}
