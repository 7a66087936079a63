import Columns
import Files
import HealthNetwork
public import TravelNetwork

extension LoadedNetwork {
  /// The network's links, prepared for fast searches: from the snapshot, where there is one that
  /// holds them undamaged.
  ///
  /// - Complexity: O(*n*) from a snapshot, else about O(*n* √*n*), where *n* is the number of travel
  ///   nodes.
  public var hierarchy: TravelHierarchy { hierarchy { _ in } }

  /// The network's links, prepared for fast searches.
  ///
  /// - Parameter warn: Is told, in one line, why what the snapshot keeps of them cannot be used.
  /// - Returns: The same, from the snapshot or not.
  public func hierarchy(warn: (String) -> Void) -> TravelHierarchy {
    guard let snapshot, !network.travel.nodes.isEmpty else {
      return TravelHierarchy(network.travel)
    }
    do throws(FileError) {
      return try TravelHierarchy(network.travel, snapshot)
    } catch {
      warn("\(error); the roads are prepared anew")
      return TravelHierarchy(network.travel)
    }
  }
}
