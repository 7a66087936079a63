public import Facts
public import HealthNetwork

/// Equipment that a facility holds, and whether anything says that it is used.
public struct IdleEquipment: Hashable, Sendable {
  /// What is known of its use.
  public enum State: String, CaseIterable, Sendable {
    /// A statement says that what it serves is not performed.
    case notPerformed = "not_performed"
    /// It is said to be under-used.
    case underUsed = "under_used"
    /// What it serves is being handed over.
    case inTransfer = "in_transfer"
    /// Nobody said whether what it serves is performed.
    case unknown
    /// Nobody said what it serves.
    case purposeUnknown = "purpose_unknown"
  }

  /// The facility.
  public let facility: FacilityIndex
  /// The item.
  public let item: CatalogueEntry
  /// What is known of its use.
  public let state: State

  /// Finds equipment of which nothing says that what it serves is performed.
  ///
  /// Equipment that is planned or broken is not held. A technique of the same name, or any of the
  /// capability that the item serves, says that it is used.
  ///
  /// - Returns: What is found, the worst first, then in order of facility.
  /// - Complexity: O(*n* · *s*), where *n* is the number of items and *s* of statements a facility.
  public static func all(_ register: PracticeRegister) -> [IdleEquipment] {
    let network = register.network
    var found: [IdleEquipment] = []
    for facility in network.facilityIndices {
      let record = network.facility(facility)
      guard record.isInService(on: register.day, isConfirmed: false) else { continue }
      for item in record.equipment where item.isHeld(on: register.day) {
        if let state = state(of: item, at: facility, register) {
          found.append(IdleEquipment(facility: facility, item: item, state: state))
        }
      }
    }
    return State.allCases.flatMap { state in found.filter { $0.state == state } }
  }

  private static func state(
    of item: CatalogueEntry, at facility: FacilityIndex, _ register: PracticeRegister
  ) -> State? {
    if item.state == .underUsed { return .underUsed }
    if item.state == .inUse { return nil }
    let name = FoldedName(item.name)
    let named = register.techniques(at: facility).filter { FoldedName($0.name) == name }
    if named.contains(where: { $0.isPerformed(on: register.day) }) { return nil }
    guard let code = item.capability else { return named.isEmpty ? .purposeUnknown : .inTransfer }
    let found = register.performance(of: code, at: facility)
    switch (found.answer, found.doubt) {
    case (.yes, _): return nil
    case (.no, _): return .notPerformed
    case (.unknown, .inTransfer), (.unknown, .notYet): return .inTransfer
    case (.unknown, _): return named.isEmpty ? .unknown : .inTransfer
    }
  }
}

extension CatalogueEntry {
  /// Whether it is there on a day.
  fileprivate func isHeld(on day: Day) -> Bool {
    guard state != .planned, state != .broken else { return false }
    return period.standing(on: day) == .inForce
  }
}
