public import Facts
public import HealthNetwork
public import TravelNetwork

/// A facility of which it is supposed that it can treat: what planning asks "what if" about.
///
///     var search = CapableFacilitySearch(network, query, engine, access, supposing: [SupposedAbility(of: 12)])
public struct SupposedAbility: Hashable, Sendable {
  /// The facility's index; for one that does not exist yet, a number that no facility has.
  public let facility: FacilityIndex
  /// How it is joined to the travel network; nil for where the facility lies.
  public let access: PointAccess?
  /// When the service would be there; none for at all hours.
  public let windows: [ServiceWindow]

  /// Supposes that an existing facility can treat.
  public init(of facility: FacilityIndex, windows: [ServiceWindow] = []) {
    self.facility = facility
    self.windows = windows
    access = nil
  }

  /// Supposes a new facility.
  ///
  /// - Parameters:
  ///   - number: A number that no facility has, to know it by.
  ///   - access: How it is joined to the travel network.
  ///   - windows: When the service would be there; none for at all hours.
  public init(new number: Int, at access: PointAccess, windows: [ServiceWindow] = []) {
    facility = FacilityIndex(number)
    self.access = access
    self.windows = windows
  }
}
