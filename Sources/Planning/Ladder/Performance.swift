public import Facts
public import HealthNetwork

/// What is known on a day of a facility's performing of a capability: yes, no, or not known.
public struct Performance: Hashable, Sendable {
  /// What the statements amount to.
  public enum Answer: String, Sendable {
    /// The facility performs it.
    case yes
    /// The facility does not perform it.
    case no
    /// No reliable statement says whether it does.
    case unknown
  }

  /// Why nothing can be relied on, though something was said.
  public enum Doubt: Hashable, Sendable {
    /// Somebody says yes, but not surely enough.
    case tooUnsure(Confidence)
    /// It was performed until a day.
    case ended(PartialDate)
    /// It is to be performed from a day on.
    case notYet(PartialDate)
    /// It is being handed over, and not yet performed.
    case inTransfer(TransferStage)
  }

  /// What the statements amount to.
  public var answer = Answer.unknown
  /// Why it is unknown though something was said; nil when nothing was.
  public var doubt: Doubt?
  /// Where the statement that decided comes from.
  public var provenance: Provenance?
  /// The last day, up to the one asked about, of which a statement says that it was performed.
  public var lastKnown: Day?
}

/// Who performs what on a day: statements of capability, and records of single techniques.
///
///     let register = PracticeRegister(network, on: day)
///     register.performance(of: "stroke.lysis", at: facility).answer   // .unknown is not .no
///
/// A technique that is performed counts for its capability. A no decides against a yes that is less
/// sure, as it does for referrals.
public struct PracticeRegister: Sendable {
  /// The network.
  public let network: Network
  /// The day asked about.
  public let day: Day
  /// Statements less sure than this are not relied on.
  public let minimumConfidence: Confidence
  private let techniques: [String: [Technique]]

  /// Indexes the techniques.
  ///
  /// - Complexity: O(*n*), where *n* is the number of techniques.
  public init(_ network: Network, on day: Day, minimumConfidence: Confidence = .medium) {
    self.network = network
    self.day = day
    self.minimumConfidence = minimumConfidence
    techniques = Dictionary(grouping: network.records.techniques.map(\.record), by: \.facility)
  }

  /// The techniques recorded at a facility, in order of id, whatever their stage and period.
  public func techniques(at facility: FacilityIndex) -> [Technique] {
    techniques[network.records.facilities[facility].record.id] ?? []
  }

  /// What is known of a capability at a facility.
  ///
  /// - Complexity: O(*n*), where *n* is the number of statements about the facility.
  public func performance(of code: String, at facility: FacilityIndex) -> Performance {
    var result = Performance()
    let evidence = network.evidence(of: code, at: facility, on: day)
    let granting = network.vocabulary.codes(granting: code)
    let taught = techniques(at: facility).filter { technique in
      technique.capability.map(granting.contains) ?? false
    }
    let performed = taught.filter { $0.isPerformed(on: day) }
    let sure =
      evidence.yes.map(\.provenance) + performed.map(\.provenance)
    let best = sure.map { $0.effectiveConfidence }.max()
    result.lastKnown =
      (evidence.yes.map { lastDay($0.period, $0.provenance) }
      + performed.map { lastDay($0.period, $0.provenance) }).compactMap(\.self).max()
    if let no = evidence.no.first, no.provenance.effectiveConfidence >= best ?? .low {
      result.answer = .no
      result.provenance = no.provenance
      return result
    }
    if let relied = sure.first(where: { $0.effectiveConfidence >= minimumConfidence }) {
      result.answer = .yes
      result.provenance = relied
      return result
    }
    if let best {
      result.doubt = .tooUnsure(best)
    } else if let stage = taught.compactMap(\.stage).first(where: { !$0.isPerforming }) {
      result.doubt = .inTransfer(stage)
    } else if let from = evidence.notYet.compactMap(\.period.from).min() {
      result.doubt = .notYet(from)
    } else if let to = evidence.ended.compactMap(\.period.to).max() {
      result.doubt = .ended(to)
    }
    return result
  }

  /// The last day of which a statement in force tells, not after the day asked about.
  private func lastDay(_ period: Period, _ provenance: Provenance) -> Day? {
    [period.from, period.firstEvidence, provenance.asserted].compactMap { $0?.start }
      .filter { $0 <= day }.max()
  }
}

extension TransferStage {
  /// Whether whoever has come this far performs the technique.
  public var isPerforming: Bool {
    switch self {
    case .surveyed, .planned, .observing: false
    case .supervised, .independent: true
    }
  }
}

extension Technique {
  /// Whether it is performed on a day; a stage that nobody stated counts as performed.
  public func isPerformed(on day: Day) -> Bool {
    (stage?.isPerforming ?? true) && period.standing(on: day) == .inForce
  }
}
