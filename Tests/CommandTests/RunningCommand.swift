import Foundation
import TestSupport

/// What a run of the command left behind.
struct CommandResult {
  var code: Int32
  var output: String
  var errors: String
}

/// Runs the built command on the shipped network, unless the arguments name another.
func tuyen(_ arguments: [String], network: String? = nil) throws -> CommandResult {
  let process = Process()
  process.executableURL = commandURL
  process.arguments = arguments
  var environment = ProcessInfo.processInfo.environment
  environment["TUYEN_NETWORK"] = network ?? repositoryFolder + "network-data/hcmc-mekong"
  process.environment = environment
  let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  let errors = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  for url in [output, errors] {
    _ = FileManager.default.createFile(atPath: url.path, contents: nil)
  }
  defer { for url in [output, errors] { try? FileManager.default.removeItem(at: url) } }
  process.standardOutput = try FileHandle(forWritingTo: output)
  process.standardError = try FileHandle(forWritingTo: errors)
  try process.run()
  process.waitUntilExit()
  return CommandResult(
    code: process.terminationStatus,
    output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
    errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
}

/// The command lies beside the tests.
private let commandURL: URL = {
  var folder = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
  while folder.path.count > 1 {
    folder.deleteLastPathComponent()
    let command = folder.appendingPathComponent("tuyen")
    if FileManager.default.isExecutableFile(atPath: command.path) { return command }
  }
  return URL(fileURLWithPath: repositoryFolder + ".build/debug/tuyen")
}()

/// A folder that goes away when the work is done.
func withTemporaryFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try work(folder.path)
}
