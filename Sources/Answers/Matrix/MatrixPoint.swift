public import Facts
import HealthNetwork

/// An origin or a destination of a matrix.
public struct MatrixPoint: Hashable, Sendable {
  /// The id that the asker gave, or that of what stands there.
  public var id: String
  /// The name that people call it by.
  public var name: String
  /// The id of the place, facility or node that was matched; nil for a bare point.
  public var place: String?
  /// The point.
  public var point: Coordinate
  /// The block of land it lies on, if known.
  public var block: String?

  /// Creates a point.
  public init(id: String, name: String, point: Coordinate, block: String? = nil) {
    self.id = id
    self.name = name
    self.point = point
    self.block = block
  }

  /// Creates a point from a location under a label, or else its own id, or else the text that named it.
  init(_ location: Location, label: String?, text: String) {
    self.init(
      id: label ?? location.id ?? text, name: location.name, point: location.point,
      block: location.block)
    place = location.id
  }
}
