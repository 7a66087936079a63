import Exchange
import Facts
import Files
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@Suite struct CSDHostileTests {
  @Test(arguments: seeds(30))
  func `mutated documents neither trap nor give records without an id`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let bytes = Mutation.mutated(
      CSDWriterTests.write(try Network(FullRecords.all)).bytes, with: &random)
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "csd.xml")
    for strict in [false, true] {
      var options = ImportOptions()
      options.isStrict = strict
      guard
        let document = try? CSDReader.read(path: folder.path + "/csd.xml", options: options)
      else { continue }
      for facility in document.records.facilities {
        #expect(!facility.record.id.isEmpty && !facility.record.name.isEmpty, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 1..<40)
  func `a document that is cut off is refused`(part: Int) throws {
    let bytes = CSDWriterTests.write(try Network(FullRecords.all)).bytes
    let cut = String(decoding: bytes.prefix(bytes.count * part / 40), as: UTF8.self)
    #expect(throws: ExchangeFailure.self) { try readCSD(cut) }
  }

  @Test(arguments: [
    "<!DOCTYPE CSD [<!ENTITY a 'b'>]>" + csd(""), csd(csdFacility(name: "&a;")),
    csd(csdFacility(middle: String(repeating: "<address>", count: 40))),
    csd(csdFacility().replacing("<codedType", with: "<x:codedType")),
  ])
  func `what XMLStream never accepts is refused here too`(text: String) throws {
    #expect(throws: ExchangeFailure.self) { try readCSD(text) }
  }

  @Test func `one record cannot fill the memory`() throws {
    let names = String(repeating: "<otherName>a</otherName>", count: 60_000)
    let failure = #expect(throws: ExchangeFailure.self) {
      try readCSD(csd(csdFacility(middle: names)))
    }
    #expect(failure?.errors.first?.kind == .limit)
  }

  @Test func `markup in an extension of a hostile network cannot break the document`() throws {
    var records = FullRecords.all
    for text in [
      "</x></CSD>", "<language code='a'", "<record/>", "<a xmlns='b'/>", "\u{0}\u{FFFF}",
    ] {
      records.facilities[0].record.extensions.append(
        with(Extension()) {
          $0.key = "urn:ihe:iti:csd:2013#language"
          $0.text = text
        })
    }
    let (bytes, losses) = CSDWriterTests.write(try Network(records))
    #expect(losses.contains { $0.code == "not_valid" })
    _ = try CSDWriterTests.read(bytes)
  }
}
