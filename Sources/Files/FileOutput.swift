#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Files that a program writes for its user: whole or not at all.
package enum FileOutput {
  /// Refuses to write where something is already.
  ///
  /// - Parameters:
  ///   - path: The place to write to.
  ///   - replaces: Whether a file that is there may be replaced.
  /// - Throws: `FileError` of kind `exists`.
  package static func refuseOverwriting(_ path: String, unless replaces: Bool) throws(FileError) {
    guard !replaces, FileManager.default.fileExists(atPath: path) else { return }
    throw FileError(.exists, path: path, "is there already")
  }

  /// Makes a folder, and those it lies in.
  package static func makeFolder(_ path: String) throws(FileError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileError(.unwritable, path: path, "the folder cannot be made")
    }
  }

  /// Writes a file next to its place, then moves it there, so that nobody ever sees half of it.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try ReplacedFile.write(bytes, to: path)
  }
}
