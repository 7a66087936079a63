import Exchange
import FHIR
import Facts
import Files
import HealthNetwork
import TestSupport
import Testing

@Suite struct FHIRReaderTests {
  private static let facilityType = """
    <type><coding><system value="https://profiles.ihe.net/ITI/mCSD/CodeSystem/IHE.mCSD.Organization.Location.Types"/>\
    <code value="facility"/></coding></type>
    """
  private static let oldType = """
    <type><coding><system value="urn:ietf:rfc:3986"/>\
    <code value="urn:ihe:iti:mcsd:2019:facility"/></coding></type>
    """

  private func location(
    _ id: String, name: String? = nil, organization: String? = nil, partOf: String? = nil,
    type: String = facilityType, more: String = ""
  ) -> String {
    """
    <Location><id value="\(id)"/>\(more)<name value="\(name ?? id)"/>\(type)\
    \(organization.map { #"<managingOrganization>\#($0)</managingOrganization>"# } ?? "")\
    \(partOf.map { #"<partOf>\#($0)</partOf>"# } ?? "")</Location>
    """
  }

  private func organization(
    _ id: String, more: String = "", type: String = facilityType, name: String? = nil
  ) -> String {
    #"<Organization><id value="\#(id)"/>\#(more)\#(type)<name value="\#(name ?? id)"/></Organization>"#
  }

  private func reference(_ text: String) -> String { #"<reference value="\#(text)"/>"# }

  @Test(arguments: [facilityType, oldType])
  func `a Location and its Organization are one facility, in either code system`(
    type: String
  ) throws {
    let document = try readFHIR(
      bundle(
        "searchset",
        entry(location("l", name: "Trạm A", organization: reference("Organization/o"), type: type)),
        entry(organization("o", type: type, name: "Health station A"))))
    #expect(document.facilities.map(\.name) == ["Trạm A"])
    #expect(document.facilities[0].names.map(\.value) == ["Health station A"])
    #expect(document.records.parties.isEmpty)
    #expect(document.odd == [])
  }

  @Test(arguments: [
    "Location/whole", "http://a.example/fhir/Location/whole",
    "http://a.example/fhir/Location/whole/_history/3", "urn:uuid:1",
  ])
  func `a parent is found however it is referred to`(text: String) throws {
    let url = text.hasPrefix("urn") ? text : "http://a.example/fhir/Location/whole"
    let document = try readFHIR(
      bundle(
        "collection", entry(location("whole"), url: url),
        entry(location("part", partOf: reference(text)))))
    #expect(document.facilities[1].parent == "fhir-whole")
  }

  @Test func `a parent is found by its identifier`() throws {
    let number = #"<identifier><system value="urn:x"/><value value="01234"/></identifier>"#
    let document = try readFHIR(
      bundle(
        "collection", entry(location("whole", more: number)),
        entry(location("part", partOf: number))))
    #expect(document.facilities[1].parent == "fhir-whole")
    #expect(document.facilities[0].identifiers.map(\.value) == ["01234"])
  }

  @Test func `a contained Organization is found`() throws {
    let contained =
      "<contained>" + organization("o", type: "", name: "Sở Y tế") + "</contained>"
    let document = try readFHIR(
      bundle(
        "collection", entry(location("l", organization: reference("#o"), more: contained))))
    #expect(document.records.parties.map(\.record.name) == ["Sở Y tế"])
  }

  @Test func `a reference to nothing is reported and kept`() throws {
    let document = try readFHIR(
      bundle("collection", entry(location("part", partOf: reference("Location/none")))))
    #expect(document.odd == ["dangling_reference"])
    #expect(document.facilities[0].extensions.map(\.text) == ["Location/none"])
  }

  @Test func `what no field holds is counted and survives`() throws {
    let more = """
      <extension url="http://x.example/floor"><valueInteger value="3"/></extension>
      """
    let text = location("l", more: more).replacingName(
      with: #"<name value="L"/><description value="By the river"/>"#)
    let document = try readFHIR(
      bundle("collection", entry(text), entry("<Patient><id value=\"p\"/></Patient>")))
    #expect(
      document.facilities[0].extensions.map { $0.key + "=" + $0.text } == [
        "http://x.example/floor=3", "fhir.Location.description=By the river",
      ])
    #expect(
      document.leftOut == [
        "Location.description", "Location.extension http://x.example/floor", "Patient",
      ])
  }

  @Test func `a history gives the newest version, and deletions become retractions`() throws {
    let network = try Network(
      with(FullRecords.all) {
        $0.facilities += located(with($0.facilities[0].record) { $0.id = "fhir-gone" })
      })
    let deletion =
      #"<entry><request><method value="DELETE"/><url value="Location/gone"/></request></entry>"#
    let unknown =
      #"<entry><request><method value="DELETE"/><url value="Location/never"/></request></entry>"#
    let document = try readFHIR(
      bundle(
        "history", deletion, unknown, entry(location("a", name: "New")),
        entry(location("a", name: "Old")), entry(location("gone"))), for: network)
    #expect(document.facilities.map(\.name) == ["New"])
    #expect(document.retractions.map(\.record.key) == ["fhir-gone"])
    #expect(document.retractions.map(\.origin.line) == [2])
    #expect(document.odd == ["unknown_delete"])
  }

