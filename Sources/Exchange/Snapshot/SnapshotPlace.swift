import Columns
import Files
import XMLStream

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the snapshot of a network lies, and beside it the stamp that tells whether it is current.
///
/// In the folder `.tuyen` inside the network's folder; where that cannot be written to, in a folder
/// of its own under `tuyen` in the user's caches.
public struct SnapshotPlace: Sendable {
  /// The path of the snapshot.
  public let snapshot: String
  let stamp: String
  private let folder: String

  private init(folder: String, name: String) {
    self.folder = folder
    snapshot = folder + "/" + name + ".snapshot"
    stamp = folder + "/" + name + ".stamp"
  }

  /// The place of the snapshot that there is for a network; nil when there is none.
  ///
  /// - Parameters:
  ///   - path: The network: a folder, or one file.
  ///   - cacheFolder: The folder of the user's caches.
  /// - Returns: The place inside the network's folder before that in the cache.
  public static func existing(
    of path: String, cacheFolder: String? = nil
  ) -> SnapshotPlace? {
    let inside = inside(path)
    if FileManager.default.fileExists(atPath: inside.snapshot) { return inside }
    let cached = cached(path, cacheFolder)
    guard let cached, FileManager.default.fileExists(atPath: cached.snapshot) else { return nil }
    return cached
  }

  /// The place at which to build the snapshot of a network, its folder made.
  ///
  /// - Parameters:
  ///   - path: The network: a folder, or one file.
  ///   - cacheFolder: The folder of the user's caches.
  /// - Returns: The place; nil when neither can be written to.
  public static func made(
    for path: String, cacheFolder: String? = nil
  ) -> SnapshotPlace? {
    let inside = inside(path)
    if inside.makeFolder() { return inside }
    let cached = cached(path, cacheFolder)
    guard let cached, cached.makeFolder() else { return nil }
    return cached
  }

  private static func inside(_ path: String) -> SnapshotPlace {
    var root = path
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    var isFolder = false
    _ = FileManager.default.fileExists(atPath: root, isDirectory: &isFolder)
    if isFolder { return SnapshotPlace(folder: root + "/.tuyen", name: "network") }
    let parts = root.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().map { $0 + "/" }.joined()
    return SnapshotPlace(folder: parent + ".tuyen", name: String(parts.last ?? "network"))
  }

  private static func cached(_ path: String, _ cacheFolder: String?) -> SnapshotPlace? {
    guard let cache = cacheFolder else { return nil }
    var digest = ContentDigest()
    digest.add(URL(filePath: path).standardizedFileURL.path)
    return SnapshotPlace(folder: cache + "/tuyen/" + digest.text, name: "network")
  }

  /// Makes the folder, which version control is told to ignore.
  private func makeFolder() -> Bool {
    let files = FileManager.default
    do {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let ignored = folder + "/.gitignore"
      if !files.fileExists(atPath: ignored) {
        try ReplacedFile.write(Array("*\n".utf8), to: ignored)
      }
    } catch {
      return false
    }
    return files.isWritableFile(atPath: folder)
  }
}
