public import Facts
public import HealthNetwork

/// A network as resources of FHIR R4, in the shape of IHE mCSD.
///
///     let directory = FHIRDirectory(network, base: "https://example.org/fhir")
///     let location = directory.resource("Location", id: "bv-cho-ray")
///     location?.bytes(as: .json)
///
/// A facility is a pair of Location and Organization, a statement about one of its capabilities a
/// HealthcareService, a party an Organization, an agreement of one supporter with one recipient an
/// OrganizationAffiliation. What FHIR has no element for is written as extensions of ours
/// (`urn:tuyen:exchange:1:…`), which ``FHIRReader`` reads back.
///
/// Made once for a network, it can be asked by any number of tasks at once.
public struct FHIRDirectory: Sendable {
  /// The network.
  public let network: Network
  /// The address of the server that has the resources; nil where references are `urn:uuid`s, as in a
  /// Bundle that stands alone.
  public let base: String?

  let fields = OwnFields.shared
  let facilityIDs: Set<String>
  /// The codes of other systems for each of our terms.
  let crosswalks: [String: [Crosswalk]]
  /// The origin of each resource, by its type and id.
  private let sources: [String: Source]

  /// The record of which a resource is made, by its place in the network.
  private enum Source {
    case location(Int), organization(Int), service(Int), party(Int), affiliation(Int)
  }

  /// Prepares a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - base: The address of the server that has the resources, without a slash at its end; nil for
  ///     references by `urn:uuid`.
  /// - Complexity: O(*n*), where *n* is the number of facilities, statements, parties and agreements.
  public init(_ network: Network, base: String? = nil) {
    self.network = network
    self.base = base
    let records = network.records
    facilityIDs = Set(records.facilities.lazy.map(\.record.id))
    crosswalks = Dictionary(
      grouping: records.crosswalks.map(\.record)
        .filter { !$0.system.hasPrefix("urn:oasis:") && FHIRSystem.isURI($0.system) },
      by: \.term)
    var sources: [String: Source] = [:]
    func add(_ type: String, _ id: String, _ source: Source) {
      let key = type + "/" + FHIRNames.id(id)
      if sources[key] == nil { sources[key] = source }
    }
    for (index, located) in records.facilities.enumerated() {
      add("Location", located.record.id, .location(index))
      add("Organization", located.record.id, .organization(index))
    }
    for (index, located) in records.capabilities.enumerated() {
      add("HealthcareService", FHIRNames.serviceID(of: located.record), .service(index))
    }
    for (index, located) in records.parties.enumerated() {
      add("Organization", located.record.id, .party(index))
    }
    for (index, located) in records.agreements.enumerated() {
      add("OrganizationAffiliation", located.record.id, .affiliation(index))
    }
    self.sources = sources
  }

  /// A resource by its type and id.
  ///
  /// - Parameters:
  ///   - type: `Location`, `Organization`, `HealthcareService` or `OrganizationAffiliation`.
  ///   - id: The id that the resource has in FHIR, which is ours where FHIR allows it.
  /// - Returns: The resource; nil where there is none.
  public func resource(_ type: String, id: String) -> FHIRElement? {
    let records = network.records
    switch sources[type + "/" + id] {
    case .location(let index): return location(of: records.facilities[index].record)
    case .organization(let index): return organization(of: records.facilities[index].record)
    case .service(let index): return service(records.capabilities[index].record)
    case .party(let index): return organization(of: records.parties[index].record)
    case .affiliation(let index): return affiliation(records.agreements[index].record)
    case nil: return nil
    }
  }

  /// Every resource of one facility: its Organization, its Location and its HealthcareServices.
  ///
  /// - Parameter index: The facility, as `network.facilityIndex(of:)` gives it.
  /// - Returns: The resources, in the order of their types.
  public func resources(ofFacility index: FacilityIndex) -> [FHIRElement] {
    let facility = network.facility(index)
    return [organization(of: facility), location(of: facility)]
      + network.capabilities(of: index).map(service)
  }

  /// The address of a resource, which stands beside it in a Bundle: its `fullUrl`.
  public func fullURL(of resource: FHIRElement) -> String {
    let id = resource.resourceID ?? ""
    return base.map { $0 + "/" + resource.name + "/" + id } ?? FHIRNames.uuid(resource.name, id)
  }

  /// An entry of a Bundle with a resource of the directory.
  ///
  /// - Parameters:
  ///   - resource: The resource.
  ///   - mode: Why it is among the answers to a search; nil where there was none.
  /// - Returns: The entry of the bundle.
  public func entry(
    _ resource: FHIRElement, mode: FHIRBundle.SearchMode? = nil
  ) -> FHIRBundle.Entry {
    FHIRBundle.Entry(resource, fullURL: fullURL(of: resource), mode: mode)
  }

  // The record of every resource.

  /// Begins a resource of ours.
  func begin(_ type: String, id: String, profile: String? = nil) -> FHIRElement {
    var resource = FHIRElement(type)
    resource.append("id", FHIRNames.id(id))
    if let profile {
      resource.append(FHIRElement("meta", [FHIRElement("profile", FHIRSystem.profiles + profile)]))
    }
    return resource
  }

  /// A reference to a resource of ours.
  func reference(_ name: String, _ type: String, id: String) -> FHIRElement {
    let target =
      base == nil ? FHIRNames.uuid(type, id) : type + "/" + FHIRNames.id(id)
    return FHIRElement(name, [FHIRElement("reference", target)])
  }
}
