#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Files that a command writes: whole or not at all.
enum FileOutput {
  /// Refuses to write where something is already.
  static func refuseOverwriting(_ path: String, unless force: Bool) throws(Failure) {
    guard !force, FileManager.default.fileExists(atPath: path) else { return }
    throw .output("\(path) is there already; add --force to replace it")
  }

  /// Makes a folder, and those it lies in.
  static func makeFolder(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .output("\(path): the folder cannot be made")
    }
  }

  /// Writes a file next to its place, then moves it there, so that nobody ever sees half of it.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .output("\(path): cannot be written; does its folder exist, and is there room?")
    }
  }
}
