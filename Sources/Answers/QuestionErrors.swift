import Facts
package import Formats
import HealthNetwork

/// Everything that is wrong with the fields of a question: whoever mends one is not sent back for the
/// next.
///
///     do { question = try RouteQuestion(fields, in: session, now: now) } catch {
///       QuestionErrors(error, of: fields, in: session) { try RouteQuestion($0, in: session, now: now) }
///     }
package struct QuestionErrors: Sendable {
  /// The errors, each of another field, in the order in which they were found.
  package let all: [QuestionError]

  /// Looks for further wrong fields: each that is known to be wrong is left out, or given a value that
  /// is right, and the question is made again.
  ///
  /// - Parameters:
  ///   - first: The error that was found first.
  ///   - fields: The fields of the question.
  ///   - session: The session of which it is asked.
  ///   - make: Makes the question of fields.
  package init(
    _ first: QuestionError, of fields: QuestionFields, in session: NetworkSession,
    making make: (QuestionFields) throws(QuestionError) -> Void
  ) {
    var all = [first]
    var fields = fields
    while let last = all.last, fields.mend(last, in: session.network) {
      do throws(QuestionError) {
        try make(fields)
        break
      } catch {
        // A field that is mended and still wrong says nothing new.
        guard !all.contains(where: { $0.field == error.field }) else { break }
        all.append(error)
      }
    }
    self.all = all
  }

  /// The errors in sentences, one below the other.
  package func message(in language: Language, naming name: (String) -> String) -> String {
    all.map { $0.message(in: language, naming: name) }.joined(separator: "\n")
  }
}

extension QuestionFields {
  /// Leaves a wrong field out, or gives one that must be there a value of the network.
  ///
  /// - Returns: Whether there is anything that may make the question understood.
  fileprivate mutating func mend(_ error: QuestionError, in network: Network) -> Bool {
    let isGiven = !self[error.field].isEmpty
    let value: String? =
      switch error.field {
      case "need": network.vocabulary.capabilityTypes.keys.min()
      case "from": network.records.facilities.first?.record.id
      default: nil
      }
    guard isGiven || value != nil else { return false }
    self = QuestionFields(all.filter { $0.name != error.field })
    add(error.field, value)
    return true
  }
}
