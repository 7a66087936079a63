import Facts
public import HealthNetwork
public import Referral

extension Network {
  /// The access standard by which a need is planned for, unless told otherwise: the one in minutes
  /// that the network names as its default, for the capability itself before one for its specialty.
  ///
  /// - Returns: nil when the network has no such standard: then nobody said how near is near enough.
  public func planningStandard(for need: Need) -> AccessStandard? {
    let standards = records.accessStandards.map(\.record).filter {
      $0.isDefault == true && $0.minutes != nil && $0.specialty == need.specialty
    }
    return standards.first { $0.capability == need.capability }
      ?? standards.first { $0.capability == nil }
  }
}
