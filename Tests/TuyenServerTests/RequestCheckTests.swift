import Answers
import Formats
import TestSupport
import Testing

@testable import TuyenServer

/// A wrong request is refused, with the reason and what is allowed.
@Suite struct RequestCheckTests {
  private static let question =
    "from=bv-nam-can&need=stroke&at=2026-11-25T10:00"

  @Test(arguments: [
    ("/v1/route?from=bv-nam-can&need=stroke&ned=1", 400, "unknown-field", "ned"),
    ("/v1/route?\(question)&k=3&k=4", 400, "malformed", "k"),
    ("/v1/route?\(question)&k=0", 400, "out-of-bounds", "k"),
    ("/v1/route?\(question)&k=x", 400, "malformed", "k"),
    ("/v1/route?\(question)&format=pdf", 400, "unknown-value", "format"),
    ("/v1/route?\(question)&lang=fr", 400, "unknown-value", "lang"),
    ("/v1/route?from=bv-nam-can&need=strok", 400, "unknown-value", "need"),
    ("/v1/route?need=stroke", 400, "missing", "from"),
    ("/v1/route?from=bv-nam-can", 400, "missing", "need"),
    ("/v1/route?\(question)&explain=", 400, "missing", "explain"),
    ("/v1/route?\(question)&explain=maybe", 400, "unknown-value", "explain"),
    ("/v1/matrix?from=bv-nam-can", 409, "missing", "to"),
    ("/v1/route?\(question)&at=2026-11-25", 400, "malformed", "at"),
    ("/v1/route?from=bv-nam-can&need=stroke&at=yesterday", 400, "malformed", "at"),
    ("/v1/route?from=bv-nam-can&need=stroke&avoid=xyzxyz", 404, "not-found", "avoid"),
    ("/v1/places?level=village", 400, "unknown-value", "level"),
    ("/v1/route?\(question)&card=true&strategy=compare", 409, "unknown-field", "card"),
    ("/v1/route?from=nowhere+at+all&need=stroke", 404, "not-found", "from"),
    ("/v1/facilities/nobody-has-this-id", 404, "not-found", "id"),
  ])
  func `A wrong parameter is named, in both languages`(
    _ target: String, status: Int, code: String, field: String
  ) async throws {
    for language in Language.allCases {
      let response = try await SharedServer.ask(
        target, headers: ["Accept-Language": language.rawValue])
      #expect(response.status == status, "\(response.text)")
      #expect(response["content-type"] == "application/problem+json")
      #expect(response.text.contains("\"urn:tuyen:problem:\(code)\""), "\(response.text)")
      #expect(response.text.contains("\"field\": \"\(field)\""), "\(response.text)")
      #expect(response["content-language"] == language.rawValue)
    }
  }

  @Test func `The nearest allowed value is told`() async throws {
    let response = try await SharedServer.ask("/v1/route?from=bv-nam-can&need=strok&lang=en")
    #expect(response.text.contains("\"nearest\": \"stroke\""), "\(response.text)")
    let unknown = try await SharedServer.ask("/v1/route?form=bv-nam-can&need=stroke&lang=en")
    #expect(unknown.text.contains("\"value\": \"from\""), "\(unknown.text)")
  }

  @Test(arguments: ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
  func `A method that a path does not have is refused with those that it has`(
    _ method: String
  ) async throws {
    let response = try await SharedServer.ask("/v1/isochrone", method: method)
    #expect(response.status == 405)
    #expect(response["allow"] == "GET, HEAD")
    let batch = try await SharedServer.ask("/v1/batch", method: method == "POST" ? "PUT" : method)
    #expect(batch.status == 405)
    #expect(batch["allow"] == "POST")
  }

  @Test(arguments: [
    "/v1/route?from=%ff", "/v1/route?from=%2", "/v1/route?from=%zz", "/v1/../etc/passwd",
    "/v1/%2e%2e/route", "/v1//route", "/v1/route?from=a%00b", "/v1/search?text=%ED%A0%80",
  ])
  func `An address that cannot be read is refused`(_ target: String) async throws {
    let response = try await SharedServer.ask(target)
    #expect(response.status == 400, "\(response.text)")
    #expect(response.text.contains("bad-target"))
  }

  @Test func `A path that there is not is refused`() async throws {
    #expect(try await SharedServer.ask("/v1/nothing").status == 404)
    #expect(try await SharedServer.ask("/").status == 404)
  }

  @Test func `A body of another type is refused with those that are taken`() async throws {
    let response = try await SharedServer.ask(
      "/v1/batch?need=stroke", method: "POST",
      headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Array("a=b".utf8))
    #expect(response.status == 415)
    #expect(response.text.contains("text/csv"))
  }

  @Test func `A table that is wrong is an error with its line`() async throws {
    let response = try await SharedServer.ask(
      "/v1/batch?need=stroke&lang=en", method: "POST", headers: ["Content-Type": "text/csv"],
      body: Array("name\nx\n".utf8))
    #expect(response.status == 422, "\(response.text)")
    #expect(response.text.contains("\"line\": 1"))
    let scenario = try await SharedServer.ask(
      "/v1/whatif?need=stroke&lang=en", method: "POST",
      headers: ["Content-Type": "application/xml"], body: Array("<nothing/>".utf8))
    #expect(scenario.status == 422, "\(scenario.text)")
  }

  @Test func `A scenario in JSON gives the bytes that the same in XML gives`() async throws {
    let xml = """
      <?xml version="1.0"?>
      <!-- The same, in another order. -->
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong"
        title="Giả định" asOf="2026-11-25T00:00:00+07:00" source="scenario: hypothetical">
      <closure crossing="Cầu Rạch Miễu 2 (QL60)" id="scenario" name="Cầu đóng"/></exchange>
      """
    let json = """
      {"records": {"closure": [{"id": "scenario", "name": "Cầu đóng",
        "crossing": "Cầu Rạch Miễu 2 (QL60)"}]}, "network": "hcmc-mekong", "title": "Giả định",
        "asOf": "2026-11-25T00:00:00+07:00", "source": "scenario: hypothetical"}
      """
    for format in ["json", "table", "csv"] {
      let target =
        "/v1/whatif?need=stroke.thrombectomy&at=2026-11-25T02%3a00&lang=en&format=\(format)"
      var answers: [RawClient.Response] = []
      for (type, text) in [("application/xml", xml), ("application/json", json)] {
        answers.append(
          try await SharedServer.ask(
            target, method: "POST", headers: ["Content-Type": type], body: Array(text.utf8)))
      }
      #expect(answers[0].status == 200, "\(answers[0].text)")
      #expect(answers[0].body == answers[1].body, "\(answers[1].text)")
    }
    let wrong = try await SharedServer.ask(
      "/v1/whatif?need=stroke&lang=vi", method: "POST",
      headers: ["Content-Type": "application/json"],
      body: Array(json.replacing("\"crossing\"", with: "\"crossings\"").utf8))
    #expect(wrong.status == 422)
    #expect(wrong.text.contains("/records/closure/0/crossings: không có tên này"), "\(wrong.text)")
  }

  @Test func `A form that is malformed is refused`() async throws {
    for body in ["", "--mark", "--mark\r\n\r\n", "--mark\r\nno head\r\n--mark--", "x"] {
      let response = try await SharedServer.ask(
        "/v1/batch?need=stroke", method: "POST",
        headers: ["Content-Type": "multipart/form-data; boundary=mark"], body: Array(body.utf8))
      #expect(response.status == 400, "\(body): \(response.text)")
    }
  }
}
