import Exchange
import FHIR
import Facts
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@Suite struct FHIRHostileTests {
  private static let document: [UInt8] = {
    let written = Collected()
    if let network = try? Network(FullRecords.all) {
      FHIRWriter.write(network) { written.bytes += $0 }
    }
    return written.bytes
  }()

  @Test(arguments: seeds(20))
  func `a cut document is refused`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let whole = FHIRHostileTests.document
    let length = Int.random(in: 0..<whole.count - 10, using: &random)
    #expect(throws: ExchangeFailure.self, "seed \(seed)") {
      try readFHIR(Array(whole.prefix(length)))
    }
  }

  @Test(arguments: seeds(30))
  func `a mutated document is read or refused, and nothing traps`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var bytes = FHIRHostileTests.document
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      default:
        let end = min(bytes.count, at + Int.random(in: 1...400, using: &random))
        bytes.insert(
          contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &random))
      }
    }
    do {
      let document = try readFHIR(bytes)
      // Whatever was read can be written as our own document.
      let own = DocumentWriter.bytes(of: document.records, header: header())
      #expect(!own.isEmpty, "seed \(seed)")
    } catch is ExchangeFailure {}
  }

  @Test func `parts that are parts of each other come to an end`() throws {
    func ward(_ id: String, _ whole: String) -> String {
      """
      <Location><id value="\(id)"/><name value="\(id)"/><physicalType><coding><code value="wa"/>\
      </coding></physicalType><partOf><reference value="Location/\(whole)"/></partOf></Location>
      """
    }
    let document = try readFHIR(
      bundle("collection", entry(ward("a", "b")), entry(ward("b", "a"))))
    #expect(document.facilities.isEmpty)
    #expect(document.leftOut == ["Location that is part of nothing known"])
  }

  @Test func `a document type is refused`() {
    let text = #"<!DOCTYPE Bundle [<!ENTITY a "b">]><Bundle xmlns="http://hl7.org/fhir"/>"#
    #expect(throws: ExchangeFailure.self) { try readFHIR(Array(text.utf8)) }
  }
}
