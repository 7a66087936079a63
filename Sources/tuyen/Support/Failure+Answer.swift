import Answers
import Formats

extension Failure {
  /// Why a question is not answered, its fields named as options.
  init(_ error: AnswerError, _ language: Language, _ names: [String: String] = [:]) {
    let message = error.message(in: language) { names[$0] ?? OptionName.of($0) }
    switch error {
    case .question: self = .usage(message)
    case .document: self = error.isUnreadable ? .noInput(message) : .data(message)
    case .cancelled: self = Failure(code: 130, message: message)
    }
  }
}
