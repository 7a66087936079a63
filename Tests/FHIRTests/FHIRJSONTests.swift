import Exchange
import FHIR
import Facts
import Files
import Foundation
import Formats
import HealthNetwork
import TestSupport
import Testing

@Suite struct FHIRJSONTests {
  private func written(_ network: Network, as encoding: FHIREncoding) -> [UInt8] {
    let written = Collected()
    FHIRWriter.write(network, as: encoding) { written.bytes += $0 }
    return written.bytes
  }

  private func expectSame(_ json: ImportedDocument, _ xml: ImportedDocument) {
    #expect(json.records.counts.map(\.count) == xml.records.counts.map(\.count))
    #expect(json.facilities == xml.facilities)
    #expect(json.records.parties.map(\.record) == xml.records.parties.map(\.record))
    #expect(json.records.capabilities.map(\.record) == xml.records.capabilities.map(\.record))
    #expect(json.records.agreements.map(\.record) == xml.records.agreements.map(\.record))
    #expect(
      json.findings.map { $0.code + " " + $0.en } == xml.findings.map { $0.code + " " + $0.en })
  }

  @Test(arguments: ["", "hcmc-mekong", "northern-support"])
  func `JSON holds what XML holds`(name: String) throws {
    let network =
      name.isEmpty
      ? try Network(FullRecords.all)
      : try ShippedNetworks.loaded(name).network
    let json = written(network, as: .json)
    #expect(json == written(network, as: .json))
    let xml = written(network, as: .xml)
    #expect(try FHIRElement(bytes: json) == FHIRElement(bytes: xml))
    expectSame(try readFHIR(json, for: network), try readFHIR(xml, for: network))
    // Foundation's own reader finds the same types.
    let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
    let entries = object?["entry"] as? [[String: Any]] ?? []
    let resources = entries.compactMap { $0["resource"] as? [String: Any] }
    #expect(object?["resourceType"] as? String == "Bundle" && !resources.isEmpty)
    let organization = resources.first { $0["resourceType"] as? String == "Organization" }
    #expect(organization?["active"] as? Bool == true)
    let positions = resources.compactMap { $0["position"] as? [String: Any] }
    #expect(positions.allSatisfy { $0["longitude"] is Double })
  }

  @Test(
    .enabled(if: fhirFolder != nil, "TUYEN_STANDARDS_DIR is not set"),
    arguments: FHIRSampleTests.names)
  func `HL7's examples say the same in JSON and in XML`(name: String) throws {
    let folder = try #require(fhirFolder)
    let bytes = try contents(of: folder + "/samples/" + name)
    let element = try FHIRElement(bytes: bytes, path: name)
    let json = element.bytes(as: .json)
    let again = try FHIRElement(bytes: json, path: name)
    // Of resources that a directory does not hold, the order of elements in the schema is unknown.
    #expect(again == element)
    expectSame(try readFHIR(json), try readFHIR(bytes))
  }

  @Test func `lines with a resource each are read as one document`() throws {
    let text = """
      {"resourceType":"Location","id":"a","name":"A"}

      {"resourceType":"Location","id":"b","name":"B","partOf":{"reference":"Location/a"}}
      """
    let document = try readFHIR(Array(text.utf8))
    #expect(document.facilities.map(\.id) == ["fhir-a", "fhir-b"])
    #expect(document.facilities[1].parent == "fhir-a")
    #expect(document.records.facilities.map(\.origin.line) == [1, 3])
  }

  @Test func `entries before the type of their Bundle count, those of a List do not`() throws {
    let entry = #""entry":[{"resource":{"name":"A","id":"a","resourceType":"Location"}}]"#
    let bundle = try readFHIR(Array("{\(entry),\"resourceType\":\"Bundle\"}".utf8))
    #expect(bundle.facilities.map(\.name) == ["A"])
    let list = try readFHIR(Array("{\(entry),\"resourceType\":\"List\"}".utf8))
    #expect(list.facilities.isEmpty && list.leftOut == ["List"])
  }

  @Test func `references lead from one file of an import to another, of either encoding`() throws {
    let location = """
      {"resourceType":"Location","id":"l","name":"Trạm A",
       "managingOrganization":{"reference":"Organization/o"},
       "partOf":{"reference":"Location/w"}}
      """
    let others = """
      <Bundle xmlns="http://hl7.org/fhir"><type value="searchset"/>
      <link><relation value="self"/><url value="http://a/2"/></link>
      <entry><resource><Organization><id value="o"/><name value="Trạm A"/></Organization></resource></entry>
      <entry><resource><Location><id value="w"/><name value="W"/></Location></resource></entry></Bundle>
      """
    let first = """
      {"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"http://a/2"}]}
      """
    let folder = try TemporaryFolder([
      "a.json": location, "b.xml": others, "c.json": first, "d.csv": "name\nX\n",
    ])
    let formats = DocumentFormats.exchange.adding(.fhir)
    let documents = try formats.read(
      ["a.json", "d.csv", "b.xml", "c.json"].map { folder.path + "/" + $0 })
    #expect(documents.map(\.format) == [.fhir, .csv, .fhir, .fhir])
    #expect(documents[0].facilities.map(\.name) == ["Trạm A"])
    #expect(documents[0].facilities[0].parent == "fhir-w")
    #expect(documents[2].facilities.map(\.id) == ["fhir-w"])
    #expect(documents[2].records.facilities[0].origin.line == 4)
    #expect(documents.allSatisfy { $0.records.parties.isEmpty })
    // The page that the third one announces is the second.
    #expect(!documents[3].odd.contains("more_pages"))
  }

  @Test func `what two files say alike counts once, what they say differently is an error`() throws
  {
    func location(_ name: String) -> DataSource {
      .bytes(
        Array(#"{"resourceType":"Location","id":"l","name":"\#(name)"}"#.utf8), name: name + ".json"
      )
    }
    let same = try FHIRReader.read([location("A"), location("A")], options: ImportOptions())
    #expect(same.map(\.facilities.count) == [1, 0])
    #expect(same[1].findings.map(\.importance) == [.note])
    let other = try FHIRReader.read([location("A"), location("B")], options: ImportOptions())
    #expect(other[1].findings.map(\.code) == ["duplicate_resource"])
    #expect(other[1].findings.map(\.importance) == [.error])
  }

  @Test func `two servers may use one id: each file's own resources come first`() throws {
    func file(_ server: String) -> DataSource {
      let text = """
        {"resourceType":"Bundle","type":"collection","entry":[
        {"fullUrl":"http://\(server)/Location/1","resource":{"resourceType":"Location","id":"1","name":"\(server)"}},
        {"fullUrl":"http://\(server)/Location/2","resource":{"resourceType":"Location","id":"2",
        "name":"part of \(server)","partOf":{"reference":"Location/1"}}}]}
        """
      return .bytes(Array(text.utf8), name: server)
    }
    let documents = try FHIRReader.read([file("a"), file("b")], options: ImportOptions())
    for document in documents {
      #expect(document.facilities[1].parent == document.facilities[0].id)
    }
  }

  @Test func `the format is recognised by what is in the file`() throws {
    let folder = try TemporaryFolder([
      "a.txt": "\u{FEFF} {\n\"resourceType\": \"Bundle\"}",
      "b.xml": "<!-- x --><f:Bundle xmlns:f=\"http://hl7.org/fhir\"/>",
      "c.json": "{\"type\": \"FeatureCollection\", \"features\": []}",
      "d.json": "{\"type\": \"Topology\"}",
    ])
    let formats = DocumentFormats.exchange.adding(.fhir)
    #expect(try formats.format(of: folder.path + "/a.txt") == .fhir)
    #expect(try formats.format(of: folder.path + "/b.xml") == .fhir)
    #expect(try formats.format(of: folder.path + "/c.json") == .map)
    #expect(throws: ExchangeFailure.self) { try formats.format(of: folder.path + "/d.json") }
  }

  @Test(arguments: seeds(30))
  func `mutated JSON is read or refused, and nothing traps`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var bytes = written(try Network(FullRecords.all), as: .json)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      default: bytes.removeLast(Int.random(in: 0..<bytes.count / 2, using: &random))
      }
    }
    do {
      let document = try readFHIR(bytes)
      #expect(!DocumentWriter.bytes(of: document.records, header: header()).isEmpty)
    } catch is ExchangeFailure {}
  }
}
