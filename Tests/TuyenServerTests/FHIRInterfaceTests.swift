import Answers
import Board
import FHIR
import Facts
import Foundation
import TestSupport
import Testing

@testable import TuyenServer

/// The FHIR interface over the wire, and versions that outlive the service.
@Suite struct FHIRInterfaceTests {
  private func ask(
    _ target: String, method: String = "GET", headers: [String: String] = [:], body: String = ""
  ) async throws -> (RawClient.Response, FHIRElement) {
    let response = try await SharedServer.ask(
      target, method: method, headers: headers, body: Array(body.utf8))
    return (response, try FHIRElement(bytes: response.body))
  }

  @Test func `a resource is read as JSON or XML, with its version and moment`() async throws {
    let (json, location) = try await ask("/fhir/Location/bv-cho-ray")
    #expect(json.status == 200 && json["content-type"] == "application/fhir+json; charset=utf-8")
    #expect(json["etag"] == "W/\"1\"" && json["last-modified"]?.hasSuffix("GMT") == true)
    #expect(location.name == "Location" && location.resourceID == "bv-cho-ray")
    #expect(location["meta"]?["versionId"]?.value == "1")
    for (target, headers) in [
      ("/fhir/Location/bv-cho-ray?_format=xml", [:]),
      ("/fhir/Location/bv-cho-ray?_format=application/fhir+xml", [:]),
      ("/fhir/Location/bv-cho-ray", ["Accept": "application/fhir+xml"]),
    ] as [(String, [String: String])] {
      let (xml, same) = try await ask(target, headers: headers)
      #expect(xml["content-type"] == "application/fhir+xml; charset=utf-8" && same == location)
    }
    let unchanged = try await SharedServer.ask(
      "/fhir/Location/bv-cho-ray", headers: ["If-None-Match": "W/\"1\""])
    #expect(unchanged.status == 304)
    let (version, old) = try await ask("/fhir/Location/bv-cho-ray/_history/1")
    #expect(version.status == 200 && old == location)
  }

  @Test func `a search by address and by form has the same answer`() async throws {
    let (_, found) = try await ask("/fhir/Location?name=cho%20ray&_include=Location:organization")
    let (posted, same) = try await ask(
      "/fhir/Location/_search", method: "POST",
      headers: ["Content-Type": "application/x-www-form-urlencoded"],
      body: "name=cho+ray&_include=Location%3Aorganization")
    #expect(posted.status == 200 && same == found)
    #expect(found["type"]?.value == "searchset" && found["total"]?.value != "0")
    let modes = found.children.filter { $0.name == "entry" }
      .compactMap { $0["search"]?["mode"]?.value }
    #expect(Set(modes) == ["match", "include"])
  }

  @Test func `the next page is where its link leads`() async throws {
    var target: String? = "/fhir/Organization?_count=60"
    var ids: [String] = []
    var total = 0
    while let here = target {
      let (_, page) = try await ask(here)
      total = page["total"]?.value.flatMap { Int($0) } ?? 0
      ids += page.children.filter { $0.name == "entry" }
        .compactMap { $0["resource"]?.children.first?.resourceID }
      target = page.children.filter { $0.name == "link" }
        .first { $0["relation"]?.value == "next" }?["url"]?.value
        .map { String($0.dropFirst("http://localhost".count)) }
    }
    #expect(ids.count == total && Set(ids).count == total && total > 60)
  }

