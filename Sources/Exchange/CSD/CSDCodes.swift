import Facts
import Files
import HealthNetwork
import XMLStream

/// Names and codes of IHE Care Services Discovery, and of ours in it.
enum CSDCodes {
  /// The namespace of all its elements.
  static let namespace = "urn:ihe:iti:csd:2013"
  /// The scheme of the kinds of contact points.
  static let contactPoints = "urn:ihe:iti:csd:2013:contactPoint"
  /// What an extension of a record is called that keeps an element of CSD: this, `#` and its name.
  static let kept = "urn:ihe:iti:csd:2013#"
  /// The `urn` of CSD extensions that hold a record of ours.
  static let ours = ExchangeSchema.namespace
  /// The authority of the id of the facility that an organization stands for.
  static let facilityID = ExchangeSchema.namespace + "#facility"
  /// The authority of the id of the network that an organization stands for.
  static let networkID = ExchangeSchema.namespace + "#network"
  /// The scheme of our kinds of facilities.
  static let facilityKind = ExchangeSchema.namespace + "#facility-kind"
  /// The scheme of our kinds of parties.
  static let partyKind = ExchangeSchema.namespace + "#party-kind"
  /// The scheme of our capabilities.
  static let capability = ExchangeSchema.namespace + "#capability"
  /// When a record was made or changed of which nobody said when.
  static let unknownTime = "1970-01-01T00:00:00+00:00"

  /// The names that a reader knows: those of CSD, then those of our records in it.
  static let names = XMLNames(own + Term.names.names.filter { !own.contains($0) })

  /// The names of our records among them.
  static let terms = TermCodes(
    codes: Term.names.names.map { Int16(names.code(of: $0) ?? -1) }, firstOther: own.count)

  private static let own = [
    "CSD", "getModificationsResponse", "organizationDirectory", "serviceDirectory",
    "facilityDirectory", "providerDirectory", "organization", "service", "facility", "provider",
    "otherID", "codedType", "primaryName", "otherName", "address", "addressLine", "contact",
    "person", "name", "commonName", "honorific", "forename", "surname", "suffix", "gender",
    "dateOfBirth", "contactPoint", "equipment", "purpose", "certificate", "credential", "number",
    "issuingAuthority", "credentialIssueDate", "credentialRenewalDate", "language",
    "specialization", "specialty", "parent", "extension", "record", "geocode", "latitude",
    "longitude", "altitude", "coordinateSystem", "organizations", "facilities", "operatingHours",
    "openFlag", "dayOfTheWeek", "beginningHour", "endingHour", "beginEffectiveDate",
    "endEffectiveDate", "freeBusyURI", "demographic",
    "entityID", "code", "assigningAuthorityName", "codingScheme", "type", "urn", "oid", "created",
    "updated", "status", "sourceDirectory", "component",
  ]

  /// The id of ours that stands for an entity.
  ///
  /// It is the `entityID` itself where that can be an id of ours, else made of its digest.
  static func id(ofEntity entityID: String) -> String {
    let text = UniformIdentifier.key(entityID)
    let bytes = text.utf8Span.span
    var isID = bytes.count > 0 && bytes.count <= 120 && isLetterOrDigit(bytes[0])
    var index = 0
    while isID && index < bytes.count {
      let byte = bytes[index]
      isID = isLetterOrDigit(byte) || byte == 0x3A || byte == 0x2D || byte == 0x2E || byte == 0x5F
      index += 1
    }
    if isID { return text }
    var digest = ContentDigest()
    digest.add(text)
    return "csd-" + digest.text
  }

  /// The entity of a record of ours: a UUID of version 8, made of its network, kind and id.
  static func entityID(network: String, kind: String, id: String) -> String {
    var digest = ContentDigest()
    for part in [network, kind, id] { digest.add(part) }
    let first = digest.text
    digest.add(first)
    let second = digest.text
    // RFC 9562, 5.8: the version 8 and the variant in their places, the rest is free.
    return "urn:uuid:\(first.prefix(8))-\(first.dropFirst(8).prefix(4))-8\(first.suffix(3))"
      + "-8\(second.prefix(3))-\(second.suffix(12))"
  }

  /// Whether an entity may have been made by `entityID(network:kind:id:)`.
  static func isMade(_ entityID: String) -> Bool {
    let bytes = Array(entityID.utf8)
    return bytes.count == 45 && entityID.hasPrefix("urn:uuid:") && bytes[23] == UInt8(ascii: "8")
      && bytes[28] == UInt8(ascii: "8")
  }

  /// What a status of CSD says of the working of a facility; nil where it is no known one.
  static func activity(ofStatus status: String) -> Facility.Activity? {
    switch status.lowercased() {
    case "active", "106-001": .active
    case "inactive", "106-002", "closed", "terminated": .inactive
    case "pending", "suspended", "unconfirmed": .unconfirmed
    default: nil
    }
  }

  /// The private-use language tag that tells the kind of a further name.
  static func language(of kind: OtherName.Kind) -> String? {
    switch kind {
    case .official: "x-official"
    case .former: "x-former"
    case .short: "x-short"
    case .planned: "x-planned"
    case .excluded: "x-excluded"
    case .alternative: nil
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
