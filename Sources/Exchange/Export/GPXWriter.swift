import Facts
public import HealthNetwork
import XMLStream

/// Writes facilities as waypoints of GPX 1.1 (topografix.com/GPX/1/1), for satnavs.
///
///     GPXWriter.write(network) { bytes in output += bytes }
///
/// A waypoint is a point: facilities without one are lost, and said so.
public enum GPXWriter {
  /// Writes the facilities of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - receive: Is given the document, in UTF-8, block by block.
  /// - Returns: What is not written.
  /// - Throws: What `receive` throws.
  /// - Complexity: O(*n*), where *n* is the number of records; the memory is that of one block.
  @discardableResult
  public static func write<Failure: Error>(
    _ network: Network, to receive: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    var sink = ExportSink(receive)
    var losses = ExportLosses()
    var xml = XMLWriter(indent: 1)
    xml.declaration()
    xml.start("gpx")
    xml.attribute("xmlns", "http://www.topografix.com/GPX/1/1")
    xml.attribute("version", "1.1")
    xml.attribute("creator", "tuyen")
    xml.start("metadata")
    xml.element("name", text: network.header.name)
    if let attribution = network.header.attribution { xml.element("desc", text: attribution) }
    xml.end()
    for located in network.records.facilities {
      losses.addParts(of: located.record)
      guard let point = located.record.position.point else {
        losses.add("facility without a point")
        continue
      }
      write(located.record, at: point, to: &xml)
      try sink.write(xml.takeBytes())
    }
    xml.end()
    try sink.write(xml.takeBytes())
    try sink.finish()
    losses.addKinds(of: network.records, except: ["network", "facility"])
    return losses.findings(in: "GPX")
  }

  private static func write(
    _ facility: Facility, at point: Coordinate, to xml: inout XMLWriter
  ) {
    xml.start("wpt")
    xml.attribute("lat", point.latitude)
    xml.attribute("lon", point.longitude)
    xml.element("name", text: facility.name)
    xml.element("cmt", text: facility.id)
    let phones = facility.contacts.map(\.value)
    let words = [facility.address].compactMap { $0 } + phones
    if !words.isEmpty { xml.element("desc", text: words.joined(separator: "; ")) }
    if let source = facility.provenance.source { xml.element("src", text: source) }
    xml.element("type", text: facility.kind.rawValue)
    xml.end()
  }
}
