public import Facts

/// A record to take away, and why.
public struct Retraction: Hashable, Sendable {
  /// The kind of record, as exchange files name it.
  public var kind = ""
  /// The key of the record.
  public var key = ""
  /// Why it goes.
  public var reason = ""

  /// Creates an empty retraction.
  public init() {}
}

/// A change to a network: records that are new or replace one of the same key, and retractions.
public struct NetworkDelta: Sendable {
  /// Records to insert or replace.
  public var records = NetworkRecords()
  /// Records to take away.
  public var retractions: [Located<Retraction>] = []

  /// Creates an empty change.
  public init() {}
}

extension NetworkRecords {
  /// Applies a change: all of it, or nothing when part of it does not fit.
  ///
  /// - Parameter delta: The change. A retraction of a record that is not there is an error.
  /// - Throws: The retractions that do not fit.
  /// - Complexity: O(*n*), where *n* is the number of records of the kinds that change.
  public mutating func apply(_ delta: NetworkDelta) throws(NetworkProblems) {
    var visitor = DeltaVisitor(records: self, delta: delta)
    NetworkRecords.visitKinds(&visitor)
    for retraction in delta.retractions
    where !visitor.found.contains(retraction.record.kind + "/" + retraction.record.key) {
      visitor.problems.append(
        Problem(
          at: retraction.origin,
          "there is no \(retraction.record.kind) \"\(retraction.record.key)\" to retract"))
    }
    guard visitor.problems.isEmpty else { throw NetworkProblems(visitor.problems) }
    self = visitor.records
  }
}

/// Applies a change kind by kind.
private struct DeltaVisitor: KindVisitor {
  var records: NetworkRecords
  let delta: NetworkDelta
  var found: Set<String> = []
  var problems: [Problem] = []

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    let changes = delta.records[keyPath: kind]
    let retracted = Set(
      delta.retractions.filter { $0.record.kind == Record.kindName }.map(\.record.key))
    guard !changes.isEmpty || !retracted.isEmpty else { return }
    var replacements: [String: Located<Record>] = [:]
    for change in changes {
      let key = change.record.key
      if retracted.contains(key) || replacements.updateValue(change, forKey: key) != nil {
        problems.append(
          Problem(at: change.origin, "\(Record.kindName) \"\(key)\" is changed twice in one delta"))
      }
    }
    var kept: [Located<Record>] = []
    for old in records[keyPath: kind] {
      let key = old.record.key
      if retracted.contains(key) {
        found.insert(Record.kindName + "/" + key)
      } else {
        kept.append(replacements.removeValue(forKey: key) ?? old)
      }
    }
    kept.append(contentsOf: changes.filter { replacements[$0.record.key] != nil })
    records[keyPath: kind] = kept
  }
}
