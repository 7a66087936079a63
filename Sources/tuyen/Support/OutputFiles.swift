import Files
import Formats

/// Files that a command writes: whole or not at all.
enum OutputFiles {
  /// How to replace what is there.
  static func forceHint(_ language: Language) -> String {
    language("; thêm --force để thay", "; add --force to replace it")
  }

  /// Refuses to write where something is already.
  static func refuseOverwriting(_ path: String, unless force: Bool) throws(Failure) {
    try failing { () throws(FileError) in try FileOutput.refuseOverwriting(path, unless: force) }
  }

  /// Makes a folder, and those it lies in.
  static func makeFolder(_ path: String) throws(Failure) {
    try failing { () throws(FileError) in try FileOutput.makeFolder(path) }
  }

  /// Writes a file next to its place, then moves it there, so that nobody ever sees half of it.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    try failing { () throws(FileError) in try FileOutput.write(bytes, to: path) }
  }
}

extension Failure {
  /// The end of a command whose file cannot be written.
  init(_ error: FileError, _ language: Language) {
    let hint = error.kind == .exists ? OutputFiles.forceHint(language) : ""
    self = .output(error.text(language) + hint)
  }
}

/// Does something with files; what goes wrong becomes the end of the command.
func failing<Result>(_ work: () throws(FileError) -> Result) throws(Failure) -> Result {
  do throws(FileError) {
    return try work()
  } catch {
    throw Failure(error, Language.ofCommand)
  }
}
