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

  /// A whole number of beds, thousands parted or not: 1200, 1.200, 1 200, "200 giường", 1200.0.
  ///
  /// - Returns: Nil for anything else: 12.5, 250/300, -5.
  static func count(_ text: String) -> Int? {
    var words = text.split { $0.isWhitespace }.map(String.init)
    while let last = words.last, units.contains(FoldedName(last).text) { words.removeLast() }
    var digits = words.joined(separator: " ")
    for ending in [".0", ",0", ".00", ",00"] where digits.hasSuffix(ending) {
      digits.removeLast(ending.count)
      break
    }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber || ".,\' ".contains($0) })
    else { return nil }
    let parts = digits.split(omittingEmptySubsequences: false) { ".,\' ".contains($0) }
    guard let first = parts.first, !first.isEmpty, parts.dropFirst().allSatisfy({ $0.count == 3 }),
      parts.count == 1 || first.count <= 3
    else { return nil }
    return Int(parts.joined())
  }

  private static let units: Set<String> = ["giuong", "benh", "bed", "beds", "g"]

  /// A date as 2026-11-22, 22/11/2026, 11/2026 or 2026.
  static func date(_ text: String) -> PartialDate? {
    if let date = PartialDate(text) { return date }
    // A time of day behind the date is left out: 22/11/2026 08:30, 2026-11-22T00:00:00.
    if let end = text.firstIndex(where: { $0 == "T" || $0 == " " }), text[end...].contains(":"),
      let date = date(String(text[..<end]))
    {
      return date
    }
    let parts = text.split { $0 == "/" || $0 == "." || $0 == "-" }.map(String.init)
    // 2026-1-5: a year first leaves no doubt what comes behind it.
    if parts.count == 3, parts[0].count == 4, text.contains("-"),
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) })
    {
      return PartialDate(parts.map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-"))
    }
    guard (2...3).contains(parts.count), parts.last?.count == 4,
      parts.dropLast().allSatisfy({ (1...2).contains($0.count) })
    else { return nil }
    return PartialDate(
      parts.reversed().map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-"))
  }

  /// Yes or no.
  static func flag(_ text: String) -> Bool? {
    if ["✓", "✔", "☑", "√", "+", "v", "V", "●", "×"].contains(text) { return true }
    return switch FoldedName(text).text {
    case "co", "yes", "x", "1", "true", "dung", "y", "c", "available", "da co": true
    case "khong", "no", "0", "false", "sai", "n", "k", "khong co", "chua co", "not available": false
    default: nil
    }
  }

  /// Whose it is.
  static func ownership(_ text: String) -> Facility.Ownership? {
    let words = FoldedName(text).text
    if let ownership = Facility.Ownership(rawValue: words) { return ownership }
    if let exact = owners[words] { return exact }
    // "Công lập - Sở Y tế", "Public (government)": the first words tell it.
    let padded = words + " "
    return owners.filter { $0.key.contains(" ") || $0.key.utf8.count > 5 }
      .first { padded.hasPrefix($0.key + " ") }?.value
  }

  private static let owners: [String: Facility.Ownership] = [
    "cong": .public, "cong lap": .public, "nha nuoc": .public, "co so cong lap": .public,
    "benh vien cong": .public, "benh vien cong lap": .public, "don vi su nghiep": .public,
    "su nghiep cong lap": .public, "bo y te": .public, "so y te": .public, "ubnd": .public,
    "government": .public, "govt": .public, "state": .public, "ministry of health": .public,
    "moh": .public, "local authority": .public, "public sector": .public, "tu": .private,
    "tu nhan": .private, "ngoai cong lap": .private, "dan lap": .private, "tu thuc": .private,
    "co so tu nhan": .private, "benh vien tu nhan": .private, "benh vien tu": .private,
    "co phan": .private, "cong ty": .private, "doanh nghiep": .private,
    "von nuoc ngoai": .private, "100 von nuoc ngoai": .private, "private sector": .private,
    "private for profit": .private, "private not for profit": .private, "ngo": .private,
    "faith based": .private, "quan doi": .military, "quan y": .military, "quoc phong": .military,
    "bo quoc phong": .military, "luc luong vu trang": .military, "ministry of defence": .military,
    "ministry of defense": .military, "hon hop": .mixed, "lien doanh": .mixed,
    "cong tu": .mixed, "hop tac cong tu": .mixed, "ppp": .mixed, "joint venture": .mixed,
    "public private": .mixed,
  ]

  /// 1 to 4.
  static func tier(_ text: String) -> Int? {
    let words = FoldedName(text).words.filter { !["tuyen", "tier", "level", "cap"].contains($0) }
    switch words.joined(separator: " ") {
    case "1", "i", "trung uong", "tw", "central", "trung uong 1": return 1
    case "2", "ii", "tinh", "thanh pho", "tp", "tinh thanh pho", "provincial", "province": return 2
    case "3", "iii", "huyen", "quan", "quan huyen", "huyen quan", "khu vuc", "district": return 3
    case "4", "iv", "xa", "phuong", "xa phuong", "co so", "commune": return 4
    default: return nil
    }
  }

  /// The professional level.
  static func level(_ text: String) -> Facility.Level? {
    let words = FoldedName(text).text
    if words.hasSuffix("ban dau") { return .initial }
    if words.hasSuffix("co ban") { return .basic }
    if words.hasSuffix("chuyen sau") { return .specialised }
    return switch words {
    case "initial", "primary": .initial
    case "basic", "secondary": .basic
    case "specialised", "specialized", "tertiary": .specialised
    default: nil
    }
  }

  /// The rank.
  static func rank(_ text: String) -> Facility.Rank? {
    let words = FoldedName(text).words.filter { !["hang", "rank", "loai", "grade"].contains($0) }
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
    let words = FoldedName(text).text
    if let activity = Facility.Activity(rawValue: words) { return activity }
    return switch words {
    case "hoat dong", "dang hoat dong", "con hoat dong", "operational", "functional", "open",
      "functioning", "co":
      .active
    case "ngung hoat dong", "khong hoat dong", "tam ngung", "tam ngung hoat dong", "dong cua",
      "da dong cua", "ngung", "closed", "non functional", "not functional", "dung hoat dong":
      .inactive
    default: nil
    }
  }

  /// How sure it is.
  static func confidence(_ text: String) -> Confidence? {
    let words = FoldedName(text).text
    if let confidence = Confidence(rawValue: words) { return confidence }
    return switch words {
    case "cao": .high
    case "vua", "trung binh": .medium
    case "thap": .low
    default: nil
    }
  }

  /// The words that a field takes, for the message about another one; empty for one that takes any.
  static func allowed(_ field: TableField) -> [String] {
    switch field {
    case .kind: Facility.Kind.allCases.map(\.rawValue)
    case .ownership: Facility.Ownership.allCases.map(\.rawValue)
    case .tier: ["1", "2", "3", "4"]
    case .level: Facility.Level.allCases.map(\.rawValue)
    case .rank: Facility.Rank.allCases.map(\.rawValue)
    case .activity: Facility.Activity.allCases.map(\.rawValue)
    case .confidence: Confidence.allCases.map(\.rawValue)
    case .precision: Precision.allCases.map(\.rawValue)
    case .lastLine, .capability: ["yes", "no"]
    case .opened, .activated, .closed, .asserted: ["2026-11-22", "22/11/2026", "11/2026", "2026"]
    case .beds, .plannedBeds: ["0, 1, 2 …"]
    default: []
    }
  }
}
