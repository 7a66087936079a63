import Facts
public import HealthNetwork
import XMLStream

/// Writes facilities as KML 2.2 (OGC 07-147r2): longitude first.
///
///     KMLWriter.write(network) { bytes in output += bytes }
///
/// A facility without a point is a placemark without a geometry.
public enum KMLWriter {
  /// Writes the facilities of a network, with the codes of what they can do.
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
    xml.start("kml")
    xml.attribute("xmlns", "http://www.opengis.net/kml/2.2")
    xml.start("Document")
    xml.element("name", text: network.header.name)
    if let attribution = network.header.attribution {
      xml.element("description", text: attribution)
    }
    for index in network.facilityIndices {
      let facility = network.facility(index)
      losses.addParts(of: facility)
      write(facility, network.capabilities(of: index), to: &xml)
      try sink.write(xml.takeBytes())
    }
    xml.end()
    xml.end()
    try sink.write(xml.takeBytes())
    try sink.finish()
    losses.addKinds(of: network.records, except: ["network", "facility", "capability"])
    return losses.findings(in: "KML")
  }

  private static func write(
    _ facility: Facility, _ capabilities: [Capability], to xml: inout XMLWriter
  ) {
    xml.start("Placemark")
    xml.element("name", text: facility.name)
    if let address = facility.address { xml.element("address", text: address) }
    if let contact = facility.contacts.first {
      xml.element("phoneNumber", text: contact.value)
    }
    xml.start("ExtendedData")
    for column in FacilityColumns.texts { data(column.name, column.get(facility), to: &xml) }
    data("tier", facility.tier.map(String.init), to: &xml)
    let able = capabilities.filter { $0.value == .yes }.map(\.code)
    let unable = capabilities.filter { $0.value == .no }.map(\.code)
    data("capabilities", able.isEmpty ? nil : able.joined(separator: "; "), to: &xml)
    data("notCapable", unable.isEmpty ? nil : unable.joined(separator: "; "), to: &xml)
    xml.end()
    if let point = facility.position.point {
      xml.start("Point")
      xml.element("coordinates", text: "\(point.longitude),\(point.latitude)")
      xml.end()
    }
    xml.end()
  }

  private static func data(_ name: String, _ value: String?, to xml: inout XMLWriter) {
    guard let value else { return }
    xml.start("Data")
    xml.attribute("name", name)
    xml.element("value", text: value)
    xml.end()
  }
}
