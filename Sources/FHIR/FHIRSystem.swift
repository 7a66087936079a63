/// Namespaces and code systems that FHIR documents are full of.
enum FHIRSystem {
  /// The namespace of every element.
  static let namespace = "http://hl7.org/fhir"
  /// Identifiers that are URIs.
  static let uri = "urn:ietf:rfc:3986"
  /// The kinds of Locations and Organizations, as mCSD names them since 4.0.
  static let mcsdType =
    "https://profiles.ihe.net/ITI/mCSD/CodeSystem/IHE.mCSD.Organization.Location.Types"
  /// The same as codes of `urn:ietf:rfc:3986`, as mCSD named them before.
  static let oldType = "urn:ihe:iti:mcsd:2019:"
  /// Where the profiles of mCSD are.
  static let profiles = "https://profiles.ihe.net/ITI/mCSD/StructureDefinition/"
  /// The kinds of buildings and areas that a Location may be.
  static let physicalType = "http://terminology.hl7.org/CodeSystem/location-physical-type"
  /// The kinds of Organizations.
  static let organizationType = "http://terminology.hl7.org/CodeSystem/organization-type"
  /// The beginning of the systems of our own terms and the names of our own extensions.
  static let own = "urn:tuyen:exchange:1:"
  /// The weekdays, Monday first.
  static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Whether a text can stand where FHIR wants a URI: it has a scheme and no white space.
  static func isURI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: 0x3A), colon != text.utf8.startIndex else {
      return false
    }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      && text.utf8[..<colon].allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B
          || byte == 0x2D || byte == 0x2E
      }
  }
}
