public import Facts

/// Lets tests name records by number; elsewhere indices come from the network.
extension RecordIndex: ExpressibleByIntegerLiteral {
  /// Creates the index of a number.
  public init(integerLiteral value: Int) { self.init(value) }
}
