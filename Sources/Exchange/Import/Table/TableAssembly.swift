import Facts
import HealthNetwork

/// Puts the facilities of a table together, row by row: which rows are facilities, under which ids,
/// and which stand there twice.
struct TableAssembly {
  private let header: TableHeader
  private let mapping: TableMapping
  private let options: ImportOptions
  private let places: PlaceLookup?
  private let known = KnownWords()
  private let source: String?
  private var document: ImportedDocument
  private var findings = TableFindings()
  /// The ids that rows have, so that made-up ones are others.
  private var taken: Set<String> = []
  /// The rows without ids so far, by all their cells.
  private var rowsWithoutID: [[String]: Int] = [:]
  /// Facilities whose ids are made when all that are given are known.
  private var waiting: [(index: Int, base: String, place: String?)] = []
  /// Facilities in places that the network does not know, by index.
  private var elsewhere: Set<Int> = []
  private var capabilities: [(index: Int, list: [Located<Capability>])] = []

  init(
    _ header: TableHeader, mapping: TableMapping, options: ImportOptions,
    document: ImportedDocument
  ) {
    self.header = header
    self.mapping = mapping
    self.options = options
    self.document = document
    places = options.network.map { PlaceLookup($0, scheme: mapping.scheme) }
    let name = document.path.split(separator: "/").last.map(String.init) ?? document.path
    // A table with a column for what statements rest on says all that is to be said about that.
    let saysAll = header.fields.contains(.source) && header.fields.contains(.basis)
    source = saysAll ? nil : document.format.rawValue.uppercased() + ": " + name
  }

  /// Takes a row.
  mutating func add(_ row: TableRow) {
    if let kind = RowKind(row, header) {
      let text = row.cells.indices.map(row.text).filter { !$0.isEmpty }.prefix(4)
        .joined(separator: " | ")
      findings.add(
        kind.code, kind.importance, value: text, line: row.line, key: nil,
        vi: "\(kind.vi), bỏ qua: \"\(text)\"", en: "\(kind.en), left out: \"\(text)\"")
      return
    }
    var reader = RowReader(
      row, mapping: mapping, places: places, known: known, repairs: options.repairs,
      source: source)
    reader.read(header.fields, secondNames: header.secondNames, &findings)
    guard !reader.isWrong else { return }
    guard settleID(&reader) else { return }
    if TableAssembly.isGarbled(reader.facility.name) {
      findings.add(
        "text_garbled", .odd, value: "", line: row.line, key: nil,
        vi: "chữ bị hỏng vì lưu sai bảng mã trước đây: \"\(reader.facility.name)\"",
        en: "the letters were spoilt by a wrong encoding before: \"\(reader.facility.name)\"")
    }
    let origin = Origin(document: 0, line: row.line)
    if reader.isElsewhere { elsewhere.insert(document.records.facilities.count) }
    document.records.facilities.append(Located(reader.facility, at: origin))
    if !reader.capabilities.isEmpty {
      capabilities.append(
        (
          document.records.facilities.count - 1,
          reader.capabilities.map { Located($0, at: origin) }
        ))
    }
  }

  /// Gives a facility its id, or has it wait for one; returns whether the row is taken.
  private mutating func settleID(_ reader: inout RowReader) -> Bool {
    let row = reader.row
    let given = reader.facility.id
    if FacilityID.isValid(given), !RowKind.isRounded(given) {
      reader.finish(id: given)
      taken.insert(given)
      return true
    }
    let index = document.records.facilities.count
    if given.isEmpty {
      let name = reader.facility.name
      guard !name.isEmpty || !reader.facility.identifiers.isEmpty else {
        findings.add(
          "row_value", .error, value: "id", line: row.line, key: nil, vi: "không có mã lẫn tên",
          en: "has neither id nor name")
        return false
      }
      let cells = row.cells.indices.filter {
        $0 >= header.fields.count || header.fields[$0] != .ordinal
      }.map(row.text)
      if let line = rowsWithoutID.updateValue(row.line, forKey: cells) {
        findings.add(
          "repeated_record", .note, value: "\(row.line)", line: row.line, key: nil,
          vi: "y hệt dòng \(line): lấy một lần", en: "stands just so at line \(line): taken once")
        return false
      }
      let code = reader.facility.identifiers.first.map { $0.system + "-" + $0.value }
      waiting.append(
        (index, FacilityID.made(of: name.isEmpty ? code ?? "" : name), place(of: reader)))
      reader.finish(id: "")
      return true
    }
    if RowKind.isRounded(given) {
      findings.add(
        "id_rounded", .odd, value: given, line: row.line, key: nil,
        vi: "bảng tính đã làm tròn mã thành \(given): mã thật đã mất, đặt mã theo tên",
        en: "a spreadsheet rounded the id to \(given): it is lost, and one is made of the name")
      let base = reader.facility.name.isEmpty ? given : reader.facility.name
      waiting.append((index, FacilityID.made(of: base), place(of: reader)))
    } else {
      let repaired = FacilityID.repaired(given)
      findings.add(
        "id_repaired", .note, value: given, line: row.line, key: nil,
        vi: "mã \"\(given)\" có ký tự không dùng được: dùng \"\(repaired)\", mã gốc vẫn giữ",
        en:
          "the id \"\(given)\" has letters that no id has: \"\(repaired)\" is used, and it is kept "
          + "as an identifier")
      reader.addIdentifier(TableAssembly.originalSystem, given)
      waiting.append((index, repaired, nil))
    }
    reader.finish(id: "")
    return true
  }

  /// Whether a name is UTF-8 that was taken for Windows-1252 and saved as such, or mixes scripts.
  private static func isGarbled(_ name: String) -> Bool {
    name.contains("á»") || name.contains("áº") || name.contains("Ã¡") || name.contains("Ä\u{91}")
      || name.split(separator: " ").contains { mixesScripts($0) }
  }

  /// Whether a word has letters of scripts that never stand in one word: a few bytes of another
  /// encoding, as GB 2312, may happen to be UTF-8, and then look so.
  private static func mixesScripts(_ word: Substring) -> Bool {
    var first: Int?
    for scalar in word.unicodeScalars {
      guard let script = scripts.firstIndex(where: { $0.contains(scalar.value) }) else { continue }
      if let first, first != script { return true }
      first = script
    }
    return false
  }

  /// Greek, Cyrillic, Armenian, Hebrew, Arabic and its neighbours; letters of all others may stand
  /// beside them.
  private static let scripts: [ClosedRange<UInt32>] = [
    0x370...0x3FF, 0x400...0x52F, 0x530...0x58F, 0x590...0x5FF, 0x600...0x7FF,
  ]

  /// The system of an identifier that keeps an id as a list has it.
  static let originalSystem = "tuyen.original"

  /// The name of the narrowest place of a row, to tell made-up ids apart.
  private func place(of reader: RowReader) -> String? {
    reader.area[.commune] ?? reader.area[.district] ?? reader.area[.province]
  }

  /// The document, once all rows were taken.
  mutating func finished() -> ImportedDocument {
    for (index, base, place) in waiting {
      let id = FacilityID.free(base, in: place) { taken.contains($0) }
      taken.insert(id)
      document.madeIDs.insert(id)
      document.records.facilities[index].record.id = id
    }
    for (index, list) in capabilities {
      let id = document.records.facilities[index].record.id
      for var located in list {
        located.record.facility = id
        document.records.capabilities.append(located)
      }
    }
    for index in elsewhere {
      document.elsewhereIDs.insert(document.records.facilities[index].record.id)
    }
    document.mappingProposal = MappingProposal(header, findings.words).text
    document.findings += findings.findings
    return document
  }
}
