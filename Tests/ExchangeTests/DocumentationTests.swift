import Exchange
import Facts
import HealthNetwork
import TestSupport
import Testing
import XMLStream

/// The complete examples of docs/exchange-format.md, in their order.
private func examples() throws -> [String] {
  let guide = String(
    decoding: try contents(of: repositoryFolder + "docs/exchange-format.md"), as: UTF8.self)
  let parts = guide.split(separator: "```", omittingEmptySubsequences: false)
  return parts.filter { $0.hasPrefix("xml\n<?xml ") }.map { String($0.dropFirst(4)) }
}

@Suite struct DocumentationTests {
  @Test func `the snapshots of the guide load as one folder`() throws {
    let snapshots = try examples().filter { $0.contains(#"kind="snapshot""#) }
    #expect(snapshots.count >= 10)
    let files = Dictionary(
      uniqueKeysWithValues: snapshots.enumerated().map { ("\($0).xml", $1) })
    let folder = try load(files)
    #expect(folder.network.header.id == "example")
    #expect(folder.documents.count == snapshots.count)
  }

  @Test func `each delta of the guide can be applied to its snapshots`() throws {
    let all = try examples()
    let deltas = all.filter { $0.contains(#"kind="delta""#) }
    #expect(deltas.count == 2)
    let snapshots = all.filter { $0.contains(#"kind="snapshot""#) }
    let files = Dictionary(
      uniqueKeysWithValues: snapshots.enumerated().map { ("\($0).xml", $1) })
    let before = Inventory(try load(files).network.records)
    for delta in deltas {
      #expect(Inventory(try load(files, deltas: [delta]).network.records) != before)
    }
    #expect(Inventory(try load(files, deltas: deltas).network.records) != before)
  }

  @Test func `every example of the guide is in canonical form`() throws {
    let all = try examples()
    #expect(all.count == all.filter { $0.contains("</exchange>") }.count)
    let snapshots = all.filter { $0.contains(#"kind="snapshot""#) }
    let files = Dictionary(
      uniqueKeysWithValues: snapshots.enumerated().map { ("\(1_000 + $0).xml", $1) })
    let folder = try load(files)
    for (index, records) in folder.recordsByDocument().enumerated() {
      let written = DocumentWriter.bytes(of: records, header: folder.documents[index].header)
      let lines = String(decoding: written, as: UTF8.self).split(separator: "\n")
      for (line, example) in zip(lines, snapshots[index].split(separator: "\n")) {
        #expect(line == example)
      }
      #expect(lines.count == snapshots[index].split(separator: "\n").count)
    }
  }

  @Test func `the extension of the guide survives with its spaces and line breaks`() throws {
    let snapshots = try examples().filter { $0.contains(#"kind="snapshot""#) }
    let files = Dictionary(
      uniqueKeysWithValues: snapshots.enumerated().map { ("\($0).xml", $1) })
    let agreements = try load(files).network.records.agreements.map(\.record)
    let texts = agreements.flatMap(\.extensions).map(\.text)
    #expect(texts == ["  No. 12 <draft> & \"signed\"\nby fax  "])
  }

  @Test func `the guide tells the limits that hold`() throws {
    let guide = String(
      decoding: try contents(of: repositoryFolder + "docs/exchange-format.md"), as: UTF8.self)
    let limits = XMLLimits()
    #expect(limits.documentBytes == 1 << 30 && guide.contains("| bytes of a document | 1 GiB |"))
    #expect(limits.tagBytes == 65_536 && guide.contains("| bytes of one tag | 64 KB |"))
    #expect(guide.contains("| attributes of one element | \(limits.attributes) |"))
    #expect(guide.contains("| depth of elements | \(limits.depth) |"))
    #expect(limits.textBytes == 1 << 20 && guide.contains("| text of an `extension` | 1 MB |"))
  }
}
