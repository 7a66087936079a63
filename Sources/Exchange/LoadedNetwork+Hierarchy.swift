import Files
import HealthNetwork
import Synchronization
public import TravelNetwork

/// A hierarchy that is made once, and then known to all copies of a network.
final class KnownHierarchy: Sendable {
  private let known: Mutex<TravelHierarchy?>

  /// Starts with a hierarchy that is known to serve, or with none.
  init(_ hierarchy: TravelHierarchy? = nil) {
    known = Mutex(hierarchy)
  }

  /// The hierarchy, if it was made already.
  var current: TravelHierarchy? { known.withLock { $0 } }

  /// The hierarchy; whoever asks while it is being made waits for it.
  func hierarchy(make: () -> TravelHierarchy) -> TravelHierarchy {
    known.withLock { known in
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }
}

extension LoadedNetwork {
  /// The network's links, prepared for fast searches: from the snapshot, where there is one that
  /// holds them undamaged, and made once for all copies of the network.
  ///
  /// - Complexity: O(1) but for the first time; then O(*n*) from a snapshot, else about O(*n* √*n*), where
  ///   *n* is the number of travel nodes.
  public var hierarchy: TravelHierarchy { hierarchy { _ in } }

  /// The network's links, prepared for fast searches.
  ///
  /// Deltas that leave nodes and links as they are, such as closures, speeds or statements, leave the
  /// hierarchy of the snapshot in use.
  ///
  /// - Parameter warn: Is told, in one line, why what the snapshot keeps of them cannot be used.
  /// - Returns: The same, from the snapshot or not.
  public func hierarchy(warn: (String) -> Void) -> TravelHierarchy {
    knownHierarchy.hierarchy { makeHierarchy(warn: warn) }
  }

  private func makeHierarchy(warn: (String) -> Void) -> TravelHierarchy {
    guard let snapshot, !network.travel.nodes.isEmpty,
      deltas.isEmpty || TravelHierarchy.isIn(snapshot, for: network.travel)
    else {
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
