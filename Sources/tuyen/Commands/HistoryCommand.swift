import Answers
import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork

/// Where each value of a record comes from.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Where each value of a record comes from; without a record, what was imported.",
    discussion: """
      FACT is the key of a record: the id of a facility, FACILITY/CAPABILITY for a
      statement, SCHEME:CODE for a place. Each value has the import, file, source and
      date it came with, or the document it stands in.

      Examples:
        tuyen history
        tuyen history bv-cho-ray
        tuyen history bv-cho-ray/stroke.lysis --format json
        tuyen history bv-cho-ray --field tier
      """)

  @OptionGroup var networkOptions: NetworkOptions

  @Argument(help: ArgumentHelp("The key of a record.", valueName: "fact"))
  var fact: String?

  @Option(help: ArgumentHelp("Only one field.", valueName: "field"))
  var field: String?

  @Option(help: "How to print: table, json, csv or xlsx.")
  var format = AnswerFormat.table

  @OptionGroup var spreadsheet: SpreadsheetOptions

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    try networkOptions.refuseScenarios()
    guard field == nil || fact != nil else { throw ValidationError("--field needs a FACT") }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let style = try AnswerStyle.command(
        networkOptions.lang, format, excel: spreadsheet.excel)
      guard let fact else {
        let answer = ImportHistoryAnswer(ImportHistory(of: networkOptions.path).entries)
        try answer.print(as: format, style, to: spreadsheet.file)
        leave(found: answer.isFound)
      }
      let answer = FactHistoryAnswer(try history(of: fact), field: field)
      try answer.print(as: format, style, to: spreadsheet.file)
      leave(found: answer.isFound)
    }
  }

  private func history(of fact: String) throws(Failure) -> FactHistory {
    let network = try NetworkOptions.load(networkOptions.path, in: networkOptions.lang)
    let history: FactHistory
    do throws(ExchangeFailure) {
      history = try FactHistory(of: fact, in: network, at: networkOptions.path)
    } catch {
      throw .data(error.description)
    }
    guard !history.records.isEmpty else {
      throw .usage(
        networkOptions.lang(
          "không bản ghi nào có khóa \"\(fact)\"; thử: tuyen search \"\(fact)\"",
          "no record has the key \"\(fact)\"; try: tuyen search \"\(fact)\""))
    }
    return history
  }
}
