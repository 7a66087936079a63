/// The headings of columns that are understood by themselves, without marks, case or punctuation.
enum TableHeadings {
  /// The field of each heading.
  static let fields: [String: TableField] = {
    var fields: [String: TableField] = [:]
    // The headings of our own sheets, which yield to what others mean by the same words.
    for (name, field) in TableField.plain {
      for heading in ColumnTitles.spellings(of: name) { fields[heading] = field }
    }
    for (field, headings) in lists { for heading in headings { fields[heading] = field } }
    return fields
  }()

  private static let lists: [(TableField, [String])] =
    identity + kinds + whereabouts + lines + statements

  private static let identity: [(TableField, [String])] = [
    (.ordinal, ["stt", "tt", "so tt", "so thu tu", "thu tu", "no", "s no", "sl no", "ordinal"]),
    (
      .id,
      [
        "id", "ma", "ma co so", "ma don vi", "ma co so y te", "ma csyt", "facility id", "code",
        "facility code", "ma so", "ma dinh danh", "organisationunitcode", "mfl code", "hf code",
      ]
    ),
    (
      .identifier(TableField.nationalSystem),
      [
        "ma cskcb", "ma co so kcb", "ma co so kham chua benh", "ma co so kham benh chua benh",
        "ma bhyt", "ma co so kcb bhyt", "ma kcb", "national code",
      ]
    ),
    (
      .identifier("dhis2"),
      ["organisationunitid", "organisation unit id", "orgunit", "orgunit id", "org unit id"]
    ),
    (.shortName, ["organisationunitshortname"]),
    (
      .name,
      [
        "name", "ten", "ten co so", "ten don vi", "ten benh vien", "ten cskcb", "ten co so kcb",
        "ten co so y te", "ten csyt", "ten cskcb bhyt", "ten co so kham chua benh",
        "ten co so kham benh chua benh", "co so kham benh chua benh", "co so kham chua benh",
        "co so kcb", "cskcb", "co so y te", "csyt", "co so", "don vi", "benh vien", "ten tram",
        "ten tram y te", "tram y te", "ten phong kham", "ten goi", "ten day du", "ten chinh thuc",
        "ten tieng viet", "ten benh vien phong kham", "ten benh vien trung tam y te",
        "facility", "facility name", "hospital", "hospital name", "health facility",
        "name of facility", "name of hospital", "health facility name", "organisation unit",
        "organisationunitname", "orgunit name",
      ]
    ),
    (.nameEn, ["name en", "nameen", "english name", "ten tieng anh", "name english"]),
    (.shortName, ["short name", "shortname", "ten viet tat", "ten ngan", "viet tat", "ten tat"]),
    (.formerName, ["former name", "formername", "ten cu", "ten truoc day", "ten goi cu"]),
    (.otherName, ["other name", "alternate name", "alternative name", "ten khac", "ten goi khac"]),
    (.otherNames, ["othernames", "other names", "ten khac list"]),
    (.identifiers, ["identifiers", "ma khac"]),
  ]

  private static let kinds: [(TableField, [String])] = [
    (
      .kind,
      [
        "kind", "type", "facility type", "loai", "loai hinh", "loai co so", "loai hinh co so",
        "hinh thuc to chuc", "phan loai", "loai benh vien", "category", "amenity", "healthcare",
      ]
    ),
    (
      .ownership,
      [
        "ownership", "owner", "so huu", "hinh thuc so huu", "cong tu", "loai hinh so huu",
        "cong lap tu nhan", "hinh thuc", "thanh phan kinh te", "operator type", "facility owner",
      ]
    ),
    (.tier, ["tier", "tuyen", "tuyen chuyen mon", "tuyen kcb"]),
    (
      .level,
      [
        "level", "cap", "cap chuyen mon", "cap chuyen mon ky thuat", "cap kcb",
        "cap kham chua benh",
      ]
    ),
    (.rank, ["rank", "hang", "hang benh vien", "xep hang", "hang bv", "phan hang"]),
    (.lastLine, ["last line", "lastline", "tuyen cuoi"]),
    (
      .parent,
      ["parent", "truc thuoc", "don vi chu quan", "don vi quan ly", "co quan chu quan"]
    ),
    (.opened, ["opened", "ngay thanh lap", "nam thanh lap", "ngay cap phep"]),
    (.activated, ["activated", "ngay hoat dong", "ngay bat dau hoat dong"]),
    (.closed, ["closed", "ngay dong cua", "ngay ngung hoat dong"]),
    (
      .activity,
      [
        "activity", "status", "trang thai", "tinh trang", "tinh trang hoat dong",
        "operational status", "operating status", "trang thai hoat dong",
      ]
    ),
  ]

