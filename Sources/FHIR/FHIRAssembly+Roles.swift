import Exchange
import Facts
import HealthNetwork

extension FHIRAssembly {
  /// Tells what each resource is, and gives facilities and parties their ids.
  mutating func tellRoles(_ alive: [Int]) {
    var used: Set<String> = []
    for index in alive {
      roles[index] = plainRole(of: resources[index])
    }
    pairOrganizations(alive)
    for index in alive {
      switch roles[index] {
      case .facility: roles[index] = .facility(newID(index, kind: "facility", &used))
      case .party: roles[index] = .party(newID(index, kind: "party", &used))
      default: break
      }
    }
  }

  /// What a resource is as far as it says itself; ids are given later.
  private func plainRole(of resource: FHIRResource) -> Role {
    switch resource.kind {
    case .location: locationRole(of: resource)
    case .organization: organizationRole(of: resource)
    case .healthcareService: .service
    case .organizationAffiliation: .affiliation
    case .endpoint: .endpoint
    }
  }

  private func locationRole(of location: FHIRResource) -> Role {
    if location.isOfType("facility") { return .facility("") }
    if location.isOfType("jurisdiction") { return .jurisdiction }
    // A kind of place stands for no place.
    if location.mode == "kind" { return .leftOut }
    switch location.physicalType?.code {
    case "jdn", "area": return .jurisdiction
    case "wi", "wa", "lvl", "co", "ro", "bd", "ca": return .part
    case "ho", "ve", "rd", "vi": return .leftOut
    default: return .facility("")
    }
  }

  private func organizationRole(of organization: FHIRResource) -> Role {
    if organization.ownIdentifier("party") != nil { return .party("") }
    if organization.isOfType("jurisdiction") { return .jurisdiction }
    if organization.isOfType("facility") { return .facility("") }
    let types = organization.types.filter { $0.system == FHIRSystem.organizationType }
      .compactMap(\.code)
    if types.contains("prov") { return .facility("") }
    if types.contains("dept"), organization.partOf != nil { return .part }
    return .party("")
  }

  /// Joins each facility's Location with its Organization, as mCSD pairs them.
  private mutating func pairOrganizations(_ alive: [Int]) {
    for index in alive where resources[index].kind == .location {
      guard case .facility = roles[index],
        let organization = resolve(
          resources[index].organization, from: .organization, in: resources[index]),
        resources[organization].kind == .organization, pairs[organization] == nil,
        isPair(resources[index], resources[organization])
      else { continue }
      pairs[organization] = index
      roles[organization] = .paired(index)
    }
    for index in alive where resources[index].kind == .organization {
      guard case .facility = roles[index] else { continue }
      report(
        "organization_without_location", .odd, kind: "facility", key: nil,
        at: resources[index].origin,
        vi: "Organization/\(resources[index].id) là cơ sở nhưng không có Location: chưa rõ ở đâu",
        en: "Organization/\(resources[index].id) is a facility without a Location: where it is is "
          + "not known")
    }
  }

  private func isPair(_ location: FHIRResource, _ organization: FHIRResource) -> Bool {
    if organization.isOfType("facility") { return true }
    guard let name = location.name, let other = organization.name else { return false }
    return FoldedName(name) == FoldedName(other)
  }

  /// The id of a facility or a party: our own, that of the network for the same identifier, or one
  /// made of the resource's.
  private func newID(_ index: Int, kind: String, _ used: inout Set<String>) -> String {
    let resource = resources[index]
    let paired = kind == "facility" ? pairedOrganization(of: index).map { resources[$0] } : nil
    var id = resource.ownIdentifier(kind).flatMap(FHIRAssembly.validID)
    if kind == "facility", id == nil {
      id = knownID(of: resource) ?? paired.flatMap { knownID(of: $0) }
    }
    let plain = id ?? FHIRAssembly.foreignID(resource.id.isEmpty ? seed(of: index) : resource.id)
    var unique = plain
    var number = 2
    while !used.insert(unique).inserted {
      unique = plain + "-\(number)"
      number += 1
    }
    return unique
  }

  /// What tells a resource without an id from others.
  private func seed(of index: Int) -> String {
    let resource = resources[index]
    return resource.fullURL ?? resource.identifiers.first.map { ($0.system ?? "") + $0.value }
      ?? resource.name ?? "line-" + resource.place
  }

  func pairedOrganization(of location: Int) -> Int? {
    guard
      let organization = resolve(
        resources[location].organization, from: .organization, in: resources[location]),
      pairs[organization] == location
    else { return nil }
    return organization
  }

  /// An id as our files allow it; nil for another text.
  static func validID(_ text: String) -> String? {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 120, isLetterOrDigit(first),
      bytes.allSatisfy({ isLetterOrDigit($0) || [0x2E, 0x5F, 0x3A, 0x2D].contains($0) })
    else { return nil }
    return text
  }

  /// Our id for what another server calls so.
  static func foreignID(_ id: String) -> String {
    validID("fhir-" + id) ?? "fhir-" + FHIRNames.digest(id)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
