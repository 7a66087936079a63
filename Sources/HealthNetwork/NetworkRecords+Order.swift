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
    sorter.records.places.sortUnlessSorted {
      ($0.record.scheme, $0.record.level.order, $0.record.code)
        < ($1.record.scheme, $1.record.level.order, $1.record.code)
    }
    sorter.records.capabilities.sortUnlessSorted {
      ($0.record.facility, $0.record.code, $0.record.statement ?? "")
        < ($1.record.facility, $1.record.code, $1.record.statement ?? "")
    }
    sorter.records.crosswalks.sortUnlessSorted {
      ($0.record.term, $0.record.system, $0.record.value)
        < ($1.record.term, $1.record.system, $1.record.value)
    }
    sorter.records.speedDefaults.sortUnlessSorted {
      ($0.record.area, $0.record.roadClass.rawValue)
        < ($1.record.area, $1.record.roadClass.rawValue)
    }
    sorter.records.blockJoins.sortUnlessSorted {
      ($0.record.block, $0.record.otherBlock, $0.record.place, $0.record.otherPlace)
        < ($1.record.block, $1.record.otherBlock, $1.record.place, $1.record.otherPlace)
    }
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
    records[keyPath: kind].sortUnlessSorted { $0.record.key < $1.record.key }
  }
}

extension Array {
  /// Sorts numbers of elements first and then moves each element to its place, because records are
  /// large: a sort that moves them about costs more than reading them.
  fileprivate mutating func sortUnlessSorted(by precedes: (Element, Element) -> Bool) {
    guard indices.dropFirst().contains(where: { precedes(self[$0], self[$0 - 1]) }) else { return }
    var order = Array<Int>(indices)
    order.sort { precedes(self[$0], self[$1]) }
    for start in indices {
      var hole = start
      while order[hole] != start {
        let next = order[hole]
        swapAt(hole, next)
        order[hole] = hole
        hole = next
      }
      order[hole] = hole
    }
  }
}
