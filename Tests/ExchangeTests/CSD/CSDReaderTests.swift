import Exchange
import Facts
import Files
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@Suite struct CSDReaderTests {
  private func only(_ document: ImportedDocument) throws -> Facility {
    #expect(document.records.facilities.count == 1)
    return try #require(document.records.facilities.first).record
  }

  @Test func `a facility comes with its names, ids, address, point, lines and status`() throws {
    let document = try readCSD(
      csd(
        csdFacility(
          first: #"<otherID code="00123" assigningAuthorityName="MA_CSKCB"/>"#,
          middle: """
            <otherName xml:lang="en">Station</otherName><otherName>Trạm cũ</otherName>\
            <address type="Mailing"><addressLine component="streetAddress">hộp thư</addressLine>\
            </address><address type="Practice"><addressLine component="streetAddress">1 Đường A\
            </addressLine><addressLine component="city">Cái Nước</addressLine></address>\
            <geocode><latitude>9.1</latitude><longitude>105.2</longitude></geocode>\
            <language code="vi" codingScheme="BCP 47"/>\
            <contactPoint><codedType code="BP" codingScheme="urn:ihe:iti:csd:2013:contactPoint">\
            0290 000 000</codedType></contactPoint>\
            <contactPoint><codedType code="FAX" codingScheme="urn:ihe:iti:csd:2013:contactPoint">\
            0290 000 001</codedType></contactPoint>
            """)), strict: true)
    let facility = try only(document)
    #expect(facility.id == "urn:uuid:11111111-2222-4333-9444-555555555555")
    #expect(facility.name == "Trạm")
    #expect(facility.nameEn == "Station")
    #expect(facility.names.map(\.value) == ["Trạm cũ"])
    #expect(facility.identifiers.map(\.system) == ["urn:ietf:rfc:3986", "MA_CSKCB"])
    #expect(facility.address == "1 Đường A, Cái Nước")
    #expect(facility.position.point == Coordinate(latitude: 9.1, longitude: 105.2))
    #expect(facility.contacts.map(\.value) == ["0290 000 000"])
    #expect(facility.activity == .active)
    #expect(facility.provenance.asserted == PartialDate("2025-02-03"))
    #expect(facility.provenance.source == "http://example.org")
    #expect(
      facility.extensions.map(\.key)
        == ["codedType", "language", "contactPoint", "address", "address", "record"].map {
          "urn:ihe:iti:csd:2013#" + $0
        })
  }

  @Test func `an answer of ITI-74 is read and is not complete`() throws {
    let text =
      csd(csdFacility()).replacing(
        "<CSD ", with: "<getModificationsResponse xmlns=\"urn:ihe:iti:csd:2013\"><CSD ")
      + "</getModificationsResponse>"
    let document = try readCSD(text, strict: true)
    #expect(!document.isComplete)
    #expect(try only(document).name == "Trạm")
    let enveloped =
      "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body>\(text)"
      + "</s:Body></s:Envelope>"
    #expect(try readCSD(enveloped).findings("unknown_root").count == 1)
    #expect(throws: ExchangeFailure.self) { try readCSD(enveloped, strict: true) }
    #expect(throws: ExchangeFailure.self) { try readCSD("<html/>") }
  }

  @Test func `organizations become parties that list their members`() throws {
    let document = try readCSD(
      csd(
        csdFacility(
          middle: """
            <organizations><organization entityID="urn:oid:1.2"/>\
            <organization entityID="urn:oid:9.9"/></organizations>
            """),
        organizations: """
          <organization entityID="urn:oid:1.2"><codedType code="3" codingScheme="x"/>\
          <primaryName>Huyện</primaryName><parent entityID="urn:oid:1.1"/>\
          <record created="2024-01-01T00:00:00Z" updated="2024-01-01T00:00:00Z" status="Active"/>\
          </organization><organization entityID="urn:oid:1.1"><codedType code="2" \
          codingScheme="x"/><primaryName>Tỉnh</primaryName><record created="2024-01-01T00:00:00Z" \
          updated="2024-01-01T00:00:00Z" status="Active"/></organization>
          """), strict: true)
    let parties = document.records.parties.map(\.record)
    #expect(parties.map(\.id) == ["urn:oid:1.2", "urn:oid:1.1"])
    #expect(parties[0].members.map(\.ref) == ["urn:uuid:11111111-2222-4333-9444-555555555555"])
    #expect(parties[1].members.map(\.ref) == ["urn:oid:1.2"])
    #expect(document.findings("dangling_reference").count == 1)
    #expect(
      try only(document).extensions.contains {
        $0.key.hasSuffix("#organization") && $0.text == #"<organization entityID="urn:oid:9.9"/>"#
      })
  }

  @Test(arguments: [
    ("entity_id_attribute", csdFacility().replacing("entityID", with: "urn")),
    (
      "entity_id_attribute",
      csdFacility().replacing("entityID=\"urn:uuid:", with: "oid=\"1.2.3.").replacing(
        "-", with: "0")
    ),
    ("time_zone_without_colon", csdFacility().replacing("+07:00", with: "+0700")),
    (
      "element_order",
      csdFacility(
        last: "<geocode><latitude>9</latitude><longitude>105</longitude></geocode>")
    ),
    (
      "unknown_element",
      csdFacility(
        middle: """
          <contact><codedType code="a" codingScheme="b"/><provider entityID="urn:oid:1"/></contact>
          """)
    ),
    (
      "other_id_text",
      csdFacility(first: "<otherID assigningAuthorityName=\"x\">12</otherID>")
    ),
    ("missing_part", csdFacility().replacing("<primaryName>Trạm</primaryName>", with: "")),
    ("value_not_valid", csdFacility().replacing("2024-01-02T", with: "yesterday")),
    ("repeated_element", csdFacility(middle: "<primaryName>Hai</primaryName>")),
  ])
  func `what breaks the format is repaired and reported, or refused`(
    code: String, facility: String
  ) throws {
    let document = try readCSD(csd(facility))
    #expect(document.findings(code).first?.importance == .note, "\(document.findings)")
    #expect(document.records.facilities.count == 1)
    let failure = #expect(throws: ExchangeFailure.self) { try readCSD(csd(facility), strict: true) }
    #expect(failure?.errors.allSatisfy { $0.line > 0 } == true)
  }

  @Test func `ids in the wrong attribute and text are found`() throws {
    let facility = try only(
      readCSD(
        csd(
          csdFacility(first: "<otherID assigningAuthorityName=\"x\">12</otherID>")
            .replacing(
              "entityID=\"urn:uuid:11111111-2222-4333-9444-555555555555", with: "oid=\"1.2.3"))))
    #expect(facility.id == "urn:oid:1.2.3")
    #expect(facility.identifiers.map(\.value) == ["urn:oid:1.2.3", "12"])
  }

  @Test func `points are compared with the box of the network`() throws {
    let vietnam = Box(south: 8, west: 102, north: 24, east: 115)
    func codes(_ lat: String, _ lon: String, _ box: Box?) throws -> [String] {
      let point = "<geocode><latitude>\(lat)</latitude><longitude>\(lon)</longitude></geocode>"
      return try readCSD(csd(csdFacility(middle: point)), box: box).findings
        .filter { $0.importance > .note }.map(\.code)
    }
    #expect(try codes("10.7", "106.6", vietnam) == [])
    #expect(try codes("106.6", "10.7", vietnam) == ["coordinates_swapped"])
    #expect(try codes("10.7", "-106.6", vietnam) == ["coordinates_sign_lost"])
    #expect(try codes("48.8", "2.3", vietnam) == ["point_outside_network"])
    #expect(try codes("106.6", "10.7", nil) == ["coordinates_swapped"])
    #expect(try codes("-10.7", "6.2", nil) == [])
    #expect(try codes("200", "300", nil) == ["coordinates_impossible"])
    #expect(try codes("abc", "300", nil) == ["coordinates_unreadable"])
  }

  @Test func `persons and unknown things are left out and counted`() throws {
    let provider = """
      <provider entityID="urn:oid:7"><codedType code="a" codingScheme="b"/><demographic><name>\
      <commonName>A</commonName></name></demographic><record created="2024-01-01T00:00:00Z" \
      updated="2024-01-01T00:00:00Z" status="Active"/></provider>
      """
    let document = try readCSD(csd("", providers: provider + provider), strict: true)
    #expect(document.findings("left_out").map(\.kind) == ["provider"])
    #expect(document.findings("left_out").first?.en.contains("2 times") == true)
  }

  @Test func `an entity that stands twice, or has no id, is an error of that record`() throws {
    let document = try readCSD(
      csd(csdFacility() + csdFacility() + csdFacility("").replacing("entityID=\"\"", with: "")))
    #expect(document.records.facilities.count == 1)
    #expect(document.findings("duplicate_id").first?.importance == .error)
    #expect(document.findings("missing_entity_id").first?.importance == .error)
  }
}
