import Facts
public import HealthNetwork

/// Everything that records say, kind by kind, whatever its origin: to be compared.
public struct Inventory: Equatable {
  /// The records of each kind, in their order.
  public private(set) var kinds: [String: [AnyHashable]] = [:]

  /// Takes an inventory.
  public init(_ records: NetworkRecords) {
    var taker = Taker(records: records)
    NetworkRecords.visitKinds(&taker)
    kinds = taker.kinds
  }
}

private struct Taker: KindVisitor {
  let records: NetworkRecords
  var kinds: [String: [AnyHashable]] = [:]

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    kinds[Record.kindName] = records[keyPath: kind].map { AnyHashable($0.record) }
  }
}
