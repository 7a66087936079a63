import Columns
import Files
import HealthNetwork
import XMLStream

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Loads networks: from a snapshot where a current one lies, else from their documents.
///
///     let loader = NetworkLoader { print($0) }
///     let folder = try loader.load("network-data/hcmc-mekong")
///
/// A snapshot that is damaged, of another version or out of date is never used. It is built again,
/// if that is possible; one that nobody has built is not.
public struct NetworkLoader {
  /// Whether snapshots are used and renewed.
  public var usesSnapshots = true
  /// The facts of the machine.
  public var surroundings = Surroundings()
  private let warn: (String) -> Void

  /// Makes a loader.
  ///
  /// - Parameter warn: Is told, in one line, why a snapshot cannot be used.
  public init(warn: @escaping (String) -> Void) {
    self.warn = warn
  }

  /// Loads a network.
  ///
  /// - Parameters:
  ///   - path: A folder of documents, one document, or one snapshot.
  ///   - deltas: Paths of delta documents, applied in order.
  /// - Returns: The network, the same whether it comes from a snapshot or not.
  /// - Throws: `ExchangeFailure` with every error found.
  public func load(
    _ path: String, deltas: [String] = []
  ) throws(ExchangeFailure) -> LoadedNetwork {
    if let snapshot = try snapshot(at: path) { return try load(snapshot, deltas) }
    guard usesSnapshots,
      let place = SnapshotPlace.existing(of: path, cacheFolder: surroundings.cacheFolder)
    else {
      return try LoadedNetwork(path: path, deltas: deltas)
    }
    let (root, names) = try LoadedNetwork.documentNames(at: path)
    let stamps = DocumentStamps(of: names, in: root, at: surroundings.moment)
    do {
      let directory = try CompiledDirectory(Snapshot(path: place.snapshot))
      if isCurrent(directory, stamps, place) {
        return try LoadedNetwork(directory, path: root, deltas: deltas)
      }
    } catch let failure as ExchangeFailure {
      throw failure
    } catch {
      warn("\(error); the documents are read instead")
    }
    let digest = stamps.digest
    var folder = try LoadedNetwork(path: path, deltas: deltas)
    if deltas.isEmpty {
      do throws(FileError) {
        try NetworkCompiler.write(folder, read: stamps, digest: digest, to: place) { _ in }
        // Whatever is prepared in it need not be prepared again.
        folder.snapshot = try Snapshot(path: place.snapshot)
      } catch {
        warn("\(error)")
      }
    }
    return folder
  }

  private func isCurrent(
    _ directory: CompiledDirectory, _ stamps: DocumentStamps, _ place: SnapshotPlace
  ) -> Bool {
    if stamps.prove(directory.digest, by: place.stamp) { return true }
    guard stamps.digest == directory.digest else { return false }
    stamps.keep(directory.digest, at: place.stamp)
    return true
  }

  /// The snapshot that a path names itself; nil when it names documents.
  private func snapshot(at path: String) throws(ExchangeFailure) -> Snapshot? {
    var isFolder = false
    guard !path.hasSuffix(".xml"),
      FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder
    else { return nil }
    do throws(FileError) {
      return try Snapshot(path: path)
    } catch {
      // What may be a document is told of as one.
      if [.foreign, .unreadable].contains(error.kind) && !path.hasSuffix(".snapshot") {
        return nil
      }
      throw NetworkLoader.failure(error)
    }
  }

  private func load(
    _ snapshot: Snapshot, _ deltas: [String]
  ) throws(ExchangeFailure) -> LoadedNetwork {
    do {
      return try LoadedNetwork(CompiledDirectory(snapshot), deltas: deltas)
    } catch let failure as ExchangeFailure {
      throw failure
    } catch let error as FileError {
      throw NetworkLoader.failure(error)
    } catch {
      throw ExchangeFailure(errors: [])
    }
  }

  private static func failure(_ error: FileError) -> ExchangeFailure {
    ExchangeFailure(errors: [
      DocumentError(
        kind: error.kind == .unreadable ? .unreadable : .invalid, path: error.path, line: 0,
        message: error.message)
    ])
  }
}
