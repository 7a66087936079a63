/// How a figure is meant.
public enum Bound: String, CaseIterable, Sendable {
  /// The figure itself.
  case exactly
  /// Roughly the figure.
  case about
  /// The figure or more ("hơn", "trên").
  case atLeast
  /// The figure or less ("dưới").
  case atMost
}

/// A value, or a range, with its unit.
public struct Measure: Hashable, Sendable {
  /// The value, when it is one.
  public var value: Double?
  /// The lower end of a range.
  public var low: Double?
  /// The upper end of a range.
  public var high: Double?
  /// How the value is meant; nil means exactly.
  public var bound: Bound?
  /// The thing counted or measured.
  public var unit: String?

  /// Creates a measure of which nothing is known.
  public init() {}
}
