import Exchange
import Facts
import Foundation
import HealthNetwork
import TestSupport
import Testing
import XMLStream

/// A document that must keep a folder from loading, and what must be said of it.
struct HostileDocument: CustomTestStringConvertible, Sendable {
  var name: String
  var line: Int
  var message: String
  var bytes: [UInt8]

  init(_ name: String, _ line: Int, _ message: String, _ text: String) {
    self.init(name, line, message, bytes: Array(text.utf8))
  }

  init(_ name: String, _ line: Int, _ message: String, bytes: [UInt8]) {
    self.name = name
    self.line = line
    self.message = message
    self.bytes = bytes
  }

  var testDescription: String { name }

  private static let empty = document("")

  static let all: [HostileDocument] = [
    HostileDocument(
      "a DOCTYPE", 2, "DOCTYPE",
      empty.replacingOccurrences(of: "?>\n", with: "?>\n<!DOCTYPE exchange>\n")),
    HostileDocument("an entity", 3, "entity", document(#"<block id="b" name="&x;"/>"#)),
    HostileDocument(
      "a truncated document", 4, "end of the document",
      document("").components(separatedBy: "</")[0]),
    HostileDocument("a missing quote", 3, "inside a tag", document(#"<block id="b"#)),
    HostileDocument(
      "a cut tag", 3, "cut off",
      document(#"<block id="b"#).components(separatedBy: "\n</")[0]),
    HostileDocument(
      "another encoding", 1, "UTF-8", empty.replacingOccurrences(of: "UTF-8", with: "windows-1258")),
    HostileDocument("bytes that are not UTF-8", 3, "UTF-8", bytes: bytes("b\u{FF}", latin: true)),
    HostileDocument("gzip", 1, "unpack it first", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]),
    HostileDocument("nothing", 1, "empty", ""),
    HostileDocument(
      "100,000 attributes", 3, "more than 64",
      document("<block " + (0..<100_000).map { "a\($0)='1' " }.joined() + "/>")),
    HostileDocument(
      "10 MB of text", 3, "longer than 1048576",
      document(
        #"<block id="b" name="B"><extension key="k">"#
          + String(repeating: "x", count: 10_000_000) + "</extension></block>")),
    HostileDocument(
      "10,000 elements in each other", 3, "deeper than 32",
      document(String(repeating: "<block>", count: 10_000))),
    HostileDocument(
      "another namespace", 2, "exchange",
      empty.replacingOccurrences(of: "urn:tuyen:exchange:1", with: "urn:tuyen:exchange:2")),
    HostileDocument(
      "no namespace", 2, "exchange",
      empty.replacingOccurrences(of: " xmlns=\"urn:tuyen:exchange:1\"", with: "")),
    HostileDocument(
      "another root", 2, "network",
      "<?xml version='1.0'?>\n<network xmlns='urn:tuyen:exchange:1'/>"),
    HostileDocument("an unknown record", 3, "hospital", document("<hospital/>")),
    HostileDocument(
      "a record of another namespace", 3, "block",
      document(#"<x:block xmlns:x="urn:x" id="b" name="B"/>"#)),
    HostileDocument(
      "an attribute of another namespace", 3, "id",
      document(#"<block xmlns:x="urn:x" x:id="b" id="b" name="B"/>"#)),
    HostileDocument("text among records", 2, "Character content", document("hello")),
    HostileDocument(
      "an unknown attribute", 3, "colour", document(#"<block id="b" name="B" colour="1"/>"#)),
    HostileDocument("a missing attribute", 3, "name", document(#"<block id="b"/>"#)),
    HostileDocument(
      "an unknown version", 2, "version",
      empty.replacingOccurrences(of: #"version="1.0" kind"#, with: #"version="2.0" kind"#)),
    HostileDocument("an unknown kind", 2, "kind", document("", kind: "update")),
    HostileDocument(
      "a delta in place of a snapshot", 2, "expected \"snapshot\"", document("", kind: "delta")),
    HostileDocument(
      "a retract in a snapshot", 3, "takes records away",
      document(#"<retract record="block" key="b" reason="r"/>"#)),
    HostileDocument("another network", 2, "\"u\"", document("", network: "u")),
    HostileDocument(
      "a day that is not", 3, "from is \"2026-02-31\"; expected a real day",
      document(#"<scheme id="s" name="S" from="2026-02-31"/>"#)),
    HostileDocument(
      "an instant that is not", 2, "asOf is \"2026-02-31T00:00:00+07:00\"",
      empty.replacingOccurrences(of: "2026-11-22", with: "2026-02-31")),
    HostileDocument(
      "a latitude alone", 3, "lat and lon stand together",
      document(#"<facility id="f" name="F" kind="other" lat="10"/>"#)),
    HostileDocument(
      "half a box", 3, "south, west, north and east stand together",
      document(#"<network id="t" name="T" zone="+07:00" south="8" north="24"/>"#)),
    HostileDocument(
      "a number too great to hold", 3, "km",
      document(
        #"<link id="l" start="a" end="b" mode="road" km=""# + String(repeating: "9", count: 400)
          + #""/>"#)),
    HostileDocument(
      "swapped coordinates", 3, "seem to be swapped",
      document(#"<facility id="f" name="F" kind="other" lat="106.66" lon="10.76"/>"#)),
    HostileDocument(
      "a facility outside the box", 3, "outside the network's box",
      document(#"<facility id="f" name="F" kind="other" lat="30" lon="106"/>"#)),
    HostileDocument(
      "a reference into nothing", 3, "refers to facility \"none\"",
      document(#"<capability facility="none" code="a.b" value="yes"/>"#)),
    HostileDocument(
      "a second network", 3, "a second \"network\" record",
      document(#"<network id="u" name="U" zone="+07:00"/>"#)),
  ]

  private static func bytes(_ name: String, latin: Bool) -> [UInt8] {
    Array(document("<block id=\"b\" name=\"\(name)\"/>").unicodeScalars.map { UInt8($0.value) })
  }
}

@Suite struct HostileFolderTests {
  @Test(arguments: ["/dev/zero", "a pipe"])
  func `what has no end is refused at once`(source: String) throws {
    let folder = try TemporaryFolder(["a-network.xml": networkDocument])
    let file = folder.path + "/b.xml"
    if source == "a pipe" {
      try #require(unsafe mkfifo(file, 0o600) == 0)
    } else {
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: source)
    }
    let error = #expect(throws: ExchangeFailure.self) { _ = try LoadedNetwork(path: folder.path) }
    #expect(error?.description.contains("is not a regular file") == true)
    #expect(error?.isUnreadable == true)
  }

  @Test func `a document of nothing but errors is given up`() throws {
    let bad = String(repeating: #"<facility id="" name=""/>"#, count: 50_000)
    let error = #expect(throws: ExchangeFailure.self) {
      _ = try load(["a.xml": networkDocument, "b.xml": document(bad)])
    }
    #expect(error?.errors.count == 100)
    #expect((error?.omitted ?? 0) < 20_000)
  }

  @Test(arguments: HostileDocument.all)
  func `a hostile document is refused with its file and line, and nothing is loaded`(
    document: HostileDocument
  ) throws {
    let folder = try TemporaryFolder(["a-network.xml": networkDocument])
    try folder.write(document.bytes, to: "b/hostile.xml")
    let start = ContinuousClock.now
    do {
      _ = try LoadedNetwork(path: folder.path)
      Issue.record("it was loaded")
    } catch {
      #expect(ContinuousClock.now - start < .seconds(10))
      let place = document.line == 0 ? "" : "\(document.line):"
      let found = lines(of: error)
      #expect(
        found.contains { $0.hasPrefix("b/hostile.xml:\(place) ") && $0.contains(document.message) },
        "\(found)")
      #expect(found.allSatisfy { $0.hasPrefix("b/hostile.xml:") }, "\(found)")
      #expect(error.omitted == 0)
      #expect(!error.isUnreadable)
    }
  }
}
