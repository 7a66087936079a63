import Answers
import Formats
import HTTPTypes

/// An answer in one form, ready to be sent.
struct Reply: Sendable {
  /// The status.
  var status = HTTPResponse.Status.ok
  /// The media type.
  var mediaType: String
  /// The bytes.
  var body: [UInt8]
  /// A sentence beside the answer, as why nothing was found.
  var remark: String?
  /// Further headers.
  var headers = HTTPFields()

  init(_ body: [UInt8], as mediaType: String) {
    self.body = body
    self.mediaType = mediaType
  }

  /// A value for programs.
  init(_ json: JSONValue) {
    self.init(json.bytes(indent: 2), as: MediaType.json)
  }

  /// An answer in the form that was asked for: the bytes that the command line prints.
  ///
  /// - Throws: `Problem` where the answer has no such form.
  init<Answered: Answer>(_ answer: Answered, for call: Call) throws(Problem) {
    let style = call.style
    guard Answered.formats.contains(call.format),
      let bytes = answer.bytes(as: call.format, style)
    else {
      throw Problem(
        QuestionError(
          field: "format", value: call.format.rawValue, .unknown,
          choices: Answered.formats.map { .init($0.rawValue) }))
    }
    self.init(bytes, as: call.format.mediaType)
    remark = answer.remark(style)
  }
}

/// Media types.
enum MediaType {
  static let json = "application/json"
  static let lines = "application/x-ndjson"
  static let problem = "application/problem+json"
  static let html = "text/html; charset=utf-8"
  static let text = "text/plain; charset=utf-8"
  static let csv = "text/csv; charset=utf-8"
  static let xml = "application/xml; charset=utf-8"
  static let eventStream = "text/event-stream; charset=utf-8"
  static let geoJSON = "application/geo+json"
  static let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  static let form = "multipart/form-data"

  /// A media type without its parameters, in small letters.
  static func essence(_ text: String) -> String {
    let end = text.firstIndex(of: ";") ?? text.endIndex
    return text[..<end].filter { !$0.isWhitespace }.lowercased()
  }
}

extension AnswerFormat {
  /// The media type of the form.
  var mediaType: String {
    switch self {
    case .table: MediaType.text
    case .json: MediaType.json
    case .csv: MediaType.csv
    case .xlsx: MediaType.workbook
    case .geojson: MediaType.geoJSON
    case .xml: MediaType.xml
    }
  }
}
