import Facts
import HealthNetwork

/// What the words and numbers of a table mean.
enum TableWords {
  /// A number with a decimal point or comma: 10.5, 10,5, 1.234,5.
  static func number(_ text: String) -> Double? {
    var digits = text.filter { $0 != " " && $0 != "\u{A0}" }
    if let comma = digits.lastIndex(of: ",") {
      if let point = digits.lastIndex(of: "."), point > comma {
        digits.removeAll { $0 == "," }
      } else {
        digits.removeAll { $0 == "." }
        digits = digits.replacing(",", with: ".")
      }
    }
    guard let number = Double(digits), number.isFinite, digits.allSatisfy({ !$0.isLetter }) else {
      return nil
    }
    return number
  }

  /// A whole number, thousands parted or not: 1200, 1.200, 1,200.
  static func count(_ text: String) -> Int? {
    let parts = text.split { $0 == "." || $0 == "," || $0 == " " || $0 == "\u{A0}" }
    guard let first = parts.first, parts.dropFirst().allSatisfy({ $0.count == 3 }),
      parts.count == 1 || first.count <= 3
    else { return nil }
    return Int(parts.joined())
  }

  /// A point as "10.5, 106.2" or "10,5; 106,2".
  static func point(_ text: String) -> Coordinate? {
    let parts =
      text.contains(";")
      ? text.split(separator: ";") : text.split { $0 == "," || $0 == " " }
    guard parts.count == 2, let north = number(String(parts[0])),
      let east = number(String(parts[1]))
    else { return nil }
    return Coordinate(latitude: north, longitude: east)
  }

  /// A date as 2026-11-22, 22/11/2026, 11/2026 or 2026.
  static func date(_ text: String) -> PartialDate? {
    if let date = PartialDate(text) { return date }
    let parts = text.split { $0 == "/" || $0 == "." || $0 == "-" }.map(String.init)
    guard (2...3).contains(parts.count), parts.last?.count == 4,
      parts.dropLast().allSatisfy({ (1...2).contains($0.count) })
    else { return nil }
    return PartialDate(
      parts.reversed().map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-"))
  }

  /// Yes or no.
  static func flag(_ text: String) -> Bool? {
    switch FoldedName(text).text {
    case "co", "yes", "x", "1", "true", "dung", "y": true
    case "khong", "no", "0", "false", "sai", "n": false
    default: nil
    }
  }

  /// What a facility is, by one of our words or by a Vietnamese one.
  static func kind(_ text: String) -> Facility.Kind? {
    if let kind = Facility.Kind(rawValue: text) { return kind }
    let words = FoldedName(text).text
    return kinds.first { words.contains($0.words) }?.kind
  }

  private static let kinds: [(words: String, kind: Facility.Kind)] = [
    ("tram y te", .communeHealthStation), ("trung tam y te khu vuc", .regionalMedicalCentre),
    ("trung tam y te", .districtMedicalCentre), ("phong kham da khoa", .polyclinic),
    ("trung tam cap cuu", .emergencyCentre), ("tram cap cuu", .emergencyStation),
    ("quan y", .militaryHospital), ("quan doi", .militaryHospital),
    ("dai hoc", .universityHospital), ("trung uong", .centralHospital),
    ("da khoa tinh", .provincialGeneral), ("chuyen khoa tinh", .provincialSpecialised),
    ("da khoa khu vuc", .regionalGeneral), ("huyen", .districtHospital),
    ("tu nhan", .privateHospital), ("thanh pho", .cityHospital),
  ]

  /// Whose it is.
  static func ownership(_ text: String) -> Facility.Ownership? {
    if let ownership = Facility.Ownership(rawValue: text) { return ownership }
    return switch FoldedName(text).text {
    case "cong", "cong lap", "nha nuoc": .public
    case "tu", "tu nhan", "ngoai cong lap": .private
    case "quan doi", "quan y": .military
    default: nil
    }
  }

  /// 1 to 4.
  static func tier(_ text: String) -> Int? {
    let words = FoldedName(text).words.filter { $0 != "tuyen" && $0 != "tier" }
    switch words.joined(separator: " ") {
    case "1", "trung uong", "central": return 1
    case "2", "tinh", "thanh pho", "provincial": return 2
    case "3", "huyen", "quan", "khu vuc", "district": return 3
    case "4", "xa", "phuong", "co so", "commune": return 4
    default: return nil
    }
  }

  /// The professional level.
  static func level(_ text: String) -> Facility.Level? {
    if let level = Facility.Level(rawValue: text) { return level }
    return switch FoldedName(text).text {
    case "ban dau", "cap ban dau": .initial
    case "co ban", "cap co ban": .basic
    case "chuyen sau", "cap chuyen sau": .specialised
    default: nil
    }
  }

  /// The rank.
  static func rank(_ text: String) -> Facility.Rank? {
    let words = FoldedName(text).words.filter { $0 != "hang" && $0 != "rank" }
    return switch words.joined(separator: " ") {
    case "dac biet", "db", "special": .special
    case "i", "1": .first
    case "ii", "2": .second
    case "iii", "3": .third
    case "iv", "4": .fourth
    default: nil
    }
  }

  /// Whether it works.
  static func activity(_ text: String) -> Facility.Activity? {
    if let activity = Facility.Activity(rawValue: text) { return activity }
    return switch FoldedName(text).text {
    case "hoat dong", "dang hoat dong": .active
    case "ngung hoat dong", "khong hoat dong", "tam ngung": .inactive
    default: nil
    }
  }

  /// How sure it is.
  static func confidence(_ text: String) -> Confidence? {
    if let confidence = Confidence(rawValue: text) { return confidence }
    return switch FoldedName(text).text {
    case "cao": .high
    case "vua", "trung binh": .medium
    case "thap": .low
    default: nil
    }
  }
}
