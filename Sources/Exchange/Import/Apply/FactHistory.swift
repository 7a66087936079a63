public import Facts
import HealthNetwork
import XMLStream

/// Where each value of a record comes from: the import that set it, or the document it stands in.
///
///     let history = try FactHistory(of: "bv-cho-ray", in: folder, at: "my-network")
///     history.records.first?.values.first { $0.field == "tier" }?.entry?.number   // 3
public struct FactHistory: Sendable {
  /// One value.
  public struct Value: Sendable {
    /// The field, as in ``FieldChange``.
    public var field: String
    /// The value.
    public var value: String
    /// The import that set it; nil where it was there before all of them.
    public var entry: HistoryEntry?
    /// What it replaced then.
    public var replaced: String?
    /// Who said it when it was set, as far as that import tells.
    public var provenance: Provenance
  }

  /// A record that the key names.
  public struct Record: Sendable {
    /// Its kind.
    public var kind: String
    /// Its key.
    public var key: String
    /// The document that holds it, and the line; nil where it is gone.
    public var place: (document: String, line: Int)?
    /// Its values; for one that is gone, those it had.
    public var values: [Value]
    /// The import that took it away.
    public var goneWith: HistoryEntry?
  }

  /// The records of the key, of every kind; those that are gone last.
  public private(set) var records: [Record] = []

  /// Gathers what is known of a key.
  ///
  /// - Parameters:
  ///   - key: The key of a record of any kind.
  ///   - folder: The network as it is.
  ///   - path: The folder of the network.
  /// - Throws: `ExchangeFailure` when the history cannot be read.
  public init(
    of key: String, in folder: LoadedNetwork, at path: String
  ) throws(ExchangeFailure) {
    let history = ImportHistory(of: path)
    var steps: [HistoryStep] = []
    for entry in history.entries {
      let before = try HistoryStep.found(key, history.path("undo.xml", of: entry))
      let after = try HistoryStep.found(key, history.path("change.xml", of: entry))
      for kind in Set(before.keys).union(after.keys).sorted() {
        steps.append(
          HistoryStep(entry: entry, kind: kind, before: before[kind], after: after[kind]))
      }
    }
    var finder = RecordFinder(key: key, records: folder.network.records)
    NetworkRecords.visitExchangeKinds(&finder)
    for (kind, found) in finder.found {
      let document =
        folder.documents.indices.contains(found.origin.document)
        ? folder.documents[found.origin.document].path : "network"
      records.append(
        Record(
          kind: kind, key: key, place: (document, found.origin.line),
          values: FactHistory.values(of: found, steps.filter { $0.kind == kind })))
    }
    for step in steps where step.after == nil {
      guard let before = step.before, !finder.found.contains(where: { $0.kind == step.kind })
      else { continue }
      let earlier = steps.filter { $0.kind == step.kind && $0.entry.number < step.entry.number }
      records.removeAll { $0.kind == step.kind }
      records.append(
        Record(
          kind: step.kind, key: key, place: nil,
          values: FactHistory.values(of: before, earlier), goneWith: step.entry))
    }
  }

  private static func values(of found: FoundRecord, _ steps: [HistoryStep]) -> [Value] {
    let empty = RecordOutline(named: found.outline.name)
    // Everything that is there, as a change from nothing.
    return FieldChange.between(empty, found.outline).compactMap { change in
      guard let value = change.new, !RecordOutline.provenanceFields.contains(change.field) else {
        return nil
      }
      var result = Value(
        field: change.field, value: value, entry: nil, replaced: nil, provenance: found.provenance)
      for step in steps {
        guard let after = step.after else { continue }
        let old = step.before?.outline ?? empty
        guard
          let set = FieldChange.between(old, after.outline)
            .first(where: { FactHistory.means($0, change) })
        else {
          // The provenance of a value that was left alone is that of before.
          continue
        }
        result.entry = step.entry
        result.replaced = set.old
        result.provenance = after.provenance.beyond(step.before?.provenance)
      }
      if result.entry == nil, let before = steps.lazy.compactMap(\.before).first {
        result.provenance = before.provenance
      }
      return result
    }
  }

  /// Whether a change of an import is about a value: the field itself, or a part of it.
  private static func means(_ set: FieldChange, _ value: FieldChange) -> Bool {
    set.new != nil && (set.field == value.field || set.field.hasPrefix(value.field + "."))
  }
}

/// A record of one kind, before or after an import.
struct FoundRecord: Sendable {
  var outline: RecordOutline
  var provenance: Provenance
  var origin: Origin
}

/// What one import did to the records of a key.
private struct HistoryStep {
  var entry: HistoryEntry
  var kind: String
  var before: FoundRecord?
  var after: FoundRecord?

  /// The records of a key that a delta of the history holds.
  static func found(
    _ key: String, _ path: String
  ) throws(ExchangeFailure) -> [String: FoundRecord] {
    let document = try NativeReader.read(path: path)
    var finder = RecordFinder(key: key, records: document.records)
    NetworkRecords.visitExchangeKinds(&finder)
    return Dictionary(
      finder.found.map { ($0.kind, $0.record) }, uniquingKeysWith: { first, _ in first })
  }
}

private struct RecordFinder: ExchangeKindVisitor {
  let key: String
  let records: NetworkRecords
  var found: [(kind: String, record: FoundRecord)] = []

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: ExchangeRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    guard let located = records[keyPath: kind].first(where: { $0.record.key == key }) else {
      return
    }
    found.append(
      (
        Record.kindName,
        FoundRecord(
          outline: RecordOutline(of: located.record), provenance: located.record.provenance,
          origin: located.origin)
      ))
  }
}

extension Provenance {
  /// The sources that another provenance did not have, where there are any.
  fileprivate func beyond(_ other: Provenance?) -> Provenance {
    let known = Set(other?.source?.split(separator: "; ") ?? [])
    let fresh = source?.split(separator: "; ").filter { !known.contains($0) } ?? []
    guard !fresh.isEmpty else { return self }
    var result = self
    result.source = fresh.joined(separator: "; ")
    return result
  }
}