  private static let whereabouts: [(TableField, [String])] = [
    (
      .address,
      ["address", "dia chi", "dia chi co so", "dia diem", "full address", "dia chi hoat dong"]
    ),
    (.lat, ["lat", "latitude", "vi do", "y", "vido", "vi do y", "toa do vi do", "gps lat"]),
    (
      .lon,
      [
        "lon", "long", "lng", "longitude", "kinh do", "x", "kinhdo", "kinh do x", "toa do kinh do",
        "gps lon", "gps long",
      ]
    ),
    (
      .point,
      [
        "point", "toa do", "coordinates", "lat lon", "lat long", "lat lng", "vi do kinh do",
        "toa do gps", "gps", "link google map", "google map", "google maps",
        "ban do",
      ]
    ),
    (.precision, ["precision", "do chinh xac"]),
    (.pointSource, ["pointsource", "point source", "nguon toa do"]),
    (
      .province,
      [
        "province", "tinh", "tinh thanh", "tinh thanh pho", "ten tinh", "tinh tp", "thanh pho",
        "tinh thanh pho truc thuoc trung uong", "city province", "adm1",
      ]
    ),
    (
      .district,
      [
        "district", "huyen", "quan huyen", "quan huyen thi xa", "huyen thi xa", "ten huyen",
        "quan huyen thanh pho", "huyen thi", "adm2",
      ]
    ),
    (
      .commune,
      [
        "commune", "ward", "xa", "xa phuong", "phuong xa", "xa phuong thi tran", "ten xa",
        "phuong xa thi tran", "xa phuong dac khu", "phuong xa dac khu", "phuong", "adm3",
      ]
    ),
    (.place, ["place", "dia ban", "don vi hanh chinh"]),
    (.places, ["places"]),
  ]

  private static let lines: [(TableField, [String])] = [
    (
      .phone,
      [
        "phone", "telephone", "dien thoai", "so dien thoai", "sdt", "tong dai", "dt", "hotline",
        "phone number", "tel", "so dt", "dien thoai lien he", "dien thoai co dinh",
        "dien thoai ban",
        "dien thoai di dong", "di dong", "mobile", "contact phone", "so dien thoai lien he",
        "dtdd", "so may",
      ]
    ),
    (
      .emergencyPhone,
      [
        "emergency phone", "emergencyphone", "cap cuu", "so cap cuu", "dien thoai cap cuu",
        "duong day nong", "dien thoai duong day nong", "so dien thoai cap cuu",
        "so dien thoai duong day nong", "sdt cap cuu", "sdt duong day nong", "emergency",
      ]
    ),
    (.phones, ["phones", "contacts"]),
    (
      .beds,
      [
        "beds", "giuong", "so giuong", "so giuong benh", "giuong benh", "bed count",
        "number of beds", "no of beds", "total beds", "so giuong thuc ke", "giuong thuc ke",
        "giuong thuc te",
        "so giuong thuc te", "giuong benh thuc ke", "so giuong benh thuc ke", "tong so giuong",
        "tong so giuong benh", "quy mo giuong",
        "quy mo giuong benh", "capacity beds",
      ]
    ),
    (
      .plannedBeds,
      [
        "planned beds", "plannedbeds", "giuong ke hoach", "so giuong ke hoach", "giuong kh",
        "chi tieu giuong", "chi tieu giuong benh", "so giuong kh", "giuong benh kh",
        "giuong benh ke hoach",
        "so giuong benh ke hoach", "so giuong benh kh", "so giuong duoc giao", "giuong chi tieu",
      ]
    ),
  ]

  private static let statements: [(TableField, [String])] = [
    (.capabilities, ["capabilities", "nang luc", "ky thuat"]),
    (.source, ["source", "nguon", "data source", "nguon so lieu"]),
    (
      .asserted,
      ["asserted", "updated", "last updated", "ngay cap nhat", "cap nhat", "date modified"]
    ),
    (.confidence, ["confidence", "do tin cay"]),
    (.basis, ["basis", "can cu"]),
    (.note, ["note", "notes", "ghi chu", "remark", "remarks", "comment", "comments"]),
  ]
}
