import Answers
import ArgumentParser
import Facts
import Formats
import HealthNetwork

/// Validates networks and grades what is in them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate a network and grade how complete and how sure it is.",
    discussion: """
      Every error is reported on standard error as file:line: message. A network
      that is valid gets a count of its records, a grade for each topic (A from
      95 %, B from 80, C from 60, D from 30, else E) and warnings with file and
      line. The exit code is 0 when all are valid, else 65; with --strict, 65 also
      when there are warnings.

      Examples:
        tuyen check
        tuyen check network-data/hcmc-mekong network-data/northern-support
        tuyen check my-network --strict --at 2026-11-25
        tuyen check my-network --topic facility_position --all
        tuyen check my-network --grade
        tuyen check my-network --format json --lang en > check.json
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var status: StatusOptions

  @Argument(
    help: ArgumentHelp(
      "Networks: folders of exchange files, or files. Default: that of --network.",
      valueName: "dir"), completion: .directory)
  var folders: [String] = []

  @Flag(help: "Fail when there are warnings.")
  var strict = false

  @Option(
    help: ArgumentHelp("Only warnings of a topic; may be repeated.", valueName: "topic"),
    completion: .list(NetworkReview.Topic.allCases.map(\.rawValue)))
  var topic: [String] = []

  @Flag(help: "Print every warning, not only the first of each topic.")
  var all = false

  @Flag(help: "Grade each province and facility from 0 to 100, the worst first.")
  var grade = false

  @Option(
    help: ArgumentHelp(
      "With --grade: how long ago a statement may have been asserted. Default: 730.",
      valueName: "days"))
  var staleAfter: String?

  @Option(help: ArgumentHelp("Whose ways are looked at. Default: ambulance.", valueName: "vehicle"))
  var vehicle: String?

  @Option(help: "How to print: table or json.")
  var format = AnswerFormat.table

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    guard folders.isEmpty || networkOptions.network == nil else {
      throw ValidationError("give folders or --network, not both")
    }
  }

  private var fields: QuestionFields {
    var fields = QuestionFields()
    fields.add("at", time.at)
    fields.add("topic", topic)
    fields.add("all", flag: all)
    fields.add("grade", flag: grade)
    fields.add("staleAfter", staleAfter)
    fields.add("vehicle", vehicle)
    return fields
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let now = Machine.now
      let style = try AnswerStyle.command(networkOptions.lang, format)
      var answers: [CheckAnswer] = []
      var worst: Failure?
      for path in folders.isEmpty ? [networkOptions.path] : folders {
        let answer: CheckAnswer
        do throws(Failure) {
          answer = try check(path, now)
        } catch {
          complain(error.message, withName: false)
          if worst?.code != 66 { worst = error }
          answer = .invalid(path)
        }
        if strict, answer.hasWarnings, worst == nil {
          worst = .data(
            networkOptions.lang("\(path): có cảnh báo", "\(path): there are warnings"))
        }
        if format == .table { try answer.print(as: format, style) }
        answers.append(answer)
      }
      if format != .table { try CheckAnswer.joined(answers).print(as: format, style) }
      if let worst { throw .reported(worst.code) }
      return true
    }
  }

  private func check(_ path: String, _ now: Instant) throws(Failure) -> CheckAnswer {
    let session = NetworkSession(
      try NetworkOptions.load(
        path, deltas: networkOptions.scenarios, in: networkOptions.lang))
    // Reports are checked, too, but are no part of what is graded.
    _ = try networkOptions.session(session, reporting: status.files, at: time.at, now: now)
    return try asking(networkOptions.lang) { () throws(QuestionError) in
      var question = try CheckQuestion(fields, in: session, now: now)
      question.path = path
      return question.answer(in: session)
    }
  }
}
