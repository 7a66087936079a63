import ArgumentParser
import Foundation
import Testing

@testable import tuyen

/// Every option in every use of every command: read, or refused by name; never taken in silence.
@Suite struct OptionTableTests {
  private static let table = Result { try OptionTable() }
  static let commands: [String] = ((try? table.get())?.commands ?? [])

  /// Which network is asked is no matter of one command, and a snapshot changes no answer.
  private static let ofAll: Set<String> = ["help", "version", "network", "no-snapshot"]

  /// The options of a command, from its help.
  private static func options(of command: String) throws -> Set<String> {
    let words =
      command == "import" ? ["import", "files"] : command.split(separator: " ").map(String.init)
    let message = Tuyen.helpMessage(
      for: try #require(
        subcommand(words, of: Tuyen.self), "no command \(command)"), columns: 1_000)
    return Set(
      message.split(separator: "\n").compactMap { line in
        guard line.hasPrefix("  -"), let start = line.range(of: "--") else { return nil }
        return String(line[start.upperBound...].prefix { $0.isLetter || $0 == "-" })
      })
  }

  private static func subcommand(
    _ words: [String], of type: any ParsableCommand.Type
  ) -> (any ParsableCommand.Type)? {
    guard let word = words.first else { return type }
    let found = type.configuration.subcommands.first { $0._commandName == word }
    return found.flatMap { subcommand(Array(words.dropFirst()), of: $0) }
  }

  @Test func `Every command has a table`() throws {
    let all = Set(Tuyen.configuration.subcommands.map { $0._commandName })
    #expect(all.subtracting(Self.commands) == [])
    #expect(Self.commands.contains("import osm"))
  }

  @Test(arguments: commands)
  func `Each option of a command changes its answer, or is refused with a word`(
    command: String
  ) throws {
    let table = try Self.table.get()
    // Options of modes of "route" have a table of their own.
    if command != "route" {
      let options = try Self.options(of: command).subtracting(Self.ofAll)
      #expect(options.subtracting(table.options(of: command)) == [])
    }
    var known: [[String]: OptionRun] = [:]
    for row in table.rows where row.command == command {
      let words = row.use + row.words
      let result = try OptionRun(words)
      switch row.effect {
      case .refused(let word):
        #expect([64, 65, 74].contains(result.code), "\(words) ends with \(result.code)")
        #expect(result.errors.contains(word), "\(words) says \(result.errors)")
        // A command that refuses has written nothing before.
        #expect(try result.leavesFilesAlone(), "\(words) wrote")
      case .same:
        #expect([0, 1].contains(result.code), "\(words): \(result.errors)")
      case .changes:
        let plain = try known[row.use] ?? OptionRun(row.use)
        known[row.use] = plain
        for one in [plain, result] {
          #expect([0, 1, 65].contains(one.code), "\(words): \(one.errors)")
        }
        #expect(
          plain.output != result.output || plain.files != result.files
            || plain.code != result.code,
          "\(row.words) changes nothing of \(row.use)")
      }
    }
  }
}
