import Facts
public import HealthNetwork
import TravelNetwork
import XMLStream

/// Writes records as an exchange document in canonical form: the same records give the same bytes.
///
/// Records stand by kind, in the order of the schema, and within a kind in canonical order; each
/// attribute and element in the order of the schema; nothing that is absent is written.
public enum DocumentWriter {
  /// The document of some records.
  ///
  /// - Parameters:
  ///   - records: The records; their order does not matter.
  ///   - retractions: Records that a delta takes away.
  ///   - header: The root's attributes. Its source and confidence are left out of records that
  ///     have the same.
  /// - Returns: The document, in UTF-8.
  /// - Complexity: O(*n* log *n*), where *n* is the number of records.
  public static func bytes(
    of records: NetworkRecords, retractions: [Retraction] = [], header: ExchangeHeader
  ) -> [UInt8] {
    var writer = FieldWriter()
    writer.header = header
    writer.xml.declaration()
    writer.begin(.exchange)
    writer.xml.attribute("xmlns", ExchangeSchema.namespace)
    do throws(XMLError) {
      var root = header
      try root.code(with: &writer)
      try write(records.inCanonicalOrder(), to: &writer)
      for retraction in retractions.sorted(by: { ($0.kind, $0.key) < ($1.kind, $1.key) }) {
        try writer.write(.retract, retraction)
      }
    } catch {
      // A coder that only writes has nothing that could fail: the error is the reader's.
      preconditionFailure("writing failed: \(error)")
    }
    writer.end()
    return writer.xml.bytes
  }

  private static func write(
    _ records: NetworkRecords, to writer: inout FieldWriter
  ) throws(XMLError) {
    try write(records.networks, to: &writer)
    try write(records.schemes, to: &writer)
    try write(records.places, to: &writer)
    try write(records.specialties, to: &writer)
    try write(records.capabilityTypes, to: &writer)
    try write(records.clocks, to: &writer)
    try write(records.accessStandards, to: &writer)
    try write(records.crosswalks, to: &writer)
    try write(records.parties, to: &writer)
    try write(records.facilities, to: &writer)
    try write(records.capabilities, to: &writer)
    try write(records.agreements, to: &writer)
    try write(records.programmes, to: &writer)
    try write(records.specialtyNetworks, to: &writer)
    try write(records.rotations, to: &writer)
    try write(records.techniques, to: &writer)
    try write(records.trainings, to: &writer)
    try write(records.figures, to: &writer)
    try write(records.vehicles, to: &writer)
    try write(records.travelProfiles, to: &writer)
    try write(records.speedDefaults, to: &writer)
    try write(records.blocks, to: &writer)
    try write(records.blockJoins, to: &writer)
    try write(records.nodes, to: &writer)
    try write(records.links, to: &writer)
    try write(records.statuses, to: &writer)
  }

  private static func write<Record: ExchangeRecord>(
    _ list: [Located<Record>], to writer: inout FieldWriter
  ) throws(XMLError) {
    for located in list { try writer.write(Record.elementTerm, located.record) }
  }
}
