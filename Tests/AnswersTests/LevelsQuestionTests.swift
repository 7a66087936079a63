import Facts
import Formats
import HealthNetwork
import Planning
import TestSupport
import Testing

@testable import Answers

struct LevelsQuestionTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 420))

  private func ask(_ fields: QuestionFields) throws -> LevelsAnswer {
    let session = try SharedSession.mekong.get()
    return try session.answer(LevelsQuestion(fields, in: session, now: now))
  }

  @Test func `Levels are called derived, and say what is not known`() throws {
    let answer = try ask(["ladder": "emonc", "at": "2026-11-25T10:00"])
    let study = try #require(answer.studies.first)
    let basic = try #require(
      study.standings.first { $0.level.map { study.ladder.rungs[$0].level } == "basic" })
    let next = try #require(basic.next)
    #expect(basic.steps[next].unknown.contains(["obstetrics.caesarean"]))
    let gain = try #require(study.gains[basic.facility])
    #expect(gain.people >= gain.newly)
    #expect(answer.table(AnswerStyle(.en))?.contains("derived") == true)
    #expect(answer.csv(AnswerStyle())?.hasPrefix("ladder,id,name,level,derived,") == true)
  }

  @Test func `People in separated values are plain numbers, whatever the language`() throws {
    let answer = try ask(["ladder": "trauma", "at": "2026-11-25T10:00"])
    #expect(answer.csv(AnswerStyle(.vi)) == answer.csv(AnswerStyle(.en)))
    let gains = answer.studies.flatMap { $0.gains.values.map(\.people) }
    #expect(gains.contains { $0 > 100_000 })
  }

  @Test func `Without gains nobody's way is computed`() throws {
    let answer = try ask(["ladder": "stroke", "at": "2026-11-25", "noGains": "true"])
    #expect(answer.demand == nil && answer.studies.allSatisfy(\.gains.isEmpty))
    #expect(answer.isFound)
  }

  @Test func `Minutes that are asked for take the place of the standards`() throws {
    let answer = try ask(["ladder": "emonc", "at": "2026-11-25", "within": "45"])
    let limits = try #require(answer.studies.first?.limits)
    #expect(limits.allSatisfy { $0?.minutes == 45 && $0?.standard == nil })
  }

  @Test(arguments: [
    ("ladder", "none"), ("within", "0"), ("scheme", "x"), ("under", "nowhere at all"),
    ("vehicle", "tank"), ("avoid", "Cầu Không Có"), ("noGains", "perhaps"), ("colour", "red"),
  ])
  func `A wrong field is named`(name: String, value: String) throws {
    let error = #expect(throws: QuestionError.self) {
      _ = try ask(QuestionFields([(name, value)]))
    }
    #expect(error?.field == name)
  }

  @Test func `A network without ladders says so`() throws {
    let session = try SharedSession.north.get()
    let error = #expect(throws: QuestionError.self) {
      try LevelsQuestion([:], in: session, now: now)
    }
    #expect(error?.message(in: .en).contains("holds no ladder") == true)
  }
}
