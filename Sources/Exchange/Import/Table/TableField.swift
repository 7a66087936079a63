import Facts

/// What a column of a table of facilities may mean.
enum TableField: Hashable {
  case id, name, nameEn, shortName, formerName, kind, ownership, tier, level, rank, lastLine
  case parent, address, lat, lon, point, precision, province, district, commune, place, phone
  case emergencyPhone, beds, opened, closed, activity, capabilities, source, asserted, confidence
  case note, ignore
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

  /// The fields without a part of their own, by name.
  static let plain: [String: TableField] = [
    "id": .id, "name": .name, "nameEn": .nameEn, "shortName": .shortName,
    "formerName": .formerName, "kind": .kind, "ownership": .ownership, "tier": .tier,
    "level": .level, "rank": .rank, "lastLine": .lastLine, "parent": .parent, "address": .address,
    "lat": .lat, "lon": .lon, "point": .point, "precision": .precision, "province": .province,
    "district": .district, "commune": .commune, "place": .place, "phone": .phone,
    "emergencyPhone": .emergencyPhone, "beds": .beds, "opened": .opened, "closed": .closed,
    "activity": .activity, "capabilities": .capabilities, "source": .source,
    "asserted": .asserted, "confidence": .confidence, "note": .note, "ignore": .ignore,
  ]

  /// The system of the national code that health insurance uses, five characters.
  static let nationalSystem = "vn-cskcb"

  /// The field that a header means by itself, whatever its marks, case and punctuation.
  static func recognised(_ header: String) -> TableField? {
    names[FoldedName(header).text] ?? TableField(header)
  }

  private static let names: [String: TableField] = {
    let words: [(TableField, [String])] = [
      (.id, ["id", "ma", "ma co so", "ma don vi", "facility id", "code"]),
      (
        .identifier(nationalSystem),
        ["ma cskcb", "ma co so kcb", "ma co so kham chua benh", "ma bhyt", "national code"]
      ),
      (
        .name,
        [
          "name", "ten", "ten co so", "ten don vi", "ten benh vien", "ten cskcb", "ten co so kcb",
          "ten co so y te", "facility", "facility name", "hospital",
        ]
      ),
      (.nameEn, ["name en", "english name", "ten tieng anh"]),
      (.shortName, ["short name", "ten viet tat", "ten ngan", "viet tat"]),
      (.formerName, ["former name", "ten cu", "ten truoc day"]),
      (.kind, ["kind", "type", "facility type", "loai", "loai hinh", "loai co so"]),
      (.ownership, ["ownership", "owner", "so huu", "hinh thuc so huu", "cong tu"]),
      (.tier, ["tier", "tuyen"]),
      (.level, ["level", "cap", "cap chuyen mon", "cap chuyen mon ky thuat"]),
      (.rank, ["rank", "hang", "hang benh vien", "xep hang"]),
      (.lastLine, ["last line", "tuyen cuoi"]),
      (.parent, ["parent", "truc thuoc", "don vi chu quan", "don vi quan ly"]),
      (.address, ["address", "dia chi"]),
      (.lat, ["lat", "latitude", "vi do", "y"]),
      (.lon, ["lon", "long", "lng", "longitude", "kinh do", "x"]),
      (.point, ["point", "toa do", "coordinates", "lat lon", "vi do kinh do"]),
      (.precision, ["precision", "do chinh xac"]),
      (.province, ["province", "tinh", "tinh thanh", "tinh thanh pho"]),
      (.district, ["district", "huyen", "quan huyen", "quan huyen thi xa"]),
      (.commune, ["commune", "ward", "xa", "xa phuong", "phuong xa", "xa phuong thi tran"]),
      (.place, ["place", "dia ban"]),
      (
        .phone,
        ["phone", "telephone", "dien thoai", "so dien thoai", "sdt", "tong dai", "dt", "hotline"]
      ),
      (
        .emergencyPhone,
        ["emergency phone", "cap cuu", "so cap cuu", "dien thoai cap cuu", "duong day nong"]
      ),
      (.beds, ["beds", "giuong", "so giuong", "so giuong benh", "giuong benh"]),
      (.opened, ["opened", "ngay thanh lap", "nam thanh lap", "ngay hoat dong"]),
      (.closed, ["closed", "ngay dong cua", "ngay ngung hoat dong"]),
      (.activity, ["activity", "status", "trang thai", "tinh trang"]),
      (.capabilities, ["capabilities", "nang luc", "ky thuat"]),
      (.source, ["source", "nguon"]),
      (.asserted, ["asserted", "updated", "last updated", "ngay cap nhat", "cap nhat"]),
      (.confidence, ["confidence", "do tin cay"]),
      (.note, ["note", "notes", "ghi chu", "remark"]),
    ]
    var names: [String: TableField] = [:]
    for (field, list) in words { for name in list { names[name] = field } }
    return names
  }()
}
