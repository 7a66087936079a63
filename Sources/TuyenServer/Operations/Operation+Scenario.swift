import Answers
import Exchange
import Files
import Formats
import HTTPTypes

extension Operation {
  /// The same question of the network as delta documents would make it: all of them together.
  ///
  /// Nothing is kept of the documents: the network that is served stays as it is.
  ///
  /// - Parameter left: Parameters that it does not have: those by which another answers.
  /// - Returns: The operation.
  func supposing(without left: [String] = []) -> Operation {
    var operation = self
    operation.method = .post
    operation.parameters.removeAll { left.contains($0.name) }
    operation.identifier = identifier + "Supposing"
    operation.modes = []
    operation.summary =
      "The same, asked of the network as changes that are only thought of would make it."
    operation.body = Body(
      summary: """
        A delta document, as /v1/whatif takes it. Several parts `scenario` are applied together, in \
        their order.
        """,
      mediaTypes: ["application/xml", "text/xml", MediaType.form], documents: ["scenario"],
      example: Operations.scenarioExample)
    guard case .whole(let answer) = handler else { return operation }
    operation.handler = .whole { call in
      var changed = call
      changed.state = ServedState(try call.supposedSession())
      changed.documents = [:]
      return try answer(changed)
    }
    return operation
  }
}

extension Call {
  /// The network with the scenarios of the request applied.
  ///
  /// - Throws: `Problem` where there is none, `AnswerError` with what is wrong with one.
  func supposedSession() throws -> NetworkSession {
    let scenarios = documents["scenario"] ?? []
    guard !scenarios.isEmpty else { throw Problem.noBody }
    do throws(ExchangeFailure) {
      return try session.applying(scenarios)
    } catch {
      throw AnswerError(error)
    }
  }
}

extension Operations {
  /// A scenario as people send it.
  static let scenarioExample = """
    <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
    asOf="2026-11-25T00:00:00+07:00" title="Giả định" source="scenario: hypothetical">\
    <closure id="scenario" name="Cầu Rạch Miễu 2 đóng" crossing="Cầu Rạch Miễu 2 (QL60)"/>\
    </exchange>
    """
}
