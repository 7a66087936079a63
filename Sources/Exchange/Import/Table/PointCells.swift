import Facts

/// Points in cells of a table: decimal degrees with a point or a comma, degrees with minutes and
/// seconds, letters, both in one cell, links to a map.
enum PointCells {
  /// Why a text is no degrees, where that can be told.
  static func reason(_ text: String) -> (vi: String, en: String)? {
    let digits = text.prefix { $0.isNumber }
    guard digits.count >= 6, let metres = Double(digits), metres >= 100_000 else {
      return (
        "viết như 10,7723 hoặc 10°46'20\"B", "write it as 10.7723 or 10°46'20\"N"
      )
    }
    return (
      "có vẻ là mét (VN-2000, UTM) hoặc mất dấu phẩy; cần độ WGS 84",
      "it looks like metres (VN-2000, UTM) or lost its decimal mark; degrees of WGS 84 are needed"
    )
  }
}

extension PointCells {
  /// One angle, as a number or in degrees, minutes and seconds.
  static func degrees(_ text: String, _ axis: Coordinate.Axis) -> Double? {
    if let number = TableWords.number(text) { return number }
    return Coordinate.degrees(written: text, axis)
  }
}
