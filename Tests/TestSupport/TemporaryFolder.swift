import Foundation

/// A folder that is taken away with its last owner.
public final class TemporaryFolder {
  /// The path of the folder, without a slash at its end.
  public let path: String

  /// Makes a folder with text files in it.
  public init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.path + "/tuyen-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  /// Writes a file, and the folders it lies in.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The names of what lies in the folder, in order.
  public var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The bytes of a file.
public func contents(of path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}
