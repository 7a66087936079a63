import Answers
import Board
import Formats
import HTTPTypes

/// Something that can be asked of the service.
///
/// The table of operations is the only list: the router, the check of parameters, `/openapi.json` and
/// the labels of metrics are made from it.
struct Operation: Sendable {
  /// How dear an answer is, so that dear questions never keep cheap ones waiting.
  enum Cost: Sendable {
    /// Milliseconds.
    case light
    /// Seconds: the whole region is looked at.
    case heavy
  }

  /// The body of a request.
  struct Body: Sendable {
    /// Its description, in English.
    var summary: String
    /// The media types that are taken.
    var mediaTypes: [String]
    /// The names of the documents that a form of several parts may have; the first is that of a body
    /// which is the document itself.
    var documents: [String]
    /// A document as people send it.
    var example: String
    /// The JSON Schema of a body of JSON.
    var schema = JSONValue.object(["type": .string("object")])
  }

  /// How a request is answered.
  enum Handler: Sendable {
    /// Whole, on the workers.
    case whole(@Sendable (Call) throws -> Reply)
    /// Row by row, each on the workers.
    case rows(@Sendable (Call) throws -> any RowStream)
    /// By work that waits for other things than a processor.
    case waiting(@Sendable (Call) async throws -> Reply)
    /// By the entries of the journal, as they are written.
    case events
  }

  /// The method; what answers GET answers HEAD.
  var method: HTTPRequest.Method
  /// The path.
  var path: PathTemplate
  /// The name that clients made from `/openapi.json` call it by.
  var identifier: String
  /// Its summary, in English.
  var summary: String
  /// The parameters, but `format` and `lang`.
  var parameters: [Parameter] = []
  /// Operations that answer in its place where a parameter is given, by their paths.
  var modes: [(parameter: String, path: String)] = []
  /// The body of a request; nil where there is none.
  var body: Body?
  /// The forms in which answers can be had, the usual one first; none where the answer has one only.
  var formats: [AnswerFormat] = []
  /// The media type of an answer that has one form only.
  var mediaType = "application/json"
  /// The name of the JSON Schema of answers; nil where there is none.
  var schema: String?
  /// Whether JSON is a list.
  var isList = false
  /// How dear an answer is.
  var cost = Cost.light
  /// Whether the answer depends on nothing but the network and the question.
  var isPure = true
  /// Whether the answer is a drawing of the ground: the same as long as the network, its corrections and
  /// the day are, whatever is closed or reported; and nobody's answer that must be given again.
  var isOfGround = false
  /// Whether the answer depends on nothing but the board, the minute, the question and what one is told:
  /// it is made once for all who listen.
  var isOfBoard = false
  /// Who may use it.
  var access = Access.needs(.read)
  /// The status of what succeeded.
  var success = HTTPResponse.Status.ok
  /// Whether the answer may be in the making still: then it is 202, and to be asked for again.
  var mayBeInTheMaking = false
  /// Whether it comes line by line.
  var isStream: Bool {
    if case .rows = handler { return true }
    return false
  }
  /// How it is answered.
  var handler: Handler

  /// The parameters, with those that every operation of several forms has.
  var allParameters: [Parameter] {
    var all = parameters
    if !formats.isEmpty {
      all.append(
        Parameter(
          "format", "The form of the answer; without it the header Accept decides, else JSON.",
          .code(formats.map(\.rawValue))))
    }
    all.append(
      Parameter(
        "lang",
        "The language of sentences; without it the header Accept-Language decides, else vi.",
        .code(Language.allCases.map(\.rawValue))))
    return all
  }
}
