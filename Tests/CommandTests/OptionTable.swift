import Foundation
import TestSupport

/// The effect of each option in each use of a command, as the file Options/table.txt says it.
///
///     coverage --need stroke --at 2026-11-25T10:00
///       --fairness | changes
///       --decay fast | refused --fairness
///       --decay fast | changes | coverage --need stroke --fairness
///
/// A line without a margin is a use of a command; those below it add words to it, or to the use that
/// they name themselves.
struct OptionTable {
  /// The effect of the words.
  enum Effect: Hashable {
    /// The answer is another one.
    case changes
    /// They are taken, and the answer cannot be another on so small a network.
    case same
    /// They are refused, with a message that holds a word.
    case refused(String)
  }

  /// A row.
  struct Row {
    /// The use of a command.
    var use: [String]
    /// The words added to it.
    var words: [String]
    /// Their effect.
    var effect: Effect

    /// The command with its subcommand: "import osm" is another one than "import".
    var command: String {
      use.starts(with: ["import", "osm"]) ? "import osm" : use[0]
    }
  }

  /// The rows in the order of the file.
  let rows: [Row]

  /// The folder of the table, and of the small network and documents it names.
  static let folder = repositoryFolder + "Tests/CommandTests/Options"

  /// Reads the table.
  init() throws {
    let text = try String(contentsOfFile: OptionTable.folder + "/table.txt", encoding: .utf8)
    var (rows, use): ([Row], [String]) = ([], [])
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard line.hasPrefix(" ") else {
        use = OptionTable.words(line)
        continue
      }
      let parts = line.split(separator: "|")
      let told = OptionTable.words(parts[1])
      let effect: Effect =
        switch told[0] {
        case "changes": .changes
        case "same": .same
        default: .refused(told[1])
        }
      rows.append(
        Row(
          use: parts.count > 2 ? OptionTable.words(parts[2]) : use,
          words: OptionTable.words(parts[0]), effect: effect))
    }
    self.rows = rows
  }

  private static func words(_ text: Substring) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  /// The commands of the table.
  var commands: [String] {
    var seen: Set<String> = []
    return rows.map(\.command).filter { seen.insert($0).inserted }
  }

  /// The options that the rows of a command try.
  func options(of command: String) -> Set<String> {
    Set(
      rows.filter { $0.command == command }.flatMap(\.words).filter { $0.hasPrefix("-") }.map {
        $0 == "-k" ? "count" : String($0.drop { $0 == "-" })
      })
  }
}

/// The traces of a run: its end, what it printed, and the files it wrote.
struct OptionRun: Equatable {
  let code: Int32
  let output: String
  let errors: String
  let files: [String: Data]

  /// Runs the command in a copy of the table's folder.
  init(_ words: [String]) throws {
    let work = NSTemporaryDirectory() + "options-" + UUID().uuidString
    try FileManager.default.copyItem(atPath: OptionTable.folder, toPath: work)
    defer { try? FileManager.default.removeItem(atPath: work) }
    let result = try run(commandURL, words, environment: ["TUYEN_NETWORK": "net"], folder: work)
    (code, output, errors) = (result.code, result.output, result.errors)
    files = try OptionRun.files(of: work)
  }

  /// The files of a folder.
  private static func files(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      files[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return files
  }

  /// Whether every file is as it was before, but for what the program keeps hidden for its own speed.
  func leavesFilesAlone() throws -> Bool {
    func isSeen(_ file: (key: String, value: Data)) -> Bool {
      !file.key.hasPrefix(".") && !file.key.contains("/.")
    }
    return try files.filter(isSeen) == OptionRun.files(of: OptionTable.folder).filter(isSeen)
  }
}
