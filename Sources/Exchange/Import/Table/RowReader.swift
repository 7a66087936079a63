import Facts
import Formats
import HealthNetwork

/// Reads one row of a table into a facility and what it can do.
struct RowReader {
  let row: TableRow
  let mapping: TableMapping
  let places: PlaceLookup?
  let known: KnownWords
  /// Whether telephone numbers that lost their leading zero get it back.
  let repairs: Bool
  var facility = Facility()
  var capabilities: [Capability] = []
  /// Whether something of the row cannot be understood, so that it is not taken.
  var isWrong = false
  /// Whether it is said to lie in a place that the network does not know.
  var isElsewhere = false
  var latitude: Double?
  var longitude: Double?
  var area: [TableField: String] = [:]
  var kindWords: (text: String, meaning: KindWords)?
  private var taken: [TableField: String] = [:]

  init(
    _ row: TableRow, mapping: TableMapping, places: PlaceLookup?, known: KnownWords, repairs: Bool,
    source: String?
  ) {
    self.known = known
    self.row = row
    self.mapping = mapping
    self.places = places
    self.repairs = repairs
    facility.provenance.source = source
  }

  /// Reads the cells.
  ///
  /// - Parameters:
  ///   - columns: What each column means.
  ///   - secondNames: The columns of another name that give the name where an earlier column does not.
  ///   - findings: Takes what is odd or wrong.
  mutating func read(
    _ columns: [TableField], secondNames: Set<Int> = [], _ findings: inout TableFindings
  ) {
    let width = row.cells.count
    if width > columns.count,
      (columns.count..<width).contains(where: { !row.text($0).isEmpty })
    {
      isWrong = true
      findings.add(
        "row_width", .error, value: "\(width)", line: row.line, key: nil,
        vi:
          "có \(width) ô, tiêu đề có \(columns.count); dấu phẩy thập phân phải nằm trong ngoặc kép",
        en: "has \(width) fields, the header \(columns.count); a decimal comma must be quoted")
      return
    }
    let said = Set(columns.indices.filter { !row.text($0).isEmpty }.map { columns[$0] })
    for (field, text) in mapping.constants where !said.contains(field) {
      take(field, text, &findings)
    }
    for column in columns.indices where columns[column] != .ignore {
      let cell = column < width ? row.cells[column] : ""
      let text = unwrapped(collapsingWhitespace(cell), columns[column], &findings)
      guard !text.isEmpty else { continue }
      if columns[column] == .name, cell.contains(where: \.isNewline), !text.isEmpty,
        collapsingWhitespace(cell).count < cell.count || cell.contains("\n")
      {
        findings.add(
          "line_break", .note, value: "name", line: row.line, key: nil,
          vi: "tên xuống dòng giữa chừng: ghép thành \"\(text)\"",
          en: "a name with a line break is read as one: \"\(text)\"")
      }
      let isName = secondNames.contains(column) && facility.name.isEmpty
      takeOnce(isName ? .name : columns[column], text, raw: cell, &findings)
    }
    finishKind(&findings)
    finishPoint(&findings)
    finishPlace(&findings)
  }

  /// Gives what the facility can do its id and its source.
  mutating func finish(id: String) {
    facility.id = id
    for index in capabilities.indices {
      capabilities[index].facility = id
      capabilities[index].provenance = facility.provenance
      capabilities[index].provenance.note = nil
    }
  }

  /// The text of a cell that a spreadsheet was kept from reading: ="0290…", '0290….
  private func unwrapped(
    _ text: String, _ field: TableField, _ findings: inout TableFindings
  ) -> String {
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 else {
      let isCode = text.hasPrefix("'") && text.dropFirst().first?.isNumber == true
      return isCode ? String(text.dropFirst()) : text
    }
    findings.add(
      "formula_text", .note, value: field.name, line: row.line, key: nil,
      vi: "\(field.name) viết như công thức của bảng tính, \(text): lấy phần chữ",
      en: "\(field.name) is written as a formula of a spreadsheet, \(text): the text in it is taken"
    )
    return collapsingWhitespace(String(text.dropFirst(2).dropLast()))
  }

  /// Takes a cell, unless an earlier column of the same field has said something else.
  private mutating func takeOnce(
    _ field: TableField, _ text: String, raw: String, _ findings: inout TableFindings
  ) {
    let isAnswer =
      switch field {
      case .capability, .lastLine: TableWords.flag(text) != nil
      default: false
      }
    guard isAnswer || mapping.value(text, of: field) != text || !NothingWords.contains(text) else {
      return
    }
    if !field.takesSeveral {
      if let first = taken[field] {
        if first != text {
          findings.add(
            "value_twice", .odd, value: field.name, line: row.line, key: facility.id,
            vi: "hai cột cùng là \(field.name) ghi khác nhau: lấy \"\(first)\", bỏ \"\(text)\"",
            en:
              "two columns are \(field.name) and differ: \"\(first)\" is taken, \"\(text)\" is not")
        }
        return
      }
      taken[field] = text
    }
    let isSeveral =
      switch field {
      case .phone, .emergencyPhone, .phones: true
      default: false
      }
    // A mapping may say that a word says nothing.
    let meant = mapping.value(text, of: field)
    guard !meant.isEmpty else { return }
    take(field, isSeveral && meant == text ? raw : meant, &findings)
  }

