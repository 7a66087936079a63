import ArgumentParser
import Exchange
import FHIR
import Formats

/// The formats that a network is written in.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case native, csd, fhir
  case fhirJSON = "fhir-json"
  case have, geojson, kml, gpx, csv

  /// What can be written besides the facilities with all that the format holds.
  var tables: [TableWriter.Table] {
    switch self {
    case .csv: TableWriter.Table.allCases
    case .geojson: [.facilities, .links]
    default: [.facilities]
    }
  }

  /// Writes a network.
  ///
  /// - Parameters:
  ///   - folder: The network.
  ///   - table: What of it, where the format has several tables.
  ///   - receive: Is given the document block by block.
  /// - Returns: What the format left out.
  /// - Throws: What `receive` throws.
  func write(
    _ folder: LoadedNetwork, _ table: TableWriter.Table,
    to receive: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    let network = folder.network
    switch self {
    case .native:
      try receive(folder.wholeDocument)
      return []
    case .csd:
      let asOf = folder.documents.compactMap(\.header.asOf).max()
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
    }
  }
}
