import Exchange
import Formats

extension Failure {
  /// The end of a command whose documents cannot be read, or say what cannot be.
  init(_ error: ExchangeFailure, _ language: Language) {
    let message = error.text(language)
    self = error.isUnreadable ? .noInput(message) : .data(message)
  }
}
