import Facts
import Formats
import TestSupport
import Testing

@testable import Answers

@Suite struct GraphTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))

  private func answer(_ fields: QuestionFields) throws -> GraphAnswer {
    let session = try SharedSession.mekong.get()
    return try session.answer(GraphQuestion(fields, in: session, now: now))
  }

  @Test func `every arc is a row between two nodes of the other table`() throws {
    let answer = try answer(["vehicle": "mixed", "at": "2026-11-25T10:00"])
    #expect(answer.isFound)
    let nodes = answer.nodes(AnswerStyle()).split(separator: "\n")
    let ids = Set(nodes.dropFirst().compactMap { $0.split(separator: ",").first })
    let arcs = try #require(answer.csv(AnswerStyle())).split(separator: "\n")
    #expect(nodes[0] == "id,lat,lon,kind" && arcs[0] == "from,to,minutes,km,mode,link,crossing")
    #expect(arcs.count == answer.arcs.count + 1)
    for arc in arcs.dropFirst() {
      let fields = arc.split(separator: ",", omittingEmptySubsequences: false)
      #expect(ids.contains(fields[0]) && ids.contains(fields[1]))
    }
  }

  @Test func `a bridge out of use has no arcs`() throws {
    let whole = try answer(["at": "2026-11-25T10:00"])
    let cut = try answer(["at": "2026-11-25T10:00", "avoid": "Cầu Rạch Miễu"])
    #expect(cut.arcs.count < whole.arcs.count)
    #expect(whole.csv(AnswerStyle())?.contains("Cầu Rạch Miễu") == true)
    #expect(cut.csv(AnswerStyle())?.contains("Cầu Rạch Miễu (") == false)
  }
}
