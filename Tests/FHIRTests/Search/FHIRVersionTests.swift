import FHIR
import Facts
import HealthNetwork
import TestSupport
import Testing

/// Versions of resources, and moments as searches compare them.
struct FHIRVersionTests {
  private let zone = ZoneOffset(minutes: 420)

  private func instant(_ text: String) throws -> Instant { try #require(Instant(text, zone: zone)) }

  private func catalogue() throws -> FHIRCatalogue {
    var catalogue = FHIRCatalogue(
      FHIRDirectory(try Network(FullRecords.all), base: "https://x.org"))
    let locations = catalogue.resources(of: "Location")
    catalogue.stamp(
      try locations.enumerated().map { index, resource in
        FHIRVersion(
          type: "Location", id: resource.resourceID ?? "", number: index + 1,
          since: try instant("2026-11-0\(index % 9 + 1)T12:00:00"))
      })
    return catalogue
  }

  @Test func `a resource says its version and since when, and stays FHIR`() throws {
    let catalogue = try catalogue()
    let id = try #require(catalogue.resources(of: "Location").last?.resourceID)
    let version = try #require(catalogue.version(of: "Location", id: id))
    let resource = try #require(catalogue.resource("Location", id: id))
    #expect(resource["meta"]?["versionId"]?.value == "\(version.number)")
    #expect(resource["meta"]?["lastUpdated"]?.value == version.since.description)
    #expect(resource["meta"]?["profile"] != nil)
    for encoding in FHIREncoding.allCases {
      #expect(try FHIRElement(bytes: resource.bytes(as: encoding)) == resource)
    }
  }

  @Test(arguments: [
    ("2026-11-01", 1), ("eq2026-11", 1), ("gt2026-11-01", 0), ("ge2026-11-01", 1),
    ("lt2026-11-01", 0),
    ("le2026-11-01T12:00:00+07:00", 1), ("lt2026-11-01T12:00:00+07:00", 0),
    ("gt2026-11-01T04:59:59Z", 1), ("sa2026-10", 1), ("eb2026-11-02", 1), ("ne2026-11-01", 0),
    ("2026-11-01T12:00", 1), ("2026", 1), ("2027", 0), ("ap2026-11-01", 1),
    ("ge2026-11-01T12:00:00.000%2B07:00", -1),
  ])
  func `the moment of a change is compared as FHIR has it`(
    _ value: String, _ expected: Int
  ) throws {
    let catalogue = try catalogue()
    let first = try #require(catalogue.resources(of: "Location").first?.resourceID)
    do {
      let search = try FHIRSearch(
        "Location", [("_lastUpdated", value), ("_id", first)], zone: zone)
      #expect(catalogue.bundle(of: search, at: "https://x.org").total == expected)
    } catch {
      #expect(expected == -1, "\(error)")
    }
  }

  @Test func `a history has the newest first, deletions without a resource, and more pages`() throws
  {
    let catalogue = try catalogue()
    let location = try #require(catalogue.resources(of: "Location").first)
    let id = try #require(location.resourceID)
    let question = try FHIRHistory(
      "Location", [("_since", "2026-11-01T00:00:00+07:00"), ("_count", "2")], zone: zone)
    #expect(question.since == (try instant("2026-11-01T00:00:00")) && question.count == 2)
    let versions = [
      FHIRVersion(type: "Location", id: id, number: 2, since: try instant("2026-11-05T00:00:00")),
      FHIRVersion(
        type: "Location", id: id, number: 1, since: try instant("2026-11-04T00:00:00"),
        content: location),
    ]
    let bundle = question.bundle(of: versions, total: 3, next: 17, at: "https://x.org")
    let entries = bundle.children.filter { $0.name == "entry" }
    #expect(bundle["type"]?.value == "history" && entries.count == 2)
    #expect(entries[0]["resource"] == nil && entries[0]["request"]?["method"]?.value == "DELETE")
    #expect(entries[0]["request"]?["url"]?.value == "Location/" + id)
    #expect(entries[1]["response"]?["etag"]?.value == "W/\"1\"")
    let next = bundle.children.filter { $0.name == "link" }
      .first { $0["relation"]?.value == "next" }?["url"]?.value
    #expect(next?.contains("_before=17") == true && next?.contains("%2B07:00") == true)
    for encoding in FHIREncoding.allCases {
      #expect(try FHIRElement(bytes: bundle.bytes(as: encoding)) == bundle)
    }
  }

  @Test func `the statement of capabilities lists what is searched, read and followed`() throws {
    let statement = FHIRCapabilities.statement(
      at: "https://x.org", version: "1", isSigned: true)
    let resources = (statement["rest"]?.children ?? []).filter { $0.name == "resource" }
    #expect(resources.compactMap { $0["type"]?.value } == FHIRSearchParameter.types)
    for resource in resources {
      let codes = resource.children.filter { $0.name == "interaction" }.compactMap {
        $0["code"]?.value
      }
      #expect(Set(codes).isSuperset(of: ["read", "search-type", "history-type"]))
    }
    for encoding in FHIREncoding.allCases {
      #expect(try FHIRElement(bytes: statement.bytes(as: encoding)) == statement)
    }
  }
}
