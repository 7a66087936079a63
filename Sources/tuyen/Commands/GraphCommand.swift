import Answers
import ArgumentParser

/// The travel graph of a vehicle, for checking answers with other tools.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Write the travel graph of a vehicle, so that answers can be checked elsewhere.",
    discussion: """
      nodes.csv has every node: id,lat,lon,kind. arcs.csv has every direction in
      which a link serves the vehicle at the instant: from,to,minutes,km,mode,link,
      crossing. Minutes are typical ones, the usual wait for a ferry included, but
      not the wait for its hours of operation: routes of "tuyen route" that wait
      for a ferry to open take longer than the sum of their arcs.

      Times are whole tenths of a second (1/600 minute); they are written with
      six decimals, so that sums of arcs equal the minutes of routes. Files that
      are there are replaced with --force only.

      Examples:
        tuyen graph --out graph/
        tuyen graph --out graph/ --vehicle mixed --at 2026-11-25T08:00
        tuyen graph --out cut/ --avoid "Cầu Rạch Miễu"
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions

  @Option(
    help: ArgumentHelp("The folder to write nodes.csv and arcs.csv into.", valueName: "dir"),
    completion: .directory)
  var out: String

  @Option(help: "The format: csv.")
  var format = Format.csv

  @Flag(help: "Replace files that are there.")
  var force = false

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let nodesPath = out + "/nodes.csv"
      let arcsPath = out + "/arcs.csv"
      for path in [nodesPath, arcsPath] {
        try OutputFiles.refuseOverwriting(path, unless: force)
      }
      let session = try networkOptions.session()
      var fields = QuestionFields()
      time.add(to: &fields)
      travel.add(to: &fields)
      let answer = try asking(networkOptions.lang) { () throws(QuestionError) in
        try session.answer(GraphQuestion(fields, in: session, now: Machine.now))
      }
      let style = AnswerStyle.commandLine(networkOptions.lang)
      try OutputFiles.makeFolder(out)
      try OutputFiles.write(Array(answer.nodes(style).utf8), to: nodesPath)
      try OutputFiles.write(Array((answer.csv(style) ?? "").utf8), to: arcsPath)
      leave(found: answer.isFound)
    }
  }
}
