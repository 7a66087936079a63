import Testing

@testable import Answers

@Suite struct QuestionErrorsTests {
  private func errors(_ fields: QuestionFields) throws -> [QuestionError] {
    let session = try SharedSession.mekong.get()
    do throws(QuestionError) {
      _ = try RouteQuestion(fields, in: session, now: SharedSession.now)
      return []
    } catch {
      return QuestionErrors(error, of: fields, in: session) { (fields) throws(QuestionError) in
        _ = try RouteQuestion(fields, in: session, now: SharedSession.now)
      }.all
    }
  }

  @Test func `All wrong fields are told at once, missing ones too`() throws {
    let all = try errors([
      "from": "Nơi Không Có", "at": "27:00", "vehicle": "tank", "k": "0", "within": "abc",
      "odd": "1",
    ])
    #expect(
      Set(all.map(\.field)) == ["need", "from", "at", "vehicle", "k", "within", "odd"], "\(all)")
    #expect(all.count == 7)
    #expect(all.contains { $0.field == "need" && $0.problem == .missing })
  }

  @Test func `A right field is not told, and one wrong field is told alone`() throws {
    #expect(
      try errors(["from": "Cái Nước", "need": "stroke", "k": "3"]).map(\.field) == [])
    #expect(
      try errors(["from": "Cái Nước", "need": "stroke", "k": "x"]).map(\.field) == ["k"])
    #expect(try errors(["need": "stroke"]).map(\.field) == ["from"])
  }
}
