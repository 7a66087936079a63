public import Answers
public import ArgumentParser
import Facts
import Files
import Formats

/// A command that asks one question and prints the answer: parse, ask, print.
///
///     struct RouteCommand: QuestionCommand {
///       typealias Asked = RouteQuestion
///       func add(to fields: inout QuestionFields) { fields.add("from", from) }
///     }
protocol QuestionCommand: ParsableCommand {
  /// The question.
  associatedtype Asked: Question
  /// Which network is asked, and in which language.
  var networkOptions: NetworkOptions { get }
  /// How to print.
  var format: AnswerFormat { get }
  /// Whether separated values are for a spreadsheet: `--excel`.
  var excel: Bool { get }
  /// The file that the answer is written to; nil for standard output.
  var output: OutputFile? { get }
  /// Documents of live status.
  var statusFiles: [String] { get }
  /// Options whose names differ from those of their fields.
  static var optionNames: [String: String] { get }
  /// Gives the options as fields of the question.
  func add(to fields: inout QuestionFields)
  /// Answers the question, with the documents that the options name.
  func answer(_ question: Asked, in session: NetworkSession) throws(AnswerError) -> Asked.Reply
}

extension QuestionCommand {
  /// They are for programs.
  var excel: Bool { false }
  /// Standard output.
  var output: OutputFile? { nil }
  /// None.
  var statusFiles: [String] { [] }
  /// None but -k.
  static var optionNames: [String: String] { [:] }

  /// How answers are worded and laid out.
  func style() throws(Failure) -> AnswerStyle {
    try AnswerStyle.command(networkOptions.lang, format, excel: excel)
  }

  /// There are no documents.
  func answer(_ question: Asked, in session: NetworkSession) throws(AnswerError) -> Asked.Reply {
    do throws(QuestionError) {
      return try session.answer(question)
    } catch {
      throw .question(error)
    }
  }

  /// Asks the question and prints the answer.
  func run() throws {
    try ask(Asked.self) { (question, session) throws(AnswerError) in
      try answer(question, in: session)
    }
  }

  /// The network, with the reports of live status.
  func reportingSession() throws(Failure) -> NetworkSession {
    var fields = QuestionFields()
    add(to: &fields)
    return try networkOptions.session(
      try networkOptions.session(), reporting: statusFiles, at: fields["at"].first, now: Machine.now
    )
  }

  /// Asks another question than the usual one, and prints the answer.
  func ask<Question: Answers.Question>(_ type: Question.Type) throws {
    try ask(type) { (question, session) throws(AnswerError) in
      do throws(QuestionError) {
        return try session.answer(question)
      } catch {
        throw .question(error)
      }
    }
  }

  private func ask<Question: Answers.Question>(
    _ type: Question.Type,
    _ answering: (Question, NetworkSession) throws(AnswerError) -> Question.Reply
  ) throws {
    try tuyen.run { () throws(Failure) in
      let now = Machine.now
      let style = try style()
      var fields = QuestionFields()
      add(to: &fields)
      let plain = try networkOptions.session()
      let session = try networkOptions.session(
        plain, reporting: statusFiles, at: fields["at"].first, now: now)
      let question: Question
      do throws(QuestionError) {
        question = try Question(fields, in: session, now: now)
      } catch {
        let errors = QuestionErrors(error, of: fields, in: session) {
          (fields) throws(QuestionError) in
          _ = try Question(fields, in: session, now: now)
        }
        throw Failure(errors, networkOptions.lang, Self.optionNames)
      }
      let answer: Question.Reply
      do throws(AnswerError) {
        answer = try answering(question, session)
      } catch {
        throw Failure(error, networkOptions.lang, Self.optionNames)
      }
      try answer.print(as: format, style, to: output)
      leave(found: answer.isFound)
    }
  }
}

/// Asks something; a question that cannot be asked ends the command, its fields named as options.
///
/// - Parameters:
///   - language: The language of the message.
///   - names: Options whose names differ from those of their fields.
///   - work: What is asked.
/// - Returns: The answer.
/// - Throws: `Failure` with the message, its fields named as options.
func asking<Result>(
  _ language: Language, _ names: [String: String] = [:],
  _ work: () throws(QuestionError) -> Result
) throws(Failure) -> Result {
  do throws(QuestionError) {
    return try work()
  } catch {
    throw Failure(.question(error), language, names)
  }
}

extension Failure {
  /// The end of a command whose question was not understood: all of its wrong fields in one message.
  init(_ errors: QuestionErrors, _ language: Language, _ names: [String: String] = [:]) {
    let message = errors.message(in: language) { names[$0] ?? OptionName.of($0) }
    let isNothingFound = errors.all.allSatisfy(\.isNothingFound)
    self = isNothingFound ? Failure(code: 1, message: message) : .usage(message)
  }

  /// The end of a command whose question was not answered.
  init(_ error: AnswerError, _ language: Language, _ names: [String: String] = [:]) {
    let message = error.message(in: language) { names[$0] ?? OptionName.of($0) }
    switch error {
    case .question(let error):
      self = error.isNothingFound ? Failure(code: 1, message: message) : .usage(message)
    case .document: self = error.isUnreadable ? .noInput(message) : .data(message)
    case .cancelled: self = Failure(code: 130, message: message)
    }
  }
}

/// Names of options.
enum OptionName {
  /// The option of a field: --min-confidence of minConfidence, -k of k.
  static func of(_ field: String) -> String {
    guard field.count > 1 else { return "-" + field }
    return field.reduce(into: "--") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }
}

extension Answer {
  /// Refuses a form that the answer does not have: a command that writes asks before it does.
  static func refuseUnlessPrinted(as format: AnswerFormat, _ language: Language) throws(Failure) {
    guard !formats.contains(format) else { return }
    throw notPrinted(as: format, language)
  }

  private static func notPrinted(as format: AnswerFormat, _ language: Language) -> Failure {
    let known = formats.map(\.rawValue).joined(separator: ", ")
    return .usage(
      language(
        "câu trả lời này không in được dạng \(format.rawValue); có: \(known)",
        "this answer is not printed as \(format.rawValue); there are: \(known)"))
  }

  /// Prints the answer in one of its forms.
  func print(
    as format: AnswerFormat, _ style: AnswerStyle, to file: OutputFile? = nil
  ) throws(Failure) {
    guard Self.formats.contains(format), let bytes = bytes(as: format, style) else {
      throw Self.notPrinted(as: format, style.language)
    }
    try Output.write(bytes, as: format, to: file, style.language)
    if let remark = remark(style) { complain(remark) }
  }
}

extension AnswerStyle {
  /// The style of the command line: fields are named as options.
  static func commandLine(_ language: Language, csv: CSVWriter = CSVWriter()) -> AnswerStyle {
    var style = AnswerStyle(
      language, width: Screen.width, csv: csv, naming: { OptionName.of($0) })
    style.hintText = CommandWording.text
    return style
  }
}

extension AnswerFormat: ExpressibleByArgument {
  /// Creates a form from its name in any case.
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}
