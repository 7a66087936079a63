public import Formats

/// Why a FHIR interface does not do what was asked: an OperationOutcome of one issue.
///
///     throw FHIRProblem(.notFound, Bilingual("không có", "there is no such resource"))
public struct FHIRProblem: Error, Hashable, Sendable {
  /// The kind of problem, as FHIR's value set `issue-type` has it.
  public enum Code: String, CaseIterable, Sendable {
    /// The request says what no request can say.
    case invalid
    /// A value is not of its type.
    case value
    /// The interface does not do that.
    case notSupported = "not-supported"
    /// There is no such resource.
    case notFound = "not-found"
    /// There was such a resource.
    case deleted
    /// The client is not known.
    case login
    /// The client may not do that.
    case forbidden
    /// Too much was asked in too short a time.
    case throttled
    /// It would take too long.
    case tooCostly = "too-costly"
    /// Something is wrong with the interface itself.
    case exception
  }

  /// The kind of problem.
  public var code: Code
  /// The problem in words, and the remedy.
  public var text: Bilingual
  /// The parameter that is meant; nil where it is none.
  public var parameter: String?

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - code: What kind of problem it is.
  ///   - text: What is wrong, and what to do.
  ///   - parameter: The parameter that is meant; nil where it is none.
  public init(_ code: Code, _ text: Bilingual, parameter: String? = nil) {
    self.code = code
    self.text = text
    self.parameter = parameter
  }

  /// The problem as a resource.
  ///
  /// - Parameter language: The language of the text.
  /// - Returns: The OperationOutcome.
  public func outcome(in language: Language) -> FHIRElement {
    FHIRElement.outcome(
      severity: "error", code: code.rawValue, text: text[language],
      expression: parameter.map { "http." + $0 })
  }
}

extension FHIRElement {
  /// An OperationOutcome of one issue.
  static func outcome(
    severity: String, code: String, text: String, expression: String? = nil
  ) -> FHIRElement {
    var issue = FHIRElement("issue")
    issue.append("severity", severity)
    issue.append("code", code)
    issue.append("diagnostics", text)
    issue.append("expression", expression)
    return FHIRElement("OperationOutcome", [issue])
  }
}
