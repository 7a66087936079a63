public import Facts
public import HealthNetwork

/// What a facility amounts to for a query, whatever the way to it and the hour of arrival.
public enum Ability: String, CaseIterable, Sendable {
  /// It can; whether the service is there on arrival is for the arrival to tell.
  case able
  /// Nothing that is known keeps it from it, but nobody sure has said that it can: ask.
  case unknown
  /// It cannot, or may not take the patient.
  case unable
  /// There is no such facility on the day: closed for good, not yet open, or out of work.
  case absent
}

extension Network {
  /// What each facility amounts to for a query.
  ///
  /// - Parameter query: What is asked; its rules on confidence, age, sex, level and beds apply.
  /// - Returns: For each facility by index.
  /// - Complexity: O(*n*), where *n* is the number of facilities and of their statements.
  public func abilities(for query: ReferralQuery) -> [Ability] {
    var eligibility = Eligibility(self, query)
    return facilityIndices.map { facility in
      let standing = eligibility.standing(of: facility)
      if standing.works == false { return .absent }
      // The first reason of a facility whose working nobody has confirmed is just that.
      let reasons = standing.works == nil ? standing.reasons.dropFirst() : standing.reasons[...]
      guard reasons.allSatisfy({ Network.isUnsure($0.code) }) else { return .unable }
      return standing.reasons.isEmpty ? .able : .unknown
    }
  }

  /// Whether a reason only says that something is not known.
  private static func isUnsure(_ code: Reason.Code) -> Bool {
    switch code {
    case .capabilityUnknown, .confidenceTooLow, .statusTooOld, .bedsNotReported: true
    default: false
    }
  }
}

extension Facility {
  /// Whether there is such a facility on a day: not closed for good, opened, and not known to be out
  /// of work; one that nobody has confirmed may be there.
  public func mayWork(on day: Day) -> Bool {
    if let closed, day >= closed.start { return false }
    if let opened, day < opened.start { return false }
    if let activated, day < activated.start { return false }
    return activity != .inactive
  }
}
