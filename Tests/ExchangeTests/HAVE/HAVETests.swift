import Exchange
import Facts
import Formats
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@Suite struct HAVETests {
  static func network(_ change: (inout NetworkRecords) -> Void = { _ in }) throws -> Network {
    var records = FullRecords.all
    let crosswalk = records.crosswalks[0].record
    for (term, value, relation) in [
      ("stroke.ct", "Neurology", Crosswalk.Relation.equivalent),
      ("stroke.lysis", "NeurologyInvasive", .wider),
    ] {
      records.crosswalks += located(
        with(crosswalk) {
          $0.term = term
          $0.system = "urn:oasis:names:tc:emergency:EDXL:HAVE:1.0"
          $0.value = value
          $0.relation = relation
        })
    }
    records.facilities[1].record.identifiers = [
      with(OtherIdentifier()) { ($0.system, $0.value) = ("paho.org/HealthC_ID", "1115006") }
    ]
    change(&records)
    return try Network(records)
  }

  static func read(
    _ text: String, _ network: Network?, strict: Bool = false
  ) throws -> ImportedDocument {
    let folder = try TemporaryFolder(["have.xml": text])
    var options = ImportOptions()
    options.network = network
    options.isStrict = strict
    return try HAVEReader.read(path: folder.path + "/have.xml", options: options)
  }

  static func hospital(_ parts: String, id: String = "hospital") -> String {
    """
    <HospitalStatus xmlns="urn:oasis:names:tc:emergency:EDXL:HAVE:1.0" \
    xmlns:x="urn:oasis:names:tc:ciq:xnl:3" xmlns:g="http://www.opengis.net/gml"><Hospital>\
    <Organization><OrganizationInformation><x:OrganisationName x:OrganisationID="\(id)" \
    x:OrganisationIDType="urn:tuyen:exchange:1#id"><x:NameElement>Cái Nước</x:NameElement>\
    </x:OrganisationName></OrganizationInformation></Organization>\(parts)\
    <LastUpdateTime>2026-11-22T07:30:00.5+07:00</LastUpdateTime></Hospital></HospitalStatus>
    """
  }

  static func write(_ network: Network, asOf: Instant? = nil) -> (bytes: [UInt8], [Finding]) {
    var bytes: [UInt8] = []
    let losses = HAVEWriter.write(network, asOf: asOf) { bytes += $0 }
    return (bytes, losses)
  }

  @Test func `a status comes back with every field, and as the same bytes`() throws {
    let network = try Self.network()
    let (bytes, _) = Self.write(network)
    #expect(Self.write(network).bytes == bytes)
    let document = try Self.read(String(decoding: bytes, as: UTF8.self), network, strict: true)
    // HAVE has no word for how hard a restriction is.
    let expected = network.records.statuses.map { with($0.record) { $0.diversion = nil } }
    #expect(document.records.statuses.map(\.record) == expected)
    #expect(document.findings.filter { $0.importance > .note } == [])
    let late = Instant("2026-11-23T00:00:00+07:00")
    let (empty, losses) = Self.write(network, asOf: late)
    #expect(!String(decoding: empty, as: UTF8.self).contains("Hospital"))
    #expect(losses.map(\.code) == ["not_written"])
  }

  @Test func `traffic, beds and services off are read, and a report always expires`() throws {
    let status = try #require(
      Self.read(
        Self.hospital(
          """
          <EmergencyDepartmentStatus><EMSTraffic><EMSTrafficStatus>Advisory</EMSTrafficStatus>\
          <EMSTrafficReason>lụt</EMSTrafficReason></EMSTraffic></EmergencyDepartmentStatus>\
          <HospitalBedCapacityStatus><BedCapacity><BedType>AdultICU</BedType><Capacity>\
          <CapacityStatus>Vacant/Available</CapacityStatus><AvailableCount>3</AvailableCount>\
          </Capacity></BedCapacity><BedCapacity><BedType>Burn</BedType><Capacity><CapacityStatus>\
          NotAvailable</CapacityStatus></Capacity></BedCapacity><BedCapacity><BedType>Pediatrics\
          </BedType><Capacity><AvailableCount>-4</AvailableCount></Capacity></BedCapacity>\
          </HospitalBedCapacityStatus><ServiceCoverageStatus><NeurologyIndicator><Neurology>false\
          </Neurology></NeurologyIndicator></ServiceCoverageStatus>
          """), Self.network(), strict: true
      ).records.statuses.first
    ).record
    #expect(status.facility == "hospital")
    #expect(status.traffic == .advisory)
    #expect(status.provenance.note == "lụt")
    #expect(status.beds.map(\.type) == ["icu", "burn"])
    #expect(status.beds.map(\.available) == [3, 0])
    #expect(status.off.map(\.capability) == ["stroke.ct"])
    #expect(status.reported == Instant("2026-11-22T07:30:00+07:00"))
    #expect(status.expires == Instant("2026-11-22T11:30:00+07:00"))
  }

  @Test func `a closed facility takes no emergencies, and trauma levels stay as they are`() throws {
    let document = try Self.read(
      Self.hospital(
        """
        <ServiceCoverageStatus><TraumaCenterServicesIndicator><TraumaCenterServicesLevel>Level1\
        </TraumaCenterServicesLevel></TraumaCenterServicesIndicator></ServiceCoverageStatus>\
        <HospitalFacilityStatus><FacilityStatus>Evacuating</FacilityStatus></HospitalFacilityStatus>
        """), Self.network())
    let status = try #require(document.records.statuses.first).record
    #expect(status.traffic == .closed)
    #expect(status.extensions.map(\.text) == ["Level1", "Evacuating"])
  }

  @Test func `a hospital is never matched by its name alone`() throws {
    let network = try Self.network()
    let text = Self.hospital("", id: "9")
    let document = try Self.read(text, network)
    #expect(document.records.statuses.isEmpty)
    let finding = try #require(document.findings("facility_unmatched").first)
    #expect(finding.importance == .error)
    #expect(finding.en.contains("hospital"))
    // Unless the network says that this name is what reports call the facility.
    let crossed = try Self.network { records in
      records.facilities[0].record.identifiers.append(
        with(OtherIdentifier()) {
          $0.system = "urn:oasis:names:tc:emergency:EDXL:HAVE:1.0#OrganisationName"
          $0.value = "Cái Nước"
        })
    }
    #expect(try Self.read(text, crossed).records.statuses.map(\.record.facility) == ["hospital"])
  }

  @Test(arguments: ["Exercise", "Test"])
  func `a drill changes nothing`(status: String) throws {
    let bytes = Self.write(try Self.network()).bytes
    let text = String(decoding: bytes, as: UTF8.self).replacing("Actual", with: status)
    let document = try Self.read(text, try Self.network())
    #expect(document.records.statuses.isEmpty)
    #expect(document.findings.map(\.code) == ["not_actual"])
  }

  @Test(arguments: [("HAVE:2.0", "EDXL-HAVE 2.0"), ("RM:1.0:msg", "EDXL-RM 1.0")])
  func `other standards of the family are refused by their name`(
    _ namespace: String, _ name: String
  ) throws {
    let text = Self.hospital("").replacing("HAVE:1.0", with: namespace)
    do {
      _ = try Self.read(text, nil)
      Issue.record("\(name) was read")
    } catch let error as ExchangeFailure {
      #expect(error.text(.en).contains("is \(name) "))
      #expect(error.text(.vi).contains("là \(name) "))
    }
  }

  @Test(arguments: seeds(30))
  func `mutated documents neither trap nor give a status that lasts forever`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let network = try Self.network()
    let bytes = Mutation.mutated(Self.write(network).bytes, with: &random)
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "have.xml")
    var options = ImportOptions()
    options.network = network
    let document = try? HAVEReader.read(path: folder.path + "/have.xml", options: options)
    for status in document?.records.statuses ?? [] {
      #expect(status.record.expires != nil, "seed \(seed)")
    }
  }
}

