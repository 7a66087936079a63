import Facts
import Files
import HealthNetwork

/// The meaning of the columns of a table, found in its first rows.
///
/// The header is the row with the most headings that are understood, a name or an id among them; what
/// stands above it is a title. Below it may follow a second row of headings, column numbers such as
/// `(1)`, `(2)`, `(3)`, and a row of HXL hashtags.
struct TableHeader {
  /// How many rows are looked at: a header stands above the facilities.
  static let mostRowsAbove = 60

  /// The meaning of each column.
  private(set) var fields: [TableField] = []
  /// The headings as they stand.
  private(set) var titles: [String] = []
  /// The columns of another name that are names as the first one is: it counts where that is empty.
  private(set) var secondNames: Set<Int> = []
  /// The line of the header.
  private(set) var line = 1
  /// The index, among the rows looked at, of the first row that may be a facility.
  private(set) var firstRow = 0
  /// Columns that were left out, or may be meant otherwise.
  private(set) var findings: [Finding] = []

  private let mapping: TableMapping
  private let vocabulary: Vocabulary?

  /// Finds the header.
  ///
  /// - Parameters:
  ///   - rows: The first rows that hold anything.
  ///   - path: The path of the table, for messages.
  ///   - mapping: What headings mean that do not tell it themselves.
  ///   - vocabulary: The capabilities that a heading may be the code of.
  ///   - isStrict: Whether a column that means nothing is an error.
  /// - Throws: `ExchangeFailure` where no column is the name or the id of a facility.
  init(
    _ rows: [TableRow], path: String, mapping: TableMapping, vocabulary: Vocabulary?,
    isStrict: Bool
  ) throws(ExchangeFailure) {
    self.mapping = mapping
    self.vocabulary = vocabulary
    guard let first = rows.first else {
      throw ExchangeFailure(
        .malformed, path, line: 1, "the table is empty", vi: "bảng không có gì")
    }
    let tags = rows.firstIndex { HXLTags.areIn($0) }
    var best = -1
    var bestScore = 0
    for index in rows[..<(tags ?? rows.count)].indices {
      let score = score(rows[index])
      if score > bestScore { (best, bestScore) = (index, score) }
    }
    if best < 0, let tags {
      // Hashtags alone say what the columns are; the row above them holds headings of some kind.
      best = tags > 0 ? tags - 1 : tags
    }
    guard best >= 0 else {
      let seen = first.cells.indices.map(first.text).filter { !$0.isEmpty }.prefix(8)
        .joined(separator: " | ")
      throw ExchangeFailure(
        .invalid, path, line: first.line,
        "no column is the name or the id of a facility; its first row reads \"\(seen)\". Say which "
          + "column is, in a mapping file: column,HEADING,name",
        vi:
          "không có cột nào là tên hay mã cơ sở; dòng đầu là \"\(seen)\". Hãy khai cột đó trong tệp "
          + "ánh xạ: column,TIÊU ĐỀ CỘT,name")
    }
    line = rows[best].line
    for row in rows[..<best] {
      leaveOut("title_row", "dòng tiêu đề", "a title above the header", row)
    }
    read(rows, from: best, tags: tags)
    settleColumns(isStrict)
  }

  /// How many headings of a row are understood; 0 for one without a name and an id.
  private func score(_ row: TableRow) -> Int {
    let fields = row.cells.indices.compactMap { field(of: row.text($0)) }
    let isHeader = fields.contains { [.name, .id].contains($0) || $0.isIdentifier }
    return isHeader ? Set(fields).count : 0
  }

  private func field(of title: String) -> TableField? {
    guard !title.isEmpty else { return nil }
    if vocabulary?.capabilityTypes[title] != nil { return .capability(title) }
    return mapping.field(of: title)
  }

  private mutating func read(_ rows: [TableRow], from header: Int, tags: Int?) {
    firstRow = header + 1
    titles = tags == header ? [] : rows[header].cells.indices.map(rows[header].text)
    if firstRow < rows.count, tags != firstRow, isSecondRow(rows[firstRow]) {
      join(rows[firstRow])
      firstRow += 1
    }
    fields = titles.map { field(of: $0) ?? ($0.isEmpty ? .ignore : .unknown) }
    while firstRow < rows.count, TableHeader.isNumbering(rows[firstRow]) {
      leaveOut("numbering_row", "dòng đánh số cột", "a row of column numbers", rows[firstRow])
      firstRow += 1
    }
    guard let tags, tags >= header else { return }
    for column in rows[tags].cells.indices {
      while fields.count <= column {
        fields.append(.ignore)
        titles.append("")
      }
      let tag = rows[tags].text(column)
      if titles[column].isEmpty { titles[column] = tag }
      // A tag says what the heading only seems to; a mapping knows better than both.
      if let field = HXLTags.field(tag), mapping.columns[FoldedName(titles[column]).text] == nil {
        fields[column] = field
      }
    }
    leaveOut("hxl_row", "dòng thẻ HXL", "a row of HXL hashtags", rows[tags])
    firstRow = max(firstRow, tags + 1)
  }

