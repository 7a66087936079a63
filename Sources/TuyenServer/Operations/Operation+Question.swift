import Answers
import Formats
import HTTPTypes

extension Operation {
  /// An operation that asks one question, made of its parameters.
  ///
  /// - Parameters:
  ///   - type: The question.
  ///   - path: The path.
  ///   - identifier: The name of the operation; nil for that of the question.
  ///   - summary: What it answers.
  ///   - parameters: The fields of the question.
  ///   - schema: The name of the JSON Schema of answers; nil where there is none.
  ///   - isList: Whether JSON is a list.
  ///   - cost: How dear an answer is.
  /// - Returns: The operation.
  static func asking<Asked: Question>(
    _ type: Asked.Type, at path: String, identifier: String? = nil, _ summary: String,
    _ parameters: [Parameter], schema: String? = nil, isList: Bool = false, cost: Cost = .light
  ) -> Operation {
    Operation(
      method: .get, path: PathTemplate(path), identifier: identifier ?? Asked.name,
      summary: summary, parameters: parameters, formats: usualFirst(Asked.Reply.formats),
      schema: schema, isList: isList, cost: cost,
      handler: .whole { call in try answer(to: type, call) })
  }

  /// Asks a question, and gives the answer in the form that was asked for.
  static func answer<Asked: Question>(to type: Asked.Type, _ call: Call) throws -> Reply {
    let question = try Asked(call.fields, in: call.session, now: call.now)
    return try Reply(try call.session.answer(question), for: call)
  }

  /// Forms with that first which is used where none is asked for: JSON, where there is JSON.
  static func usualFirst(_ formats: [AnswerFormat]) -> [AnswerFormat] {
    formats.contains(.json) ? [.json] + formats.filter { $0 != .json } : formats
  }

  /// The rows of an answer, in the form that was asked for.
  static func stream<Rows: AnswerRows>(_ rows: sending Rows, for call: Call) -> any RowStream {
    call.format == .xlsx ? WorkbookRows(rows, for: call) : TextRows(rows, for: call)
  }
}