@Suite(.enabled(if: Standards.isThere, "set TUYEN_STANDARDS_DIR to the public schemas"))
struct HAVEPublicTests {
  @Test func `what is written is valid against both public schemas`() throws {
    let (bytes, _) = HAVETests.write(try HAVETests.network())
    try PublicValidator.check(bytes, against: "have1/xsd/EDXL-DE_Schema_v1.0.xsd")
    let text = String(decoding: bytes, as: UTF8.self)
    let start = try #require(text.firstRange(of: "<have:HospitalStatus>"))
    let end = try #require(text.firstRange(of: "</have:HospitalStatus>"))
    let bare = text[start.lowerBound..<end.upperBound].replacing(
      "<have:HospitalStatus>",
      with: """
        <have:HospitalStatus xmlns:have="urn:oasis:names:tc:emergency:EDXL:HAVE:1.0" \
        xmlns:xnl="urn:oasis:names:tc:ciq:xnl:3" xmlns:gml="http://www.opengis.net/gml">
        """)
    try PublicValidator.check(Array(bare.utf8), against: "have1/xsd/edxl-have.xsd")
  }

  @Test(arguments: [
    ("google-sample_feed", ["station"]), ("google-sample_have", []), ("google-sms_edit", []),
  ])
  func `feeds of a real producer are read and repaired`(name: String, found: [String]) throws {
    var options = ImportOptions()
    options.network = try HAVETests.network()
    let path = Standards.path("have1/samples/\(name).xml")
    let document = try HAVEReader.read(path: path, options: options)
    #expect(document.records.statuses.map(\.record.facility) == found)
    #expect(!document.findings.isEmpty)
    options.isStrict = true
    #expect(throws: ExchangeFailure.self) {
      try HAVEReader.read(path: path, options: options)
    }
  }
}
