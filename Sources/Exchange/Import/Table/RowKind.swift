import Facts

/// The nature of a row below the header that is no facility: a total, a heading of a section, a note, or
/// the header once more.
struct RowKind {
  let code: String
  let importance: Finding.Importance
  let vi: String
  let en: String

  /// Recognises a row that is no facility; nil for one that may be.
  init?(_ row: TableRow, _ header: TableHeader) {
    let filled = row.cells.indices.filter { !row.text($0).isEmpty }
    guard let first = filled.first else { return nil }
    if HXLTags.areIn(row) {
      self.init("hxl_row", .note, "dòng thẻ HXL", "a row of HXL hashtags")
      return
    }
    if TableHeader.isNumbering(row), filled.allSatisfy({ row.text($0).hasPrefix("(") }) {
      self.init("numbering_row", .note, "dòng đánh số cột", "a row of column numbers")
      return
    }
    let repeated = filled.count { $0 < header.titles.count && row.text($0) == header.titles[$0] }
    if repeated >= 2, repeated == filled.count {
      self.init("header_repeated", .note, "dòng tiêu đề lặp lại", "the header once more")
      return
    }
    let fields = header.fields
    func field(_ column: Int) -> TableField { column < fields.count ? fields[column] : .ignore }
    let others = filled.filter { field($0) != .ordinal }
    let hasID = others.contains { field($0) == .id && !RowKind.isTotal(row.text($0)) }
    if !hasID, RowKind.isTotal(row.text(others.first ?? first)) || RowKind.isTotal(row.text(first))
    {
      self.init("total_row", .note, "dòng tổng cộng", "a row of totals")
      return
    }
    // "Người lập biểu", and "Giám đốc" some columns on: those who sign the list.
    if others.count >= 2, others.allSatisfy({ RowKind.isSignature(row.text($0)) }) {
      self.init("note_row", .note, "dòng ghi chú", "a note")
      return
    }
    // In a table of several columns, a row with one cell is a heading or a note, unless it is a name
    // that is counted as the other rows are.
    guard let words = others.first else {
      self.init("note_row", .note, "dòng ghi chú", "a note")
      return
    }
    // "II", and "TUYẾN HUYỆN" in the next column: a numbered heading of a section.
    if !hasID, others.count == 2, field(words) == .name, RowKind.isRoman(row.text(words)),
      RowKind.isNote(row.text(others[1]))
    {
      self.init("section_row", .note, "tên nhóm hay ghi chú", "a heading or a note")
      return
    }
    // "Ghi chú: …" is a note even where a facility needs no more than its name.
    if !hasID, others.count == 1, row.text(words).contains(":"), RowKind.isNote(row.text(words)) {
      self.init("note_row", .note, "dòng ghi chú", "a note")
      return
    }
    let width = fields.count { $0 != .ignore && $0 != .ordinal }
    guard width >= 3, others.count == 1, !hasID else { return nil }
    let ordinal = filled.first { field($0) == .ordinal }.map(row.text)
    let isCounted =
      ordinal.map { !$0.isEmpty && $0.allSatisfy { $0.isNumber || $0 == "." } } ?? false
    if field(words) != .name {
      guard row.text(words).contains(where: \.isLetter) else { return nil }
      self.init("note_row", .note, "dòng ghi chú", "a note")
      return
    }
    let counts = fields.contains(.ordinal)
    if (counts && !isCounted) || RowKind.isNote(row.text(words)) {
      self.init("section_row", .note, "tên nhóm hay ghi chú", "a heading or a note")
      return
    }
    return nil
  }

  private init(_ code: String, _ importance: Finding.Importance, _ vi: String, _ en: String) {
    self.code = code
    self.importance = importance
    self.vi = vi
    self.en = en
  }

  /// Whether a text begins as that of a total does; "Tổng công ty" is a company.
  private static func isTotal(_ text: String) -> Bool {
    let words = FoldedName(text).words
    guard let first = words.first else { return false }
    let second = words.dropFirst().first
    switch first {
    case "tong": return second != "cong" || words.dropFirst(2).first != "ty"
    case "cong": return words.count == 1 || (second.flatMap { Int($0) } != nil)
    case "total", "totals": return true
    case "grand", "sub": return second == "total"
    default: return false
    }
  }

  /// Whether a text is that of a note or of a heading, not the name of a facility.
  private static func isNote(_ text: String) -> Bool {
    let words = FoldedName(text).text
    let beginnings = [
      "ghi chu", "nguon", "nguoi lap", "giam doc", "note", "source", "ngay ", "luu y", "chu thich",
      "thu truong", "ke toan", "danh sach", "phu luc", "tuyen ", "khoi ", "nhom ", "huyen ",
      "quan ", "tinh ", "thanh pho ",
    ]
    if beginnings.contains(where: { words.hasPrefix($0) }) { return true }
    // "I. Bệnh viện tuyến tỉnh", "A. CÔNG LẬP": a numbered heading.
    guard let dot = text.firstIndex(where: { $0 == "." || $0 == ")" }) else { return false }
    let number = text[..<dot]
    return number.count <= 4 && !number.isEmpty && number.allSatisfy { "IVXABCDE".contains($0) }
  }

  /// Whether a text names somebody who signs a list.
  private static func isSignature(_ text: String) -> Bool {
    let words = FoldedName(text).text
    return [
      "nguoi lap", "giam doc", "pho giam doc", "thu truong", "ke toan", "truong phong",
      "nguoi kiem tra", "can bo lap", "prepared by", "director", "approved by",
    ].contains { words.hasPrefix($0) }
  }

  private static func isRoman(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 5 && text.allSatisfy { "IVX.".contains($0) }
  }

  /// Whether a spreadsheet wrote a long number in powers of ten: 1E+05.
  static func isRounded(_ text: String) -> Bool {
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("+") else { return false }
    return parts[0].contains { $0.isNumber }
      && parts[0].allSatisfy { $0.isNumber || ".,".contains($0) }
      && parts[1].dropFirst().allSatisfy { $0.isNumber }
  }
}
