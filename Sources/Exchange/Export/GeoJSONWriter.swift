import Formats
import Facts
public import HealthNetwork
import TravelNetwork

/// Writes facilities, or travel links, as GeoJSON (RFC 7946): longitude first, WGS 84.
///
///     let lost = GeoJSONWriter.write(network) { bytes in output += bytes }
///
/// One feature a line. A facility without a point is a feature whose geometry is null.
public enum GeoJSONWriter {
  /// Writes the facilities of a network, with what they can do.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - receive: Is given the document, in UTF-8, block by block.
  /// - Returns: What the format, as it is written here, does not hold.
  /// - Throws: What `receive` throws.
  /// - Complexity: O(*n*), where *n* is the number of records; the memory is that of one block.
  @discardableResult
  public static func write<Failure: Error>(
    _ network: Network, to receive: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    var sink = ExportSink(receive)
    var json = begin(network)
    var losses = ExportLosses()
    for index in network.facilityIndices {
      let facility = network.facility(index)
      losses.addParts(of: facility)
      beginFeature(&json, id: facility.id)
      write(facility.position.point.map { [$0] } ?? [], isLine: false, to: &json)
      writeProperties(of: facility, network.capabilities(of: index), to: &json)
      json.close("}")
      try sink.write(json.takeBytes())
    }
    end(&json)
    try sink.write(json.takeBytes())
    try sink.finish()
    losses.addKinds(of: network.records, except: ["network", "facility", "capability"])
    return losses.findings(in: "GeoJSON")
  }

  /// Writes the travel links of a network as lines.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - receive: Is given the document, in UTF-8, block by block.
  /// - Returns: What is not written.
  /// - Throws: What `receive` throws.
  @discardableResult
  public static func writeLinks<Failure: Error>(
    _ network: Network, to receive: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    var sink = ExportSink(receive)
    var json = begin(network)
    let points = Dictionary(
      network.records.nodes.lazy.map { ($0.record.id, $0.record.point) },
      uniquingKeysWith: { first, _ in first })
    for located in network.records.links {
      let link = located.record
      beginFeature(&json, id: link.id)
      let bends = link.shape.flatMap { LinkShape($0) }?.bends ?? []
      let line = [points[link.start]].compactMap { $0 } + bends
      write(line + [points[link.end]].compactMap { $0 }, isLine: true, to: &json)
      writeProperties(of: link, to: &json)
      json.close("}")
      try sink.write(json.takeBytes())
    }
    end(&json)
    try sink.write(json.takeBytes())
    try sink.finish()
    var losses = ExportLosses()
    losses.addKinds(of: network.records, except: ["network", "link", "node"])
    return losses.findings(in: "GeoJSON")
  }

  private static func begin(_ network: Network) -> JSONWriter {
    var json = JSONWriter()
    json.open("{")
    json.field("type", "FeatureCollection")
    json.field("name", network.header.id)
    json.field("attribution", network.header.attribution)
    json.key("features")
    json.open("[")
    return json
  }

  private static func end(_ json: inout JSONWriter) {
    json.breakLine()
    json.close("]")
    json.close("}")
    json.breakLine()
  }

  private static func beginFeature(_ json: inout JSONWriter, id: String) {
    json.open("{")
    json.field("type", "Feature")
    json.field("id", id)
  }

  private static func write(_ points: [Coordinate], isLine: Bool, to json: inout JSONWriter) {
    json.key("geometry")
    guard points.count >= (isLine ? 2 : 1) else {
      json.raw("null")
      return
    }
    json.open("{")
    json.field("type", isLine ? "LineString" : "Point")
    json.key("coordinates")
    if isLine { json.open("[") }
    for point in points {
      json.open("[")
      json.number(point.longitude)
      json.number(point.latitude)
      json.close("]")
    }
    if isLine { json.close("]") }
    json.close("}")
  }

  private static func writeProperties(
    of facility: Facility, _ capabilities: [Capability], to json: inout JSONWriter
  ) {
    json.key("properties")
    json.open("{")
    for field in FacilityColumns.texts { json.field(field.name, field.get(facility)) }
    json.field("tier", facility.tier)
    json.field("lastLine", facility.isLastLine)
    json.key("capabilities")
    json.open("[")
    for capability in capabilities {
      json.open("{")
      json.field("code", capability.code)
      json.field("statement", capability.statement)
      json.field("value", capability.value.rawValue)
      json.field("from", capability.period.from?.description)
      json.field("to", capability.period.to?.description)
      json.field("confidence", capability.provenance.confidence?.rawValue)
      json.field("source", capability.provenance.source)
      json.close("}")
    }
    json.close("]")
    json.close("}")
  }

  private static func writeProperties(of link: TravelLink, to json: inout JSONWriter) {
    json.key("properties")
    json.open("{")
    for field in LinkColumns.texts { json.field(field.name, field.get(link)) }
    json.field("km", link.kilometres)
    json.field("crossingMinutes", link.crossingMinutes)
    json.field("waitMinutes", link.waitMinutes)
    json.field("oneway", link.isOneway)
    json.close("}")
  }
}
