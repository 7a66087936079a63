import Facts
import Formats
import HealthNetwork

/// Reads one row of a table into a facility and what it can do.
struct RowReader {
  let row: CSVReader.Row
  let mapping: TableMapping
  let places: PlaceLookup?
  var facility = Facility()
  var capabilities: [Capability] = []
  var findings: [Finding] = []
  private var latitude: Double?
  private var longitude: Double?
  private var area: [TableField: String] = [:]

  init(row: CSVReader.Row, mapping: TableMapping, places: PlaceLookup?, source: String) {
    self.row = row
    self.mapping = mapping
    self.places = places
    facility.provenance.source = source
  }

  /// Reads the fields.
  mutating func read(_ columns: [TableField]) {
    if row.fields.dropFirst(columns.count).contains(where: { !$0.isEmpty }) {
      fail(
        "row_width",
        "có \(row.fields.count) ô, tiêu đề có \(columns.count); dấu phẩy thập phân phải "
          + "nằm trong ngoặc kép",
        "has \(row.fields.count) fields, the header \(columns.count); a decimal comma must be quoted"
      )
      return
    }
    for (field, text) in mapping.constants { take(field, text) }
    for (field, text) in zip(columns, row.fields) where !text.isEmpty {
      take(field, mapping.value(text, of: field))
    }
    finishPoint()
    finishPlace()
    finishID()
    for index in capabilities.indices {
      capabilities[index].facility = facility.id
      capabilities[index].provenance = facility.provenance
      capabilities[index].provenance.note = nil
    }
  }

  private mutating func take(_ field: TableField, _ text: String) {
    switch field {
    case .id: facility.id = text
    case .name: facility.name = text
    case .nameEn: facility.nameEn = text
    case .shortName: addName(.short, text)
    case .formerName: addName(.former, text)
    case .parent: facility.parent = text
    case .address: facility.address = text
    case .place: addPlacement(text)
    case .province, .district, .commune: area[field] = text
    case .phone: addContact(.switchboard, text)
    case .emergencyPhone: addContact(.emergency, text)
    case .source: facility.provenance.source = text
    case .note: facility.provenance.note = text
    case .identifier(let system): addIdentifier(system, text)
    case .kept(let key): addExtension(key, text)
    case .capabilities: addCapabilities(text)
    case .capability(let code): addAnswer(code, text)
    case .ignore: break
    default: takeValue(field, text)
    }
  }

  /// Takes a value that must be one of some words, a number or a date.
  private mutating func takeValue(_ field: TableField, _ text: String) {
    switch field {
    case .kind: set(\.kind, TableWords.kind(text), text, "kind")
    case .ownership: set(\.ownership, TableWords.ownership(text), text, "ownership")
    case .tier: set(\.tier, TableWords.tier(text), text, "tier")
    case .level: set(\.level, TableWords.level(text), text, "level")
    case .rank: set(\.rank, TableWords.rank(text), text, "rank")
    case .lastLine: set(\.isLastLine, TableWords.flag(text), text, "lastLine")
    case .activity: set(\.activity, TableWords.activity(text), text, "activity")
    case .precision:
      set(\.position.precision, Precision(rawValue: text), text, "precision")
    case .opened: set(\.opened, TableWords.date(text), text, "opened")
    case .closed: set(\.closed, TableWords.date(text), text, "closed")
    case .asserted: set(\.provenance.asserted, TableWords.date(text), text, "asserted")
    case .confidence:
      set(\.provenance.confidence, TableWords.confidence(text), text, "confidence")
    case .lat:
      latitude = TableWords.number(text)
      if latitude == nil { misread("lat", text) }
    case .lon:
      longitude = TableWords.number(text)
      if longitude == nil { misread("lon", text) }
    case .point:
      let point = TableWords.point(text)
      (latitude, longitude) = (point?.latitude, point?.longitude)
      if point == nil { misread("point", text) }
    case .beds:
      guard let count = TableWords.count(text) else { return misread("beds", text) }
      var beds = Beds()
      beds.measure.value = Double(count)
      beds.measure.unit = "beds"
      facility.beds.append(beds)
    default: break
    }
  }

