package import Columns
import Facts
import Files
public import HealthNetwork
public import XMLStream

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The documents of a network, read and checked: all of them, or none.
public struct LoadedNetwork: Sendable {
  /// One document of the network.
  public struct Document: Sendable {
    /// Its path within the folder.
    public var path: String
    /// What its root says.
    public var header: ExchangeHeader
    /// The line of its root.
    var rootLine = 0
  }

  /// The network.
  public internal(set) var network: Network
  /// The documents, in the order of reading.
  public let documents: [Document]
  /// The deltas that were applied, in order, with the paths as they were given.
  public internal(set) var deltas: [Document]
  /// A number made of the paths and bytes of all documents, as 16 hexadecimal digits.
  public internal(set) var digest: String
  /// The snapshot that the network was loaded from, with whatever else it holds of the network, or of
  /// the network before deltas changed it; nil when it was read from documents.
  package internal(set) var snapshot: Snapshot?
  /// The hierarchy, made when it is first asked for and shared by copies.
  var knownHierarchy = KnownHierarchy()

  /// Loads a network from a snapshot.
  ///
  /// The records of the snapshot were checked against each other when it was made, and are not
  /// checked again unless deltas change them.
  ///
  /// - Parameters:
  ///   - directory: The directory of the snapshot.
  ///   - path: What stands before the paths of documents in messages: nothing, or a folder and a
  ///     slash.
  ///   - deltas: Paths of delta documents, applied in order.
  ///   - limits: What each delta must stay within.
  /// - Throws: `FileError` when the snapshot is damaged, `ExchangeFailure` with every error of
  ///   the deltas.
  /// - Complexity: O(*n*), where *n* is the number of records.
  package init(
    _ directory: CompiledDirectory, path: String = "", deltas: [String] = [],
    limits: XMLLimits = XMLLimits()
  ) throws {
    var reading = DocumentSetReader(limits: limits)
    reading.records = try directory.records()
    reading.paths = directory.documents.map { path + $0.path }
    guard var digest = ContentDigest(directory.digest) else { throw directory.damaged }
    if deltas.isEmpty {
      do throws(NetworkProblems) {
        network = try Network(checked: reading.records)
      } catch {
        throw directory.damaged
      }
    } else {
      let outcomes = directory.documents.map {
        DocumentSetReader.Outcome(header: $0.header, rootLine: $0.rootLine)
      }
      network = try reading.network(
        after: deltas.map { .file($0) }, outcomes: outcomes, digest: &digest)
    }
    documents = directory.documents
    self.deltas = reading.deltas
    snapshot = directory.snapshot
    self.digest = digest.text
  }

  /// Loads a network.
  ///
  /// - Parameters:
  ///   - path: A folder whose XML files, also those in folders in it, are the network; or one file.
  ///   - deltas: Paths of delta documents, applied in order.
  ///   - limits: What each document must stay within. `errors` also limits what is reported.
  /// - Throws: `ExchangeFailure` with every error found; nothing is half-loaded.
  /// - Complexity: O(*n* log *n*), where *n* is the number of records; the memory is that of the
  ///   records.
  public init(
    path: String, deltas: [String] = [], limits: XMLLimits = XMLLimits()
  ) throws(ExchangeFailure) {
    let (folder, names) = try LoadedNetwork.documentNames(at: path)
    var reading = DocumentSetReader(limits: limits)
    var documents: [Document] = []
    var outcomes: [DocumentSetReader.Outcome] = []
    var digest = ContentDigest()
    let lengths = names.map { FileStamp(path: folder + $0)?.length ?? 0 }
    let bytes = lengths.reduce(0, +)
    var bytesRead = 0
    for (name, length) in zip(names, lengths) {
      let file = folder + name
      let outcome = reading.read(file, kind: .snapshot)
      bytesRead += length
      if bytesRead < bytes { reading.makeRoom(bytesRead: bytesRead, of: bytes) }
      documents.append(Document(path: name, header: outcome.header, rootLine: outcome.rootLine))
      outcomes.append(outcome)
      // What could not be read must not be opened again: it may be a pipe, or have no end.
      if reading.errors.isEmpty { digest.add(name, file: file) }
    }
    network = try reading.network(
      after: deltas.map { .file($0) }, outcomes: outcomes, digest: &digest)
    self.documents = documents
    self.deltas = reading.deltas
    snapshot = nil
    self.digest = digest.text
  }

  /// The records of each document apart, for writing them back as they were divided.
  ///
  /// Records that came with a delta belong to none of the documents, and are in none of the parts.
  public func recordsByDocument() -> [NetworkRecords] {
    var splitter = Splitter(
      records: network.records,
      parts: Array(repeating: NetworkRecords(), count: documents.count))
    NetworkRecords.visitKinds(&splitter)
    return splitter.parts
  }

  /// The XML files of a folder, also those in folders in it, in path order; the folder is empty or
  /// ends in a slash.
  static func documentNames(
    at path: String
  ) throws(ExchangeFailure) -> (folder: String, names: [String]) {
    var root = path
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else {
      throw ExchangeFailure(
        .unreadable, path, "there is no such file or folder; name a folder of exchange files")
    }
    guard isFolder else {
      let name = root.utf8.split(separator: 0x2F).last.map { String(Substring($0)) } ?? root
      return (String(decoding: root.utf8.dropLast(name.utf8.count), as: UTF8.self), [name])
    }
    try FolderJournal.recover(root)
    let names: [String]
    do {
      // The dot, so that a link to a folder is listed as that folder.
      names = try FileManager.default.subpathsOfDirectory(atPath: root + "/.")
    } catch {
      throw ExchangeFailure(.unreadable, path, "the folder cannot be read")
    }
    let documents = names.filter { name in
      name.hasSuffix(".xml") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    guard !documents.isEmpty else {
      throw ExchangeFailure(.unreadable, path, "the folder holds no .xml file")
    }
    return (root + "/", documents.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}

/// Divides records by the document that they were read from.
private struct Splitter: KindVisitor {
  let records: NetworkRecords
  var parts: [NetworkRecords]

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    for located in records[keyPath: kind] where located.origin.document < parts.count {
      parts[located.origin.document][keyPath: kind].append(located)
    }
  }
}
