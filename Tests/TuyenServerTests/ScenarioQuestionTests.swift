import Foundation
import TestSupport
import Testing

@testable import TuyenServer

/// Questions of planners, asked of the network as a scenario would make it.
@Suite struct ScenarioQuestionTests {
  private let closed = """
    <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
    asOf="2026-11-25T00:00:00+07:00"><closure id="c" name="x" crossing="Cầu Rạch Miễu 2 (QL60)"/>\
    </exchange>
    """

  private func json(_ response: RawClient.Response) throws -> [String: Any] {
    #expect(response.status == 200, "\(response.text.prefix(400))")
    return try #require(
      JSONSerialization.jsonObject(with: Data(response.text.utf8)) as? [String: Any])
  }

  private func post(
    _ target: String, _ document: String, type: String = "application/xml"
  ) async throws -> RawClient.Response {
    try await SharedServer.ask(
      target, method: "POST", headers: ["Content-Type": type], body: Array(document.utf8))
  }

  @Test(arguments: ["coverage", "access", "gaps", "loss"])
  func `a scenario that closes a bridge answers as the same question that avoids it`(
    _ name: String
  ) async throws {
    var fields: [(name: String, value: String)] = [
      ("need", "stroke.thrombectomy"), ("at", "2026-11-25T10:00"),
    ]
    if name == "gaps" { fields.append(("limit", "5")) }
    if name == "loss" { fields += [("of", "facilities"), ("top", "3")] }
    let target = SharedServer.target("/v1/\(name)", fields)
    let avoiding = SharedServer.target(
      "/v1/\(name)", fields + [("avoid", "Cầu Rạch Miễu 2 (QL60)")])
    var supposed = try json(try await post(target, closed))
    var avoided = try json(try await SharedServer.ask(avoiding))
    // The network that is asked has another digest, and nothing is avoided in it.
    supposed["query"] = nil
    avoided["query"] = nil
    #expect(NSDictionary(dictionary: supposed).isEqual(to: avoided))
    let plain = try json(try await SharedServer.ask(target))
    #expect((plain["query"] as? [String: Any]) != nil, "the network itself is asked as before")
  }

  @Test func `the way to a target goes around what a scenario closes`() async throws {
    let target = SharedServer.target(
      "/v1/route",
      [("from", "gso-2025:28903"), ("need", "stroke.thrombectomy"), ("at", "2026-11-25T10:00")])
    let all = closed.replacing(
      "</exchange>",
      with: """
        <closure id="d" name="y" crossing="Cầu Cổ Chiên (QL60)"/></exchange>
        """)
    let before = try json(try await SharedServer.ask(target))
    let after = try json(try await post(target, all))
    func minutes(_ answer: [String: Any]) -> Double? {
      (answer["targets"] as? [[String: Any]])?.first?["minutes"] as? Double
    }
    let soon = try #require(minutes(before))
    let late = try #require(minutes(after))
    #expect(soon < late)
  }

  @Test func `a scenario that is wrong is told with its line, and none at all is asked for`()
    async throws
  {
    let target = SharedServer.target(
      "/v1/access", [("need", "stroke"), ("at", "2026-11-25T10:00")])
    let wrong = closed.replacing(
      "crossing=\"Cầu Rạch Miễu 2 (QL60)\"", with: "crossing=\"Cầu Sai\"")
    let response = try await post(target, wrong)
    #expect((400..<500).contains(response.status) && response.text.contains("Cầu Sai"))
    let typed = try await post(target, closed, type: "text/plain")
    #expect(typed.status == 415)
    let empty = try await post(target, "")
    #expect(empty.status == 400)
  }
}