  /// Whether a row below the header goes on with headings: no name or id of a facility, no figure, and
  /// words that are understood alone or under the heading above them.
  private func isSecondRow(_ row: TableRow) -> Bool {
    var understood = 0
    var group = ""
    for column in 0..<max(titles.count, row.cells.count) {
      let above = column < titles.count ? titles[column] : ""
      if !above.isEmpty { group = above }
      let text = row.text(column)
      guard !text.isEmpty else { continue }
      if let field = field(of: above), [.name, .id].contains(field) { return false }
      guard !text.contains(where: \.isNumber) else { return false }
      let own = field(of: text) ?? field(of: group + " " + text)
      if let own, own != .name, own != .id { understood += 1 }
    }
    return understood >= 1
  }

  /// Puts a second row of headings under the first.
  private mutating func join(_ row: TableRow) {
    var group = ""
    for column in 0..<max(titles.count, row.cells.count) {
      if column >= titles.count { titles.append("") }
      if !titles[column].isEmpty { group = titles[column] }
      let text = row.text(column)
      guard !text.isEmpty else { continue }
      let joined = group + " " + text
      if field(of: joined) != nil {
        titles[column] = joined
      } else if field(of: text) != nil || field(of: titles[column]) == nil {
        titles[column] = field(of: text) != nil ? text : joined
      }
    }
  }

  /// Whether a row only counts the columns: `(1)`, `(2)`, `(3)`, or `1`, `2`, `3`, or `A`, `B`, `1`.
  static func isNumbering(_ row: TableRow) -> Bool {
    let cells = row.cells.indices.map(row.text).filter { !$0.isEmpty }
    guard cells.count >= 2 else { return false }
    let bare = cells.map { $0.filter { $0.isLetter || $0.isNumber } }
    guard bare.allSatisfy({ (1...2).contains($0.count) }) else { return false }
    let numbers = bare.compactMap { Int($0) }
    let letters = bare.filter { Int($0) == nil }
    let counts = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    let isBracketed = cells.allSatisfy { $0.hasPrefix("(") && $0.hasSuffix(")") }
    return counts && numbers.first.map { $0 <= 2 } ?? false && (numbers.count >= 3 || isBracketed)
      && letters.allSatisfy { $0.count == 1 }
  }

  /// Tells columns that mean nothing, or the same as another, and words of the mapping that are not
  /// used.
  private mutating func settleColumns(_ isStrict: Bool) {
    let origin = Origin(document: 0, line: line)
    var first: [TableField: Int] = [:]
    for column in fields.indices {
      let title = titles[column]
      if fields[column] == .unknown {
        fields[column] = .ignore
        findings.append(
          Finding(
            "column_ignored", isStrict ? .error : .note, at: origin,
            vi: "không rõ cột \"\(title)\" nghĩa là gì: bỏ qua",
            en: "the column \"\(title)\" means nothing known and is left out", remedy: .mapColumn))
        continue
      }
      guard !fields[column].takesSeveral else { continue }
      guard let other = first[fields[column]] else {
        first[fields[column]] = column
        continue
      }
      let isName = fields[column] == .name
      findings.append(
        Finding(
          "column_twice", .odd, at: origin,
          vi: "hai cột \"\(titles[other])\" và \"\(title)\" cùng là \(fields[column].name): "
            + (isName ? "cột sau thành tên khác" : "lấy cột đầu tiên có ghi"),
          en: "the columns \"\(titles[other])\" and \"\(title)\" both are \(fields[column].name): "
            + (isName ? "the second one is kept as another name" : "the first that says it counts"),
          remedy: .mapColumn))
      if isName {
        fields[column] = .otherName
        secondNames.insert(column)
      }
    }
    let known = Set(titles.map { FoldedName($0).text })
    for title in mapping.columnTitles where !known.contains(FoldedName(title).text) {
      findings.append(
        Finding(
          "mapping_unused", .note, at: origin,
          vi: "tệp ánh xạ khai cột \"\(title)\", bảng không có cột đó",
          en: "the mapping names the column \"\(title)\", which the table does not have"))
    }
  }

  private mutating func leaveOut(_ code: String, _ vi: String, _ en: String, _ row: TableRow) {
    let text = row.cells.indices.map(row.text).filter { !$0.isEmpty }.prefix(6)
      .joined(separator: " | ")
    findings.append(
      Finding(
        code, .note, at: Origin(document: 0, line: row.line), vi: "\(vi), bỏ qua: \"\(text)\"",
        en: "\(en), left out: \"\(text)\""))
  }
}

extension TableField {
  /// The mark of a heading that means nothing known, until the header is read.
  fileprivate static let unknown = TableField.kept("\u{0}")

  fileprivate var isIdentifier: Bool {
    if case .identifier = self { true } else { false }
  }
}
