import Facts
import Files
import HealthNetwork

extension DocumentSetReader {
  /// Applies deltas to what was read, and makes the network of it.
  ///
  /// - Parameters:
  ///   - deltas: The delta documents, applied in order.
  ///   - outcomes: What the documents read so far said.
  ///   - former: The network as it was before the deltas; nil where it was not made.
  ///   - digest: What deltas are added to.
  /// - Returns: The network, all of whose records agree.
  /// - Throws: `ExchangeFailure` with every error found so far.
  mutating func network(
    after deltas: [DataSource], outcomes: [Outcome], changedFrom former: Network? = nil,
    digest: inout ContentDigest
  ) throws(ExchangeFailure) -> Network {
    var outcomes = outcomes
    for delta in deltas {
      let index = self.deltas.count
      let before = records
      records = NetworkRecords()
      let outcome = read(delta, kind: .delta)
      outcomes.append(outcome)
      self.deltas.append(
        LoadedNetwork.Document(path: delta.name, header: outcome.header, rootLine: outcome.rootLine)
      )
      var change = NetworkDelta()
      change.records = records
      change.retractions = outcome.retractions
      records = before
      guard errors.isEmpty else { continue }
      do throws(NetworkProblems) {
        try records.apply(change)
      } catch {
        add(error)
      }
      // The content counts, not its spelling: the same change gives the same network.
      digest.add(
        "delta \(index)",
        bytes: DocumentWriter.bytes(
          of: change.records, retractions: change.retractions.map(\.record),
          header: outcome.header))
    }
    try finish()
    for (index, outcome) in outcomes.enumerated() where index < paths.count {
      check(outcome, document: index)
    }
    let network: Network
    do throws(NetworkProblems) {
      network = try Network(takeRecords(), changedFrom: former)
    } catch {
      add(error)
      throw failure
    }
    try finish()
    return network
  }

  /// Notes that a document is of another network than the folder.
  mutating func check(_ outcome: Outcome, document: Int) {
    guard let id = records.networks.first?.record.id, outcome.header.network != id else { return }
    errors.append(
      placed(
        DocumentError(
          kind: .invalid, path: paths[document], line: outcome.rootLine,
          message: "the document belongs to network \"\(outcome.header.network)\", the folder to "
            + "\"\(id)\""), document))
  }
}
