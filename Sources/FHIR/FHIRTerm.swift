import XMLStream

/// The element and attribute names of FHIR R4 that mean something to a directory.
///
/// A name's raw value is its code in `FHIRTerm.names`. Every name that is not here is one that our
/// model cannot hold.
enum FHIRTerm: Int, CaseIterable {
  case bundle, entry, fullUrl, resource, request, method, url, link, relation, contained
  case location, organization, healthcareService, organizationAffiliation, endpoint
  case locationReference, organizationReference, healthcareServiceReference, endpointReference
  case id, meta, text, lastUpdated, source, language, implicitRules
  case identifier, active, status, type, name, alias, telecom, address, partOf
  case position, longitude, latitude, physicalType, mode
  case managingOrganization, hoursOfOperation, providedBy, specialty, category
  case availableTime, daysOfWeek, allDay, openingTime, closingTime, availableStartTime
  case availableEndTime, period, start, end, participatingOrganization, code
  case use, system, value, coding, display, reference, line, city, district, state, postalCode
  case country, `extension`, connectionType

  /// The name as documents write it.
  ///
  /// Resources have a capital letter, references to them a small one.
  private var spelling: String {
    switch self {
    case .bundle: "Bundle"
    case .location: "Location"
    case .organization: "Organization"
    case .healthcareService: "HealthcareService"
    case .organizationAffiliation: "OrganizationAffiliation"
    case .endpoint: "Endpoint"
    case .locationReference: "location"
    case .organizationReference: "organization"
    case .healthcareServiceReference: "healthcareService"
    case .endpointReference: "endpoint"
    default: "\(self)"
    }
  }

  /// The names by code, for readers.
  static let names = XMLNames(allCases.map(\.spelling))
}

/// Namespaces and code systems that FHIR documents are full of.
enum FHIRSystem {
  /// The namespace of every element.
  static let namespace = "http://hl7.org/fhir"
  /// Identifiers that are URIs.
  static let uri = "urn:ietf:rfc:3986"
  /// What a Location or an Organization is, as mCSD says since 4.0.
  static let mcsdType =
    "https://profiles.ihe.net/ITI/mCSD/CodeSystem/IHE.mCSD.Organization.Location.Types"
  /// The same as codes of `urn:ietf:rfc:3986`, as mCSD said before.
  static let oldType = "urn:ihe:iti:mcsd:2019:"
  /// What kind of building or area a Location is.
  static let physicalType = "http://terminology.hl7.org/CodeSystem/location-physical-type"
  /// What kind of Organization it is.
  static let organizationType = "http://terminology.hl7.org/CodeSystem/organization-type"
  /// What begins the systems of our own terms and the names of our own extensions.
  static let own = "urn:tuyen:exchange:1:"
  /// The weekdays, Monday first.
  static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
}
