import Foundation
import TestSupport
import Testing

@Suite struct SupportCommandTests {
  private let north = repositoryFolder + "network-data/northern-support"

  private func json(_ arguments: [String], network: String? = nil) throws -> [String: Any] {
    let result = try tuyen(arguments + ["--format", "json"], network: network)
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    let again = try tuyen(arguments + ["--format", "json"], network: network)
    #expect(again.output == result.output)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func `a network without travel gets no minutes`() throws {
    let answer = try json(["support", "--at", "2026-11-25"], network: north)
    let parts = [
      "communes", "plan", "agreements", "techniques", "equipment", "backing", "chains", "figures",
      "targets",
    ]
    #expect(Set(answer.keys) == Set(parts + ["query"]))
    let communes = try #require(answer["communes"] as? [[String: Any]])
    #expect(communes.count == 2 && communes.allSatisfy { $0["minutes"] == nil })
    let techniques = try #require(answer["techniques"] as? [[String: Any]])
    #expect(techniques.contains { $0["derived"] as? Bool == true })
    let text = try tuyen(["support", "--at", "2026-11-25", "--lang", "en"], network: north).output
    #expect(text.contains("This network has no travel: no minutes"))
  }

  @Test func `before its first evidence nothing is known to be in force`() throws {
    let answer = try json(
      ["support", "--part", "communes", "--at", "2026-03-10"], network: north)
    let communes = try #require(answer["communes"] as? [[String: Any]])
    #expect(communes.allSatisfy { $0["way"] as? String == "none" })
    #expect(communes.contains { ($0["not_in_force"] as? [String]) == ["van-dinh-van-dinh"] })
  }

  @Test func `each commune of the Delta has a row, and most a proposal with its minutes`() throws {
    let result = try tuyen(["support", "--at", "2026-11-25T08:00", "--format", "csv"])
    let lines = result.output.split(separator: "\n")
    #expect(result.code == 0 && lines.count == 659)
    #expect(
      lines[0]
        == "code,name,unit,way,supporters,by,not_in_force,source,proposed,proposed_name,minutes,nearness"
    )
    #expect(lines.filter { $0.contains(",none,") }.count == 644)
  }

  @Test func `levels are called derived, and say what is not known`() throws {
    let answer = try json(["levels", "--ladder", "emonc", "--at", "2026-11-25T10:00"])
    let facilities = try #require(answer["facilities"] as? [[String: Any]])
    #expect(facilities.allSatisfy { $0["derived"] as? Bool == true })
    let minh = try #require(facilities.first { $0["level"] as? String == "basic" })
    #expect((minh["unknown"] as? [String])?.contains("obstetrics.caesarean") == true)
    #expect((minh["people_gained"] as? Int ?? -1) >= (minh["people_newly"] as? Int ?? 0))
  }

  @Test(arguments: [
    ["levels", "--ladder", "none"], ["levels", "--within", "0"], ["levels", "--scheme", "x"],
    ["levels", "--under", "nowhere at all"], ["support", "--scheme", "x"],
    ["support", "--months", "-1"], ["support", "--limit", "0"], ["support", "--by", "moon"],
    ["support", "--vehicle", "tank"], ["support", "--at", "soon"],
    ["support", "--format", "csv", "--part", "plan", "--part", "chains"],
  ])
  func `wrong use says what to do`(arguments: [String]) throws {
    let result = try tuyen(arguments)
    #expect(result.code == 64 && !result.errors.isEmpty && result.output.isEmpty)
  }

  @Test func `a network without ladders says so`() throws {
    let result = try tuyen(["levels"], network: north)
    #expect(result.code == 64 && result.errors.contains("holds no ladder"))
  }

  @Test func `people in CSV are plain numbers, whatever the language`() throws {
    for language in ["vi", "en"] {
      let result = try tuyen([
        "levels", "--ladder", "trauma", "--at", "2026-11-25T10:00", "--format", "csv", "--lang",
        language,
      ])
      #expect(result.code == 0, "\(result.errors)")
      let lines = result.output.split(separator: "\n")
      let head = lines[0].split(separator: ",", omittingEmptySubsequences: false)
      let place = try #require(head.firstIndex(of: "people_gained"))
      // Counted from the end: names before it may hold commas.
      let gained = lines.dropFirst().map {
        let fields = $0.split(separator: ",", omittingEmptySubsequences: false)
        return fields[fields.count - (head.count - place)]
      }
      #expect(gained.contains { (Double($0) ?? 0) > 100_000 })
      #expect(gained.allSatisfy { $0.isEmpty || Double($0) != nil })
    }
  }
}
