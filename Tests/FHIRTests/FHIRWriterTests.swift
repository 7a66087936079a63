import Exchange
import FHIR
import Facts
import Foundation
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@Suite struct FHIRWriterTests {
  private func bytes(of network: Network) -> (bytes: [UInt8], lost: [Finding]) {
    let written = Collected()
    let lost = FHIRWriter.write(network) { written.bytes += $0 }
    return (written.bytes, lost)
  }

  private func compare(_ network: Network) throws -> ImportedDocument {
    let document = try readFHIR(bytes(of: network).bytes, for: network)
    #expect(document.odd == [])
    #expect(document.records.facilities.count == network.records.facilities.count)
    for (read, written) in zip(document.facilities, network.records.facilities) {
      // What FHIR has no place for is listed as lost; all else comes back.
      let held = with(written.record) {
        ($0.beds, $0.serves, $0.departments) = ([], [], [])
        ($0.equipment, $0.services, $0.standards) = ([], [], [])
      }
      #expect(read == held)
    }
    #expect(document.records.capabilities.count == network.records.capabilities.count)
    for (read, written) in zip(document.records.capabilities, network.records.capabilities) {
      #expect(read.record == written.record)
    }
    for (read, written) in zip(document.records.parties, network.records.parties) {
      #expect(read.record == with(written.record) { $0.members = [] })
    }
    return document
  }

  @Test func `facilities, statements and parties come back from FHIR, field by field`() throws {
    let network = try Network(FullRecords.all)
    let document = try compare(network)
    #expect(document.leftOut == [])
    #expect(document.records.parties.count == 1)
  }

  @Test func `what FHIR has no place for is listed`() throws {
    let lost = bytes(of: try Network(FullRecords.all)).lost
    #expect(lost.allSatisfy { $0.code == "left_out" && $0.importance == .note })
    let texts = lost.map(\.en)
    #expect(texts.contains("2 beds (facility): FHIR has no place for it"))
    #expect(texts.contains { $0.contains("link: FHIR has no place") })
    #expect(texts.contains { $0.contains("agreement of other than one supporter") })
  }

  @Test(arguments: ["hcmc-mekong", "northern-support"])
  func `the shipped networks come back from FHIR`(name: String) throws {
    let folder = try ShippedNetworks.loaded(name)
    let document = try compare(folder.network)
    let agreements = document.records.agreements.map(\.record)
    for agreement in agreements {
      let written = folder.network.records.agreements.first { $0.record.id == agreement.id }
      #expect(agreement.members.map(\.ref).sorted() == written?.record.members.map(\.ref).sorted())
      #expect(agreement.period == written?.record.period)
      #expect(agreement.topics == written?.record.topics)
    }
  }

  @Test func `the same network gives the same bytes`() throws {
    let network = try Network(FullRecords.all)
    #expect(bytes(of: network).bytes == bytes(of: network).bytes)
  }

  @Test(
    .enabled(if: fhirFolder != nil, "TUYEN_STANDARDS_DIR is not set"),
    arguments: ["", "hcmc-mekong", "northern-support"])
  func `a bundle is valid against the published schema`(name: String) throws {
    let network =
      name.isEmpty
      ? try Network(FullRecords.all)
      : try ShippedNetworks.loaded(name).network
    let folder = try TemporaryFolder()
    try folder.write(bytes(of: network).bytes, to: "bundle.xml")
    let schema = try #require(fhirFolder) + "/xsd/fhir-single.xsd"
    let (status, messages) = try xmllint(["--schema", schema, folder.path + "/bundle.xml"])
    #expect(status == 0, "\(messages.prefix(2_000))")
  }
}

/// Runs xmllint: an opinion on our documents that is not our own.
func xmllint(_ arguments: [String]) throws -> (status: Int32, messages: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["xmllint", "--noout", "--nonet", "--stream"] + arguments
  let pipe = Pipe()
  process.standardError = pipe
  try process.run()
  let messages = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: messages, as: UTF8.self))
}
