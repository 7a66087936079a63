import Facts

/// Points in cells of a table: decimal degrees with a point or a comma, degrees with minutes and
/// seconds, letters, both in one cell, links to a map.
enum PointCells {
  /// Why a text is no degrees, where that can be told.
  static func reason(_ text: String) -> (vi: String, en: String)? {
    if text.contains("goo.gl") {
      return (
        "liên kết rút gọn không chứa tọa độ; hãy mở nó ra rồi chép tọa độ",
        "a short link does not hold the point; open it and copy the coordinates"
      )
    }
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
    // "10 30 00" are no thousands.
    if let number = TableWords.number(text), abs(number) <= 180 || !text.contains(" ") {
      return number
    }
    return Coordinate.degrees(written: text, axis)
      ?? marked(text).flatMap { Coordinate.degrees(written: $0, axis) }
  }

  /// A whole point as tables write it, besides what `Coordinate(written:)` understands.
  static func point(_ text: String) -> Coordinate? {
    if let point = Coordinate(written: text) { return point }
    return plain(text).flatMap { Coordinate(written: $0) }
  }

  /// A point in the words of programs, as people would write it: well-known text, links of
  /// OpenStreetMap, angles parted by blanks or by d, m and s, two angles parted by a slash.
  private static func plain(_ text: String) -> String? {
    let upper = text.uppercased()
    if upper.hasPrefix("POINT"), let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      // Longitude comes first in it.
      let numbers = text[text.index(after: open)...].dropLast().split { $0 == " " || $0 == "," }
      return numbers.count >= 2 ? "\(numbers[1]); \(numbers[0])" : nil
    }
    if text.contains("://") { return linked(text) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 { return "\(parts[0]); \(parts[1])" }
    return marked(text)
  }

  /// The point of a link: `…#map=17/10.77/106.69`, `…?mlat=10.77&mlon=106.69`, `…?q=loc:10.77,106.69`.
  private static func linked(_ text: String) -> String? {
    func value(_ name: String) -> Substring? {
      text.firstRange(of: name).map { text[$0.upperBound...].prefix { $0 != "&" && $0 != "#" } }
    }
    if let latitude = value("mlat="), let longitude = value("mlon=") {
      return "\(latitude); \(longitude)"
    }
    if let map = text.firstRange(of: "#map=") {
      let parts = text[map.upperBound...].split(separator: "/")
      return parts.count >= 3 ? "\(parts[1]); \(parts[2].prefix { $0 != "&" })" : nil
    }
    return text.contains("loc:") ? text.replacing("loc:", with: "") : nil
  }

  /// Degrees, minutes and seconds with their marks, where blanks or the letters d, m and s part them:
  /// `10 46 20 N, 106 41 53 E`, `10d46m20s`.
  static func marked(_ text: String) -> String? {
    let marks: [Character] = ["°", "'", "\""]
    var marked = ""
    var numbers = 0
    var isNumber = false
    let upper = text.uppercased()
    for (index, sign) in upper.enumerated() {
      let isPart =
        sign.isNumber || sign == "." || (sign == "," && isNumber && isDigit(upper, index + 1))
      if isNumber, !isPart {
        guard numbers < marks.count else { return nil }
        marked.append(marks[numbers])
        numbers += 1
      }
      isNumber = isPart
      switch sign {
      case _ where isPart: marked.append(sign)
      case "D" where numbers == 1, "M" where numbers == 2: continue
      case "S" where numbers == 3 && upper.contains("M"): continue
      case ",", ";":
        marked.append(" ")
        numbers = 0
      case "N", "S", "E", "W", "B", "Đ", "T":
        marked.append(sign)
        // A letter before its angle begins it, one behind it ends it.
        if numbers > 0 { numbers = 0 }
      case _ where sign.isWhitespace: marked.append(" ")
      default: return nil
      }
    }
    if isNumber {
      guard numbers < marks.count else { return nil }
      marked.append(marks[numbers])
    }
    return marked
  }

  private static func isDigit(_ text: String, _ offset: Int) -> Bool {
    text.dropFirst(offset).first?.isNumber ?? false
  }
}
