import ArgumentParser
import Exchange
import Formats

/// The command line: it parses, calls, and prints; every rule lives elsewhere.
@main
struct Tuyen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tuyen",
    abstract: "The nearest health facility able to treat the patient on arrival, and why not the "
      + "nearer ones.",
    discussion: """
      Examples:
        tuyen route --from "Cái Nước, Cà Mau" --need stroke.thrombectomy
        tuyen route --from 9.0,104.9 --need "đột quỵ" --at 2026-11-25T02:00 --lang en
        tuyen search "bv da khoa ca mau"
        tuyen check network-data/hcmc-mekong

      The answers are as good as the data: a seed for a directory, not a clinical reference.
      """,
    version: "0.1.0",
    subcommands: [
      RouteCommand.self, EscalateCommand.self, ShowCommand.self, SearchCommand.self,
      PlacesCommand.self, MatrixCommand.self, GraphCommand.self, CoverageCommand.self,
      GapsCommand.self, LossCommand.self, WhatIfCommand.self, SiteCommand.self,
      SupportCommand.self, LevelsCommand.self, CheckCommand.self, ImportCommand.self,
      UndoCommand.self, HistoryCommand.self, DiffCommand.self, ExportCommand.self,
      BuildCommand.self, CalibrateCommand.self, ReportCommand.self,
    ])

  /// Runs the command that the arguments name.
  static func main() {
    // Only in debug builds: tests let the process be killed amid a change of files.
    KillPoint.arm(after: Machine.environment["TUYEN_TEST_KILL_AT"].flatMap { Int($0) })
    let arguments = SignedPoints.joined(Array(CommandLine.arguments.dropFirst()))
    let language = Language.ofHelp(arguments)
    do {
      var command = try OptionChecks.parse(arguments)
      try command.run()
    } catch {
      if language == .vi { Guidance.vietnamese.print(for: error, arguments) }
      let code = exitCode(for: error)
      if code == .success { Guidance.end(fullMessage(for: error) + "\n", code) }
      exit(withError: error)
    }
  }
}
