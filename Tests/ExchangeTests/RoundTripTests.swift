import Exchange
import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@Suite struct RoundTripTests {
  private func read(_ bytes: [UInt8]) throws -> LoadedNetwork {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "all.xml")
    return try LoadedNetwork(path: folder.path)
  }

  @Test func `the records of the test leave no field out`() {
    let found = Inventory(FullRecords.all)
    #expect(found.kinds.count == 39)
    for (kind, records) in found.kinds {
      // Of some fields a record may only have one: then others of its kind have the rest.
      let empty = records.map { Set(emptyFields(of: $0.base, name: kind)) }
      let left = empty.dropFirst().reduce(empty.first ?? [kind]) { $0.intersection($1) }
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test func `records of every kind come back with every field, and as the same bytes`() throws {
    let bytes = DocumentWriter.bytes(of: FullRecords.all, header: header())
    let folder = try read(bytes)
    #expect(Inventory(folder.network.records) == Inventory(FullRecords.all.inCanonicalOrder()))
    #expect(folder.documents.map(\.header) == [header()])
    #expect(folder.recordsByDocument().count == 1)
    let again = DocumentWriter.bytes(of: folder.recordsByDocument()[0], header: header())
    #expect(again == bytes)
  }

  @Test func `every choice of every field comes back`() throws {
    var records = FullRecords.all
    let facility = records.facilities[0].record
    for kind in Facility.Kind.allCases {
      records.facilities += located(with(facility) { ($0.id, $0.kind) = (kind.rawValue, kind) })
    }
    for rank in Facility.Rank.allCases {
      records.facilities += located(
        with(facility) { ($0.id, $0.rank) = ("rank-" + rank.rawValue, rank) })
    }
    for kind in Party.Kind.allCases {
      records.parties += located(
        with(records.parties[0].record) { ($0.id, $0.kind) = ("parties-" + kind.rawValue, kind) })
    }
    for kind in Agreement.Kind.allCases {
      records.agreements += located(
        with(records.agreements[0].record) {
          ($0.id, $0.kind) = ("agreements-" + kind.rawValue, kind)
        })
    }
    for role in Member.Role.allCases {
      records.agreements[0].record.members.append(
        with(Member()) { ($0.ref, $0.role) = ("hospital", role) })
    }
    for event in ClinicalClock.Event.allCases {
      records.clocks += located(
        with(records.clocks[0].record) {
          ($0.id, $0.start, $0.end) = (event.rawValue, event, event)
        }
      )
    }
    for kind in PathwayInterval.Kind.allCases {
      records.pathways[0].record.intervals.append(
        with(PathwayInterval()) { ($0.kind, $0.minutes) = (kind, 1) })
    }
    records.pathways[0].record.intervals.removeFirst()
    for kind in PathwayRule.Kind.allCases {
      records.pathways[0].record.rules.append(
        with(PathwayRule()) {
          ($0.id, $0.kind, $0.name) = (kind.rawValue, kind, "Rule")
          ($0.minutes, $0.clock) = (1, "door-to-needle")
        })
    }
    for stage in TransferStage.allCases {
      records.techniques += located(
        with(records.techniques[0].record) { ($0.id, $0.stage) = (stage.rawValue, stage) })
    }
    for kind in TravelNode.Kind.allCases {
      records.nodes += located(
        with(records.nodes[0].record) { ($0.id, $0.kind) = (kind.rawValue, kind) })
    }
    for precision in Precision.allCases {
      records.nodes += located(
        with(records.nodes[0].record) {
          ($0.id, $0.precision) = ("precise-" + precision.rawValue, precision)
        })
    }
    for carriage in Carriage.allCases {
      records.links += located(
        with(records.links[0].record) { ($0.id, $0.carries) = (carriage.rawValue, carriage) })
    }
    let folder = try read(DocumentWriter.bytes(of: records, header: header()))
    #expect(Inventory(folder.network.records) == Inventory(records.inCanonicalOrder()))
  }

  @Test(arguments: seeds(16))
  func `every number comes back`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var records = FullRecords.all
    let figure = records.figures[0].record
    for index in 0..<20 {
      let size = Double.random(in: -9...9, using: &random)
      let value = Double.random(in: -1...1, using: &random) * exponent(size)
      records.figures += located(
        with(figure) {
          $0.id = "f\(index)"
          $0.measure.value = (value * 1e6).rounded() / 1e6
        })
    }
    let folder = try read(DocumentWriter.bytes(of: records, header: header()))
    #expect(
      Inventory(folder.network.records) == Inventory(records.inCanonicalOrder()), "seed \(seed)")
  }

  @Test func `what the header says of all records is written once, and comes back`() throws {
    var source = header()
    source.source = FullRecords.all.figures[0].record.provenance.source
    source.confidence = FullRecords.all.figures[0].record.provenance.confidence
    source.title = "Tất cả"
    source.licence = "ODbL-1.0"
    // A record without a source of its own would come back with that of the header.
    let records = with(FullRecords.all) {
      for index in $0.places.indices {
        $0.places[index].record.provenance = $0.places[1].record.provenance
      }
    }
    let bytes = DocumentWriter.bytes(of: records, header: source)
    let plain = DocumentWriter.bytes(of: records, header: header())
    #expect(bytes.count < plain.count)
    let folder = try read(bytes)
    #expect(Inventory(folder.network.records) == Inventory(records.inCanonicalOrder()))
    #expect(folder.documents[0].header == source)
    #expect(DocumentWriter.bytes(of: folder.network.records, header: source) == bytes)
  }

  @Test func `a record without a source takes over that of its document`() throws {
    let source = with(header()) { ($0.source, $0.confidence) = ("a register", .low) }
    let folder = try read(DocumentWriter.bytes(of: FullRecords.all, header: source))
    let place = folder.network.records.places[0].record
    #expect(place.reference == "new:26740")
    #expect(place.provenance == Provenance(source: "a register", confidence: .low))
    let kept = folder.network.records.facilities[0].record
    #expect(kept == FullRecords.all.facilities[0].record)
  }

  @Test func `a delta with its retractions is applied as it was written`() throws {
    var change = NetworkRecords()
    change.facilities = located(with(FullRecords.all.facilities[1].record) { $0.name = "Mới" })
    let retraction = with(Retraction()) {
      ($0.kind, $0.key, $0.reason) = ("status", "hospital", "over & out")
    }
    let folder = try TemporaryFolder()
    try folder.write(
      DocumentWriter.bytes(of: FullRecords.all, header: header()), to: "network/all.xml")
    try folder.write(
      DocumentWriter.bytes(of: change, retractions: [retraction], header: header(.delta)),
      to: "delta.xml")
    let loaded = try LoadedNetwork(
      path: folder.path + "/network", deltas: [folder.path + "/delta.xml"])
    var expected = FullRecords.all
    expected.facilities[1].record.name = "Mới"
    expected.statuses = []
    #expect(Inventory(loaded.network.records) == Inventory(expected.inCanonicalOrder()))
    let plain = try LoadedNetwork(path: folder.path + "/network")
    #expect(plain.digest != loaded.digest)
  }

  @Test func `equal texts give the same bytes, in normal form C`() throws {
    let composed = with(FullRecords.all) {
      $0.facilities[0].record.name = "B\u{1EC7}nh vi\u{1EC7}n"
    }
    let decomposed = with(FullRecords.all) {
      $0.facilities[0].record.name = "Be\u{323}\u{302}nh vie\u{302}\u{323}n"
    }
    #expect(Inventory(composed) == Inventory(decomposed))
    let bytes = DocumentWriter.bytes(of: decomposed, header: header())
    #expect(bytes == DocumentWriter.bytes(of: composed, header: header()))
  }

  private func exponent(_ power: Double) -> Double {
    (0..<Int(power.magnitude)).reduce(1.0) { value, _ in power < 0 ? value / 10 : value * 10 }
  }

  /// The names of the fields that hold nothing.
  private func emptyFields(of value: Any, name: String) -> [String] {
    let mirror = Mirror(reflecting: value)
    if let text = value as? String { return text.isEmpty ? [name] : [] }
    let isContainer = mirror.displayStyle == .optional || mirror.displayStyle == .collection
    if isContainer && mirror.children.isEmpty { return [name] }
    return mirror.children.flatMap {
      emptyFields(of: $0.value, name: name + "." + ($0.label ?? ""))
    }
  }
}
