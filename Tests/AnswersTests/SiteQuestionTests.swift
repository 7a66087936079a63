import Facts
import Files
import Formats
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing

@testable import Answers

struct SiteQuestionTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 420))
  private let need: QuestionFields = ["need": "stroke.thrombectomy", "budget": "1"]

  private func question(_ fields: QuestionFields) throws -> SiteQuestion {
    try SiteQuestion(fields, in: SharedSession.mekong.get(), now: now)
  }

  private func adding(_ name: String, _ value: String) -> QuestionFields {
    QuestionFields(need.all + [(name, value)])
  }

  @Test func `Fields that are not given leave the defaults`() throws {
    let question = try question(need)
    #expect(question.siting.actions == [.upgrade])
    #expect(question.siting.objective == .cover)
    #expect(question.siting.sessionsPerWeek == 2)
    #expect(question.scheme == "gso-2025")
    #expect(question.group == .everyone && question.basis == nil && question.rule == nil)
    if case .asked = question.threshold.origin {
      Issue.record("nobody asked for the threshold")
    }
  }

  @Test func `Every field is read`() throws {
    let question = try question([
      "need": "stroke.thrombectomy", "at": "2026-11-25T10:00", "choose": "build,upgrade",
      "objective": "travel", "budget": "7", "cost": "build=5,upgrade=2", "threshold": "45.5",
      "equity": "true", "fixed": "bv-ca-mau", "fixed": "bv-bac-lieu", "candidates": "tier:2",
      "ready": "true", "group": "65+", "basis": "census-recut",
      "scheme": "gso-2025", "minConfidence": "high", "unreached": "600", "timeLimit": "0",
      "noCurve": "true",
    ])
    #expect(question.siting.actions == [.build, .upgrade])
    #expect(question.siting.objective == .travel)
    #expect(question.siting.budget == 7)
    #expect(question.siting.costs == [.build: 5, .upgrade: 2, .rotate: 1])
    #expect(question.threshold == AccessThreshold(minutes: 45.5))
    #expect(question.siting.favoursFar && question.siting.wantsReady && !question.siting.hasCurve)
    #expect(question.siting.fixed == ["bv-ca-mau", "bv-bac-lieu"])
    #expect(question.rule == CandidateRule(tiers: [2]))
    #expect(question.siting.unreachedMinutes == 600)
    #expect(question.group == AgeGroup(from: 65) && question.basis == .censusRecut)
    #expect(question.siting.query.minimumConfidence == .high && question.siting.seconds == 0)
  }

  @Test func `Sessions are read of rotations, and refused without them`() throws {
    let rotating = adding("choose", "rotate").all + [("sessions", "3")]
    #expect(try question(QuestionFields(rotating)).siting.sessionsPerWeek == 3)
    let error = #expect(throws: QuestionError.self) { try question(adding("sessions", "3")) }
    #expect(error?.field == "sessions")
  }

  @Test func `Only the people of a unit count where one is named`() throws {
    let all = try question(need)
    let one = try question(adding("under", "Cà Mau"))
    #expect(all.under == nil && one.under == "gso-2025:96")
  }

  @Test(arguments: [
    ("need", "nonsense"), ("choose", "pray"), ("cost", "build=free"), ("candidates", "castles"),
    ("group", "old"), ("threshold", "-5"), ("budget", "0"), ("basis", "guess"),
    ("scheme", "gso-1999"), ("sessions", "11"), ("objective", "fame"), ("colour", "red"),
    ("unreached", "0"), ("timeLimit", "-1"), ("minConfidence", "sure"),
  ])
  func `A wrong field is named with what is allowed`(name: String, value: String) throws {
    let rest = need.all.filter { $0.name != name }
    let error = #expect(throws: QuestionError.self) {
      try question(QuestionFields(rest + [(name, value)]))
    }
    #expect(error?.field == name)
    #expect(error?.message(in: .en).contains("--") == false)
  }

  @Test func `Parts that do not go together are refused, with the reason`() throws {
    let cases: [(QuestionFields, field: String)] = [
      (["need": "stroke"], "budget"),
      (["need": "stroke", "objective": "all", "budget": "1"], "budget"),
      (["need": "stroke", "objective": "travel", "choose": "rotate", "budget": "1"], "choose"),
      (["need": "stroke", "backup": "true", "choose": "rotate", "budget": "1"], "choose"),
      (["need": "stroke", "objective": "travel", "backup": "true", "budget": "1"], "backup"),
      (["need": "stroke", "objective": "all", "equity": "true"], "equity"),
    ]
    for (fields, field) in cases {
      let error = #expect(throws: QuestionError.self) { try question(fields) }
      #expect(error?.field == field)
    }
  }

  @Test func `What is to be fixed must be a candidate`() throws {
    let session = try SharedSession.mekong.get()
    let question = try question(adding("fixed", "nowhere"))
    let error = #expect(throws: QuestionError.self) { try session.answer(question) }
    #expect(error?.field == "fixed" && error?.value == "nowhere")
  }

  @Test func `Candidates come from a table, and every wrong row is named by its line`() throws {
    let session = try SharedSession.mekong.get()
    let question = try question([
      "need": "neurosurgery.craniotomy", "budget": "3", "choose": "any", "timeLimit": "0",
      "at": "2026-11-25T10:00", "noCurve": "true",
    ])
    let good = TableSource.bytes(
      Array("place;cost\ngso-2025:32191;1\n10.0,105.0;2\n".utf8), name: "places.csv")
    let answer = try question.answer(in: session, candidates: good)
    #expect(answer.siting.candidates.map(\.cost) == [1, 2])
    let bad = TableSource.bytes(
      Array("place\nnowhere at all\nbv-cho-ray\n10.0 105.0\n10.0 105.0\n".utf8),
      name: "places.csv")
    do throws(AnswerError) {
      _ = try question.answer(in: session, candidates: bad)
      Issue.record("wrong rows are refused")
    } catch {
      guard case .document(let errors) = error else {
        Issue.record("the rows are wrong, not the question")
        return
      }
      #expect(errors.first?.line == 2 && errors.allSatisfy { $0.path == "places.csv" })
      #expect(errors.contains { $0.line == 3 })
    }
  }

  @Test func `A choice has all forms, the same each time, and differs by language`() throws {
    let session = try SharedSession.mekong.get()
    let question = try question([
      "need": "stroke.thrombectomy", "threshold": "60", "budget": "2", "timeLimit": "0",
      "candidates": "provincial-general,regional-general", "at": "2026-11-25T10:00",
    ])
    let answer = try session.answer(question)
    #expect(answer.isFound)
    for format in SiteAnswer.formats {
      let bytes = try #require(answer.bytes(as: format, AnswerStyle(.en)))
      #expect(!bytes.isEmpty && bytes == answer.bytes(as: format, AnswerStyle(.en)))
    }
    #expect(answer.table(AnswerStyle(.vi))?.contains("Người trong ngưỡng") == true)
    #expect(answer.table(AnswerStyle(.en))?.contains("People within") == true)
    #expect(answer.csv(AnswerStyle())?.hasPrefix("rank,action,id,") == true)
    #expect(answer.xml(AnswerStyle(.en))?.contains("Hypothetical") == true)
    let excel = answer.csv(AnswerStyle(.vi, csv: CSVWriter(excel: .vi)))
    #expect(excel?.hasPrefix("\u{FEFF}rank;action;") == true)
    #expect(answer.answer.bound >= answer.answer.value)
  }

  @Test func `A choice as a scenario has what the choice is said to have`() throws {
    let session = try SharedSession.mekong.get()
    let fields: QuestionFields = [
      "need": "stroke.thrombectomy", "threshold": "60", "budget": "2", "timeLimit": "0",
      "candidates": "provincial-general,regional-general", "at": "2026-11-25T10:00",
    ]
    let choice = try session.ask(SiteQuestion.self, fields, now: now)
    let delta = try #require(choice.xml(AnswerStyle()))
    #expect(delta.contains("hypothetical"))
    let changed = try session.applying([.bytes(Array(delta.utf8), name: "choice.xml")])
    let again = try changed.ask(SiteQuestion.self, fields, now: now)
    let (before, after) = (again.answer.before.covered, choice.answer.after.covered)
    #expect(abs(try #require(before) - #require(after)) < 0.5)
  }
}
