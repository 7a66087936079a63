import Facts
import TravelNetwork

/// Which things made of the records of one network are as good for another: those made of kinds of which
/// both hold the very same list.
///
/// A change leaves the lists of other kinds where they are in memory, so that this costs nothing; lists that
/// are equal and lie elsewhere count as different, which costs time and is never wrong.
struct KeptKinds {
  /// The search for names.
  let names: Bool
  /// The outlines of places, and that they were checked.
  let outlines: Bool
  /// The facilities as points, with the land they lie on.
  let points: Bool

  /// Compares two networks.
  ///
  /// - Complexity: O(1).
  init(_ one: NetworkRecords, _ other: NetworkRecords) {
    let places =
      KeptKinds.areSame(one.places, other.places) && KeptKinds.areSame(one.schemes, other.schemes)
    let facilities = KeptKinds.areSame(one.facilities, other.facilities)
    names = places && facilities
    outlines =
      places && KeptKinds.areSame(one.outlines, other.outlines)
      && one.networks.map(\.record) == other.networks.map(\.record)
    points =
      outlines && facilities && KeptKinds.areSame(one.nodes, other.nodes)
      && KeptKinds.areSame(one.links, other.links)
  }

  /// Whether two lists are one list in memory.
  private static func areSame<Element>(_ one: [Element], _ other: [Element]) -> Bool {
    guard one.count == other.count else { return false }
    guard !one.isEmpty else { return true }
    return unsafe one.withUnsafeBufferPointer { one in
      unsafe other.withUnsafeBufferPointer { other in
        unsafe one.baseAddress == other.baseAddress
      }
    }
  }
}
