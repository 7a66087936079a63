import Facts
import Synchronization
import TravelNetwork

/// The parts of a network, held once for all copies of it, and what is made of them when it is first
/// asked for.
final class NetworkStorage: Sendable {
  let parts: NetworkParts
  private let knownNames = Mutex<NameIndex?>(nil)
  private let knownPoints = Mutex<[TravelPoint]?>(nil)
  private let knownOutlines = Mutex<OutlineIndex?>(nil)
  private let knownExits = Mutex<[TravelNode]?>(nil)

  init(_ parts: NetworkParts) { self.parts = parts }

  /// Holds parts of the same records, with what was made of these already.
  init(_ parts: NetworkParts, sameRecordsAs other: NetworkStorage) {
    self.parts = parts
    let (names, points) = (other.knownNames.withLock { $0 }, other.knownPoints.withLock { $0 })
    let outlines = other.knownOutlines.withLock { $0 }
    knownNames.withLock { $0 = names }
    knownPoints.withLock { $0 = points }
    knownOutlines.withLock { $0 = outlines }
  }

  /// Holds parts of other records, with what was made before of those kinds that are still the same.
  init(_ parts: NetworkParts, keepingOf other: NetworkStorage) {
    self.parts = parts
    let kept = KeptKinds(parts.records, other.parts.records)
    if kept.names {
      let names = other.knownNames.withLock { $0 }
      knownNames.withLock { $0 = names }
    }
    if kept.outlines {
      let outlines = other.knownOutlines.withLock { $0 }
      knownOutlines.withLock { $0 = outlines }
    }
    if kept.points {
      let points = other.knownPoints.withLock { $0 }
      knownPoints.withLock { $0 = points }
    }
  }

  /// The names, ready to be searched.
  var names: NameIndex {
    knownNames.withLock { known in
      if let known { return known }
      let made = NameIndex(parts.records)
      known = made
      return made
    }
  }

  /// The outlines, ready to be asked.
  var outlines: OutlineIndex {
    knownOutlines.withLock { known in
      if let known { return known }
      let made = OutlineIndex(parts.records.outlines, placeIndices: parts.placeIndices)
      known = made
      return made
    }
  }

  /// The nodes on blocks of land of which no place is held.
  func exits(of network: Network) -> [TravelNode] {
    knownExits.withLock { known in
      if let known { return known }
      let held = Set(parts.records.places.lazy.compactMap(\.record.block))
      let made =
        held.isEmpty
        ? [] : network.travel.nodes.filter { $0.block.map { !held.contains($0) } ?? false }
      known = made
      return made
    }
  }

  /// The facilities as points, of a network with these parts.
  func facilityPoints(of network: Network) -> [TravelPoint] {
    knownPoints.withLock { known in
      if let known { return known }
      let made = network.facilityIndices.map { index in
        TravelPoint(
          point: parts.records.facilities[index].record.position.point,
          block: network.block(ofFacility: index), pad: parts.padNodes[index])
      }
      known = made
      return made
    }
  }
}
