import Facts
import TravelNetwork

extension NetworkRecords {
  /// The same records, each kind in canonical order: places by scheme, level and code, the others
  /// by key, one part of the key after the other.
  ///
  /// - Complexity: O(*n* log *n*); records that are in order already cost O(*n*).
  public consuming func inCanonicalOrder() -> NetworkRecords {
    var sorter = Sorter(records: self)
    NetworkRecords.visitKinds(&sorter)
    let places = sorter.records.places.map {
      ($0.record.scheme, $0.record.level.order, $0.record.code)
    }
    sorter.records.places.sortUnlessSorted(by: places) { $0 < $1 }
    let capabilities = sorter.records.capabilities.map {
      ($0.record.facility, $0.record.code, $0.record.statement ?? "")
    }
    sorter.records.capabilities.sortUnlessSorted(by: capabilities) { $0 < $1 }
    let crosswalks = sorter.records.crosswalks.map {
      ($0.record.term, $0.record.system, $0.record.value)
    }
    sorter.records.crosswalks.sortUnlessSorted(by: crosswalks) { $0 < $1 }
    let speedDefaults = sorter.records.speedDefaults.map {
      ($0.record.area, $0.record.roadClass.rawValue)
    }
    sorter.records.speedDefaults.sortUnlessSorted(by: speedDefaults) { $0 < $1 }
    let blockJoins = sorter.records.blockJoins.map {
      ($0.record.block, $0.record.otherBlock, $0.record.place, $0.record.otherPlace)
    }
    sorter.records.blockJoins.sortUnlessSorted(by: blockJoins) { $0 < $1 }
    return sorter.records
  }
}

extension Place.Level {
  /// 0 for the widest level.
  package var order: Int {
    switch self {
    case .province: 0
    case .district: 1
    case .commune: 2
    }
  }
}

private struct Sorter: KindVisitor {
  var records: NetworkRecords

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    // Their keys have several parts, which a key joined by "/" would not keep apart.
    guard Record.self != Place.self, Record.self != Capability.self,
      Record.self != Crosswalk.self, Record.self != SpeedDefault.self,
      Record.self != BlockJoin.self
    else { return }
    var keys: [String] = []
    each(records[keyPath: kind]) { record, _ in keys.append(record.key) }
    records[keyPath: kind].sortUnlessSorted(by: keys) { $0 < $1 }
  }
}

extension Array {
  /// Sorts the elements by their keys, unless they are in order.
  ///
  /// Numbers of elements are sorted by their keys, and then each element is moved to its place: records
  /// are large, and a sort that compares them where they lie or moves them about costs more than
  /// reading them. The two steps are apart, so that sorting is compiled for each kind of key and not for
  /// each kind of record.
  fileprivate mutating func sortUnlessSorted<Key>(
    by keys: [Key], _ precedes: (Key, Key) -> Bool
  ) {
    guard let order = sortedOrder(of: keys, precedes) else { return }
    move(to: order)
  }

  /// Moves each element to the place at which its number stands.
  private mutating func move(to order: [Int]) {
    var order = order
    // Array's own `swapAt` copies both elements.
    var elements = mutableSpan
    for start in order.indices {
      var hole = start
      while order[hole] != start {
        let next = order[hole]
        elements.swapAt(hole, next)
        order[hole] = hole
        hole = next
      }
      order[hole] = hole
    }
  }
}

/// The numbers of elements in the order of their keys; nil when they are in order.
private func sortedOrder<Key>(of keys: [Key], _ precedes: (Key, Key) -> Bool) -> [Int]? {
  guard keys.indices.dropFirst().contains(where: { precedes(keys[$0], keys[$0 - 1]) }) else {
    return nil
  }
  return keys.indices.sorted { precedes(keys[$0], keys[$1]) }
}
