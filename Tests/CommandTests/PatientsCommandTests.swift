import Foundation
import TestSupport
import Testing

@Suite struct PatientsCommandTests {
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

  private func route(_ csv: String, _ more: String..., files: [String: String] = [:]) throws
    -> CommandResult
  {
    try withTemporaryFolder { folder in
      for (name, text) in files.merging(["p.csv": csv], uniquingKeysWith: { $1 }) {
        try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
      }
      let arguments =
        ["route", "--patients", folder + "/p.csv", "--at", "2026-11-25T10:00"]
        + more.map { $0.hasPrefix("@") ? folder + "/" + $0.dropFirst() : $0 }
      var result = try tuyen(arguments)
      result.errors = result.errors.replacing(folder + "/", with: "")
      return result
    }
  }

  private func plan(_ result: CommandResult) throws -> Plan {
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    return try JSONDecoder().decode(Plan.self, from: Data(result.output.utf8))
  }

  private let thirty = "id,need,severity,count\nA,trauma,đỏ,8\nB,trauma,T2,10\nC,trauma,green,12\n"

  @Test func `thirty patients at one point spread within the places, and the same twice`() throws {
    let arguments = ["--from", "Cái Bè", "--capacity", "5", "--format", "json"]
    let first = try route(
      thirty, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5])
    let second = try route(
      thirty, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5])
    #expect(first.output == second.output)
    let plan = try plan(first)
    #expect(plan.summary.patients == 30 && plan.summary.placed == 30)
    #expect(plan.facilities.allSatisfy { $0.patients.count <= 5 && $0.basis.code == "assumed" })
    #expect(plan.facilities.reduce(0) { $0 + $1.patients.count } == 30)
    // Whoever passes over a nearer facility is told that it is full, and it is.
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
    let csv = try route(thirty, "--from", "Cái Bè", "--capacity", "5", "--format", "csv")
    #expect(csv.code == 0)
    let again = try plan(
      try route(
        thirty, "--from", "Cái Bè", "--capacity", "5", "--format", "json", "--sent", "@sent.csv",
        files: ["sent.csv": csv.output]))
    #expect(again.summary.sent == 30 && again.summary.patients == 0)
    #expect(again.facilities.reduce(0) { $0 + $1.inbound } == 30)
    #expect(again.facilities.allSatisfy { $0.inbound <= 5 })
  }

  @Test func `a part given back as sent leaves the rest as it was`() throws {
    let options = ["--from", "Cái Bè", "--capacity", "5", "--format"]
    let whole = try plan(
      try route(thirty, options[0], options[1], options[2], options[3], options[4], "json"))
    let csv = try route(thirty, options[0], options[1], options[2], options[3], options[4], "csv")
    let part = csv.output.split(separator: "\n").prefix(12).joined(separator: "\n") + "\n"
    let rest = try plan(
      try route(
        thirty, options[0], options[1], options[2], options[3], options[4], "json", "--sent",
        "@sent.csv", files: ["sent.csv": part]))
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
      try route(
        "id,need,severity\na,trauma,T1\nb,trauma,T2\nc,trauma,T3\nd,trauma,T3\n", "--from",
        "Cái Bè", "--capacity-file", "@c.csv", "--format", "json", files: ["c.csv": places]))
    #expect(plan.summary.placed == 3)
    let targets = plan.patients.map { $0.target?.facility.id }
    #expect(targets == ["bv-long-an", "bv-cho-ray", "bv-cho-ray", nil])
    #expect(plan.patients[3].passedOver.contains { $0.code == "places_unknown" })
  }

  @Test func `without any number of places nobody is sent, and the answer says why`() throws {
    let result = try route("id,need,severity\na,trauma,T1\n", "--from", "Cái Bè", "--lang", "en")
    #expect(result.code == 1)
    #expect(result.output.contains("WITHOUT A PLACE: 1 (1 T1)"))
    #expect(result.output.contains("places unknown"))
  }

  @Test func `every wrong line is named at once, and nothing is planned`() throws {
    let result = try route(
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

      """, "--capacity", "5")
    #expect(result.code == 65 && result.output.isEmpty)
    for line in [
      "2: age", "3: need", "4: the severity", "5: severity", "6: from", "7: the row", "9: the id",
    ] {
      #expect(result.errors.contains("p.csv:" + line), "\(line): \(result.errors)")
    }
  }

  @Test func `wrong files of places and of those who left are refused`() throws {
    let csv = "id,need,severity\na,trauma,T1\n"
    let places = try route(
      csv, "--from", "Cái Bè", "--capacity-file", "@c.csv",
      files: ["c.csv": "facility,free\nnone,2\nbv-cho-ray,-1\nbv-cho-ray,\n"])
    #expect(places.code == 65)
    #expect(places.errors.contains("c.csv:2: there is no facility \"none\""))
    #expect(places.errors.contains("c.csv:3: free \"-1\""))
    #expect(places.errors.contains("c.csv:4: free is missing"))
    let sent = try route(
      csv, "--from", "Cái Bè", "--sent", "@s.csv", files: ["s.csv": "id,facility\nx,none\n"])
    #expect(sent.code == 65 && sent.errors.contains("s.csv:2: there is no facility \"none\""))
    let missing = try route(csv, "--from", "Cái Bè", "--sent", "@none.csv")
    #expect(missing.code == 66)
  }

  @Test func `the options of a plan go with a plan only`() throws {
    let result = try tuyen(["route", "--from", "Cái Bè", "--need", "trauma", "--capacity", "5"])
    #expect(result.code == 64)
  }
}
