public import Facts
public import HealthNetwork

extension Network {
  /// The facilities that are able to serve a query, whatever the way to them and the hour of arrival.
  ///
  /// - Parameter query: What is asked; its rules on confidence, age, sex, level and beds apply.
  /// - Returns: Indices in ascending order.
  /// - Complexity: O(*n*), where *n* is the number of facilities and of their statements.
  public func facilities(ableToServe query: ReferralQuery) -> [FacilityIndex] {
    var eligibility = Eligibility(self, query)
    return facilityIndices.filter { eligibility.standing(of: $0).reasons.isEmpty }
  }
}
