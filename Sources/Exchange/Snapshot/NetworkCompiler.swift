import Columns
import Files
import HealthNetwork
import TravelNetwork

/// Compiles the documents of a network to a snapshot.
public enum NetworkCompiler {
  /// Reads a network from its documents and writes its snapshot.
  ///
  /// - Parameters:
  ///   - path: A folder of documents, or one document.
  ///   - output: The path of the snapshot; nil for the place where it is looked for.
  ///   - replacesAnyFile: Whether a file that is no snapshot may be replaced by the output.
  ///   - surroundings: What is known of the machine.
  ///   - progress: Is told, in a few words, what is being done.
  /// - Returns: The path of the snapshot.
  /// - Throws: `ExchangeFailure` when the network cannot be read, `FileError` when the snapshot
  ///   cannot be written or the documents changed meanwhile.
  public static func build(
    _ path: String, output: String? = nil, replacesAnyFile: Bool = false,
    surroundings: Surroundings = Surroundings(), progress: (String) -> Void
  ) throws -> String {
    if let output, !replacesAnyFile, !SnapshotWriter.mayReplace(output) {
      throw FileError(.exists, path: output, "is there already, and is no snapshot")
    }
    let (root, names) = try LoadedNetwork.documentNames(at: path)
    progress("reading \(names.count) documents")
    let stamps = DocumentStamps(of: names, in: root, at: surroundings.moment)
    let digest = stamps.digest
    let folder = try LoadedNetwork(path: path)
    if let output {
      try check(folder, was: digest, path: output)
      progress("writing \(output)")
      try snapshot(of: folder, progress).write(to: output)
      return output
    }
    guard let place = SnapshotPlace.made(for: path, cacheFolder: surroundings.cacheFolder)
    else {
      throw FileError(
        .unwritable, path: path,
        "neither the folder nor the cache can be written to; name a file to write to")
    }
    progress("writing \(place.snapshot)")
    try write(folder, read: stamps, digest: digest, to: place, progress)
    return place.snapshot
  }

  /// Writes the snapshot of a network to its place.
  ///
  /// - Parameters:
  ///   - folder: The network, read without deltas.
  ///   - stamps: Those of the documents before they were read.
  ///   - digest: Theirs, taken after the stamps and before they were read.
  ///   - place: The place.
  ///   - progress: Is told, in a few words, what is being done.
  /// - Throws: `FileError` when it cannot be written or the documents changed meanwhile.
  static func write(
    _ folder: LoadedNetwork, read stamps: DocumentStamps, digest: String, to place: SnapshotPlace,
    _ progress: (String) -> Void
  ) throws(FileError) {
    try check(folder, was: digest, path: place.snapshot)
    try snapshot(of: folder, progress).write(to: place.snapshot)
    stamps.keep(digest, at: place.stamp)
  }

  /// The sections of a network.
  private static func snapshot(
    of folder: LoadedNetwork, _ progress: (String) -> Void
  ) -> SnapshotWriter {
    var writer = SnapshotWriter()
    CompiledDirectory.add(folder, to: &writer)
    let travel = folder.network.travel
    if !travel.nodes.isEmpty {
      progress("ordering \(travel.nodes.count) travel nodes")
      let hierarchy = TravelHierarchy(travel)
      progress("weighing \(travel.links.count) links for \(travel.vehicles.count) vehicles")
      // No clock: the same documents give the same bytes.
      let instant = folder.documents.compactMap(\.header.asOf).max()
      hierarchy.add(to: &writer, travel, at: instant)
    }
    return writer
  }

  /// A document that changes between being read and being digested would leave records behind that
  /// the digest does not mean: so it is digested on both sides.
  private static func check(
    _ folder: LoadedNetwork, was digest: String, path: String
  ) throws(FileError) {
    guard folder.digest == digest else {
      throw FileError(
        .unwritable, path: path, "the documents changed while they were read; build it again")
    }
  }
}
