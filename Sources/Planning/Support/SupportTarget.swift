public import Facts
public import HealthNetwork

/// An aim that was published, and how far the network has come on every day on which that changed.
public struct SupportTarget: Hashable, Sendable {
  /// A day, and what the records add up to on it.
  public struct Step: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// What the records add up to; nil when they cannot tell.
    public let count: SupportCount?
    /// Communes with a supporting hospital on that day, as far as is stated.
    public let supported: Int
  }

  /// The index of the figure.
  public let figure: Int
  /// The days on which anything changed, up to the day asked about, which is the last.
  public let steps: [Step]

  /// Follows all aims.
  ///
  /// - Parameters:
  ///   - graph: Who supports whom.
  ///   - scheme: The geography whose communes count.
  ///   - day: The last day.
  ///   - minimumConfidence: Statements less sure than this do not count.
  ///   - limit: The most days; the latest count.
  /// - Returns: One for each aim, in order of id.
  /// - Complexity: O(*d* · *l*), where *d* is the number of days and *l* of links.
  public static func all(
    _ graph: SupportGraph, scheme: String, until day: Day,
    minimumConfidence: Confidence = .medium, limit: Int = 12
  ) -> [SupportTarget] {
    let network = graph.network
    let aims = network.records.figures.indices.filter {
      network.records.figures[$0].record.isTarget == true
    }
    guard !aims.isEmpty else { return [] }
    let changes = graph.links.flatMap { link in
      link.periods.flatMap { [$0.from ?? $0.firstEvidence, $0.to] }
    }.compactMap { $0?.start }.filter { $0 < day }
    let days = Set(changes).sorted().suffix(limit - 1) + [day]
    var steps = [[Step]](repeating: [], count: aims.count)
    for day in days {
      let support = CommuneSupport(
        graph, scheme: scheme, on: day, minimumConfidence: minimumConfidence)
      let supported = support.communes.filter(\.isSupported).count
      let counter = SupportCounter(
        graph, support,
        PracticeRegister(network, on: day, minimumConfidence: minimumConfidence))
      for (place, aim) in aims.enumerated() {
        let step = Step(
          day: day, count: counter.count(network.records.figures[aim].record), supported: supported)
        let last = steps[place].last
        let isChange = last.map { $0.count != step.count || $0.supported != step.supported } ?? true
        if isChange || day == days.last { steps[place].append(step) }
      }
    }
    return zip(aims, steps).map { SupportTarget(figure: $0, steps: $1) }
  }
}
