package import Exchange
package import Facts
import HealthNetwork
package import TravelNetwork

/// The exchange documents that an import of streets writes.
///
///     try StreetDocuments.write(streets) { path, bytes in … }
package enum StreetDocuments {
  /// The junctions.
  package static let nodesName = "osm-nodes.xml"
  /// The streets and ferries.
  package static let linksName = "osm-links.xml"
  /// The head of a network of streets alone.
  package static let networkName = "osm-network.xml"
  /// The names of all of them.
  package static let names = [nodesName, linksName, networkName]

  /// The place of a record that no document holds yet.
  static let nowhere = Origin(document: 0, line: 0)
  /// The zone in which dates of extracts are written.
  private static let zone = ZoneOffset(minutes: 7 * 60)

  /// Writes streets as a network of their own.
  ///
  /// - Parameters:
  ///   - streets: The streets.
  ///   - now: The day of the documents, where the extract states none.
  ///   - receive: Is given each document: its path within the folder, and its bytes.
  /// - Throws: What `receive` throws.
  package static func write<Failure: Error>(
    _ streets: Streets, now: Instant, to receive: (String, [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var header = NetworkHeader()
    header.id = "osm"
    header.name = "Đường OpenStreetMap"
    header.nameEn = "OpenStreetMap streets"
    header.zone = zone
    header.attribution = Streets.attribution
    var records = NetworkRecords()
    records.networks = [Located(header, at: nowhere)]
    records.vehicles = Streets.vehicles.map { Located($0, at: nowhere) }
    records.travelProfiles = [Located(Streets.profile, at: nowhere)]
    var root = self.header(streets, network: header.id, now)
    root.title = "OpenStreetMap"
    try receive(networkName, DocumentWriter.bytes(of: records, header: root))
    try write(streets, links: streets.links, network: header.id, now, to: receive)
  }

  /// Writes the documents of a network to which streets are joined, as far as they change.
  ///
  /// - Parameters:
  ///   - join: The streets and their joints.
  ///   - network: The network as it was loaded.
  ///   - isWhole: Whether documents in which nothing changes are written, too.
  ///   - now: The day of the documents, where the extract states none.
  ///   - receive: Is given each document: its path within the folder, and its bytes.
  /// - Throws: What `receive` throws.
  package static func write<Failure: Error>(
    _ join: RegionalJoin, into network: LoadedNetwork, isWhole: Bool, now: Instant,
    to receive: (String, [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let replaced = Set(join.replacedLinks)
    // Streets first: if writing ends in between, there are too many ways and not too few.
    try write(
      join.streets, links: join.streets.links + join.connectors,
      network: network.network.header.id, now, to: receive)
    for (document, records) in zip(network.documents, network.recordsByDocument()) {
      if [nodesName, linksName].contains(document.path) { continue }
      let changed = StreetMarks.marked(StreetMarks.removed(from: records), replaced: replaced)
      // Where nothing changes, a document of the same folder keeps its bytes.
      let isSame = zip(changed.links, records.links).allSatisfy { $0.record == $1.record }
      if !isWhole, isSame, changed.links.count == records.links.count { continue }
      try receive(document.path, DocumentWriter.bytes(of: changed, header: document.header))
    }
  }

  private static func write<Failure: Error>(
    _ streets: Streets, links: [TravelLink], network: String, _ now: Instant,
    to receive: (String, [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var header = header(streets, network: network, now)
    var records = NetworkRecords()
    records.nodes = streets.nodes.map { Located($0, at: nowhere) }
    header.title = "OpenStreetMap: nút"
    try receive(nodesName, DocumentWriter.bytes(of: records, header: header))
    records = NetworkRecords()
    records.links = links.map { Located($0, at: nowhere) }
    header.title = "OpenStreetMap: đường, phà"
    try receive(linksName, DocumentWriter.bytes(of: records, header: header))
  }

  private static func header(
    _ streets: Streets, network: String, _ now: Instant
  ) -> ExchangeHeader {
    var header = ExchangeHeader()
    header.network = network
    header.asOf = (streets.report.date ?? now).shown(in: zone)
    header.licence = Streets.licence
    header.source = streets.source
    header.confidence = .medium
    return header
  }
}

extension Streets {
  /// The travel profile of streets alone: no times are measured for them, so slow days are taken to
  /// be half as slow again, and waits twice as long.
  package static var profile: TravelProfile {
    var profile = TravelProfile()
    profile.id = "default"
    profile.slowFactor = 1.5
    profile.slowWaitFactor = 2
    profile.accessLimitKm = 5
    profile.provenance = Provenance(
      source: nil, confidence: .low, basis: "rule: no measured times for these streets")
    return profile
  }
}
