import Formats
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@testable import Answers

struct SearchTests {
  private let session: NetworkSession

  init() throws { session = try SharedSession.mekong.get() }

  @Test func `Facilities and places are found by their names`() throws {
    let answer = try session.ask(SearchQuestion.self, ["text": "bv nam can"])
    #expect(answer.isFound)
    #expect(answer.table(AnswerStyle())?.contains("bv-nam-can") == true)
    let places = try session.ask(
      SearchQuestion.self, ["text": "cái nước, cà mau", "kind": "place", "limit": "1"])
    #expect(places.matches.count == 1)
    #expect(places.csv(AnswerStyle())?.contains("\nplace,gso-2025:32128,") == true)
  }

  @Test func `A name that nothing has is an answer, with a remark in either language`() throws {
    let answer = try session.ask(SearchQuestion.self, ["text": "zzzzqq"])
    #expect(!answer.isFound)
    #expect(answer.table(AnswerStyle()) == "" && answer.json(AnswerStyle()) == .array([]))
    #expect(answer.remark(AnswerStyle(.vi)) == "không tìm thấy gì có tên \"zzzzqq\"")
    #expect(answer.remark(AnswerStyle(.en)) == "nothing is called \"zzzzqq\"")
  }

  @Test func `For the name of a ferry a face can tell where to search`() throws {
    let answer = try session.ask(SearchQuestion.self, ["text": "phà đình khao"])
    var style = AnswerStyle(.en)
    #expect(answer.remark(style) == "\"phà đình khao\" is the name of a bridge or ferry")
    #expect(answer.matches.isEmpty && answer.records.allSatisfy { $0.kind == "observation" })
    style.hintText = { hint, _ in "\(hint)" }
    #expect(answer.remark(style)?.hasSuffix("; crossings(\"phà đình khao\")") == true)
  }

  @Test func `A field that is wrong is named, with what is allowed`() {
    #expect(throws: QuestionError(field: "text", .missing)) {
      try session.ask(SearchQuestion.self, [:])
    }
    let kind = #expect(throws: QuestionError.self) {
      try session.ask(SearchQuestion.self, ["text": "x", "kind": "places"])
    }
    #expect(kind?.field == "kind" && kind?.nearest == "place")
    let limit = #expect(throws: QuestionError.self) {
      try session.ask(SearchQuestion.self, ["text": "x", "limit": "0"])
    }
    #expect(limit?.field == "limit")
  }

  @Test func `Bridges and ferries are listed, all of them without a name`() throws {
    let some = try session.ask(CrossingsQuestion.self, ["text": "rach mieu"])
    #expect(some.table(AnswerStyle(width: 200))?.contains("Cầu Rạch Miễu") == true)
    let all = try session.ask(CrossingsQuestion.self, [:])
    #expect(all.links.count > some.links.count)
    let few = try session.ask(CrossingsQuestion.self, ["limit": "3"])
    #expect(few.links.map(\.id) == all.links.prefix(3).map(\.id))
    let none = try session.ask(CrossingsQuestion.self, ["text": "zzzz"])
    #expect(none.remark(AnswerStyle(.en)) == "nothing is called \"zzzz\"")
  }

  @Test func `Excel gets a byte order mark, semicolons and decimal commas in Vietnamese`() throws {
    let answer = try session.ask(CrossingsQuestion.self, ["text": "rach mieu"])
    let excel = try #require(answer.csv(AnswerStyle(csv: CSVWriter(excel: .vi))))
    #expect(excel.hasPrefix("\u{FEFF}name;mode;link;km;"))
    #expect(excel.contains(#/;road;[^;]+;"?\d+,\d+"?;/#))
    let plain = try #require(answer.csv(AnswerStyle()))
    #expect(plain.hasPrefix("name,mode,link,km,"))
    #expect(plain.contains(#/,road,[^,]+,\d+\.\d+,/#))
  }
}
