public import Facts
public import HealthNetwork

/// A facility that could serve a query but for the capability itself.
public struct LackingFacility: Hashable, Sendable {
  /// What is known of the capability.
  public enum Standing: String, CaseIterable, Sendable {
    /// A statement says that it cannot.
    case no
    /// Nobody said anything.
    case unknown
    /// It may be able, but no statement is sure enough.
    case unsure
    /// It will be able from a later day on.
    case planned
    /// It was able until an earlier day.
    case ended
  }

  /// The facility's index.
  public let facility: FacilityIndex
  /// What is known.
  public let standing: Standing
  /// The statement that says so; nil when nobody said anything.
  public let statement: Capability?
  /// The surest statement that it does a step below the capability in its ladder; nil when none is
  /// known.
  public let step: Capability?
}

extension Network {
  /// The facilities that a capability alone keeps from serving a query.
  ///
  /// They work, and are open to the patient: giving the capability to any other would not make it a
  /// target.
  ///
  /// - Parameter query: What is asked.
  /// - Returns: The facilities in ascending order of index.
  /// - Complexity: O(*n*), where *n* is the number of facilities and of their statements.
  public func facilities(lackingOnly query: ReferralQuery) -> [LackingFacility] {
    var eligibility = Eligibility(self, query)
    return facilityIndices.compactMap { index in
      let standing = eligibility.standing(of: index)
      // Without a statement to rely on, exactly one reason is about the capability.
      guard standing.statements.isEmpty, standing.reasons.count == 1 else { return nil }
      let evidence = evidence(of: query.need.capability, at: index, on: query.at.day)
      let (kind, statement): (LackingFacility.Standing, Capability?) =
        if let no = evidence.no.first,
          no.provenance.confidence ?? .low >= evidence.yes.first?.provenance.confidence ?? .low
        {
          (.no, no)
        } else if let unsure = evidence.yes.first {
          (.unsure, unsure)
        } else if let later = evidence.notYet.first {
          (.planned, later)
        } else if let ended = evidence.ended.first {
          (.ended, ended)
        } else {
          (.unknown, nil)
        }
      return LackingFacility(
        facility: index, standing: kind, statement: statement,
        step: step(below: query.need.capability, at: index, on: query.at.day))
    }
  }

  private func step(below code: String, at facility: FacilityIndex, on day: Day) -> Capability? {
    let lower = vocabulary.codes(requiredBy: code)
    let known = capabilities(of: facility).filter {
      $0.value == .yes && $0.code != code && lower.contains($0.code)
        && $0.period.standing(on: day) == .inForce
    }
    // The highest step is the one that needs most others.
    return known.max { one, other in
      let (least, most) = (
        vocabulary.codes(requiredBy: one.code).count,
        vocabulary.codes(requiredBy: other.code).count
      )
      return (least, one.provenance.confidence ?? .low, other.key)
        < (most, other.provenance.confidence ?? .low, one.key)
    }
  }
}
