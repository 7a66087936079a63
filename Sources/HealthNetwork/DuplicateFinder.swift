import Facts

/// Finds records of one kind with the same key, and remembers the keys.
struct DuplicateFinder: KindVisitor {
  let records: NetworkRecords
  var keys: [String: Set<String>] = [:]
  var problems: [Problem] = []

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    let all = records[keyPath: kind]
    var seen = Set<String>(minimumCapacity: all.count)
    for located in all {
      let (isNew, key) = seen.insert(located.record.key)
      if !isNew {
        problems.append(
          Problem(
            .error, .duplicateID, at: located.origin,
            "a second \(Record.kindName) \"\(key)\"; give it another id or take one of them out"))
      }
    }
    keys[Record.kindName] = seen
  }
}
