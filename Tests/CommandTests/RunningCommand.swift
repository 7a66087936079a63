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
  let network = network ?? repositoryFolder + "network-data/hcmc-mekong"
  return try run(commandURL, arguments, environment: ["TUYEN_NETWORK": network])
}

/// Runs a program, with some variables beside those of the tests, in a folder.
func run(
  _ program: URL, _ arguments: [String], environment: [String: String], folder: String? = nil
) throws -> CommandResult {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
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
let commandURL: URL = {
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
