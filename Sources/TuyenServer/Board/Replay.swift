package import Answers
package import Board
import Facts
import Files
import Formats

/// Answers that were given, as questions that can be asked again.
///
/// The text holds all that an answer depends on but the network and the board: the operation, its
/// fields with the instant that was meant, the form and the language.
package enum Replay {
  /// The question of a call.
  static func question(_ operation: Operation, _ call: Call) -> String {
    JSONValue.object([
      "operation": .string(operation.identifier), "format": .string(call.format.rawValue),
      "lang": .string(call.language.rawValue), "now": .string(call.now.description),
      "fields": .array(
        call.fields.all.map { .array([.string($0.name), .string($0.value)]) }),
    ]).text(indent: nil)
  }

  /// Gives an answer again.
  ///
  /// - Parameters:
  ///   - record: What the journal holds of it.
  ///   - session: The network as it was loaded.
  ///   - board: The board that it rested on.
  /// - Returns: The bytes.
  /// - Throws: What asking throws; `BoardError` where the question is none.
  package static func bytes(
    of record: AnswerRecord, in session: NetworkSession, _ board: Board
  ) throws -> [UInt8] {
    let value = try JSONValue(
      reading: .bytes(Array(record.question.utf8), name: "question"))
    let fields = value.asFields ?? [:]
    guard let name = fields["operation"]?.asText,
      let operation = Operations.everything.all.first(where: { $0.identifier == name }),
      let format = fields["format"]?.asText.flatMap({ AnswerFormat(rawValue: $0) }),
      let language = fields["lang"]?.asText.flatMap({ Language(rawValue: $0) }),
      let now = fields["now"]?.asText.flatMap({ Instant($0) }),
      case .array(let pairs)? = fields["fields"], case .whole(let answer) = operation.handler
    else {
      throw BoardError.invalid("question", "", Bilingual("một câu hỏi", "a question"))
    }
    var asked = QuestionFields()
    for pair in pairs {
      guard case .array(let parts) = pair, parts.count == 2, let name = parts[0].asText,
        let value = parts[1].asText
      else { throw BoardError.invalid("question", "", Bilingual("một câu hỏi", "a question")) }
      asked.add(name, value)
    }
    let state = ServedState(
      BoardSessions(of: session), network: session.digest, board, at: now)
    let call = Call(state: state, fields: asked, format: format, language: language, now: now)
    return try answer(call.observing(operation)).body
  }
}
