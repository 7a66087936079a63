import Facts
import Files
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
    do throws(DocumentError) {
      var root = header
      try root.code(with: &writer)
      var visitor = RecordWriter(records: records.inCanonicalOrder(), writer: writer)
      try NetworkRecords.visitExchangeKinds(&visitor)
      writer = visitor.writer
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
}

private struct RecordWriter: ExchangeKindVisitor {
  let records: NetworkRecords
  var writer: FieldWriter

  mutating func visit<Record: ExchangeRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) throws(DocumentError) {
    for located in records[keyPath: kind] {
      try writer.write(Record.elementTerm, located.record)
    }
  }
}
