import Facts

/// What a column of a table of facilities may mean.
enum TableField: Hashable {
  case id, name, nameEn, shortName, formerName, otherName, otherNames, identifiers, kind, ownership
  case tier, level, rank, lastLine, parent, address, lat, lon, point, precision, pointSource
  case province, district, commune, place, places, phone, emergencyPhone, phones, beds, plannedBeds
  case opened, activated, closed, activity, capabilities, source, asserted, confidence, basis, note
  case rankBasis, built, successor, catalogueShare, helipad, helipadNote, extensions
  case ordinal, ignore
  /// An id in another system.
  case identifier(String)
  /// Yes or no to one capability.
  case capability(String)
  /// A text that is kept beside the record.
  case kept(String)

  /// The field of a name as mapping files have it: `id`, `identifier:moh`, `capability:stroke.lysis`,
  /// `extension:vn.example.file`.
  init?(_ name: String) {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      switch parts[0] {
      case "identifier": self = .identifier(parts[1])
      case "capability": self = .capability(parts[1])
      case "extension": self = .kept(parts[1])
      default: return nil
      }
      return
    }
    guard let field = TableField.plain[name] else { return nil }
    self = field
  }

  /// The name of the field as mapping files have it.
  var name: String {
    switch self {
    case .identifier(let system): "identifier:" + system
    case .capability(let code): "capability:" + code
    case .kept(let key): "extension:" + key
    default: TableField.plainNames[self] ?? "ignore"
    }
  }

  /// The fields without a part of their own, by name.
  static let plain: [String: TableField] = [
    "id": .id, "name": .name, "nameEn": .nameEn, "shortName": .shortName,
    "formerName": .formerName, "otherName": .otherName, "otherNames": .otherNames,
    "identifiers": .identifiers, "kind": .kind, "ownership": .ownership, "tier": .tier,
    "level": .level, "rank": .rank, "lastLine": .lastLine, "parent": .parent, "address": .address,
    "lat": .lat, "lon": .lon, "point": .point, "precision": .precision,
    "pointSource": .pointSource, "province": .province, "district": .district,
    "commune": .commune, "place": .place, "places": .places, "phone": .phone,
    "emergencyPhone": .emergencyPhone, "phones": .phones, "beds": .beds,
    "plannedBeds": .plannedBeds, "opened": .opened, "activated": .activated, "closed": .closed,
    "activity": .activity, "capabilities": .capabilities, "source": .source,
    "asserted": .asserted, "confidence": .confidence, "basis": .basis, "note": .note,
    "rankBasis": .rankBasis, "built": .built, "successor": .successor,
    "catalogueShare": .catalogueShare, "helipad": .helipad, "helipadNote": .helipadNote,
    "extensions": .extensions, "ordinal": .ordinal, "ignore": .ignore,
  ]

  private static let plainNames: [TableField: String] = Dictionary(
    plain.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

  /// Whether several columns may say it, each something of its own.
  var takesSeveral: Bool {
    switch self {
    case .otherName, .otherNames, .shortName, .formerName, .identifiers, .places, .phone,
      .emergencyPhone, .phones, .capabilities, .extensions, .ordinal, .ignore:
      true
    default: false
    }
  }

  /// The system of the national code that health insurance uses, five characters.
  static let nationalSystem = "vn-cskcb"

  /// The field that a header means by itself, whatever its marks, case and punctuation.
  static func recognised(_ header: String) -> TableField? {
    if let field = TableField(header) { return field }
    let folded = FoldedName(header).text
    if let field = TableHeadings.fields[folded] { return field }
    // "Điện thoại (cố định)", "Số giường (KH)": a remark in brackets does not change the field.
    guard let bracket = header.firstIndex(where: { $0 == "(" || $0 == "[" || $0 == "\n" }) else {
      return nil
    }
    return TableHeadings.fields[FoldedName(String(header[..<bracket])).text]
  }
}
