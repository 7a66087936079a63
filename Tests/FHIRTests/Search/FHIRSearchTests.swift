import Exchange
import FHIR
import Facts
import Formats
import HealthNetwork
import TestSupport
import Testing

/// Searches of a directory by the rules of FHIR R4 and IHE mCSD.
struct FHIRSearchTests {
  private static let base = "https://example.org/fhir"
  private static let shipped = Result {
    try FHIRCatalogue(
      FHIRDirectory(ShippedNetworks.loaded("hcmc-mekong").network, base: base))
  }

  private func search(
    _ type: String, _ parameters: (String, String)...
  ) throws -> (found: [FHIRElement], bundle: FHIRBundle) {
    let search = try FHIRSearch(
      type, parameters.map { (name: $0.0, value: $0.1) }, zone: ZoneOffset(minutes: 420))
    let bundle = try Self.shipped.get().bundle(of: search, at: Self.base)
    return (bundle.entries.filter { $0.mode == .match }.map(\.resource), bundle)
  }

  private func refusal(_ type: String, _ name: String, _ value: String) -> FHIRProblem? {
    do throws(FHIRProblem) {
      _ = try FHIRSearch(type, [(name, value)], zone: ZoneOffset(minutes: 0))
      return nil
    } catch {
      return error
    }
  }

  private func plain(_ type: String, _ isWanted: (FHIRElement) -> Bool) throws -> [String] {
    try Self.shipped.get().resources(of: type).filter(isWanted).compactMap(\.resourceID)
  }

