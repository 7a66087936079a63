import Answers
import Facts
import Files
import Formats

/// A request that was found in the table of operations and checked against it.
struct Call: Sendable {
  /// The state that it is answered from.
  var state: ServedState
  /// The parameters of query and path, but `format` and `lang`; `at` is an instant with its zone.
  var fields: QuestionFields
  /// The documents that came with it, by name.
  var documents: [String: [DataSource]] = [:]
  /// The form of the answer.
  var format = AnswerFormat.json
  /// The language of the answer.
  var language = Language.vi
  /// The present, read once.
  var now: Instant

  /// Why the service wants no requests; nil where it does.
  var unreadiness: Bilingual?
  /// The service, for what is written; nil where answers are only read.
  var service: Service?
  /// Who asks; nil where nobody is signed in.
  var asker: Asker?
  /// From where it came: the address of the client.
  var origin = ""
  /// The key with which its sender may send it again.
  var senderKey: String?
  /// The media type of its body.
  var bodyType = ""

  /// The session that is asked.
  var session: NetworkSession { state.session }
  /// How answers are worded: in plain words, as there are no options and no buttons.
  var style: AnswerStyle { AnswerStyle(language) }

  /// The only document of a name; nil where there is none.
  ///
  /// - Throws: `Problem` where there are several.
  func document(_ name: String) throws(Problem) -> DataSource? {
    let all = documents[name] ?? []
    guard all.count <= 1 else {
      throw Problem(
        QuestionError(
          field: name,
          .malformed(expected: Bilingual("chỉ ghi một lần", "it may be given once only")))
      )
    }
    return all.first
  }

  /// The only table of a name; nil where there is none.
  ///
  /// - Throws: `Problem` where there are several.
  func table(_ name: String) throws(Problem) -> TableSource? {
    try document(name).map { TableSource($0) }
  }

  /// The only document of a name.
  ///
  /// - Throws: `Problem` where there is none, or several.
  func required(_ name: String) throws(Problem) -> DataSource {
    if let document = try document(name) { return document }
    throw Problem(QuestionError(field: name, .missing))
  }
}
