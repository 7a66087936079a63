import Exchange
import Facts
import Foundation
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork
import XMLStream

@Suite struct NetworkFolderTests {
  @Test func `a document without records is fine, a folder without a network is not`() throws {
    let folder = try load(["a.xml": networkDocument, "b.xml": document("")])
    #expect(folder.documents.map(\.path) == ["a.xml", "b.xml"])
    #expect(Inventory(folder.recordsByDocument()[1]) == Inventory(NetworkRecords()))
    let found = try failure(["b.xml": document("")])
    #expect(found.count == 1)
    #expect(found.first?.contains("no document holds a \"network\" record") == true)
  }

  @Test func `documents are read in the order of the bytes of their paths`() throws {
    let names = ["Z.xml", "a/b.xml", "a.xml", "đ.xml", "b.txt", ".c.xml", ".d/e.xml", "a-b.xml"]
    var files = Dictionary(uniqueKeysWithValues: names.map { ($0, document("")) })
    files["Z.xml"] = networkDocument
    files["b.txt"] = "no XML"
    let folder = try load(files)
    #expect(folder.documents.map(\.path) == ["Z.xml", "a-b.xml", "a.xml", "a/b.xml", "đ.xml"])
  }

  @Test func `one file is a network too, with the same digest wherever it lies`() throws {
    let here = try TemporaryFolder(["a.xml": networkDocument, "b/a.xml": networkDocument])
    let file = try LoadedNetwork(path: here.path + "/a.xml")
    #expect(file.documents.map(\.path) == ["a.xml"])
    #expect(try LoadedNetwork(path: here.path + "/b/a.xml").digest == file.digest)
    #expect(try LoadedNetwork(path: here.path + "/b").digest == file.digest)
  }

  @Test func `what is not there cannot be read`() throws {
    let folder = try TemporaryFolder(["readme.txt": "nothing"])
    for (path, message) in [
      (folder.path + "/none", "no such file or folder"), (folder.path, "holds no .xml file"),
    ] {
      let error = #expect(throws: ExchangeFailure.self) { _ = try LoadedNetwork(path: path) }
      #expect(error?.isUnreadable == true)
      #expect(error?.description.hasPrefix(path + ": ") == true)
      #expect(error?.description.contains(message) == true)
    }
  }

