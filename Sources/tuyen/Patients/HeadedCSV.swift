import Formats

/// A CSV file whose first line names its columns, read row by row; what is wrong is gathered, each
/// error with its line.
struct HeadedCSV {
  let path: String
  private var reader: RowReader
  private var places: [String: Int] = [:]
  private var width = 0
  private var row: [String] = []
  private(set) var problems: [String] = []

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file; - is standard input.
  ///   - names: The columns that are read, each by any of its names; others are told of, once.
  /// - Throws: `Failure` when there is no such file, or its first line is wrong.
  init(_ path: String, columns names: [[String]]) throws(Failure) {
    self.path = path
    reader = try RowReader(path: path)
    guard let header = try reader.next() else {
      throw .data("\(path):1: the file is empty; its first line must name the columns")
    }
    width = header.count
    var unknown: [String] = []
    for (index, title) in header.enumerated() {
      let title = title.lowercased().filter { $0 != " " }
      guard let column = names.first(where: { $0.contains(title) })?.first else {
        unknown.append(title)
        continue
      }
      guard places.updateValue(index, forKey: column) == nil else {
        throw .data("\(path):1: the column \"\(column)\" is there twice")
      }
    }
    guard !unknown.isEmpty else { return }
    let known = names.compactMap(\.first).joined(separator: ", ")
    complain(
      "\(path):1: not read: \(unknown.joined(separator: ", ")); the columns are \(known)")
  }

  /// The line of the row, from 1.
  var line: Int { reader.line }

  /// Whether there is such a column.
  func has(_ column: String) -> Bool { places[column] != nil }

  /// Goes to the next row; false at the end.
  mutating func next() throws(Failure) -> Bool {
    while let row = try reader.next() {
      if row.count == width {
        self.row = row
        return true
      }
      report("the row has \(row.count) fields, the header \(width)")
    }
    return false
  }

  /// What the row has in a column; nil for nothing.
  func value(_ column: String) -> String? {
    guard let index = places[column] else { return nil }
    var text = row[index][...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }

  /// A whole number that the row has in a column, within bounds; nil for nothing, or for a problem.
  mutating func number(_ column: String, in bounds: ClosedRange<Int>) -> Int? {
    guard let text = value(column) else { return nil }
    if let number = Int(text), bounds.contains(number) { return number }
    report(
      "\(column) \"\(text)\" is no whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    return nil
  }

  /// Notes something wrong with the row.
  mutating func report(_ message: String) { problems.append("\(path):\(line): \(message)") }

  /// Fails with everything that was wrong, if anything was.
  func finish() throws(Failure) {
    guard !problems.isEmpty else { return }
    let shown = problems.prefix(50).joined(separator: "\n")
    let more = problems.count > 50 ? "\n… and \(problems.count - 50) more" : ""
    throw .data(shown + more)
  }
}
