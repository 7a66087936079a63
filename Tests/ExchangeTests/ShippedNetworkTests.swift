import Exchange
import Facts
import Foundation
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

/// The networks that are shipped, loaded once.
enum Shipped {
  static let names = ["hcmc-mekong", "northern-support"]

  static func path(_ name: String) -> String { repositoryFolder + "network-data/" + name }

  static let mekong = Result { try LoadedNetwork(path: path("hcmc-mekong")) }
  static let north = Result { try LoadedNetwork(path: path("northern-support")) }

  static func folder(_ name: String) throws -> LoadedNetwork {
    try (name == "hcmc-mekong" ? mekong : north).get()
  }
}

@Suite struct ShippedNetworkTests {
  @Test(arguments: Shipped.names)
  func `every file is its own canonical form`(name: String) throws {
    let folder = try Shipped.folder(name)
    #expect(!folder.documents.isEmpty)
    for (document, records) in zip(folder.documents, folder.recordsByDocument()) {
      let written = DocumentWriter.bytes(of: records, header: document.header)
      let shipped = try contents(of: Shipped.path(name) + "/" + document.path)
      #expect(
        written == shipped, "\(document.path): \(firstDifference(written, shipped) ?? "the same")")
    }
  }

  @Test(arguments: Shipped.names)
  func `a copy elsewhere has the same digest and bytes, a changed one has not`(
    name: String
  ) throws {
    let folder = try Shipped.folder(name)
    let copy = try TemporaryFolder()
    for document in folder.documents {
      try copy.write(
        try contents(of: Shipped.path(name) + "/" + document.path), to: document.path)
    }
    let again = try LoadedNetwork(path: copy.path + "/")
    #expect(again.digest == folder.digest)
    #expect(again.documents.map(\.path) == folder.documents.map(\.path))
    #expect(Inventory(again.network.records) == Inventory(folder.network.records))
    let pairs = zip(again.recordsByDocument(), folder.recordsByDocument())
    for (document, (left, right)) in zip(folder.documents, pairs) {
      let isSame =
        DocumentWriter.bytes(of: left, header: document.header)
        == DocumentWriter.bytes(of: right, header: document.header)
      #expect(isSame, "\(document.path)")
    }
    let first = copy.path + "/" + folder.documents[0].path
    try copy.write(try contents(of: first) + [0x0A], to: folder.documents[0].path)
    #expect(try LoadedNetwork(path: copy.path).digest != folder.digest)
  }

  @Test func `the table of hcmc-mekong counts what each of its documents holds`() throws {
    let folder = try Shipped.folder("hcmc-mekong")
    let rows = try String(
      decoding: contents(of: repositoryFolder + "network-data/README.md"), as: UTF8.self
    ).split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == folder.documents.count)
    for (document, records) in zip(folder.documents, folder.recordsByDocument()) {
      let counts = Inventory(records).kinds.filter { !$0.value.isEmpty }.mapValues(\.count)
      let row = try #require(rows.first { $0.hasPrefix("| `\(document.path)` |") })
      let cell = row.split(separator: "|", omittingEmptySubsequences: false)[2]
      var stated: [String: Int] = [:]
      for part in cell.split(separator: ", ") {
        let words = part.split(separator: " ")
        stated[String(words[1])] = Int(words[0].filter { $0 != "," })
      }
      #expect(stated == counts, "\(document.path)")
    }
  }

  @Test func `hcmc-mekong holds what its README says`() throws {
    let network = try Shipped.folder("hcmc-mekong").network
    let records = network.records
    let text = try String(
      decoding: contents(of: repositoryFolder + "network-data/README.md"), as: UTF8.self)
    let stations = records.facilities.map(\.record).filter {
      $0.kind == .communeHealthStation && $0.provenance.basis?.hasPrefix("rule") == true
    }
    let closed = records.facilities.map(\.record).filter { $0.closed != nil }
    let closedUnits = closed.filter { $0.position.point == nil }
    let ambulances = records.facilities.count { $0.record.kind == .emergencyStation }
    let others = network.facilityCount - stations.count - closedUnits.count - ambulances
    #expect(text.contains("\(ambulances) stations of the 115 services"))
    #expect(others == 315)
    #expect(closedUnits.count == 11)
    #expect(closed.count - closedUnits.count == 2)
    #expect(stations.count == 652)
    #expect(
      text.contains("\(others) facilities from the tables, \(closedUnits.count) closed units"))
    #expect(text.contains("and \(stations.count) commune health stations"))
    #expect(records.capabilities.count == 545)
    #expect(text.contains("\(records.capabilities.count) statements"))
    #expect(records.links.count == 4_692)
    let crossings = Set(records.links.compactMap(\.record.crossing))
    #expect(text.contains("\(crossings.count) named crossings"))
    #expect(network.travel.linksWithoutTimes.isEmpty)
  }

  @Test(arguments: Shipped.names)
  func `every record has a source, its own or that of its document`(
    name: String
  ) throws {
    for (document, records) in zip(
      try Shipped.folder(name).documents, try Shipped.folder(name).recordsByDocument())
    {
      var finder = UnsourcedFinder(records: records)
      NetworkRecords.visitKinds(&finder)
      #expect(finder.keys.isEmpty, "\(document.path)")
    }
  }

  private func firstDifference(_ written: [UInt8], _ shipped: [UInt8]) -> String? {
    let left = written.split(separator: 0x0A, omittingEmptySubsequences: false)
    let right = shipped.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (line, pair) in zip(left, right).enumerated() where pair.0 != pair.1 {
      return "line \(line + 1)\n"
        + "written \(String(decoding: pair.0, as: UTF8.self))\n"
        + "shipped \(String(decoding: pair.1, as: UTF8.self))"
    }
    return left.count == right.count ? nil : "\(left.count) and \(right.count) lines"
  }
}

private struct UnsourcedFinder: KindVisitor {
  let records: NetworkRecords
  var keys: [String] = []

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    for located in records[keyPath: kind] {
      let fields = Mirror(reflecting: located.record).children
      let provenance = fields.first { $0.label == "provenance" }?.value as? Provenance
      if provenance?.source == nil { keys.append(Record.kindName + "/" + located.record.key) }
    }
  }
}
