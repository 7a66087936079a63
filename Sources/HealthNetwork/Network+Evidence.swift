public import Facts

/// What is said of one capability of one facility on one day.
public struct Evidence: Sendable {
  /// Statements that it can, best first: surest, then latest.
  public var yes: [Capability] = []
  /// Statements that it cannot, best first.
  public var no: [Capability] = []
  /// Statements that it will be able to, from a later day on.
  public var notYet: [Capability] = []
  /// Statements that it could, until an earlier day.
  public var ended: [Capability] = []

  /// Whether nothing is said of the day.
  public var isUnknown: Bool { yes.isEmpty && no.isEmpty }
}

extension Network {
  /// Gathers what is said of a capability of a facility on a day.
  ///
  /// A yes to whatever implies the capability is a yes; a no to whatever the capability needs is
  /// a no. Statements are kept side by side: which of them decides is for the caller.
  ///
  /// - Parameters:
  ///   - code: The capability.
  ///   - facility: The index of the facility.
  ///   - day: The day asked about.
  /// - Returns: The statements that speak of the capability, and what they amount to.
  public func evidence(of code: String, at facility: FacilityIndex, on day: Day) -> Evidence {
    var evidence = Evidence()
    let granting = vocabulary.codes(granting: code)
    let required = vocabulary.codes(requiredBy: code)
    for index in capabilityRange(of: facility) {
      // Most statements are of something else, and are not copied.
      let code = records.capabilities[index].record.code
      let speaks =
        records.capabilities[index].record.value == .yes
        ? granting.contains(code) : required.contains(code)
      guard speaks else { continue }
      let statement = records.capabilities[index].record
      switch (statement.period.standing(on: day), statement.value) {
      case (.inForce, .yes): evidence.yes.append(statement)
      case (.inForce, .no): evidence.no.append(statement)
      case (.notYet, .yes): evidence.notYet.append(statement)
      case (.ended, .yes): evidence.ended.append(statement)
      default: break
      }
    }
    evidence.yes.sort(by: Network.isBetter)
    evidence.no.sort(by: Network.isBetter)
    return evidence
  }

  private static func isBetter(_ left: Capability, _ right: Capability) -> Bool {
    let leftSure = left.provenance.effectiveConfidence
    let rightSure = right.provenance.effectiveConfidence
    if leftSure != rightSure { return leftSure > rightSure }
    let leftDay = (left.period.from ?? left.period.firstEvidence)?.start.number ?? Int.min
    let rightDay = (right.period.from ?? right.period.firstEvidence)?.start.number ?? Int.min
    if leftDay != rightDay { return leftDay > rightDay }
    return left.key < right.key
  }
}
