public import Exchange
import Facts
public import HealthNetwork

/// Writes a network as an HL7 FHIR R4 Bundle, in the shape of IHE mCSD.
///
///     let lost = try FHIRWriter.write(network, as: .json) { bytes in try file.write(bytes) }
///     lost.first?.en   // "88 agreement: FHIR has no place for it"
///
/// ``FHIRDirectory`` says what the resources are made of, and gives single ones.
public enum FHIRWriter {
  /// Writes a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - encoding: How it is written.
  ///   - receive: Is given the document, in UTF-8, block by block.
  /// - Returns: What FHIR has no place for.
  /// - Throws: What `receive` throws.
  /// - Complexity: O(*n*), where *n* is the number of records; the memory is that of one block.
  @discardableResult
  public static func write<Failure: Error>(
    _ network: Network, as encoding: FHIREncoding = .xml,
    to receive: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    let directory = FHIRDirectory(network)
    var sink = ExportSink(receive)
    var losses = ExportLosses()
    var head = FHIRBundle(.collection)
    head.identifierSystem = FHIRSystem.own + "network"
    head.identifier = network.header.id
    var bundle = FHIRBundleWriter(head, as: encoding)
    for index in network.facilityIndices {
      losses.add(network.facility(index))
      for capability in network.capabilities(of: index) { losses.add(capability.extensions) }
      for resource in directory.resources(ofFacility: index) {
        bundle.write(directory.entry(resource))
      }
      try sink.write(bundle.takeBytes())
    }
    for party in network.records.parties {
      losses.add(party.record)
      bundle.write(directory.entry(directory.organization(of: party.record)))
      try sink.write(bundle.takeBytes())
    }
    for agreement in network.records.agreements {
      let affiliation = directory.affiliation(agreement.record)
      losses.add(agreement.record, isWritten: affiliation != nil)
      if let affiliation { bundle.write(directory.entry(affiliation)) }
      try sink.write(bundle.takeBytes())
    }
    bundle.end()
    try sink.write(bundle.takeBytes())
    try sink.finish()
    losses.addKinds(
      of: network.records,
      except: ["network", "facility", "capability", "party", "agreement"])
    return losses.findings(in: "FHIR")
  }
}

extension ExportLosses {
  fileprivate mutating func add(_ facility: Facility) {
    add("facility.beds", facility.beds.count)
    add("facility.serves", facility.serves.count)
    add("facility.department", facility.departments.count)
    add("facility.equipment", facility.equipment.count)
    add("facility.service", facility.services.count)
    add("facility.standard", facility.standards.count)
    add(facility.extensions)
  }

  fileprivate mutating func add(_ party: Party) {
    add("party.member", party.members.count)
    add(party.extensions)
  }

  fileprivate mutating func add(_ agreement: Agreement, isWritten: Bool) {
    guard isWritten else {
      add("agreement of other than one supporter and one recipient")
      return
    }
    add("agreement.review", agreement.reviews.count)
    for member in agreement.members where member.note != nil || member.period != Period() {
      add("agreement.member period or note")
    }
    add(agreement.extensions)
  }

  fileprivate mutating func add(_ extensions: [Extension]) {
    add("extension without a text", extensions.count { $0.text.isEmpty })
  }
}
