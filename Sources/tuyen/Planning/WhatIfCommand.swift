import Answers
import ArgumentParser
import Files
import Formats

/// Who gains and who loses by changes that are only thought of.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Compare the network with what scenarios would make of it: who gains, who loses.",
    discussion: """
      A SCENARIO is a delta document: new facilities, capabilities, agreements,
      links and closures, or retractions. Each is applied to the network alone;
      several stand side by side. --scenario applies to all of them.

      Examples:
        tuyen whatif network-data/scenarios/rach-mieu-closed.xml --need stroke.lysis
        tuyen whatif network-data/scenarios/*.xml --need stroke.thrombectomy
        tuyen whatif flood.xml --need obstetrics --vehicle mixed --format geojson
      """)

  @Argument(help: "Delta documents; - is standard input.", completion: .file(extensions: ["xml"]))
  var scenarios: [String]

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var planning: PlanningOptions
  @OptionGroup var needs: NeedsOptions

  @Option(
    help: ArgumentHelp(
      "How many communes of each scenario are listed. Default: 10.", valueName: "n"))
  var top: String?

  @Option(help: "How to print: table, json, csv, xlsx or geojson.")
  var format = AnswerFormat.table

  @OptionGroup var spreadsheet: SpreadsheetOptions

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let now = Machine.now
      let language = networkOptions.lang
      let style = try spreadsheet.style(printing: format, language)
      let session = try networkOptions.session()
      var fields = QuestionFields()
      planning.add(time, travel, to: &fields)
      needs.add(to: &fields)
      fields.add("top", top)
      var question = try asking(language) { () throws(QuestionError) in
        try WhatIfQuestion(fields, in: session, now: now)
      }
      question.scenarios = scenarios.map { DataSource(path: $0) }
      let answer: WhatIfAnswer
      do throws(AnswerError) {
        answer = try question.answer(in: session)
      } catch {
        throw Failure(error, language)
      }
      try answer.print(as: format, style, to: spreadsheet.file)
      leave(found: answer.isFound)
    }
  }
}
