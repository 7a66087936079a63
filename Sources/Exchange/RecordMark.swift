import Facts
import HealthNetwork

/// How many records of each kind there were, so that what is read after can be taken away again.
struct RecordMark: KindVisitor {
  private var records: NetworkRecords
  private var counts: [Int] = []
  /// The place of the next kind among the counts; nil while they are made.
  private var place: Int?

  /// Notes how many records there are.
  init(_ records: borrowing NetworkRecords) {
    self.records = copy records
    NetworkRecords.visitKinds(&self)
    self.records = NetworkRecords()
  }

  /// Takes away what came since.
  ///
  /// - Parameter records: The records, which nobody else may hold.
  /// - Returns: Those that were there.
  func cut(_ records: consuming NetworkRecords) -> NetworkRecords {
    var cut = self
    cut.records = records
    cut.place = 0
    NetworkRecords.visitKinds(&cut)
    return cut.records
  }

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    let count = records[keyPath: kind].count
    if let place {
      records[keyPath: kind].removeLast(count - counts[place])
      self.place = place + 1
    } else {
      counts.append(count)
    }
  }
}
