/// Something by which resources can be searched.
///
///     FHIRSearchParameter.named("organization", of: "Location")?.targets   // ["Organization"]
///
/// The parameters of a type are those that IHE mCSD 4.0.1 (ITI-90) demands of a directory, those it
/// recommends, and those of FHIR R4 that our resources have a value for.
public struct FHIRSearchParameter: Sendable {
  /// How a value is compared, as FHIR R4 (3.1.1.4) defines it.
  public enum Kind: String, Sendable {
    /// The beginning of a name, whatever its marks and case.
    case string
    /// A code, an identifier or a truth value.
    case token
    /// Another resource.
    case reference
    /// A moment or a period.
    case date
    /// By a rule of its own: `near`.
    case special
  }

  /// Its name.
  public let name: String
  /// How a value is compared.
  public let kind: Kind
  /// The elements of the resource that are compared.
  let elements: [String]
  /// The types that a reference may lead to.
  public let targets: [String]

  /// The types of resources that can be searched, as the reference client of ITI-91 wants them
  /// listed: a directory says so, and has none of some.
  public static let types = [
    "Endpoint", "HealthcareService", "Location", "Organization", "OrganizationAffiliation",
    "Practitioner", "PractitionerRole",
  ]

  /// The parameters of a type, in the order of their names; none of a type that is not here.
  public static func all(of type: String) -> [FHIRSearchParameter] { tables[type] ?? [] }

  /// A parameter of a type.
  public static func named(_ name: String, of type: String) -> FHIRSearchParameter? {
    tables[type]?.first { $0.name == name }
  }

  /// The references of a type that `_include` can follow, as `Location:organization`.
  public static func includes(of type: String) -> [String] {
    all(of: type).filter { $0.kind == .reference }.map { type + ":" + $0.name }
  }

  /// The references to a type that `_revinclude` can follow.
  public static func reverseIncludes(of type: String) -> [String] {
    types.flatMap { source in
      all(of: source).filter { $0.targets.contains(type) }.map { source + ":" + $0.name }
    }
  }

  private static let tables: [String: [FHIRSearchParameter]] = {
    var tables: [String: [FHIRSearchParameter]] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 4, let kind = Kind(rawValue: words[2]) else { continue }
      tables[words[0], default: []].append(
        FHIRSearchParameter(
          name: words[1], kind: kind,
          elements: words[3].split(separator: ",").map(String.init),
          targets: words.dropFirst(4).map { $0 }))
    }
    return tables.mapValues { list in list.sorted { $0.name < $1.name } }
  }()

  /// Type, parameter, kind, elements, and the types that a reference leads to.
  private static let table = """
    Endpoint connection-type token connectionType
    Endpoint identifier token identifier
    Endpoint name string name
    Endpoint organization reference managingOrganization Organization
    Endpoint status token status
    HealthcareService active token active
    HealthcareService endpoint reference endpoint Endpoint
    HealthcareService identifier token identifier
    HealthcareService location reference location Location
    HealthcareService name string name
    HealthcareService organization reference providedBy Organization
    HealthcareService service-type token type
    HealthcareService specialty token specialty
    Location endpoint reference endpoint Endpoint
    Location identifier token identifier
    Location name string name,alias
    Location near special position
    Location organization reference managingOrganization Organization
    Location partof reference partOf Location
    Location status token status
    Location type token type
    Organization active token active
    Organization endpoint reference endpoint Endpoint
    Organization identifier token identifier
    Organization name string name,alias
    Organization partof reference partOf Organization
    Organization type token type
    OrganizationAffiliation active token active
    OrganizationAffiliation date date period
    OrganizationAffiliation endpoint reference endpoint Endpoint
    OrganizationAffiliation identifier token identifier
    OrganizationAffiliation participating-organization reference participatingOrganization Organization
    OrganizationAffiliation primary-organization reference organization Organization
    OrganizationAffiliation role token code
    OrganizationAffiliation specialty token specialty
    Practitioner active token active
    Practitioner family string name
    Practitioner given string name
    Practitioner identifier token identifier
    Practitioner name string name
    PractitionerRole active token active
    PractitionerRole location reference location Location
    PractitionerRole organization reference organization Organization
    PractitionerRole practitioner reference practitioner Practitioner
    PractitionerRole role token code
    PractitionerRole service reference healthcareService HealthcareService
    PractitionerRole specialty token specialty
    """
}
