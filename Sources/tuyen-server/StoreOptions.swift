import ArgumentParser
import Board
import Facts
import Formats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the journal is kept.
struct StoreOptions: ParsableArguments {
  @Option(help: "The folder of the board's file. Default: $TUYEN_DATA, else .tuyen/service.")
  var data: String?

  @Option(
    help: ArgumentHelp(
      "PostgreSQL in place of the file: a connection string of libpq. Default: $TUYEN_DATABASE.",
      valueName: "string"))
  var database: String?

  @Option(help: "The language of messages: vi or en.")
  var lang = "vi"

  var language: Language { Language(rawValue: lang) ?? .vi }

  func validate() throws {
    guard Language(rawValue: lang) != nil else { throw ValidationError("--lang is vi or en") }
  }

  /// The folder.
  var folder: String {
    let named = Machine.environment["TUYEN_DATA"] ?? ""
    return data ?? (named.isEmpty ? ".tuyen/service" : named)
  }

  /// The connection string; nil for the file.
  private var connection: String? {
    let named = Machine.environment["TUYEN_DATABASE"] ?? ""
    return database ?? (named.isEmpty ? nil : named)
  }

  /// Opens the store.
  ///
  /// - Parameter mayMake: Whether an empty one is made where there is none: who looks at a board, and names
  ///   the wrong folder, is not to be told that all is well.
  /// - Returns: The store.
  /// - Throws: The end of the command, after its message.
  func open(mayMake: Bool = true) async throws -> any BoardStore {
    let path = folder + "/board.sqlite"
    guard mayMake || connection != nil || FileManager.default.fileExists(atPath: path) else {
      throw failure(.notFound(path))
    }
    do {
      if let connection { return try await PostgreSQLStore(connection) }
      // Nobody else reads what is known of cases.
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      return try SQLiteStore(path: path)
    } catch let error as BoardError {
      throw failure(error)
    } catch {
      throw failure(.unusable(folder, code: Machine.code(of: error)))
    }
  }

  /// Does something with the store, and closes it.
  func with<Value>(
    mayMake: Bool = true, _ work: (any BoardStore) async throws -> Value
  ) async throws -> Value {
    let store = try await open(mayMake: mayMake)
    do {
      let value = try await work(store)
      await store.close()
      return value
    } catch {
      await store.close()
      if let error = error as? BoardError { throw failure(error) }
      throw error
    }
  }

  /// The end of a command, after its message.
  func failure(_ error: BoardError) -> ExitCode {
    Machine.complain(language(error.text))
    switch error {
    case .unavailable: return ExitCode(69)
    case .file: return ExitCode(74)
    case .damaged, .notABoard, .otherVersion, .otherJournal: return ExitCode(65)
    case .notFound, .unknownEntry, .unknownCase: return ExitCode(66)
    default: return ExitCode(64)
    }
  }
}
