/// The formats of documents that say something of a network.
public enum DocumentFormat: String, CaseIterable, Sendable {
  /// Our own exchange documents.
  case native
  /// IHE Care Services Discovery, `urn:ihe:iti:csd:2013`, bare or in an ITI-74 response.
  case csd
  /// HL7 FHIR R4 in XML, in the shape of IHE mCSD.
  case fhir
  /// OASIS EDXL-HAVE 1.0, bare or in EDXL-DE 1.0.
  case have
  /// Comma-separated values with a mapping.
  case csv
  /// Health points of an OpenStreetMap file.
  case osm
}
