import Columns
import HealthNetwork
public import TravelNetwork

extension NetworkFolder {
  /// The network's links, prepared for fast searches: from the snapshot, where there is one that
  /// holds them undamaged.
  ///
  /// - Complexity: O(*n*) from a snapshot, else about O(*n* √*n*), where *n* is the number of travel
  ///   nodes.
  public var hierarchy: TravelHierarchy {
    if let snapshot, let hierarchy = try? TravelHierarchy(network.travel, snapshot) {
      return hierarchy
    }
    return TravelHierarchy(network.travel)
  }
}
