import Facts

/// Finds records of one kind with the same key, and remembers the keys; facilities and places are
/// found by `RecordKeys`.
struct DuplicateFinder: KindVisitor {
  let records: NetworkRecords
  var keys: [String: Set<String>] = [:]
  var problems: [Problem] = []

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    guard Record.self != Facility.self, Record.self != Place.self else { return }
    guard Record.self != Capability.self else { return compareNeighbours() }
    let list = records[keyPath: kind]
    var seen = Set<String>(minimumCapacity: list.count)
    each(list) { record, origin in
      let (isNew, key) = seen.insert(record.key)
      if !isNew { problems.append(Problem(repeated: Record.kindName, key, at: origin)) }
    }
    keys[Record.kindName] = seen
  }

  /// Statements stand in order, so equal ones are neighbours; they are too many to make a key of
  /// each.
  private mutating func compareNeighbours() {
    let list = records.capabilities
    let statements = list.span
    for index in statements.indices.dropFirst() {
      if isSame(statements[index - 1].record, statements[index].record) {
        problems.append(
          Problem(
            repeated: Capability.kindName, statements[index].record.key,
            at: statements[index].origin))
      }
    }
  }

  private func isSame(_ left: Capability, _ right: Capability) -> Bool {
    left.facility == right.facility && left.code == right.code && left.statement == right.statement
  }
}

extension Problem {
  /// The error that a record has the key of an earlier one.
  init(repeated kind: String, _ key: String, at origin: Origin) {
    self.init(
      .error, .duplicateID, at: origin,
      "a second \(kind) \"\(key)\"; give it another id or take one of them out")
  }
}