  @Test func `the errors of all files are told, in order, each with its file and line`() throws {
    let found = try failure([
      "a.xml": networkDocument,
      "b.xml": document(#"<block id="b"/>"# + "\n" + #"<scheme id="s" name="S" to="2025-02-30"/>"#),
      "c.xml": document(#"<block id="b" name="B"#),
      "d.xml": document("", kind: "delta"),
    ])
    #expect(found.count == 4)
    let places = found.map { $0.split(separator: " ").first.map(String.init) }
    #expect(places == ["b.xml:3:", "b.xml:4:", "c.xml:3:", "d.xml:2:"])
  }

  @Test func `what was found before a document broke off is told too`() throws {
    let found = try failure([
      "a.xml": networkDocument,
      "b.xml": document(#"<scheme id="s" name="S" to="2025-02-30"/>"# + "\n<block"),
    ])
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("b.xml:3: to is \"2025-02-30\"") == true)
  }

  @Test func `the same key in two files is told at the second`() throws {
    let block = #"<block id="b" name="B"/>"#
    let found = try failure([
      "a.xml": networkDocument, "b.xml": document(block), "c.xml": document("\n" + block),
    ])
    #expect(
      found == [
        "c.xml:4: a second block \"b\"; give it another id or take one of them out"
      ])
  }

  @Test(arguments: [1, 3, 100])
  func `more errors than the limit are counted`(limit: Int) throws {
    var limits = XMLLimits()
    limits.errors = limit
    // One error a line for the schema and one for the calendar, in two files; then references.
    let bad = (0..<150).map { #"<scheme id="s\#($0)" to="2025-02-30"/>"# }.joined(separator: "\n")
    let dangling = (0..<150).map {
      #"<status facility="f\#($0)" reported="2026-11-22T00:00Z" expires="2026-11-23T00:00Z"/>"#
    }
    .joined(separator: "\n")
    for (files, count) in [
      (["a.xml": networkDocument, "b.xml": document(bad), "c.xml": document(bad)], 600),
      (["a.xml": networkDocument, "b.xml": document(dangling)], 150),
    ] {
      let error = #expect(throws: ExchangeFailure.self) { _ = try load(files, limits: limits) }
      #expect(error?.errors.count == limit)
      #expect(error?.omitted == count - limit)
      #expect(error?.description.hasSuffix("… and \(count - limit) more errors") == true)
    }
  }

  @Test func `white space in a value counts as the schema counts it`() throws {
    let records = #"""
      <block id=" b " name=" Bờ&#9;bắc   của
      sông&#10; "/>
      <scheme id="s" name="S" from=" 2025 "/>
      <place scheme="s " code=" 1" level=" province " name="P" block="b" lat=" 10 " lon=" 106 "/>
      """#
    let network = try load(["a.xml": networkDocument, "b.xml": document(records)]).network
    #expect(network.records.blocks.map(\.record.name) == ["Bờ bắc của sông"])
    #expect(network.records.blocks.map(\.record.id) == ["b"])
    #expect(network.records.places.map(\.record.reference) == ["s:1"])
    #expect(network.records.places.map(\.record.level) == [.province])
    #expect(network.records.schemes.map(\.record.period.from) == [PartialDate("2025")])
    #expect(
      network.records.places.map(\.record.position.point)
        == [Coordinate(latitude: 10, longitude: 106)])
  }

  @Test func `UTF-16 and decomposed texts are read, as the same records`() throws {
    let text = document(#"<block id="b" name="B\#u{1EDD}"/>"#)
    let plain = try load(["a.xml": networkDocument, "b.xml": text]).network.records
    let loose = text.replacingOccurrences(of: "\u{1EDD}", with: "\u{1A1}\u{300}")
    let folder = try TemporaryFolder(["a.xml": networkDocument])
    try folder.write(
      [0xFF, 0xFE] + Array(try #require(loose.data(using: .utf16LittleEndian))), to: "b.xml")
    let found = try LoadedNetwork(path: folder.path).network.records
    #expect(Inventory(found) == Inventory(plain))
    #expect(
      found.blocks.map { Array($0.record.name.utf8) }
        == plain.blocks.map {
          Array($0.record.name.utf8)
        })
  }

  @Test func `many records in many documents are the same as in one`() throws {
    let name = String(repeating: "rất dài ", count: 40)
    func places(_ range: Range<Int>) -> String {
      range.map {
        "<place scheme=\"s\" code=\"\($0)\" level=\"commune\" name=\"\(name)\($0)\"/>"
      }.joined(separator: "\n")
    }
    let scheme = document("<scheme id=\"s\" name=\"S\"/>")
    var files = ["a.xml": networkDocument, "b.xml": scheme]
    files["c.xml"] = document(places(0..<6_000))
    let one = try load(files)
    files["c.xml"] = nil
    for part in 0..<6 {
      files["c\(part).xml"] = document(places(part * 1_000..<(part + 1) * 1_000))
    }
    let many = try load(files)
    #expect(many.network.records.places.count == 6_000)
    #expect(Inventory(many.network.records) == Inventory(one.network.records))
    #expect(many.network.records.places.capacity < 7_500)
  }
}

@Suite struct DeltaDocumentTests {
  let files = [
    "a.xml": networkDocument, "b.xml": document(#"<block id="b" name="B"/>"#),
  ]

  @Test func `deltas are applied one after another`() throws {
    let folder = try load(
      files,
      deltas: [
        document(#"<block id="c" name="C"/><block id="b" name="B2"/>"#, kind: "delta"),
        document(#"<retract record="block" key="b" reason="r"/>"#, kind: "delta"),
      ])
    #expect(folder.network.records.blocks.map(\.record.name) == ["C"])
    // What a delta brought is in the network, and in none of its documents.
    #expect(folder.recordsByDocument().map(\.blocks.count) == [0, 0])
    #expect(folder.documents.map(\.path) == ["a.xml", "b.xml"])
  }

  @Test(arguments: [
    (document(#"<retract record="block" key="c" reason="r"/>"#, kind: "delta"), 3, "to retract"),
    (document(""), 2, "expected \"delta\""),
    (document("", kind: "delta", network: "u"), 2, "belongs to network \"u\""),
    (document(#"<retract record="network" key="t" reason="r"/>"#, kind: "delta"), 3, "record"),
    (document(#"<retract record="block" key="b" reason=""/>"#, kind: "delta"), 3, "reason"),
    (
      document(#"<node id="n" kind="town" lat="9" lon="106" block="d"/>"#, kind: "delta"), 3,
      "\"d\""
    ),
    (document(#"<network id="u" name="U" zone="+07:00"/>"#, kind: "delta"), 3, "a second"),
  ])
  func `a delta that does not fit is refused with its line`(
    delta: String, line: Int, message: String
  ) throws {
    let found = try failure(files, deltas: [delta])
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains(":\(line): ") == true, "\(found)")
    #expect(found.first?.hasPrefix("delta-") == true, "\(found)")
    #expect(found.first?.contains(message) == true, "\(found)")
  }

  @Test func `A link to a folder is that folder`() throws {
    let folder = try TemporaryFolder(["net/a.xml": networkDocument])
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path + "/net")
    #expect(try LoadedNetwork(path: link).documents.map(\.path) == ["a.xml"])
    #expect(
      try LoadedNetwork(path: link + "/").digest
        == LoadedNetwork(path: folder.path + "/net").digest)
  }
}
