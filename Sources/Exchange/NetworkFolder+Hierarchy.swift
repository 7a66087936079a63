import HealthNetwork
public import TravelNetwork

extension NetworkFolder {
  /// The network's links, prepared for fast searches.
  ///
  /// - Complexity: about O(*n* √*n*), where *n* is the number of travel nodes.
  public var hierarchy: TravelHierarchy { TravelHierarchy(network.travel) }
}
