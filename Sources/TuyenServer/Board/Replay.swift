package import Answers
package import Board
import Facts
import Files
package import Formats

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
  ///   - store: The store of the journal, from which the board that it rested on is made.
  /// - Returns: The bytes.
  /// - Throws: The errors of asking; `ReplayError` where a document was not kept; `BoardError` where the
  ///   question is none.
  package static func bytes(
    of record: AnswerRecord, in session: NetworkSession, from store: any BoardStore
  ) async throws -> [UInt8] {
    var documents: [String: [DataSource]] = [:]
    for document in record.documents {
      guard document.omission == nil, let bytes = try await store.document(document.digest) else {
        throw ReplayError(document: document)
      }
      guard Digest(of: bytes) == document.digest else {
        throw BoardError.damaged(
          record.entry,
          Bilingual(
            "tài liệu \(document.part) khác mã băm đã ghi",
            "the document \(document.part) has another digest than was written"))
      }
      documents[document.part, default: []].append(.bytes(bytes, name: document.name))
    }
    let board = try await Board.replayed(from: store, to: record.entry)
    return try answer(to: record, documents, in: session, board)
  }

  private static func answer(
    to record: AnswerRecord, _ documents: [String: [DataSource]], in session: NetworkSession,
    _ board: Board
  ) throws -> [UInt8] {
    let value = try JSONValue(
      reading: .bytes(Array(record.question.utf8), name: "question"))
    let fields = value.asFields ?? [:]
    guard let name = fields["operation"]?.asText,
      let operation = Operations.everything.all.first(where: { $0.identifier == name }),
      let format = fields["format"]?.asText.flatMap({ AnswerFormat(rawValue: $0) }),
      let language = fields["lang"]?.asText.flatMap({ Language(rawValue: $0) }),
      let now = fields["now"]?.asText.flatMap({ Instant($0) }),
      case .array(let pairs)? = fields["fields"]
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
    var call = Call(state: state, fields: asked, format: format, language: language, now: now)
    call.documents = documents
    switch operation.handler {
    case .whole(let answer): return try answer(call.observing(operation)).body
    case .rows(let start):
      let rows = try start(call.observing(operation))
      var bytes: [UInt8] = []
      while let piece = try rows.next() { bytes += piece }
      return bytes
    case .waiting, .events:
      throw BoardError.invalid("question", name, Bilingual("một câu hỏi", "a question"))
    }
  }
}

/// An answer cannot be given again, as a document that came with its question was not kept.
package struct ReplayError: Error, Hashable, Sendable {
  /// The document.
  package var document: AskedDocument

  /// The error in a sentence.
  package var text: Bilingual {
    let reason =
      document.omission?.words ?? Bilingual("kho không còn giữ", "the store does not hold it")
    return Bilingual(
      "không trả lời lại được: tài liệu \(document.part) (\(document.length) byte, SHA-256 "
        + "\(document.digest)) không được giữ: \(reason.vi)",
      "it cannot be answered again: the document \(document.part) (\(document.length) bytes, "
        + "SHA-256 \(document.digest)) was not kept: \(reason.en)")
  }
}
