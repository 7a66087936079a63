import Facts

/// Where facilities and places lie among records in canonical order.
struct RecordKeys {
  /// The places of facilities by id; of those with the same id, the one read first.
  private(set) var facilities: [String: Int]
  /// The places of administrative units by reference; of those with the same reference, the one
  /// read first.
  private(set) var places: [String: Int]
  /// One for each record whose key was there before.
  private(set) var problems: [Problem] = []

  /// Indexes records in canonical order.
  ///
  /// - Complexity: O(*n*), where *n* is the number of facilities and places.
  init(_ sorted: NetworkRecords) {
    facilities = [:]
    places = [:]
    facilities = index(sorted.facilities) { $0.id }
    places = index(sorted.places) { $0.reference }
  }

  private mutating func index<Record: NetworkRecord>(
    _ list: [Located<Record>], by key: (Record) -> String
  ) -> [String: Int] {
    let keys = list.map { key($0.record) }
    var indices = [String: Int](minimumCapacity: keys.count)
    for (index, key) in keys.enumerated() {
      guard let earlier = indices.updateValue(index, forKey: key) else { continue }
      // Places of one reference may differ in level, and so stand in another order than read.
      let isLater = list[earlier].origin.precedes(list[index].origin)
      if isLater { indices[key] = earlier }
      problems.append(
        Problem(
          repeated: Record.kindName, key, at: list[isLater ? index : earlier].origin))
    }
    return indices
  }
}

extension Origin {
  /// Whether it was read before another.
  fileprivate func precedes(_ other: Origin) -> Bool {
    (document, line) < (other.document, other.line)
  }
}
