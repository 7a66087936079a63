/// The index of a record among those of its kind.
///
///     let index = network.facilityIndex(of: "bv-cho-ray")   // a RecordIndex<Facility>
///
/// The kind is part of the type, so the index of a link cannot be used to look up a node. Indices
/// are valid for the network, or the map, that gave them.
public struct RecordIndex<Record>: Hashable, Comparable, Strideable, Sendable {
  /// The number of records of the kind that come before it.
  public let rawValue: Int

  /// Creates an index.
  @inlinable
  public init(_ rawValue: Int) { self.rawValue = rawValue }

  /// Whether one record comes before another.
  @inlinable
  public static func < (left: RecordIndex, right: RecordIndex) -> Bool {
    left.rawValue < right.rawValue
  }

  /// How many records lie between this one and another.
  @inlinable
  public func distance(to other: RecordIndex) -> Int { other.rawValue - rawValue }

  /// The index of the record that follows some records later.
  @inlinable
  public func advanced(by distance: Int) -> RecordIndex { RecordIndex(rawValue + distance) }
}

extension RecordIndex: CustomStringConvertible {
  /// The number.
  public var description: String { "\(rawValue)" }
}

extension Array {
  /// The element that belongs to a record, in an array with one element for each record of its kind.
  @inlinable
  package subscript<Record>(index: RecordIndex<Record>) -> Element {
    _read { yield self[index.rawValue] }
    _modify { yield &self[index.rawValue] }
  }
}
