import Exchange
import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@testable import OpenStreetMap

/// A street of three junctions, alone and joined to a region of two nodes and a road.
@Suite struct StreetDocumentsTests {
  private var drawn: DrawnStreets {
    var drawn = DrawnStreets("A-B-C")
    drawn.way("AB", ["highway": "primary", "name": "Lê Lợi"])
    drawn.way("BC", ["highway": "primary"])
    return drawn
  }

  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))

  /// A region whose nodes lie at A and C.
  private func region() throws -> TemporaryFolder {
    try TemporaryFolder([
      "a.xml": """
      <?xml version="1.0" encoding="UTF-8"?>
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="snapshot" network="t" \
      asOf="2026-11-22T00:00:00+07:00">
      <network id="t" name="T" zone="+07:00" south="8" west="102" north="24" east="110"/>
      <vehicle id="ambulance" name="Xe cứu thương" modes="road" carriages="all"/>
      <node id="p" kind="junction" lat="10.9" lon="106.6"/>
      <node id="q" kind="junction" lat="10.9" lon="106.62"/>
      <link id="r-p-q" start="p" end="q" mode="road" km="2.2" speed="40"/>
      </exchange>

      """
    ])
  }

  @Test func `Streets alone are a network that is valid, the same bytes twice`() throws {
    let streets = try drawn.streets()
    let folder = try TemporaryFolder()
    var first: [String: [UInt8]] = [:]
    try StreetDocuments.write(streets, now: now) { name, bytes in
      first[name] = bytes
      try folder.write(bytes, to: name)
    }
    #expect(Set(first.keys) == Set(StreetDocuments.names))
    StreetDocuments.write(streets, now: now) { name, bytes in #expect(first[name] == bytes) }
    let network = try LoadedNetwork(path: folder.path).network
    #expect(network.header.id == "osm" && network.travel.links.count == 2)
    #expect(network.travel.profile.slowFactor == 1.5)
    #expect(network.travel.profile.provenance.confidence == .low)
  }

  @Test func `A second import begins from the network before the first`() throws {
    let folder = try region()
    let before = try LoadedNetwork(path: folder.path)
    let streets = try drawn.streets()
    func join(_ network: LoadedNetwork) throws -> RegionalJoin {
      let records = StreetMarks.removed(from: network.network.records)
      return try RegionalJoin(
        streets, into: records.nodes.map(\.record), records.links.map(\.record),
        vehicles: records.vehicles.map(\.record), profile: TravelProfile())
    }
    let joined = try join(before)
    #expect(joined.replacedLinks == ["r-p-q"])
    var written: [String: [UInt8]] = [:]
    try StreetDocuments.write(joined, into: before, isWhole: false, now: now) { name, bytes in
      written[name] = bytes
      try folder.write(bytes, to: name)
    }
    #expect(written["a.xml"] != nil)
    let after = try LoadedNetwork(path: folder.path)
    #expect(after.network.travel.links.contains { $0.id == "r-p-q" && $0.use == .no })
    let inMemory = try Network(StreetMarks.joined(joined, to: before.network.records))
    #expect(inMemory.travel.links.count == after.network.travel.links.count)
    let again = try join(after)
    #expect(again.replacedLinks == joined.replacedLinks)
    StreetDocuments.write(again, into: after, isWhole: true, now: now) { name, bytes in
      #expect(written[name] == bytes, "\(name)")
    }
    let restored = StreetMarks.removed(from: after.network.records)
    #expect(restored.links.map(\.record) == before.network.records.links.map(\.record))
  }
}