  private mutating func take(
    _ field: TableField, _ text: String, _ findings: inout TableFindings
  ) {
    switch field {
    case .id: facility.id = text
    case .name: facility.name = text
    case .nameEn: facility.nameEn = text
    case .shortName: addName(.short, text)
    case .formerName: addName(.former, text)
    case .otherName: addName(.alternative, text)
    case .otherNames: addNames(text, &findings)
    case .identifiers:
      guard let parts = OtherIdentifier.parts(of: text) else {
        return misread(field, text, &findings)
      }
      facility.identifiers += parts
    case .extensions:
      guard let parts = Extension.parts(of: text) else { return misread(field, text, &findings) }
      facility.extensions += parts
    case .parent: facility.parent = text
    case .address: facility.address = text
    case .place: area[field] = text
    case .places: addPlacements(text, &findings)
    case .province, .district, .commune: area[field] = text
    case .phone: addLines(.switchboard, text, &findings)
    case .emergencyPhone: addLines(.emergency, text, &findings)
    case .phones: addContacts(text, &findings)
    case .source: facility.provenance.source = text
    case .note: facility.provenance.note = text
    case .rankBasis: facility.rankBasis = text
    case .successor: facility.successor = text
    case .helipadNote: facility.helipadNote = text
    case .basis: facility.provenance.basis = text
    case .pointSource: facility.position.source = text
    case .identifier(let system): addIdentifier(system, text)
    case .kept(let key): addExtension(key, text)
    case .capabilities:
      for code in text.split(whereSeparator: { ",;| ".contains($0) }) { add(String(code), .yes) }
    case .capability(let code): addAnswer(code, text, &findings)
    case .ignore, .ordinal: break
    default: takeValue(field, text, &findings)
    }
  }

  /// Takes a value that must be one of some words, a number or a date.
  private mutating func takeValue(
    _ field: TableField, _ text: String, _ findings: inout TableFindings
  ) {
    var isUnderstood = true
    func set<Value>(_ path: WritableKeyPath<Facility, Value?>, _ value: Value?) {
      if let value { facility[keyPath: path] = value } else { isUnderstood = false }
    }
    switch field {
    case .kind:
      kindWords = known.kind(text).map { (text, $0) }
      isUnderstood = kindWords != nil
    case .ownership: set(\.ownership, TableWords.ownership(text))
    case .tier: set(\.tier, TableWords.tier(text))
    case .level: set(\.level, TableWords.level(text))
    case .rank: set(\.rank, TableWords.rank(text))
    case .lastLine: set(\.isLastLine, TableWords.flag(text))
    case .activity: set(\.activity, TableWords.activity(text))
    case .precision: set(\.position.precision, Precision(rawValue: text.lowercased()))
    case .built: set(\.built, TableWords.date(text))
    case .catalogueShare:
      set(\.catalogueShare, TableWords.number(text).flatMap { (0...1).contains($0) ? $0 : nil })
    case .helipad: set(\.helipads, TableWords.count(text))
    case .opened: set(\.opened, TableWords.date(text))
    case .activated: set(\.activated, TableWords.date(text))
    case .closed: set(\.closed, TableWords.date(text))
    case .asserted: set(\.provenance.asserted, TableWords.date(text))
    case .confidence: set(\.provenance.confidence, TableWords.confidence(text))
    case .lat, .lon, .point: isUnderstood = takePoint(field, text)
    case .beds, .plannedBeds: isUnderstood = addBeds(field == .beds ? .total : .planned, text)
    default: break
    }
    if !isUnderstood { misread(field, text, &findings) }
  }

  mutating func misread(_ field: TableField, _ text: String, _ findings: inout TableFindings) {
    isWrong = true
    let allowed = TableWords.allowed(field).joined(separator: ", ")
    let isPoint = [.lat, .lon, .point].contains(field)
    let why = isPoint ? PointCells.reason(text) : nil
    let words: (vi: String, en: String) =
      allowed.isEmpty ? ("", "") : ("; cho phép: \(allowed)", "; allowed: \(allowed)")
    findings.add(
      "row_value", .error, value: field.name + " " + text, line: row.line, key: facility.id,
      vi: "không hiểu \(field.name) \"\(text)\"\(words.vi)" + (why.map { "; \($0.vi)" } ?? ""),
      en: "\(field.name) is \"\(text)\", which means nothing\(words.en)"
        + (why.map { "; \($0.en)" } ?? ""),
      remedy: isPoint || allowed.isEmpty ? nil : .mapValue,
      word: isPoint || allowed.isEmpty ? nil : (field, text))
  }
}
