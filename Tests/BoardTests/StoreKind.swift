import TestSupport
import Testing

@testable import Board

/// A kind of store that every test of the contract runs on.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case sqlite
  case postgreSQL

  var testDescription: String { rawValue }

  /// The kinds that can be had here.
  static let here = allCases.filter { $0 == .sqlite || PostgreSQLServer.programs != nil }

  /// An empty store that nobody else uses.
  func make() async throws -> StoreHouse {
    switch self {
    case .sqlite:
      let folder = try TemporaryFolder()
      return StoreHouse(folder: folder, target: folder.path + "/board.sqlite", kind: self)
    case .postgreSQL:
      let target = try await PostgreSQLServer.shared.value.makeDatabase()
      return StoreHouse(folder: nil, target: target, kind: self)
    }
  }
}

/// Where a store lies, so that it can be opened more than once.
struct StoreHouse {
  let folder: TemporaryFolder?
  let target: String
  let kind: StoreKind

  /// Opens it, as one server does.
  func open() async throws -> any BoardStore {
    switch kind {
    case .sqlite: try SQLiteStore(path: target)
    case .postgreSQL: try await PostgreSQLStore(target)
    }
  }

  /// Says that nothing needs its folder any more: until then it is not removed.
  func end() { withExtendedLifetime(folder) {} }
}
