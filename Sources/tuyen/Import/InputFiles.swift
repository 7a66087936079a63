import Exchange
import Files
import Formats
import XMLStream

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The documents that a user named: files, folders, pipes and, as `-`, standard input.
///
/// Readers need files that can be read twice; what comes through a pipe is kept in one for as long as it
/// is read, and goes by the name that the user gave it.
final class InputFiles {
  /// The files to read, in order.
  private(set) var paths: [String] = []
  /// The names that users gave those that came through pipes.
  private var names: [String: String] = [:]
  private var folder: String?

  /// Gathers documents.
  ///
  /// - Parameters:
  ///   - given: What the user named, in order.
  ///   - language: The language of what is told of files that are left out.
  /// - Throws: `Failure` where something is not there, or a folder holds no document.
  init(_ given: [String], _ language: Language) throws(Failure) {
    for path in given {
      if path == "-" {
        try spool(.standardInput, named: "-")
        continue
      }
      var isFolder = false
      #if canImport(Darwin)
        var flag: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &flag)
        isFolder = flag.boolValue
      #else
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      #endif
      if isFolder {
        try addFolder(path, language)
      } else if exists, FileStamp(path: path) == nil {
        try spool(.file(path), named: path)
      } else {
        paths.append(path)
      }
    }
  }

  deinit {
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// The name of a file as the user gave it.
  func name(of path: String) -> String { names[path] ?? path }

  /// The names of all, in order.
  var allNames: [String] { paths.map(name) }

  /// Errors that name files as the user gave them.
  func named(_ failure: ExchangeFailure) -> ExchangeFailure {
    var failure = failure
    for index in failure.errors.indices {
      failure.errors[index].path = name(of: failure.errors[index].path)
    }
    return failure
  }

  /// The documents of a folder and of those in it, in order of their names; others are told.
  private func addFolder(_ folder: String, _ language: Language) throws(Failure) {
    var root = folder
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    let inside = ((try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []).sorted()
    let count = paths.count
    for name in inside {
      let path = root + "/" + name
      guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") || $0.hasPrefix("~") }),
        FileStamp(path: path) != nil
      else { continue }
      if (try? DocumentFormats.all.format(of: path)) != nil {
        paths.append(path)
      } else {
        complain(
          language(
            "\(path): không phải tài liệu đọc được, bỏ qua",
            "\(path): is no document that can be read, and is left out"))
      }
    }
    guard paths.count > count else {
      throw .noInput(
        language(
          "\(folder): thư mục không có tài liệu nào đọc được",
          "\(folder): the folder holds no document that can be read"))
    }
  }

  /// Keeps what comes through a pipe in a file.
  private func spool(_ source: DataSource, named name: String) throws(Failure) {
    let folder = try temporaryFolder()
    let path = folder + "/" + (name == "-" ? "stdin" : "pipe-\(paths.count)")
    do throws(FileError) {
      let reader = try BlockReader(source)
      let file = try ReplacedFile(path: path)
      var length = 0
      while let block = try reader.next() {
        length += block.count
        guard length <= XMLLimits().documentBytes else {
          throw FileError(.unreadable, path: name, "is too long")
        }
        try file.write(block)
      }
      try file.finish()
    } catch {
      throw .noInput("\(name): \(error.message)")
    }
    names[path] = name
    paths.append(path)
  }

  private func temporaryFolder() throws(Failure) -> String {
    if let folder { return folder }
    let place = Machine.environment["TMPDIR"] ?? ""
    let path =
      (place.isEmpty ? "/tmp" : place) + "/tuyen-"
      + String(UInt64.random(in: .min ... .max), radix: 36)
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        FileError(.unwritable, path: path, "the folder cannot be made"), Language.ofCommand)
    }
    folder = path
    return path
  }
}
