import Facts
import Files
import Formats
import Foundation
import Referral
import TestSupport
import Testing

@testable import Answers

@Suite struct PatientsTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))

  private struct Plan: Decodable {
    struct Facility: Decodable {
      struct Place: Decodable { var id: String }
      struct Basis: Decodable { var code: String }
      var facility: Place
      var places: Int
      var inbound: Int
      var left: Int
      var basis: Basis
      var patients: [String]
    }
    struct Patient: Decodable {
      struct Target: Decodable {
        var facility: Facility.Place
        var minutes: Double
      }
      struct Passed: Decodable {
        var facility: String?
        var code: String
      }
      var id: String
      var severity: String
      var leaves: Int
      var target: Target?
      var passedOver: [Passed]
    }
    struct Summary: Decodable {
      var patients: Int
      var placed: Int
      var sent: Int
      var weightedMinutes: Double
    }
    var facilities: [Facility]
    var patients: [Patient]
    var summary: Summary
  }

  private func answer(
    _ csv: String, _ fields: QuestionFields, places: String? = nil, sent: String? = nil
  ) throws -> PatientsAnswer {
    let session = try SharedSession.mekong.get()
    var fields = fields
    fields.add("at", "2026-11-25T10:00")
    let tables = PatientsQuestion.Tables(
      patients: .bytes(Array(csv.utf8), name: "p.csv"),
      places: places.map { .bytes(Array($0.utf8), name: "c.csv") },
      sent: sent.map { .bytes(Array($0.utf8), name: "s.csv") })
    return try PatientsQuestion(fields, tables: tables, in: session, now: now)
      .answer(in: session)
  }

  private func plan(_ answer: PatientsAnswer) throws -> Plan {
    #expect(answer.isFound)
    let text = try #require(answer.text(as: .json, AnswerStyle()))
    return try JSONDecoder().decode(Plan.self, from: Data(text.utf8))
  }

  private let thirty = "id,need,severity,count\nA,trauma,đỏ,8\nB,trauma,T2,10\nC,trauma,green,12\n"

  @Test func `thirty patients at one point spread within the places, and the same twice`() throws {
    let first = try answer(thirty, ["from": "Cái Bè", "capacity": "5"])
    let second = try answer(thirty, ["from": "Cái Bè", "capacity": "5"])
    #expect(first.json(AnswerStyle()) == second.json(AnswerStyle()))
    let plan = try plan(first)
    #expect(plan.summary.patients == 30 && plan.summary.placed == 30)
    #expect(plan.facilities.allSatisfy { $0.patients.count <= 5 && $0.basis.code == "assumed" })
    #expect(plan.facilities.reduce(0) { $0 + $1.patients.count } == 30)
    // A patient who passes over a nearer facility has the reason that it is full, and it is.
    let full = Set(plan.facilities.filter { $0.left == 0 }.map(\.facility.id))
    for patient in plan.patients {
      for passed in patient.passedOver {
        #expect(passed.code == "no_place_left" && full.contains(passed.facility ?? ""))
      }
    }
    let order = plan.patients.sorted { $0.leaves < $1.leaves }.map(\.severity)
    #expect(order == order.sorted())
  }

  @Test func `a plan given back as sent keeps all places, and leaves nobody to plan`() throws {
    let fields: QuestionFields = ["from": "Cái Bè", "capacity": "5"]
    let csv = try answer(thirty, fields).csv(AnswerStyle())
    let again = try plan(try answer(thirty, fields, sent: csv))
    #expect(again.summary.sent == 30 && again.summary.patients == 0)
    #expect(again.facilities.reduce(0) { $0 + $1.inbound } == 30)
    #expect(again.facilities.allSatisfy { $0.inbound <= 5 })
  }

  @Test func `a part given back as sent leaves the rest as it was`() throws {
    let fields: QuestionFields = ["from": "Cái Bè", "capacity": "5"]
    let first = try answer(thirty, fields)
    let whole = try plan(first)
    let csv = try #require(first.csv(AnswerStyle()))
    let part = csv.split(separator: "\n").prefix(12).joined(separator: "\n") + "\n"
    let rest = try plan(try answer(thirty, fields, sent: part))
    #expect(rest.summary.sent == 11 && rest.summary.placed == 19)
    let before = Dictionary(
      uniqueKeysWithValues: whole.facilities.map { ($0.facility.id, $0.patients.count) })
    for load in rest.facilities {
      #expect(load.inbound + load.patients.count == before[load.facility.id] ?? 0)
    }
  }

  @Test func `told places come before the assumption, and nobody goes where nothing is known`()
    throws
  {
    let places = "facility,need,free\nbv-long-an,trauma,1\nbv-cho-ray,,2\n"
    let plan = try plan(
      try answer(
        "id,need,severity\na,trauma,T1\nb,trauma,T2\nc,trauma,T3\nd,trauma,T3\n",
        ["from": "Cái Bè"], places: places))
    #expect(plan.summary.placed == 3)
    let targets = plan.patients.map { $0.target?.facility.id }
    #expect(targets == ["bv-long-an", "bv-cho-ray", "bv-cho-ray", nil])
    #expect(plan.patients[3].passedOver.contains { $0.code == "places_unknown" })
  }

  @Test func `without any number of places nobody is sent, and the answer says why`() throws {
    let answer = try answer("id,need,severity\na,trauma,T1\n", ["from": "Cái Bè"])
    #expect(!answer.isFound)
    let text = try #require(answer.table(AnswerStyle(.en)))
    #expect(text.contains("WITHOUT A PLACE: 1 (1 T1)"))
    #expect(text.contains("places unknown"))
  }

  @Test func `every wrong line is named at once, and nothing is planned`() throws {
    let message = try problems(
      """
      id,from,need,severity,age,count
      a,Cái Bè,trauma,T1,200,1
      b,Cái Bè,nothing,T1,3,1
      c,Cái Bè,trauma,,3,1
      d,Cái Bè,trauma,hoãn,3,1
      e,Nowhere at all,trauma,T1,3,1
      f,Cái Bè,trauma,T1,3
      g,Cái Bè,trauma,T1,3,1
      g,Cái Bè,trauma,T1,3,1

      """, ["capacity": "5"])
    for line in [
      "2: age", "3: need", "4: the severity", "5: severity", "6: from", "7: the row", "9: the id",
    ] {
      #expect(message.contains("p.csv:" + line), "\(line): \(message)")
    }
  }

  @Test func `wrong tables of places and of those who left are refused`() throws {
    let csv = "id,need,severity\na,trauma,T1\n"
    let places = try problems(
      csv, ["from": "Cái Bè"], places: "facility,free\nnone,2\nbv-cho-ray,-1\nbv-cho-ray,\n")
    #expect(places.contains("c.csv:2: there is no facility \"none\""))
    #expect(places.contains("c.csv:3: free \"-1\""))
    #expect(places.contains("c.csv:4: free is missing"))
    let sent = try problems(csv, ["from": "Cái Bè"], sent: "id,facility\nx,none\n")
    #expect(sent.contains("s.csv:2: there is no facility \"none\""))
  }

  @Test func `a column that is not read is told of`() throws {
    let answer = try answer(
      "id;need;severity;colour\r\na;trauma;T1;red\r\n", ["from": "Cái Bè", "capacity": "1"])
    #expect(answer.plan.patients.count == 1)
    #expect(answer.remarks.map(\.en).contains { $0.hasPrefix("p.csv:1: not read: colour;") })
  }

  @Test(
    arguments: [
      ["age": "30"], ["sex": "male"], ["onset": "08:00"], ["capacity": "-1"], ["from": "Nowhere"],
      ["need": "nothing"], ["explain": "perhaps"],
    ] as [[String: String]])
  func `a wrong field is named`(fields: [String: String]) throws {
    let error = #expect(throws: QuestionError.self) {
      let tables = PatientsQuestion.Tables(patients: .bytes([], name: "p.csv"))
      _ = try PatientsQuestion(
        QuestionFields(fields.map { (name: $0.key, value: $0.value) }), tables: tables,
        in: try SharedSession.mekong.get(), now: now)
    }
    #expect(error?.field == fields.keys.first)
  }

  private func problems(
    _ csv: String, _ fields: QuestionFields, places: String? = nil, sent: String? = nil
  ) throws -> String {
    let error = #expect(throws: AnswerError.self) {
      try self.answer(csv, fields, places: places, sent: sent)
    }
    return try #require(error).message(in: .en)
  }
}
