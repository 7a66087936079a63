public import Exchange
import FHIR
public import Formats
import HealthNetwork

/// A format that a network is written in.
///
///     let lost = try ExportFormat.fhirJSON.write(loaded) { bytes in file += bytes }
public enum ExportFormat: String, CaseIterable, Sendable {
  /// One exchange document.
  case native
  /// IHE CSD.
  case csd
  /// FHIR R4 in XML.
  case fhir
  /// FHIR R4 in JSON.
  case fhirJSON = "fhir-json"
  /// EDXL-HAVE.
  case have
  /// GeoJSON.
  case geojson
  /// KML.
  case kml
  /// GPX.
  case gpx
  /// A table with a header and a row of HXL tags.
  case csv
  /// A table as a workbook of Excel.
  case xlsx

  /// The tables that can be written besides the facilities with all that the format holds.
  public var tables: [TableWriter.Table] {
    switch self {
    case .csv, .xlsx: TableWriter.Table.allCases
    case .geojson: [.facilities, .links]
    default: [.facilities]
    }
  }

  /// Writes a network.
  ///
  /// - Parameters:
  ///   - loaded: The network.
  ///   - table: The records written, where the format has several tables.
  ///   - language: The language of what is written for people.
  ///   - receive: Is given the document block by block.
  /// - Returns: What the format left out.
  /// - Throws: What `receive` throws.
  public func write<Failure: Error>(
    _ loaded: LoadedNetwork, _ table: TableWriter.Table = .facilities, in language: Language = .vi,
    to receive: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    let network = loaded.network
    switch self {
    case .native:
      try receive(loaded.wholeDocument)
      return []
    case .csd:
      let asOf = loaded.documents.compactMap(\.header.asOf).max()
      return try CSDWriter.write(network, asOf: asOf, to: receive)
    case .fhir: return try FHIRWriter.write(network, as: .xml, to: receive)
    case .fhirJSON: return try FHIRWriter.write(network, as: .json, to: receive)
    case .have: return try HAVEWriter.write(network, to: receive)
    case .geojson where table == .links:
      return try GeoJSONWriter.writeLinks(network, to: receive)
    case .geojson: return try GeoJSONWriter.write(network, to: receive)
    case .kml: return try KMLWriter.write(network, to: receive)
    case .gpx: return try GPXWriter.write(network, to: receive)
    case .csv: return try TableWriter.write(table, of: network, to: receive)
    case .xlsx:
      let workbook = TableWriter.workbook(table, of: network, in: language)
      try receive(workbook.bytes)
      return workbook.losses
    }
  }
}