  private mutating func set<Value>(
    _ path: WritableKeyPath<Facility, Value>, _ value: Value?, _ text: String, _ name: String
  ) {
    if let value { facility[keyPath: path] = value } else { misread(name, text) }
  }

  private mutating func set<Value>(
    _ path: WritableKeyPath<Facility, Value?>, _ value: Value?, _ text: String, _ name: String
  ) {
    if let value { facility[keyPath: path] = value } else { misread(name, text) }
  }

  private mutating func finishPoint() {
    guard latitude != nil || longitude != nil else { return }
    guard let latitude, let longitude else {
      fail(
        "row_value", "vĩ độ và kinh độ phải đi đôi", "lat and lon stand together: one is missing")
      return
    }
    guard latitude.magnitude <= 180, longitude.magnitude <= 180 else {
      fail(
        "row_value", "\(latitude), \(longitude) không phải tọa độ độ",
        "\(latitude), \(longitude) are no degrees")
      return
    }
    facility.position.point = Coordinate(latitude: latitude, longitude: longitude)
  }

  private mutating func finishPlace() {
    guard !area.isEmpty, let places else { return }
    let names = [TableField.commune, .district, .province].compactMap { area[$0] }
    let found = places.place(
      province: area[.province], district: area[.district], commune: area[.commune])
    if let found {
      addPlacement(found)
    } else {
      let text = names.joined(separator: ", ")
      findings.append(
        Finding(
          "place_unknown", .odd, at: origin, vi: "không tìm ra địa bàn \"\(text)\"",
          en: "no place, or more than one, is \"\(text)\""))
    }
  }

  private mutating func finishID() {
    if facility.id.isEmpty {
      guard !facility.name.isEmpty else {
        fail("row_value", "không có mã lẫn tên", "has neither id nor name")
        return
      }
      facility.id = FoldedName(facility.name).text.replacing(" ", with: "-")
    }
    let isPlain = facility.id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: ":"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    let first = facility.id.first
    guard isPlain, facility.id.utf8.count <= 120, first?.isLetter == true || first?.isNumber == true
    else {
      misread("id", facility.id)
      return
    }
  }

  private var origin: Origin { Origin(document: 0, line: row.line) }

  private mutating func misread(_ field: String, _ text: String) {
    fail(
      "row_value", "không hiểu \(field) \"\(text)\"",
      "\(field) is \"\(text)\", which means nothing; correct it, or add a value line to the mapping"
    )
  }

  private mutating func fail(_ code: String, _ vi: String, _ en: String) {
    findings.append(
      Finding(
        code, .error, kind: Facility.kindName, key: facility.id.isEmpty ? nil : facility.id,
        at: origin, vi: vi, en: en))
  }
}

extension RowReader {
  private mutating func addName(_ kind: OtherName.Kind, _ text: String) {
    var name = OtherName()
    name.kind = kind
    name.value = text
    facility.names.append(name)
  }

  private mutating func addContact(_ kind: Contact.Kind, _ text: String) {
    var contact = Contact()
    contact.kind = kind
    contact.value = text
    facility.contacts.append(contact)
  }

  private mutating func addPlacement(_ reference: String) {
    var placement = Placement()
    placement.place = reference
    facility.placements.append(placement)
  }

  private mutating func addIdentifier(_ system: String, _ text: String) {
    var identifier = OtherIdentifier()
    identifier.system = system
    identifier.value = text
    facility.identifiers.append(identifier)
  }

  private mutating func addExtension(_ key: String, _ text: String) {
    var kept = Extension()
    kept.key = key
    kept.text = text
    facility.extensions.append(kept)
  }

  private mutating func addCapabilities(_ text: String) {
    for code in text.split(whereSeparator: { ",;| ".contains($0) }) { add(String(code), .yes) }
  }

  /// A no is a statement; an empty field is none.
  private mutating func addAnswer(_ code: String, _ text: String) {
    guard let answer = TableWords.flag(text) else { return misread(code, text) }
    add(code, answer ? .yes : .no)
  }

  private mutating func add(_ code: String, _ value: Capability.Answer) {
    var capability = Capability()
    capability.code = code
    capability.value = value
    capabilities.append(capability)
  }
}
