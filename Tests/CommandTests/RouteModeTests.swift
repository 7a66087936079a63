import Answers
import ArgumentParser
import Foundation
import Testing

@testable import tuyen

/// Every option in every mode of the command: read, or refused by name.
@Suite struct RouteModeTests {
  /// The least that chooses a mode.
  private static func words(of mode: RouteMode) -> [String] {
    switch mode {
    case .route: ["--from", "x", "--need", "y"]
    case .strategy: ["--from", "x", "--need", "y", "--strategy", "compare"]
    case .departures: ["--from", "x", "--need", "y", "--leave-until", "05:00"]
    case .isochrone: ["--from", "x", "--isochrone", "30"]
    case .batch: ["--batch", "f.csv", "--need", "y"]
    case .patients: ["--patients", "f.csv", "--from", "x", "--need", "y"]
    }
  }

  /// An option with a value that it takes.
  private static func words(of option: String, in mode: RouteMode) -> [String] {
    switch option {
    case "explain", "card", "no-snapshot": ["--" + option]
    case "force": ["--force", "--output", "x"]
    case "excel": ["--excel", "--format", "csv"]
    case "format": ["--format", "csv"]
    case "lang": ["--lang", "en"]
    case "encoding": ["--encoding", "utf-8"]
    case "count": ["-k", "2"]
    case mode.option: []
    case "need" where mode != .isochrone: []
    case "from" where mode != .batch: []
    default: ["--" + option, "1"]
    }
  }

  /// The names of all options, from the help.
  private static let options: [String] =
    RouteCommand.helpMessage(columns: 1_000).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  -") else { return nil }
      guard let start = line.range(of: "--") else { return nil }
      return String(line[start.upperBound...].prefix { $0.isLetter || $0 == "-" })
    }.filter { !["help", "version"].contains($0) }

  @Test func `each option of the help belongs to modes`() {
    #expect(Self.options.count > 30)
    #expect(Set(Self.options) == Set(RouteMode.readers.keys))
  }

  @Test(arguments: RouteMode.allCases)
  func `an option is read in a mode, or refused by name`(mode: RouteMode) throws {
    for option in Self.options {
      let words = Self.words(of: mode) + Self.words(of: option, in: mode)
      let isRead = RouteMode.readers[option]?.contains(mode) ?? false
      do {
        let command = try RouteCommand.parse(words)
        // An option that chooses another mode is asked in that one; only in the plain mode does it
        // go there.
        let chosen = RouteMode.allCases.first { $0.option == option }
        #expect(isRead || (mode == .route && chosen != nil), "\(mode) takes \(option)")
        #expect(command.mode == (isRead ? mode : chosen), "\(words)")
        guard isRead else { continue }
        var fields = QuestionFields()
        if mode == .batch || mode == .patients {
          command.addRules(to: &fields)
        } else {
          command.add(to: &fields)
        }
        // Those that the run itself reads are no fields.
        let others: Set<String> = [
          "network", "scenario", "no-snapshot", "lang", "format", "excel", "output", "force",
          "status", "batch", "patients", "capacity", "capacity-file", "sent", "sheet", "encoding",
        ]
        let isOfRun =
          others.contains(option)
          || [.batch, .patients].contains(mode) && ["from", "need", "explain"].contains(option)
        let names = Set(fields.all.map { OptionName.of($0.name) })
        let name = option == "count" ? "-k" : "--" + option
        #expect(isOfRun || names.contains(name), "\(mode) drops \(option)")
      } catch {
        // Each message writes the whole usage anew, which costs more than the parsing.
        let message = RouteCommand.message(for: error)
        #expect(!isRead, "\(mode) refuses \(option): \(message)")
        #expect(message.contains(option == "count" ? "count" : option))
      }
    }
  }

  @Test func `a form that a mode does not have is refused`() {
    for mode in RouteMode.allCases {
      for format in AnswerFormat.allCases {
        let words = Self.words(of: mode) + ["--format", format.rawValue]
        #expect(
          ((try? RouteCommand.parse(words)) != nil) == mode.formats.contains(format),
          "\(mode) as \(format)")
      }
    }
  }
}
