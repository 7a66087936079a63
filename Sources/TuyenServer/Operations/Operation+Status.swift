import Formats
import HTTPTypes
import HealthNetwork

extension Operation {
  /// The status of a question that was understood, but cannot be asked so.
  ///
  /// A value that the schema of a parameter excludes is a bad request. One that is well formed and
  /// names nothing is not found; values that do not go together are a conflict.
  ///
  /// - Parameter problem: What is wrong.
  /// - Returns: The status.
  func status(of problem: Problem) -> HTTPResponse.Status {
    let parameter = parameters.first { $0.name == problem.field }
    switch problem.code {
    case "conflict", "requires", "unsupported", "ambiguous": return .conflict
    default: break
    }
    guard let parameter else { return .badRequest }
    switch problem.code {
    case "unknown-field": return .conflict
    // Needed only beside others, as it is.
    case "missing":
      let isEmpty = problem.value?.isEmpty ?? false
      return parameter.isRequired || isEmpty ? .badRequest : .conflict
    case "not-found": return .notFound
    case "unknown-value": return parameter.shape.isClosed ? .badRequest : .notFound
    case "out-of-bounds":
      if case .pattern = parameter.shape { return .conflict }
      return .badRequest
    default: return .badRequest
    }
  }

  /// Whether requests are counted against the client: all but those by which the service is watched.
  var isLimited: Bool { path.text.hasPrefix("/v1/") }
}

extension Problem {
  /// A body where none belongs.
  static let unexpectedBody: Problem = {
    var problem = Problem(
      .badRequest, "unexpected-body", Bilingual("thừa thân yêu cầu", "a body is not expected"),
      Bilingual("yêu cầu này không có thân", "this request has no body"))
    problem.closesConnection = true
    return problem
  }()
}
