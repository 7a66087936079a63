import Exchange
import FHIR
import Facts
import Formats
import HealthNetwork
import TestSupport
import Testing

/// A workbook keeps of a network what FHIR keeps of it.
@Suite struct WorkbookRoundTripTests {
  /// A network written as a workbook and read back.
  private func document(_ network: Network, _ language: Language) throws -> ImportedDocument {
    let folder = try TemporaryFolder()
    try folder.write(
      TableWriter.workbook(.facilities, of: network, in: language).bytes, to: "list.xlsx")
    return try read("list.xlsx", in: folder, for: network)
  }

  private func read(
    _ name: String, in folder: TemporaryFolder, for network: Network
  ) throws -> ImportedDocument {
    var options = ImportOptions()
    options.network = network
    return try DocumentFormats.exchange.adding(.fhir).read(
      folder.path + "/" + name, options: options)
  }

  /// The facts of a facility that neither FHIR nor a workbook holds.
  private func held(_ facility: Facility) -> Facility {
    with(facility) {
      ($0.beds, $0.serves, $0.departments) = ([], [], [])
      ($0.equipment, $0.services, $0.standards) = ([], [], [])
    }
  }

  private func compare(_ network: Network, _ language: Language) throws {
    let document = try document(network, language)
    let records = network.records
    #expect(document.findings.filter { $0.importance == .error } == [])
    #expect(
      plain(document.records.facilities.map(\.record), \.extensions)
        == plain(records.facilities.map { held($0.record) }, \.extensions))
    #expect(
      plain(document.records.capabilities.map(\.record), \.extensions)
        == plain(records.capabilities.map(\.record), \.extensions))
    #expect(
      plain(document.records.parties.map(\.record), \.extensions)
        == plain(records.parties.map(\.record), \.extensions))
    #expect(
      plain(document.records.agreements.map(\.record), \.extensions)
        == plain(records.agreements.map(\.record), \.extensions))
  }

  /// Records whose extensions have their words parted by single blanks, as in a cell.
  private func plain<Record>(
    _ records: [Record], _ path: WritableKeyPath<Record, [Extension]>
  ) -> [Record] {
    records.map { record in
      var record = record
      for index in record[keyPath: path].indices {
        let words = record[keyPath: path][index].text.split(whereSeparator: \.isWhitespace)
        record[keyPath: path][index].text = words.joined(separator: " ")
      }
      return record
    }
  }

  @Test(arguments: ["hcmc-mekong", "northern-support"], Language.allCases)
  func `the shipped networks come back from a workbook`(name: String, language: Language) throws {
    try compare(try ShippedNetworks.loaded(name).network, language)
  }

  @Test(arguments: Language.allCases)
  func `every field that has a column comes back`(language: Language) throws {
    try compare(try Network(FullRecords.all), language)
  }

  @Test(arguments: ["hcmc-mekong", "northern-support"])
  func `what comes back from FHIR comes back from a workbook`(name: String) throws {
    let network = try ShippedNetworks.loaded(name).network
    let sheets = try document(network, .vi)
    for encoding in [FHIREncoding.xml, .json] {
      let written = Collected()
      FHIRWriter.write(network, as: encoding) { written.bytes += $0 }
      let folder = try TemporaryFolder()
      let file = encoding == .xml ? "bundle.xml" : "bundle.json"
      try folder.write(written.bytes, to: file)
      let resources = try read(file, in: folder, for: network)
      #expect(resources.records.facilities.map(\.record) == sheets.records.facilities.map(\.record))
      #expect(
        resources.records.capabilities.map(\.record) == sheets.records.capabilities.map(\.record))
      #expect(resources.records.parties.map(\.record.id) == sheets.records.parties.map(\.record.id))
      let agreements = Set(sheets.records.agreements.map(\.record.id))
      #expect(agreements.isSuperset(of: resources.records.agreements.map(\.record.id)))
    }
  }

  @Test func `statements alone are read from their own table`() throws {
    let network = try ShippedNetworks.loaded("northern-support").network
    let folder = try TemporaryFolder()
    let csv = Collected()
    TableWriter.write(.capabilities, of: network) { csv.bytes += $0 }
    try folder.write(csv.bytes, to: "list.csv")
    try folder.write(
      TableWriter.workbook(.capabilities, of: network, in: .vi).bytes, to: "list.xlsx")
    for file in ["list.csv", "list.xlsx"] {
      let document = try read(file, in: folder, for: network)
      #expect(document.records.facilities.isEmpty)
      #expect(
        document.records.capabilities.map(\.record) == network.records.capabilities.map(\.record))
    }
  }
}
