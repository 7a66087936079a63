import Answers
import Board
import Exchange
import Files
import Formats
import HTTPTypes

/// Why a request has no answer, as a problem document of RFC 9457: what is wrong, the field, its value,
/// what is allowed, and the nearest allowed value.
struct Problem: Error, Sendable {
  /// The status of the response.
  var status: HTTPResponse.Status
  /// The kind of problem, the end of its `type`.
  var code: String
  /// The kind of problem in words.
  var title: Bilingual
  /// This problem in a sentence.
  var detail: Bilingual
  /// The field that is wrong; nil where it is none.
  var field: String?
  /// The value that was given.
  var value: String?
  /// The allowed values, or those that may have been meant.
  var choices: [QuestionError.Choice] = []
  /// The allowed value spelt most like the one given.
  var nearest: String?
  /// The errors of documents.
  var documents: [DocumentError] = []
  /// Further headers of the response.
  var headers = HTTPFields()
  /// Whether the connection is of no use any more, as where a body was not read to its end.
  var closesConnection = false

  init(_ status: HTTPResponse.Status, _ code: String, _ title: Bilingual, _ detail: Bilingual) {
    self.status = status
    self.code = code
    self.title = title
    self.detail = detail
  }

  /// A question that cannot be asked, or for which nothing can be found.
  init(_ error: QuestionError) {
    let isFound = !error.isNothingFound
    self.init(
      isFound ? .badRequest : .unprocessableContent, error.code, error.title,
      Bilingual(error.message(in: .vi), error.message(in: .en)))
    field = error.field
    value = error.value
    choices = Array(error.choices.prefix(Problem.mostChoices))
    nearest = error.nearest
  }

  /// A question that comes with documents, and has no answer.
  init(_ error: AnswerError) {
    switch error {
    case .question(let error): self.init(error)
    case .document(let errors): self.init(errors)
    case .cancelled: self = .cancelled
    }
  }

  /// Documents that are wrong.
  init(_ errors: [DocumentError]) {
    let error = AnswerError.document(errors)
    self.init(
      .unprocessableContent, "document", Bilingual("tài liệu sai", "the document is wrong"),
      Bilingual(error.message(in: .vi), error.message(in: .en)))
    documents = Array(errors.prefix(Problem.mostChoices))
  }

  /// Anything that was thrown on the way to an answer.
  init(any error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as QuestionError: self.init(error)
    case let error as AnswerError: self.init(error)
    case let error as ExchangeFailure: self.init(error.errors)
    case let error as DocumentError: self.init([error])
    case let error as BoardError: self.init(error)
    case is CancellationError: self = .cancelled
    default: self = .failed
    }
  }

  /// How many choices and errors are told.
  private static let mostChoices = 60

  /// Nobody waits for the answer any more.
  static let cancelled = Problem(
    HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request"), "cancelled",
    Bilingual("đã bị hủy", "cancelled"),
    Bilingual("người hỏi không chờ câu trả lời nữa", "nobody waits for the answer any more"))

  /// A fault of the service itself; its log says which.
  static let failed = Problem(
    .internalServerError, "internal", Bilingual("lỗi của dịch vụ", "a fault of the service"),
    Bilingual(
      "dịch vụ không trả lời được; hãy báo mã requestId cho người vận hành",
      "the service cannot answer; tell its operator the requestId"))

  /// The document.
  ///
  /// - Parameters:
  ///   - language: The language of its sentences.
  ///   - request: The id of the request, by which the log is searched.
  /// - Returns: The document.
  func json(in language: Language, request: String) -> JSONValue {
    .object([
      "type": .string("urn:tuyen:problem:\(code)"),
      "title": .string(language(title)),
      "status": .integer(status.code),
      "detail": .string(language(detail).withoutControls),
      "requestId": .string(request),
      "field": field.map { .string($0) },
      "value": value.map { .string($0) },
      "choices": choices.isEmpty
        ? nil
        : .array(
          choices.map { choice in
            .object([
              "value": .string(choice.value),
              "name": choice.name(in: language).map { .string($0) },
            ])
          }),
      "nearest": nearest.map { .string($0) },
      "errors": documents.isEmpty
        ? nil
        : .array(
          documents.map { error in
            .object([
              "document": .string(error.path), "line": .integer(error.line),
              "message": .string(error.text(language)),
            ])
          }),
    ])
  }
}

extension QuestionError {
  /// The kind of problem, for programs.
  fileprivate var code: String {
    switch problem {
    case .missing: "missing"
    case .unknownField: "unknown-field"
    case .unknown: "unknown-value"
    case .malformed: "malformed"
    case .outOfBounds: "out-of-bounds"
    case .ambiguous: "ambiguous"
    case .notFound: "not-found"
    case .unreachable: "unreachable"
    case .conflict, .excluded: "conflict"
    case .requires: "requires"
    case .unsupported: "unsupported"
    }
  }

  /// The kind of problem, in words.
  fileprivate var title: Bilingual {
    switch problem {
    case .missing: Bilingual("thiếu một mục", "a field is missing")
    case .unknownField: Bilingual("không có mục này", "there is no such field")
    case .unknown: Bilingual("giá trị không biết", "the value is not known")
    case .malformed: Bilingual("giá trị không đúng dạng", "the value is malformed")
    case .outOfBounds: Bilingual("giá trị ngoài giới hạn", "the value is out of bounds")
    case .ambiguous: Bilingual("giá trị hiểu được nhiều cách", "the value is ambiguous")
    case .notFound: Bilingual("không tìm thấy", "nothing fits the value")
    case .unreachable: Bilingual("không có đường nào", "no way begins there")
    case .conflict, .excluded: Bilingual("các mục không đi cùng nhau", "fields do not go together")
    case .requires: Bilingual("cần thêm mục khác", "another field is needed")
    case .unsupported: Bilingual("mạng lưới không trả lời được", "the network cannot answer")
    }
  }
}