  @Test(arguments: [
    ("/fhir/Location/none", "GET", 404, "not-found"),
    ("/fhir/Patient/1", "GET", 404, "not-found"),
    ("/fhir/Location?colour=blue", "GET", 400, "not-supported"),
    ("/fhir/Location?near=north", "GET", 400, "value"),
    ("/fhir/Location?_format=turtle", "GET", 400, "not-supported"),
    ("/fhir/Location", "DELETE", 405, "not-supported"),
    ("/fhir/Location/_history?_since=2026-01-01T00:00:00+07:00", "GET", 400, "value"),
    ("/fhir/Location/bv-cho-ray/_history/9", "GET", 404, "not-found"),
    ("/fhir/Location?_count=-1", "GET", 400, "value"),
    ("/fhir/Location?_id=", "GET", 400, "value"),
    ("/fhir/Location?name=", "GET", 400, "value"),
    ("/fhir/Location?name:foo=x", "GET", 400, "value"),
    ("/fhir/Location?organization.name=cho", "GET", 400, "not-supported"),
    ("/fhir/Location?organization:Organization.name=cho", "GET", 400, "not-supported"),
    ("/fhir/Organization?_has:Location:organization:name=cho", "GET", 400, "not-supported"),
    ("/fhir/Location/_history?_count=-1", "GET", 400, "value"),
    ("/fhir/Location/_history?_since=lt2026-01-01", "GET", 400, "value"),
    ("/fhir/Location/_history?_before=0", "GET", 400, "value"),
  ])
  func `what cannot be done is an outcome with its kind`(
    _ target: String, _ method: String, _ status: Int, _ code: String
  ) async throws {
    let (response, outcome) = try await ask(target, method: method)
    #expect(response.status == status, "\(response.text)")
    #expect(outcome.name == "OperationOutcome" && outcome["issue"]?["code"]?.value == code)
    #expect(outcome["issue"]?["severity"]?.value == "error")
    if status == 405 { #expect(response["allow"] == "GET, HEAD") }
  }

  @Test(arguments: [
    ("/fhir/Location?_count=0", "searchset"), ("/fhir/Location?_summary=count", "searchset"),
    ("/fhir/Location/_history?_count=0", "history"),
  ])
  func `a question for the number alone has no entries and no further page`(
    _ target: String, _ type: String
  ) async throws {
    let (response, bundle) = try await ask(target)
    #expect(response.status == 200 && bundle["type"]?.value == type)
    #expect((bundle["total"]?.value.flatMap { Int($0) } ?? 0) > 100)
    #expect(bundle["entry"] == nil)
    #expect(bundle.children.filter { $0.name == "link" }.count == 1)
  }

  @Test func `what is left out leniently is not among what was counted`() async throws {
    let (response, bundle) = try await ask(
      "/fhir/Location?organization.name=cho&name=cho%20ray",
      headers: ["Prefer": "handling=lenient"])
    #expect(response.status == 200 && bundle["total"]?.value == "1")
    let link = bundle["link"]?["url"]?.value ?? ""
    #expect(link.contains("name=cho") && !link.contains("organization"))
  }

  @Test func `a form that nobody can make is not acceptable`() async throws {
    let response = try await SharedServer.ask(
      "/fhir/metadata", headers: ["Accept": "image/png"])
    #expect(response.status == 406)
    let any = try await SharedServer.ask("/fhir/metadata", headers: ["Accept": "*/*"])
    #expect(any.status == 200)
  }

  @Test func `versions go on over restarts: what differs is new, what is gone is deleted`()
    async throws
  {
    let folder = try TemporaryFolder()
    let session = ServedState(try SharedServer.session())
    let north = ServedState(try SharedServer.session(.north))
    let first = Instant(seconds: 1_790_000_000, zone: ZoneOffset(minutes: 420))
    let second = first.advanced(bySeconds: 60)
    do {
      let store = try SQLiteStore(path: folder.path + "/board.sqlite")
      let catalogue = try await FHIRShelf(store).catalogue(of: session, now: first)
      #expect(catalogue.version(of: "Location", id: "bv-cho-ray")?.number == 1)
      await store.close()
    }
    let store = try SQLiteStore(path: folder.path + "/board.sqlite")
    let shelf = FHIRShelf(store)
    let same = try await shelf.catalogue(of: session, now: second)
    #expect(same.version(of: "Location", id: "bv-cho-ray")?.since == first)
    // Another network: everything of the first is gone.
    let other = try await shelf.catalogue(of: north, now: second)
    #expect(other.resource("Location", id: "bv-cho-ray") == nil)
    let versions = try await shelf.versions("Location", "bv-cho-ray").page
    #expect(versions.map(\.version) == [2, 1] && versions[0].isDeleted && !versions[1].isDeleted)
    let back = try await shelf.catalogue(of: session, now: second.advanced(bySeconds: 60))
    #expect(back.version(of: "Location", id: "bv-cho-ray")?.number == 3)
    await store.close()
  }
}
