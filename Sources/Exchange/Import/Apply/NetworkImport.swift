import Columns
public import Facts
import Files
import HealthNetwork
import XMLStream

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Applies previews to the documents of a network, and undoes that.
public enum NetworkImport {
  /// Applies a preview: every document that changes, or none.
  ///
  /// A record that is replaced or taken away is so in the document it stands in; documents in which
  /// nothing changes keep their bytes. What is new goes to a document named after its file.
  ///
  /// - Parameters:
  ///   - preview: What is to change.
  ///   - documents: What the preview was made of.
  ///   - folder: The network that the preview was made for.
  ///   - path: The folder of the network.
  ///   - target: The path, within the folder, of the document for all that is new; nil for the
  ///     usual ones.
  ///   - now: The instant to remember it by.
  /// - Returns: The import, as it is remembered.
  /// - Throws: `ExchangeFailure`; nothing has changed then.
  public static func apply(
    _ preview: ImportPreview, of documents: [ImportedDocument], to folder: LoadedNetwork,
    at path: String, target: String? = nil, now: Instant
  ) throws(ExchangeFailure) -> HistoryEntry {
    var root = path
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    guard !preview.hasErrors else {
      throw ExchangeFailure(
        errors: preview.findings.filter { $0.importance == .error }.map { finding in
          let path = finding.origin.map(preview.place) ?? root
          return DocumentError(kind: .invalid, path: path, line: 0, message: finding.en)
        })
    }
    let plan = try ImportPlan(preview, documents, folder, target: target, root: root)
    let sources = documents.map { document in
      HistoryEntry.Source(
        format: document.format, path: document.path,
        digest: HistoryEntry.digest(ofFile: document.path) ?? "-")
    }
    return try carryOut(plan, sources, folder, root, now)
  }

  /// Carries out a plan: every document that changes, or none.
  static func carryOut(
    _ plan: ImportPlan, _ sources: [HistoryEntry.Source], _ folder: LoadedNetwork,
    _ root: String, _ now: Instant
  ) throws(ExchangeFailure) -> HistoryEntry {
    do throws(FileError) {
      guard SnapshotPlace.made(for: root)?.snapshot.hasPrefix(root + "/") == true else {
        throw FileError(.unwritable, path: root, "may not be written to")
      }
      let lock = try FolderJournal.lock(root)
      let entry = try write(plan, sources, folder, root, now)
      _ = consume lock
      return entry
    } catch {
      throw ExchangeFailure(errors: [
        DocumentError(kind: .unreadable, path: error.path, line: 0, message: error.message)
      ])
    }
  }

  private static func write(
    _ plan: ImportPlan, _ sources: [HistoryEntry.Source], _ folder: LoadedNetwork,
    _ root: String, _ now: Instant
  ) throws(FileError) -> HistoryEntry {
    try refuseOtherDigest(folder, root)
    let kept = FolderJournal.privateFolder(of: root) + "/"
    let number = try nextNumber(in: kept)
    let place = HistoryEntry.folder(number)
    var entry = HistoryEntry(number: number, applied: now, sources: sources, documents: [])
    var journal = FolderJournal(root: root)
    for (index, change) in plan.files.enumerated() {
      KillPoint.pass()
      let staged = "\(place)/new/\(index)"
      try keep(change.bytes, kept + staged)
      if !change.isNew, let old = Column<UInt8>(file: root + "/" + change.path) {
        try keep(old.array, kept + "\(place)/old/\(index)")
      }
      entry.documents.append(
        HistoryEntry.Document(
          path: change.path, isNew: change.isNew,
          digest: HistoryEntry.digest(ofFile: kept + staged) ?? "-"))
      journal.steps.append(.write(staged: staged, document: change.path))
    }
    KillPoint.pass()
    try keep(plan.change, kept + place + "/change.xml")
    try keep(plan.undo, kept + place + "/undo.xml")
    try keep(Array(entry.text.utf8), kept + place + "/entry.pending")
    journal.steps.append(.mark(from: place + "/entry.pending", to: place + "/entry"))
    try journal.commit()
    try? FileManager.default.removeItem(atPath: kept + place + "/new")
    return entry
  }

  /// Carries out what an import that was interrupted left undone; loading a network does it too.
  ///
  /// - Parameter path: The folder of the network.
  /// - Throws: `ExchangeFailure` where that cannot be done.
  public static func recover(_ path: String) throws(ExchangeFailure) {
    try FolderJournal.recover(ImportHistory(of: path).root)
  }

  /// Undoes the last import that was not undone: every document has the bytes it had before.
  ///
  /// - Parameter path: The folder of the network.
  /// - Returns: The import that was undone; nil when there is none.
  /// - Throws: `ExchangeFailure` when the documents were changed since, or cannot be written.
  public static func undo(at path: String) throws(ExchangeFailure) -> HistoryEntry? {
    do throws(FileError) {
      let root = ImportHistory(of: path).root
      guard FileManager.default.fileExists(atPath: FolderJournal.privateFolder(of: root)) else {
        return nil
      }
      let lock = try FolderJournal.lock(root)
      let entry = try undoLast(of: ImportHistory(of: root))
      _ = consume lock
      return entry
    } catch {
      throw ExchangeFailure(errors: [
        DocumentError(kind: .invalid, path: error.path, line: 0, message: error.message)
      ])
    }
  }

  private static func undoLast(of history: ImportHistory) throws(FileError) -> HistoryEntry? {
    guard let entry = history.entries.last else { return nil }
    let place = HistoryEntry.folder(entry.number)
    var journal = FolderJournal(root: history.root)
    for (index, document) in entry.documents.enumerated() {
      let path = history.root + "/" + document.path
      guard FolderJournal.isDocument(document.path, in: history.root),
        HistoryEntry.digest(ofFile: path) == document.digest
      else {
        throw FileError(
          .unwritable, path: path,
          "was changed after import \(entry.number), so undoing would lose that; to take back only "
            + "the import, apply \(history.path("undo.xml", of: entry))")
      }
      journal.steps.append(
        document.isNew
          ? .remove(document: document.path)
          : .write(staged: "\(place)/old/\(index)", document: document.path))
    }
    journal.steps.append(.mark(from: place + "/entry", to: place + "/entry.undone"))
    try journal.commit()
    return entry
  }

  private static func keep(_ bytes: [UInt8], _ path: String) throws(FileError) {
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try? FileManager.default.createDirectory(
      atPath: parent.joined(separator: "/"), withIntermediateDirectories: true)
    try ReplacedFile.write(bytes, to: path)
  }

  /// The number of the next import; what an earlier one left that never happened is taken away.
  private static func nextNumber(in kept: String) throws(FileError) -> Int {
    let folder = kept + "history"
    let files = FileManager.default
    var last = 0
    for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
      guard let number = Int(name) else { continue }
      let place = folder + "/" + name
      if files.fileExists(atPath: place + "/entry")
        || files.fileExists(atPath: place + "/entry.undone")
      {
        last = max(last, number)
      } else {
        try? files.removeItem(atPath: place)
      }
    }
    return last + 1
  }

  /// Refuses to apply what was made for other documents than those that are there now.
  private static func refuseOtherDigest(
    _ folder: LoadedNetwork, _ root: String
  ) throws(FileError) {
    var digest = ContentDigest()
    for document in folder.documents {
      digest.add(document.path, file: root + "/" + document.path)
    }
    guard digest.text == folder.digest else {
      throw FileError(
        .unwritable, path: root, "the documents changed while they were compared; import again")
    }
  }
}
