import Facts
import HealthNetwork

/// Makes room for the records of documents yet to be read, which are taken to be like those read so
/// far: a list that grows bit by bit moves every record again and again.
struct RecordCapacityReserver: KindVisitor {
  private(set) var records: NetworkRecords
  /// How many times the records so far there will be.
  private let factor: Double
  /// No more bytes than this for one kind of record, whatever the documents so far were like.
  private let mostBytes: Int
  /// Lists that are shorter than this may grow as they like.
  private let fewest = 1_024

  /// Makes room.
  ///
  /// - Parameters:
  ///   - records: The records read so far; nobody else may hold them.
  ///   - bytesRead: How long the documents were that they were read from.
  ///   - bytes: How long all documents are.
  init(_ records: consuming NetworkRecords, bytesRead: Int, of bytes: Int) {
    self.records = records
    factor = Double(bytes) / Double(max(1, bytesRead))
    // A record takes about as many bytes in memory as in a document.
    mostBytes = bytes
    NetworkRecords.visitKinds(&self)
  }

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    let count = records[keyPath: kind].count
    let most = mostBytes / MemoryLayout<Located<Record>>.stride
    guard count >= fewest, count < most else { return }
    let expected = min(Double(count) * factor, Double(most))
    guard expected > Double(records[keyPath: kind].capacity) else { return }
    // A little more, so that an estimate that rises slowly does not move the records each time.
    records[keyPath: kind].reserveCapacity(Int(clamping: expected * 1.1))
  }
}