  @Test(arguments: ["Chợ Rẫy", "cho ray", "CHO RAY", "Bệnh viện Chợ", "rẫy"])
  func `a name is found by its beginning or that of a word, with or without marks`(
    _ name: String
  ) throws {
    #expect(
      try search("Location", ("name", name)).found.contains { $0.resourceID == "bv-cho-ray" })
  }

  @Test func `exact, contains and the usual comparison differ as FHIR says`() throws {
    let wanted = try #require(Self.shipped.get().resource("Location", id: "bv-cho-ray"))
    let name = try #require(wanted["name"]?.value)
    #expect(try search("Location", ("name:exact", name)).found.map(\.resourceID) == ["bv-cho-ray"])
    #expect(try search("Location", ("name:exact", name.lowercased())).found.isEmpty)
    #expect(try search("Location", ("name", "ho ray")).found.isEmpty)
    #expect(
      try search("Location", ("name:contains", "ho ray")).found
        .contains { $0.resourceID == "bv-cho-ray" })
  }

  @Test func `commas are alternatives, repeated parameters all hold`() throws {
    let either = try search("Location", ("_id", "bv-cho-ray,bv-115")).found.map(\.resourceID)
    #expect(either.contains("bv-cho-ray") && either.count <= 2)
    #expect(try search("Location", ("_id", "bv-cho-ray"), ("_id", "bv-115")).found.isEmpty)
    let both = try search("Location", ("name", "benh vien"), ("status", "active")).found
    #expect(
      both.count
        == (try plain("Location") {
          let names = $0.children.filter { $0.name == "name" || $0.name == "alias" }
          return $0["status"]?.value == "active"
            && names.contains { (" " + FoldedName($0.value ?? "").text).contains(" benh vien") }
        }).count || both.count == 100)
  }

  @Test func `tokens are compared with and without their system`() throws {
    let system = "urn:tuyen:exchange:1:facility-kind"
    let all = try plain("Location") {
      $0.children.contains {
        $0.name == "type" && $0["coding"]?["code"]?.value == "provincial-general"
      }
    }
    #expect(!all.isEmpty)
    for value in ["provincial-general", system + "|provincial-general"] {
      #expect(
        try search("Location", ("type", value), ("_count", "1000")).found.compactMap(\.resourceID)
          == all, "\(value)")
    }
    #expect(try search("Location", ("type", "|provincial-general")).found.isEmpty)
    #expect(try search("Location", ("type", "urn:x|provincial-general")).found.isEmpty)
    let whole = try #require(try search("Location", ("_summary", "count")).bundle.total)
    #expect(
      try search("Location", ("type:not", "provincial-general")).bundle.total == whole - all.count)
    #expect(
      try search("Location", ("identifier", "urn:tuyen:exchange:1:facility|bv-cho-ray")).found
        .map(\.resourceID) == ["bv-cho-ray"])
    #expect(try search("Organization", ("active", "maybe")).found.isEmpty)
  }

  @Test(arguments: [
    "bv-cho-ray", "Organization/bv-cho-ray", "https://example.org/fhir/Organization/bv-cho-ray",
  ])
  func `a reference is an id, a type and an id, or an address`(_ reference: String) throws {
    let wanted = try plain("HealthcareService") {
      $0["providedBy"]?["reference"]?.value == "Organization/bv-cho-ray"
    }
    #expect(!wanted.isEmpty)
    #expect(
      try search("HealthcareService", ("organization", reference), ("_count", "1000")).found
        .compactMap(\.resourceID) == wanted)
    #expect(
      try search(
        "HealthcareService", ("organization:Organization", "bv-cho-ray"), ("_count", "1000")
      )
      .found.count == wanted.count)
  }

  @Test func `what is near is what the distance says, and a lacking distance is told`() throws {
    let point = Coordinate(latitude: 10.7574, longitude: 106.6596)
    let near = try search("Location", ("near", "10.7574|106.6596|3|km"), ("_count", "1000")).found
    let wanted = try plain("Location") {
      guard let position = $0["position"],
        let latitude = position["latitude"]?.value.flatMap(Double.init),
        let longitude = position["longitude"]?.value.flatMap(Double.init)
      else { return false }
      return point.distanceInMetres(to: Coordinate(latitude: latitude, longitude: longitude))
        <= 3_000
    }
    #expect(near.compactMap(\.resourceID) == wanted && !wanted.isEmpty)
    let metres = try search("Location", ("near", "10.7574|106.6596|3000|m"), ("_count", "1000"))
    #expect(metres.found.compactMap(\.resourceID) == wanted)
    #expect(!metres.bundle.entries.contains { $0.mode == .outcome })
    let open = try search("Location", ("near", "10.7574|106.6596")).bundle
    #expect(open.entries.contains { $0.mode == .outcome })
  }

  @Test(arguments: ["Location", "HealthcareService", "Organization"], [1, 7, 100])
  func `pages together are the whole, each resource once`(_ type: String, _ count: Int) throws {
    let wanted = Array(try plain(type) { _ in true }.prefix(count * 40))
    var found: [String] = []
    var after: String?
    repeat {
      var parameters = [(name: "_count", value: "\(count)")]
      if let after { parameters.append(("_after", after)) }
      let search = try FHIRSearch(type, parameters, zone: ZoneOffset(minutes: 0))
      let bundle = try Self.shipped.get().bundle(of: search, at: Self.base)
      found += bundle.entries.compactMap(\.resource.resourceID)
      after = bundle.links["next"].map {
        String($0[($0.firstRange(of: "_after=")?.upperBound ?? $0.endIndex)...])
      }
    } while after != nil && found.count < wanted.count
    #expect(Array(found.prefix(wanted.count)) == wanted)
    #expect(Set(found).count == found.count)
  }

  @Test func `what resources refer to, and what refers to them, comes along once`() throws {
    let bundle = try search(
      "Location", ("_id", "bv-cho-ray"), ("_include", "Location:organization"),
      ("_revInclude", "HealthcareService:location")
    ).bundle
    let included = bundle.entries.filter { $0.mode == .include }.map(\.resource)
    #expect(included.contains { $0.name == "Organization" && $0.resourceID == "bv-cho-ray" })
    let services = try plain("HealthcareService") {
      $0["location"]?["reference"]?.value == "Location/bv-cho-ray"
    }
    #expect(included.filter { $0.name == "HealthcareService" }.compactMap(\.resourceID) == services)
    #expect(bundle.total == 1)
  }

  @Test func `missing values are found as such`() throws {
    let without = try plain("Location") { $0["partOf"] == nil }.count
    #expect(try search("Location", ("partof:missing", "true")).bundle.total == without)
    let whole = try plain("Location") { _ in true }.count
    #expect(try search("Location", ("partof:missing", "false")).bundle.total == whole - without)
  }

  @Test func `types that a directory has none of are searched in vain`() throws {
    #expect(try search("Endpoint", ("status", "active")).bundle.total == 0)
    #expect(try search("Practitioner", ("family", "x")).bundle.total == 0)
  }

  @Test func `a parameter, a modifier or a value that is not known is refused by its name`() {
    #expect(refusal("Location", "colour", "blue")?.parameter == "colour")
    #expect(refusal("Location", "name:near", "x")?.parameter == "name:near")
    #expect(refusal("Location", "near", "north")?.code == .value)
    #expect(refusal("Location", "near", "1|2|-3|km")?.code == .value)
    #expect(
      refusal("Location", "_include", "Location:colour")?.text.en.contains("Location:organization")
        == true)
    #expect(refusal("Location", "_count", "many")?.code == .value)
    #expect(refusal("Location", "_lastUpdated", "yesterday")?.code == .value)
    #expect(
      refusal("Location", "_lastUpdated", "2026-01-01T00:00:00 07:00")?.text.en.contains("%2B")
        == true)
    #expect(refusal("Patient", "name", "x")?.code == .notSupported)
    for name in ["_totalMethod", "_elements", "_contained"] {
      #expect(refusal("Location", name, "count") == nil, "\(name)")
    }
    let lenient = try? FHIRSearch(
      "Location", [("colour", "blue"), ("name", "x")], zone: ZoneOffset(minutes: 0),
      ignoresUnknown: true)
    #expect(lenient?.parameters.map(\.name) == ["name"])
  }
}
