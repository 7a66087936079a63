import Facts
import HealthNetwork

/// Findings on the values of a table: once for each distinct value, with how many rows have it.
struct TableFindings {
  /// A finding of one value, and the rows that have it.
  struct Entry {
    var code: String
    var importance: Finding.Importance
    var lines: [Int]
    var count = 0
    /// The only facility it is about.
    var key: String?
    /// The value, and what it means or why it means nothing.
    var vi: String
    var en: String
    var remedy: Finding.Remedy?
    /// The word that is not understood, for a mapping to tell.
    var word: (field: TableField, text: String)?
  }

  private var places: [String: Int] = [:]
  private(set) var entries: [Entry] = []
  /// The lines of a finding that are named.
  private static let mostLines = 5
  /// Distinct values of one code that are told apart; a free text in a column of words has thousands.
  private static let mostOfOneCode = 1_000
  private var counts: [String: Int] = [:]

  /// Notes something about a value.
  ///
  /// - Parameters:
  ///   - code: What it is, in snake_case.
  ///   - importance: How much it matters.
  ///   - value: What makes values the same: the field and its text.
  ///   - line: The row.
  ///   - key: The id of the facility.
  ///   - vi: What was found, in Vietnamese.
  ///   - en: The same in English.
  ///   - remedy: What settles it.
  ///   - word: The word that is not understood, for a mapping to tell.
  mutating func add(
    _ code: String, _ importance: Finding.Importance, value: String, line: Int, key: String?,
    vi: @autoclosure () -> String, en: @autoclosure () -> String, remedy: Finding.Remedy? = nil,
    word: (field: TableField, text: String)? = nil
  ) {
    let place = code + "\u{1F}" + value
    if let known = places[place] {
      entries[known].count += 1
      if entries[known].lines.last != line, entries[known].lines.count < TableFindings.mostLines {
        entries[known].lines.append(line)
      }
      return
    }
    counts[code, default: 0] += 1
    if let count = counts[code], count > TableFindings.mostOfOneCode {
      let rest = code + "\u{1F}\u{1F}"
      if let known = places[rest] {
        entries[known].count += 1
        return
      }
      places[rest] = entries.count
      entries.append(
        Entry(
          code: code, importance: importance, lines: [line], count: 1,
          vi: "và các giá trị khác nữa",
          en: "and further values"))
      return
    }
    places[place] = entries.count
    entries.append(
      Entry(
        code: code, importance: importance, lines: [line], count: 1,
        key: key.flatMap { $0.isEmpty ? nil : $0 }, vi: vi(), en: en(),
        remedy: remedy, word: word))
  }

  /// The words that a mapping may tell, with how many rows have them.
  var words: [MappingProposal.Word] {
    entries.compactMap { entry in
      entry.word.map { MappingProposal.Word(field: $0.field, text: $0.text, count: entry.count) }
    }
  }

  /// The findings, in order of the first rows.
  var findings: [Finding] {
    entries.map { entry in
      var finding = Finding(
        entry.code, entry.importance, at: Origin(document: 0, line: entry.lines[0]),
        vi: entry.vi, en: entry.en, remedy: entry.remedy)
      guard entry.count > 1 else {
        finding.kind = entry.key == nil ? nil : Facility.kindName
        finding.key = entry.key
        return finding
      }
      let lines = entry.lines.map(String.init).joined(separator: ", ")
      let more = entry.count > entry.lines.count ? ", …" : ""
      finding.vi += " (\(entry.count) dòng: \(lines)\(more))"
      finding.en += " (\(entry.count) rows: \(lines)\(more))"
      return finding
    }
  }
}
