extension FixedWidthInteger {
  /// Converts a number of any size: its fraction is cut off, what lies beyond the type becomes the
  /// type's nearest end, and what is no number becomes 0.
  ///
  /// `Int(number)` ends the process for such numbers. They come out of documents and of arithmetic
  /// on what documents say, so that everything above the search itself converts with this.
  ///
  ///     Int(clamping: 2.5e300)            // Int.max
  ///     UInt32(clamping: -0.5.rounded())  // 0
  ///
  /// - Parameter number: The number.
  @inlinable
  package init(clamping number: Double) {
    if let whole = Self(exactly: number.rounded(.towardZero)) {
      self = whole
    } else if number.isNaN {
      self = 0
    } else {
      self = number < 0 ? .min : .max
    }
  }
}
