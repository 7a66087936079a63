import Facts
import Files
import Formats
import Foundation
import FoundationXML
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork
import XMLStream

@testable import Exchange

/// Deltas in JSON say what deltas in XML say.
@Suite struct JSONDeltaTests {
  private static let network = Result {
    try LoadedNetwork(path: repositoryFolder + "network-data/hcmc-mekong")
  }

  private func applying(_ text: String, name: String = "change.json") throws -> LoadedNetwork {
    try Self.network.get().applying([.bytes(Array(text.utf8), name: name)])
  }

  private func errors(_ text: String) throws -> [DocumentError] {
    do {
      _ = try applying(text)
      return []
    } catch let failure as ExchangeFailure {
      return failure.errors
    }
  }

  /// A document with these records.
  private func document(_ records: String) -> String {
    #"{"network": "hcmc-mekong", "asOf": "2026-11-25T00:00:00+07:00", "records": {\#(records)}}"#
  }

  @Test(arguments: [
    "an-phu-flooded", "dong-thap-thrombectomy", "rach-mieu-closed", "tan-phu-dong-sessions",
  ])
  func `every shipped scenario in JSON gives the network that it gives in XML`(
    _ name: String
  ) throws {
    let path = repositoryFolder + "network-data/scenarios/\(name).xml"
    let xml = try String(contentsOfFile: path, encoding: .utf8)
    let json = try JSONForm.text(ofXML: xml)
    let changed = try applying(json)
    let known = try Self.network.get().applying([.file(path)])
    #expect(changed.digest == known.digest)
    #expect(changed.deltas.last?.header == known.deltas.last?.header)
    #expect(Inventory(changed.network.records) == Inventory(known.network.records))
  }

  @Test func `numbers, truth values, elements and extensions are read as in XML`() throws {
    let json = document(
      #"""
      "link": [{"id": "new-bridge", "start": "tt-cai-be", "end": "tt-cai-lay", "mode": "road",
        "roadClass": "provincial", "km": 12.50, "oneway": false,
        "window": [{"days": "12345", "opens": "05:00", "closes": "21:30"}],
        "extension": [{"key": "x:y", "text": "chữ & <dấu>"}]}],
      "retract": [{"record": "closure", "key": "none-such", "reason": "thử"}]
      """#)
    let delta = try JSONDelta(.bytes(Array(json.utf8), name: "x.json"), limits: .init())
    let records = try DocumentSetReader.records(in: delta.bytes, path: "x")
    let link = try #require(records.links.first?.record)
    #expect(link.kilometres == 12.5 && link.isOneway == false)
    #expect(link.windows.first?.closes == 21 * 60 + 30)
    #expect(link.extensions.first?.text == "chữ & <dấu>")
  }

  @Test(arguments: [
    (#""closure": [{"id": "a b", "crossing": "x"}]"#, "/records/closure/0/id"),
    (#""closure": [{"id": "a"}, {"id": "b", "from": "2026-02-30"}]"#, "/records/closure/1/from"),
    (#""closure": [{"id": "a", "km": 3}]"#, "/records/closure/0/km"),
    (#""closures": []"#, "/records/closures"),
    (#""closure": {"id": "a"}"#, "/records/closure"),
    (#""closure": ["a"]"#, "/records/closure/0"),
    (#""closure": [{"id": "a", "name": null}]"#, "/records/closure/0/name"),
    (#""closure": [{"id": "a", "we/ird~": 1}]"#, "/records/closure/0/we~1ird~0"),
    (#""link": [{"id": "l", "window": [{"days": "9"}]}]"#, "/records/link/0/window/0/days"),
    (#""link": [{"id": "l", "km": 1e3}]"#, "/records/link/0/km"),
    (
      #""capability": [{"facility": "none-such", "type": "stroke.lysis"}]"#, "/records/capability/0"
    ),
    (
      #""retract": [{"record": "closure", "key": "none-such", "reason": "r"}]"#,
      "/records/retract/0"
    ),
  ])
  func `an error names the line and the pointer of the JSON that was given`(
    _ records: String, _ pointer: String
  ) throws {
    let errors = try errors("\n\n" + document(records))
    #expect(
      errors.contains { $0.message.hasPrefix(pointer + ": ") && $0.line == 3 }, "\(errors)")
    // The place stays in front of the sentence in Vietnamese.
    #expect(errors.contains { $0.text(.vi).hasPrefix("change.json:3: " + pointer + ": ") })
  }

  @Test func `a wrong root is named by itself`() throws {
    let other = try errors(
      #"{"network": "other", "asOf": "2026-11-25T00:00:00+07:00", "records": {}}"#)
    #expect(other.first?.message.contains("belongs to network") == true)
    for text in ["{", "{} {}", #"{"records": []}"#, #"{"a": 1, "a": 2}"#, #"{"kind": "snapshot"}"#]
    {
      #expect(try !errors(text).isEmpty, "\(text)")
    }
    let deep = String(repeating: #"{"window": ["#, count: 40)
    #expect(try errors(document(#""link": ["# + deep)).first?.kind == .limit)
  }
}

/// A delta in XML as JSON, written by a reader of XML that knows nothing of the format.
private final class JSONForm: NSObject, XMLParserDelegate {
  private final class Element {
    let name: String
    let attributes: [String: String]
    var children: [Element] = []
    var text = ""

    init(_ name: String, _ attributes: [String: String]) {
      (self.name, self.attributes) = (name, attributes)
    }

    var json: JSONValue {
      var fields: [String: JSONValue?] = attributes.mapValues { .string($0) }
      if name == "extension" { fields["text"] = .string(text) }
      return .object(fields.merging(lists) { $1 })
    }

    var lists: [String: JSONValue?] {
      // An element of the same name as an attribute has the plural.
      Dictionary(grouping: children) { attributes[$0.name] == nil ? $0.name : $0.name + "s" }
        .mapValues { .array($0.map(\.json)) }
    }
  }

  private var open: [Element] = []
  private var root: Element?

  static func text(ofXML xml: String) throws -> String {
    let form = JSONForm()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = form
    guard parser.parse(), let root = form.root else { throw CocoaError(.fileReadCorruptFile) }
    var fields: [String: JSONValue?] = root.attributes.mapValues { .string($0) }
    fields["xmlns"] = nil
    fields["records"] = .object(root.lists)
    return JSONValue.object(fields).text()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes: [String: String] = [:]
  ) {
    open.append(Element(name, attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    guard let element = open.popLast() else { return }
    if let parent = open.last { parent.children.append(element) } else { root = element }
  }
}
