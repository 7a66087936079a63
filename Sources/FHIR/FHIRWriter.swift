public import Exchange
import Facts
public import HealthNetwork
import XMLStream

/// Writes a network as an HL7 FHIR R4 Bundle in XML, in the shape of IHE mCSD.
///
///     let lost = try FHIRWriter.write(network) { bytes in try file.write(bytes) }
///     lost.first?.en   // "88 agreement: FHIR has no place for it"
///
/// A facility is a pair of Location and Organization, a statement of what it can do a
/// HealthcareService, a party an Organization, an agreement of one supporter with one recipient an
/// OrganizationAffiliation. What FHIR has no element for is written as extensions of ours
/// (`urn:tuyen:exchange:1:…`), which ``FHIRReader`` reads back.
public enum FHIRWriter {
  /// Writes a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - receive: Is given the document, in UTF-8, block by block.
  /// - Returns: What FHIR has no place for.
  /// - Throws: What `receive` throws.
  /// - Complexity: O(*n*), where *n* is the number of records; the memory is that of one block.
  @discardableResult
  public static func write<Failure: Error>(
    _ network: Network, to receive: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    var sink = ExportSink(receive)
    var bundle = FHIRBundleWriter(network)
    bundle.begin()
    for index in 0..<network.facilityCount {
      bundle.write(facility: network.facility(index))
      for capability in network.capabilities(of: index) { bundle.write(capability) }
      try sink.write(bundle.takeBytes())
    }
    for party in network.records.parties {
      bundle.write(party.record)
      try sink.write(bundle.takeBytes())
    }
    for agreement in network.records.agreements {
      bundle.write(agreement.record)
      try sink.write(bundle.takeBytes())
    }
    bundle.end()
    try sink.write(bundle.takeBytes())
    try sink.finish()
    bundle.losses.addKinds(
      of: network.records,
      except: ["network", "facility", "capability", "party", "agreement"])
    return bundle.losses.findings(in: "FHIR")
  }
}
