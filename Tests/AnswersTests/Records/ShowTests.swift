import Facts
import Formats
import HealthNetwork
import TestSupport
import Testing

@testable import Answers

struct ShowTests {
  private let session: NetworkSession

  init() throws { session = try SharedSession.mekong.get() }

  @Test func `A facility is shown with the statements about it`() throws {
    let answer = try session.ask(ShowQuestion.self, ["id": "bv-cho-ray"])
    #expect(answer.isFound)
    #expect(answer.table(AnswerStyle(.en))?.contains("Capability: ") == true)
    #expect(answer.xml(AnswerStyle())?.contains("<exchange") == true)
    guard case .object(let fields)? = answer.json(AnswerStyle()) else {
      Issue.record("JSON is an object")
      return
    }
    #expect(Set(fields.keys) == ["records", "statements", "related"])
  }

  @Test func `A name means the facility, place, bridge or ferry that has it`() throws {
    let named = try session.ask(ShowQuestion.self, ["id": "bv da khoa ca mau"])
    #expect(named.dossier.subject.facilities.map(\.record.id) == ["bv-ca-mau"])
    let ferry = try session.ask(ShowQuestion.self, ["id": "phà đình khao"])
    #expect(ferry.table(AnswerStyle())?.hasPrefix("Đoạn đi lại\n") == true)
  }

  @Test func `A name that several things have lists them`() {
    let bridges = #expect(throws: QuestionError.self) {
      try session.ask(ShowQuestion.self, ["id": "cau rach mieu"])
    }
    #expect(bridges?.problem == .ambiguous)
    #expect(
      bridges?.choices.contains { $0.value == "r-b-cau-rach-mieu-2-a-b-cau-rach-mieu-2-b" } == true)
  }

  @Test func `A name that nothing has is an error in either language`() {
    let error = #expect(throws: QuestionError.self) {
      try session.ask(ShowQuestion.self, ["id": "no-such-thing-at-all"])
    }
    #expect(error?.field == "id")
    #expect(error?.message(in: .vi).contains("không có gì mang mã hoặc tên") == true)
    #expect(error?.message(in: .en).contains("nothing has the id or name") == true)
  }
}
