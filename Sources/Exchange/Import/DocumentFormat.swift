/// A format of documents that say something of a network.
///
/// A format is only a name here; ``DocumentFormats`` says which of them can be read. FHIR and
/// OpenStreetMap have targets of their own, which name theirs.
public struct DocumentFormat: RawRepresentable, Hashable, Sendable {
  /// The name, as commands and histories of imports write it.
  public let rawValue: String

  /// Names a format.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Exchange documents of this software.
  public static let native = DocumentFormat(rawValue: "native")
  /// IHE Care Services Discovery, `urn:ihe:iti:csd:2013`, bare or in an ITI-74 response.
  public static let csd = DocumentFormat(rawValue: "csd")
  /// OASIS EDXL-HAVE 1.0, bare or in EDXL-DE 1.0.
  public static let have = DocumentFormat(rawValue: "have")
  /// A workbook of Excel, of which a sheet is a table.
  public static let xlsx = DocumentFormat(rawValue: "xlsx")
  /// Features of a map: GeoJSON, KML, or organisation units of DHIS2 in JSON.
  public static let map = DocumentFormat(rawValue: "map")
  /// Comma-separated values with a mapping.
  public static let csv = DocumentFormat(rawValue: "csv")
}
