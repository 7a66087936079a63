import Exchange
import FHIR
import Facts
import Files
import Foundation
import HealthNetwork
import TestSupport
import Testing

@Suite struct FHIRElementTests {
  private func json(_ element: FHIRElement) -> String {
    String(decoding: element.bytes(as: .json), as: UTF8.self)
  }

  private func read(_ text: String) throws -> FHIRElement {
    try FHIRElement(bytes: Array(text.utf8))
  }

  private static let xml = """
    <Location xmlns="http://hl7.org/fhir"><id value="l"/>
    <text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p>L</p></div></text>
    <contained><Organization><id value="o"/><active value="true"/></Organization></contained>
    <extension url="urn:x"><valueInteger value="3"/></extension>
    <name value="Trạm A" id="n"/><alias value="A"/>
    <alias><extension url="urn:y"><valueBoolean value="false"/></extension></alias>
    <alias value="B"><extension url="urn:z"><valueString value="3"/></extension></alias>
    <telecom id="t"><rank value="1"/></telecom>
    <position><longitude value="106.50"/><latitude value="-1e1"/></position>
    <hoursOfOperation><daysOfWeek value="mon"/><allDay value="true"/></hoursOfOperation></Location>
    """

  @Test func `JSON has arrays, numbers and truth values where FHIR says so`() throws {
    let element = try read(FHIRElementTests.xml)
    #expect(
      json(element) == """
        {"resourceType":"Location","id":"l",\
        "contained":[{"resourceType":"Organization","id":"o","active":true}],\
        "extension":[{"url":"urn:x","valueInteger":3}],\
        "name":"Trạm A","_name":{"id":"n"},\
        "alias":["A",null,"B"],"_alias":[null,\
        {"extension":[{"url":"urn:y","valueBoolean":false}]},\
        {"extension":[{"url":"urn:z","valueString":"3"}]}],\
        "telecom":[{"id":"t","rank":1}],\
        "position":{"longitude":106.50,"latitude":-1e1},\
        "hoursOfOperation":[{"daysOfWeek":["mon"],"allDay":true}]}

        """)
  }

  @Test func `an element comes back from both encodings, whatever the order of keys`() throws {
    let element = try read(FHIRElementTests.xml)
    #expect(try FHIRElement(bytes: element.bytes(as: .json)) == element)
    #expect(try FHIRElement(bytes: element.bytes(as: .xml)) == element)
    // Keys of JSON have no order; XML has that of the schema.
    let mixed = try read(
      #"{"name":"A","_alias":[{"id":"x"}],"id":"l","resourceType":"Location","alias":["B"]}"#)
    #expect(mixed.children.map(\.name) == ["id", "name", "alias"])
    #expect(mixed["alias"]?.id == "x" && mixed["alias"]?.value == "B")
  }

  @Test func `a value that is not of its type stays a text`() throws {
    var element = FHIRElement("Organization")
    element.append("active", "perhaps")
    #expect(json(element).contains(#""active":"perhaps""#))
    var location = FHIRElement("Location")
    location.append(FHIRElement("position", [FHIRElement("longitude", "1,5\u{1}")]))
    #expect(json(location).contains(#""longitude":"1,5\u0001""#))
  }

  @Test(arguments: [
    ("{}", "resourceType"), (#"{"resourceType":1}"#, "no name of a resource"),
    (#"{"resourceType":"location"}"#, "no name of a resource"), ("[]", "is an object"),
    (#"{"resourceType":"Location","a b":1}"#, "no name of an element"),
    (#"{"resourceType":"Location","Name":1}"#, "no name of an element"),
    (#"{"resourceType":"Location","":1}"#, "no name of an element"),
    (#"{"resourceType":"Location","alias":[["a"]]}"#, "array in an array"),
    (#"{"resourceType":"Location","name":"a","name":"b"}"#, "there twice"),
    (#"{"resourceType":"Location","name":"\u0000"}"#, "control character"),
    (#"{"resourceType":"Location","name":"\ud800"}"#, "surrogate"),
    (#"{"resourceType":"Location","name":"#, "ends too early"),
  ])
  func `JSON that is not FHIR is refused with its reason`(text: String, reason: String) {
    let error = #expect(throws: DocumentError.self) { try read("\n" + text) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    #expect(error?.line == 2)
  }

  @Test func `deep nesting and long numbers are refused`() {
    let deep = String(repeating: #"{"extension":["#, count: 100_000)
    let error = #expect(throws: DocumentError.self) {
      try read(#"{"resourceType":"Location","extension":["# + deep)
    }
    #expect(error?.kind == .limit)
    let digits = String(repeating: "9", count: 5_000)
    #expect(throws: DocumentError.self) {
      try read(#"{"resourceType":"Location","position":{"longitude":\#(digits)}}"#)
    }
  }

  @Test func `a single resource of a network is found by type and id, with addresses of a server`()
    throws
  {
    let network = try Network(FullRecords.all)
    let directory = FHIRDirectory(network, base: "https://example.org/fhir")
    let facility = network.facility(0)
    let location = try #require(directory.resource("Location", id: facility.id))
    #expect(location.name == "Location" && location["name"]?.value == facility.name)
    #expect(
      location["managingOrganization"]?["reference"]?.value == "Organization/\(facility.id)")
    #expect(
      directory.fullURL(of: location) == "https://example.org/fhir/Location/\(facility.id)")
    #expect(directory.resource("Organization", id: facility.id) != nil)
    #expect(directory.resource("Location", id: "none") == nil)
    for resource in directory.resources(ofFacility: 0) {
      #expect(directory.resource(resource.name, id: resource.resourceID ?? "") == resource)
    }
  }

  @Test func `a searchset says how many there are, why, and where the next page is`() throws {
    let directory = FHIRDirectory(try Network(FullRecords.all), base: "https://example.org")
    var bundle = FHIRBundle(.searchset)
    bundle.total = 12
    bundle.links = ["next": "https://example.org/Location?page=2"]
    let location = directory.location(of: directory.network.facility(0))
    bundle.entries = [directory.entry(location, mode: .match)]
    let text = json(bundle.element)
    #expect(text.hasPrefix(#"{"resourceType":"Bundle","type":"searchset","total":12,"link":[{"#))
    #expect(text.contains(#""search":{"mode":"match"}"#))
    #expect(try FHIRElement(bytes: bundle.element.bytes(as: .xml)) == bundle.element)
    let page = try readFHIR(bundle.element.bytes(as: .json))
    #expect(page.odd.contains("more_pages"))
    #expect(page.facilities.map(\.name) == [directory.network.facility(0).name])
  }
}