  @Test func `a code that means the same as ours becomes a capability, a wider one a service`()
    throws
  {
    let network = try Network(
      with(FullRecords.all) {
        var crosswalk = $0.crosswalks[0].record
        crosswalk.term = "stroke.lysis"
        crosswalk.value = "1"
        crosswalk.relation = .equivalent
        $0.crosswalks += located(crosswalk)
      })
    func service(_ id: String, _ code: String) -> String {
      """
      <HealthcareService><id value="\(id)"/><type><coding>\
      <system value="http://example.org/service-type"/><code value="\(code)"/></coding></type>\
      <location>\(reference("Location/l"))</location><name value="N\(code)"/>\
      <availableTime><daysOfWeek value="mon"/><availableStartTime value="22:00:00"/>\
      <availableEndTime value="06:00:00"/></availableTime></HealthcareService>
      """
    }
    let document = try readFHIR(
      bundle(
        "collection", entry(location("l")), entry(service("s", "1")), entry(service("w", "454"))),
      for: network)
    let capability = document.records.capabilities.map(\.record)
    #expect(capability.map(\.code) == ["stroke.lysis"])
    #expect(capability[0].statement == "fhir-s")
    #expect(capability[0].windows.map(\.days) == ["1"])
    #expect(capability[0].windows.map(\.opens) == [1_320])
    #expect(document.facilities[0].services.map(\.name) == ["N454"])
    // A night of eight hours is a night, and still said.
    #expect(document.odd == ["hours_end_before_begin"])
  }

  @Test func `a facility that is known by its number keeps its id`() throws {
    let network = try Network(FullRecords.all)
    let known = try #require(network.records.facilities[0].record.identifiers.first)
    let more =
      "<identifier><system value=\"\(known.system)\"/><value value=\"\(known.value)\"/></identifier>"
    let twice = network.records.facilities.filter {
      $0.record.identifiers.contains(known)
    }.count
    let document = try readFHIR(
      bundle("collection", entry(location("l", more: more))), for: network)
    // A number that two facilities have tells nobody apart.
    let id = twice == 1 ? network.records.facilities[0].record.id : "fhir-l"
    #expect(document.facilities.map(\.id) == [id])
  }

  @Test(arguments: [
    #"<identifier><system value="urn:tuyen:exchange:1:facility"/><value value="ID"/></identifier>"#,
    #"<reference value="Location/known"/>"#,
  ])
  func `a service belongs to a facility that only the network holds`(_ reference: String) throws {
    let network = try Network(
      with(FullRecords.all) {
        var facility = $0.facilities[0]
        facility.record.id = "fhir-known"
        $0.facilities.append(facility)
      })
    let id = reference.contains("ID") ? network.records.facilities[0].record.id : "fhir-known"
    let service =
      "<HealthcareService><id value=\"s\"/><active value=\"true\"/><location>"
      + reference.replacing("ID", with: id)
      + "</location><name value=\"Cấp cứu\"/></HealthcareService>"
    let document = try readFHIR(bundle("collection", entry(service)), for: network)
    #expect(document.facilities.map(\.id) == [id])
    #expect(document.facilities.first?.services.map(\.name) == ["Cấp cứu"])
    #expect(document.odd == [])
  }

  @Test func `a point that is nowhere on Earth is left out and said`() throws {
    let text = location("l").replacingName(
      with: #"<name value="L"/><position><longitude value="10"/><latitude value="106"/></position>"#
    )
    let document = try readFHIR(bundle("collection", entry(text)))
    #expect(document.facilities[0].position.point == nil)
    #expect(document.odd == ["position_out_of_range"])
  }

  @Test func `a point whose numbers changed places is kept for the preview to correct`() throws {
    let network = try Network(FullRecords.all)
    let box = try #require(network.header.box)
    let point = Coordinate(
      latitude: (box.south + box.north) / 2, longitude: (box.west + box.east) / 2)
    let text = location("l").replacingName(
      with: "<name value=\"L\"/><position><longitude value=\"\(point.latitude)\"/>"
        + "<latitude value=\"\(point.longitude)\"/></position>")
    let document = try readFHIR(bundle("collection", entry(text)), for: network)
    #expect(document.facilities[0].position.point?.latitude == point.longitude)
    #expect(document.odd == [])
  }

  @Test func `a decimal comma is read, and said`() throws {
    let text = location("l").replacingName(
      with:
        #"<name value="L"/><position><longitude value="106,69"/><latitude value="10.7"/></position>"#
    )
    let document = try readFHIR(bundle("collection", entry(text)))
    #expect(
      document.facilities[0].position.point == Coordinate(latitude: 10.7, longitude: 106.69))
    #expect(document.odd == ["decimal_comma"])
  }

  @Test(.enabled(if: fhirFolder != nil, "TUYEN_STANDARDS_DIR is not set"))
  func `read strictly, what breaks the published schema is an error with its line`() throws {
    let text = bundle("collection", entry(location("l")))
    var options = ImportOptions()
    options.isStrict = true
    options.standards = fhirFolder.map { String($0.dropLast("/fhir".count)) }
    #expect(throws: Never.self) {
      try FHIRReader.read(bytes: text, path: "a.xml", options: options)
    }
    let broken = String(decoding: text, as: UTF8.self).replacing("<name value", with: "<nam value")
    do throws(ExchangeFailure) {
      _ = try FHIRReader.read(bytes: Array(broken.utf8), path: "a.xml", options: options)
      Issue.record("an element that FHIR does not have was taken")
    } catch {
      #expect(error.errors.first?.line ?? 0 > 0)
    }
  }

  @Test func `what is no FHIR is refused`() {
    #expect(throws: ExchangeFailure.self) { try readFHIR(Array("<a/>".utf8)) }
    #expect(throws: ExchangeFailure.self) { try readFHIR(Array("<Bundle/>".utf8)) }
  }
}

extension String {
  /// A Location whose name is replaced by other elements.
  fileprivate func replacingName(with text: String) -> String {
    guard let start = firstRange(of: "<name"),
      let end = self[start.lowerBound...].firstRange(of: "/>")
    else { return self }
    return String(self[..<start.lowerBound]) + text + String(self[end.upperBound...])
  }
}
