import Answers
import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
import XMLStream

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What two networks, folders or documents say differently.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Show what differs between two networks, folders or documents, whatever their format.",
    discussion: """
      Records are compared by content, value by value, never by their place in a file
      or by dates of update. A and B are folders of exchange files, or documents of any
      format that "tuyen import" reads. Kinds of records that only one side can hold
      are shown as new or gone.

      Exit codes: 0 no difference, 1 some, 65 wrong data, 66 no such file.

      Examples:
        tuyen diff network-data/hcmc-mekong my-network
        tuyen diff october.csv november.csv --lang en
        tuyen diff before.xml after.xml --format json
      """)

  @Argument(help: ArgumentHelp("The older side.", valueName: "a"), completion: .file())
  var old: String

  @Argument(help: ArgumentHelp("The newer side.", valueName: "b"), completion: .file())
  var new: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The format of files: native, csd, fhir, have, csv or osm. Default: told by each file.",
      valueName: "format"))
  var documentFormat: DocumentFormat?

  @Option(
    help: ArgumentHelp("How the columns of CSV tables are meant.", valueName: "file"),
    completion: .file())
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "The sheet of Excel workbooks, by its name or number.", valueName: "sheet"))
  var sheet: String?

  @Flag(help: "List everything, not only the first of each sort.")
  var all = false

  @Option(help: "How to print: table or json.")
  var format = AnswerFormat.table

  @Option(help: "The language of what is printed: vi or en.")
  var lang = Language.vi

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let before = try documents(old)
      let after = try documents(new)
      try UnreadTables.refuse(mapping: mapping, sheet: sheet, for: before + after, lang)
      let answer = DiffAnswer(ImportPreview(from: before, to: after), isWhole: all)
      try answer.print(as: format, AnswerStyle.command(lang, format))
      leave(found: answer.isFound)
    }
  }

  /// The documents of one side.
  private func documents(_ path: String) throws(Failure) -> [ImportedDocument] {
    var options = ImportOptions()
    options.mapping = mapping
    options.sheet = sheet
    var isFolder = false
    do throws(ExchangeFailure) {
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
        return try NativeReader.readFolder(path, options: options)
      }
      return [try DocumentFormats.all.read(path, as: documentFormat, options: options)]
    } catch {
      throw Failure(error, lang)
    }
  }
}
