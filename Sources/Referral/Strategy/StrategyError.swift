/// Why a strategy cannot be asked for.
public enum StrategyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No pathway of the network leads to the need.
  case noPathway(Need, known: [String])
  /// The pathway has no such rule.
  case noRule(String, pathway: String, known: [String])
  /// The pathway does not know such a stay.
  case noDwell(DwellChoice, pathway: String, known: [DwellChoice])

  /// What is wrong, and what there is.
  public var description: String {
    switch self {
    case .noPathway(let need, let known):
      "no pathway of this network leads to \(need.capability); there are: "
        + StrategyError.list(known)
    case .noRule(let rule, let pathway, let known):
      "pathway \(pathway) has no rule \"\(rule)\"; it has: \(StrategyError.list(known))"
    case .noDwell(let dwell, let pathway, let known):
      "no source gives the \(dwell.rawValue) stay of pathway \(pathway); known: "
        + StrategyError.list(known.map(\.rawValue))
    }
  }

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
