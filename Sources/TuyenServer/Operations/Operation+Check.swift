import Answers
import Formats

extension Operation {
  /// Refuses what the operation does not have, and what is given twice.
  ///
  /// - Parameter query: The names and texts behind the question mark.
  /// - Throws: `Problem` with the first parameter that is wrong, and those that are known.
  func check(_ query: [(name: String, value: String)]) throws(Problem) {
    let known = allParameters.filter { $0.place == .query }
    var seen: Set<String> = []
    for (name, value) in query {
      guard let parameter = known.first(where: { $0.name == name }) else {
        throw Problem(
          QuestionError(
            field: name, .unknownField, choices: known.map { .init($0.name) },
            nearest: known.map(\.name).first { $0.lowercased() == name.lowercased() }))
      }
      guard seen.insert(name).inserted || parameter.isRepeated else {
        throw Problem(
          QuestionError(
            field: name, value: value,
            .malformed(expected: Bilingual("chỉ ghi một lần", "it may be given once only"))))
      }
      guard !value.isEmpty else { throw Problem(QuestionError(field: name, value: "", .missing)) }
      let codes: [String]? =
        switch parameter.shape {
        case .code(let codes): codes
        case .flag: ["true", "false"]
        default: nil
        }
      if let codes, !codes.contains(value) {
        throw Problem(
          QuestionError(field: name, value: value, .unknown, choices: codes.map { .init($0) }))
      }
    }
    for parameter in known where parameter.isRequired && !seen.contains(parameter.name) {
      throw Problem(QuestionError(field: parameter.name, .missing))
    }
  }
}
