public import HealthNetwork
public import Referral

extension ReferralOrigin {
  /// The origin at a location.
  public init(_ location: Location) {
    self.init(
      id: location.id, name: location.name, point: location.point, block: location.block)
  }
}
