public import Facts
public import HealthNetwork

/// A pathway made ready for a need: its two capabilities, times, limits and rules, each resolved.
public struct PathwayPlan: Hashable, Sendable {
  /// A time within a hospital, with what says so.
  public struct Interval: Hashable, Sendable {
    /// What it is of.
    public let kind: PathwayInterval.Kind
    /// The minutes.
    public let time: TimeRange
    /// The clock that gives it, if one does.
    public let clock: ClinicalClock?
    /// Where it comes from.
    public let provenance: Provenance
  }

  /// A limit to hold an answer against.
  public struct Limit: Hashable, Sendable {
    /// What sets it.
    public enum Standard: Hashable, Sendable {
      /// The limit of a clinical clock.
      case clock(ClinicalClock)
      /// A standard of access.
      case access(AccessStandard)
    }

    /// The stop at which it ends.
    public let stop: Pathway.Stop
    /// What sets it.
    public let standard: Standard
  }

  /// The pathway.
  public let pathway: Pathway
  /// What a first stop must be able to do.
  public let first: Need
  /// What definitive care is.
  public let definitive: Need
  /// The stay in the first hospital that is counted with; nil when nothing is known of it: the
  /// patient is then taken to go on at once, and what follows is a best case.
  public let dwell: Interval?
  /// Every stay that the pathway knows, from real to least.
  public let dwells: [Interval]
  /// From the door of the first stop to its treatment.
  public let firstTreatment: Interval?
  /// From the door of definitive care to its treatment.
  public let definitiveTreatment: Interval?
  /// The limits.
  public let limits: [Limit]
  /// The rule that decides; nil when no source gives one.
  public let rule: PathwayRule?

  /// Minutes of the stay that is counted with.
  public var stay: TimeRange { dwell?.time ?? TimeRange(0) }
  /// Whether the stay is only known to be no shorter: what follows is a best case then.
  public var stayIsLeast: Bool { dwell.map { $0.kind == .leastDwell } ?? true }

  /// Whether one of its clocks starts with the illness.
  public var needsOnset: Bool {
    limits.contains { limit in
      if case .clock(let clock) = limit.standard { return clock.start == .onset }
      return false
    }
  }

  /// Finds the pathway of a need.
  ///
  /// A need that is the definitive care of a pathway comes first, then one that is its first stop,
  /// then one that goes beyond either: it takes the place of definitive care.
  ///
  /// - Parameters:
  ///   - need: What the patient needs.
  ///   - network: The network.
  ///   - dwell: The stay to count with; nil takes the first that is known, from real to least.
  ///   - rule: The id of the rule that decides; nil takes the default.
  ///   - minutes: From the door of definitive care to treatment, where that was asked for.
  /// - Throws: `StrategyError` when there is no such pathway, stay or rule.
  public init(
    for need: Need, in network: Network, dwell: DwellChoice? = nil, rule: String? = nil,
    doorToTreatment minutes: Double? = nil
  ) throws(StrategyError) {
    let records = network.records.pathways.map(\.record)
    let own = records.filter { $0.specialty == need.specialty }
    let required = network.vocabulary.codes(requiredBy: need.capability)
    let found =
      records.first { $0.definitive == need.capability }
      ?? records.first { $0.first == need.capability && $0.specialty == need.specialty }
      ?? own.first { required.contains($0.definitive) } ?? own.first { required.contains($0.first) }
    guard let pathway = found else {
      throw .noPathway(need, known: records.map { "\($0.first) → \($0.definitive)" })
    }
    let isBeyond = pathway.first != need.capability
    guard let first = Need(pathway.first, in: network.vocabulary),
      let definitive = isBeyond ? need : Need(pathway.definitive, in: network.vocabulary)
    else { throw .noPathway(need, known: []) }
    self.pathway = pathway
    self.first = first
    self.definitive = definitive
    let clocks = Dictionary(
      network.records.clocks.map { ($0.record.id, $0.record) }, uniquingKeysWith: { old, _ in old })
    let standards = Dictionary(
      network.records.accessStandards.map { ($0.record.id, $0.record) },
      uniquingKeysWith: { old, _ in old })
    let intervals = pathway.intervals.compactMap { interval in
      Interval(interval, interval.clock.flatMap { clocks[$0] })
    }
    func interval(_ kind: PathwayInterval.Kind) -> Interval? { intervals.first { $0.kind == kind } }
    let dwells = DwellChoice.allCases.compactMap { interval($0.kind) }
    if let dwell, interval(dwell.kind) == nil {
      throw .noDwell(dwell, pathway: pathway.id, known: dwells.compactMap { DwellChoice($0.kind) })
    }
    self.dwells = dwells
    self.dwell = dwell.map { interval($0.kind) } ?? dwells.first
    firstTreatment = interval(.firstTreatment)
    definitiveTreatment =
      minutes.map { Interval(statedTreatment: $0) } ?? interval(.definitiveTreatment)
    limits = pathway.limits.compactMap { limit in
      if let clock = clocks[limit.ref] {
        return Limit(stop: limit.stop, standard: .clock(clock))
      }
      return standards[limit.ref].map { Limit(stop: limit.stop, standard: .access($0)) }
    }
    if let rule, !pathway.rules.contains(where: { $0.id == rule }) {
      throw .noRule(rule, pathway: pathway.id, known: pathway.rules.map(\.id))
    }
    self.rule = pathway.rules.first { rule == nil ? $0.isDefault == true : $0.id == rule }
  }

  /// The same plan with another of the stays that it knows.
  public func with(dwell: Interval) -> PathwayPlan { PathwayPlan(self, dwell: dwell) }

  private init(_ other: PathwayPlan, dwell: Interval) {
    pathway = other.pathway
    first = other.first
    definitive = other.definitive
    self.dwell = dwell
    dwells = other.dwells
    firstTreatment = other.firstTreatment
    definitiveTreatment = other.definitiveTreatment
    limits = other.limits
    rule = other.rule
  }
}

extension PathwayPlan.Interval {
  /// The time from the door of definitive care to treatment, as it was asked for.
  fileprivate init(statedTreatment minutes: Double) {
    kind = .definitiveTreatment
    time = TimeRange(minutes)
    clock = nil
    provenance = Provenance(source: nil, confidence: .high)
  }

  /// Resolves an interval; nil when neither it nor its clock has minutes.
  init?(_ interval: PathwayInterval, _ clock: ClinicalClock?) {
    let limit = interval.kind == .toleratedDwell ? clock?.extendedMinutes : clock?.minutes
    guard let minutes = interval.minutes ?? limit else { return nil }
    kind = interval.kind
    time = TimeRange(
      low: interval.low ?? minutes, usual: minutes, high: interval.high ?? minutes)
    self.clock = clock
    provenance = interval.provenance
  }
}

extension DwellChoice {
  /// The kind of interval that it takes.
  public var kind: PathwayInterval.Kind {
    switch self {
    case .real: .realDwell
    case .tolerance: .toleratedDwell
    case .target: .targetDwell
    case .least: .leastDwell
    }
  }

  /// The choice that takes a kind of interval; nil for one that is no stay.
  public init?(_ kind: PathwayInterval.Kind) {
    guard let choice = DwellChoice.allCases.first(where: { $0.kind == kind }) else { return nil }
    self = choice
  }
}
