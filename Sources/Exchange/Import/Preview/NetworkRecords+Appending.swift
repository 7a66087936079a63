import Facts
import HealthNetwork

extension NetworkRecords {
  /// Adds records as those of one document.
  mutating func append(contentsOf other: NetworkRecords, asDocument document: Int) {
    var appender = Appender(records: self, other: other, document: document)
    NetworkRecords.visitKinds(&appender)
    self = appender.records
  }
}

private struct Appender: KindVisitor {
  var records: NetworkRecords
  let other: NetworkRecords
  let document: Int

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    for located in other[keyPath: kind] {
      records[keyPath: kind].append(
        Located(located.record, at: Origin(document: document, line: located.origin.line)))
    }
  }
}
