package import Facts
import Files
import HealthNetwork

/// A document of a network, as it is to be.
package struct WholeDocument: Sendable {
  /// Its path within the folder of the network.
  package var path: String
  /// Its bytes.
  package var bytes: [UInt8]

  /// Names a document.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Refuses documents that could not be read again.
  ///
  /// - Parameter documents: The documents, before any of them is written.
  /// - Throws: `ExchangeFailure` with every error in them.
  package static func check(_ documents: [WholeDocument]) throws(ExchangeFailure) {
    let problems = documents.flatMap {
      DocumentSetReader.problems(in: $0.bytes, path: "new " + $0.path)
    }
    guard problems.isEmpty else { throw ExchangeFailure(errors: problems) }
  }
}

extension NetworkImport {
  /// Replaces whole documents of a network, as one import: all of them or none, remembered in the
  /// history, and taken back by ``undo(at:)``.
  ///
  /// - Parameters:
  ///   - documents: The documents; those that stay as they are count for nothing.
  ///   - source: The file that they were made of, and its format.
  ///   - folder: The network as it is.
  ///   - path: The folder of the network.
  ///   - now: The instant to remember it by.
  /// - Returns: The import, as it is remembered; nil where nothing changes.
  /// - Throws: `ExchangeFailure`; nothing has changed then.
  package static func replace(
    _ documents: [WholeDocument], from source: (format: DocumentFormat, path: String),
    in folder: LoadedNetwork, at path: String, now: Instant
  ) throws(ExchangeFailure) -> HistoryEntry? {
    let root = ImportHistory(of: path).root
    let known = Set(folder.documents.map(\.path))
    let changed = documents.filter { document in
      !known.contains(document.path)
        || HistoryEntry.digest(ofFile: root + "/" + document.path)
          != HistoryEntry.digest(of: document.bytes)
    }
    guard !changed.isEmpty else { return nil }
    var difference = DocumentDifference()
    let parts = folder.recordsByDocument()
    for document in changed {
      guard FolderJournal.isDocument(document.path, in: root) else {
        throw ExchangeFailure(
          .invalid, document.path, "is no path of an .xml file within the folder")
      }
      if let index = folder.documents.firstIndex(where: { $0.path == document.path }) {
        difference.add(old: parts[index])
      }
      difference.add(
        new: try DocumentSetReader.records(in: document.bytes, path: "new " + document.path))
    }
    NetworkRecords.visitKinds(&difference)
    var header = folder.header
    header.kind = .delta
    header.title = "Import"
    let change = DocumentWriter.bytes(
      of: difference.change, retractions: difference.gone, header: header)
    header.title = "Undo"
    let undo = DocumentWriter.bytes(
      of: difference.before, retractions: difference.added, header: header)
    let files = changed.map {
      ImportPlan.File(path: $0.path, isNew: !known.contains($0.path), bytes: $0.bytes)
    }
    return try carryOut(
      ImportPlan(files: files, change: change, undo: undo),
      [
        HistoryEntry.Source(
          format: source.format, path: source.path,
          digest: HistoryEntry.digest(ofFile: source.path) ?? "-")
      ], folder, root, now)
  }
}

/// The records in which two states of the same documents differ.
private struct DocumentDifference: KindVisitor {
  /// Records that are new or other than before.
  private(set) var change = NetworkRecords()
  /// Records that changed or went, as they were.
  private(set) var before = NetworkRecords()
  /// Retractions of the records that went.
  private(set) var gone: [Retraction] = []
  /// Retractions of the records that are new.
  private(set) var added: [Retraction] = []
  private var old: [NetworkRecords] = []
  private var new: [NetworkRecords] = []

  mutating func add(old records: NetworkRecords) { old.append(records) }

  mutating func add(new records: NetworkRecords) { new.append(records) }

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    var known: [String: Located<Record>] = [:]
    for located in old.lazy.flatMap({ $0[keyPath: kind] }) {
      known[located.record.key] = located
    }
    var seen: Set<String> = []
    for located in new.lazy.flatMap({ $0[keyPath: kind] }) {
      let key = located.record.key
      seen.insert(key)
      guard let earlier = known[key] else {
        change[keyPath: kind].append(located)
        added.append(DocumentDifference.retraction(Record.kindName, key))
        continue
      }
      guard earlier.record != located.record else { continue }
      change[keyPath: kind].append(located)
      before[keyPath: kind].append(earlier)
    }
    for (key, located) in known.sorted(by: { $0.key < $1.key }) where !seen.contains(key) {
      before[keyPath: kind].append(located)
      gone.append(DocumentDifference.retraction(Record.kindName, key))
    }
  }

  private static func retraction(_ kind: String, _ key: String) -> Retraction {
    var retraction = Retraction()
    retraction.kind = kind
    retraction.key = key
    retraction.reason = "import of streets"
    return retraction
  }
}
