/// Rows of text in columns, for reading.
public struct TextTable: Sendable {
  /// How a column stands.
  public enum Alignment: Hashable, Sendable {
    /// Texts begin below each other.
    case left
    /// Texts end below each other, as numbers do.
    case right
  }

  /// A column of fewer letters is a heap of words; where a little less keeps all columns, that is the
  /// lesser evil.
  private static let readable = [14, 12, 10]

  private let columns: [(title: String, alignment: Alignment)]
  /// The width at which cells of a column are broken even where there is room for more.
  private let widest: [Int]
  private var rows: [[String]] = []

  /// Creates a table without rows.
  ///
  /// - Parameters:
  ///   - columns: The titles, and how the columns stand.
  ///   - widest: The most letters of each column; none for as many as there are.
  public init(_ columns: [(title: String, alignment: Alignment)], widest: [Int?] = []) {
    self.columns = columns
    self.widest = columns.indices.map { $0 < widest.count ? widest[$0] ?? .max : .max }
  }

  /// Adds a row.
  public mutating func add(_ cells: [String]) {
    rows.append(cells.map(TextTable.joined))
  }

  /// A text whose numbers stay whole: no line ends between the groups of 0290 3832 925.
  private static func joined(_ text: String) -> String {
    guard text.contains(" ") else { return text }
    let letters = Array(text)
    var result = ""
    for (index, letter) in letters.enumerated() {
      let isInNumber =
        letter == " " && index > 0 && index + 1 < letters.count && letters[index - 1].isNumber
        && letters[index + 1].isNumber
      result += isInNumber ? Paragraph.joint : String(letter)
    }
    return result
  }

  /// The lines of the table: titles first, then at least one line for each row.
  ///
  /// Where the rows are too long, titles are broken at their blanks, and so are the cells of columns
  /// that stand left, the widest column first. A word is never broken: it would be another one. What
  /// still has no room leaves the columns, the last ones first, and stands below its row with its
  /// title.
  ///
  /// Vietnamese in normal form C takes one column of a terminal a letter.
  ///
  /// - Parameter width: The most letters of a line.
  /// - Returns: The lines, without line feeds.
  /// - Complexity: O(letters of the table).
  public func lines(width: Int = .max) -> [String] {
    let (titles, rows) = parts(width: width)
    return titles + rows.flatMap { $0 }
  }

  /// The same in parts, to set lines between the rows: a row may take several.
  ///
  /// - Parameter width: The most letters of a line.
  /// - Returns: The lines of the titles, and those of each row.
  package func parts(width: Int = .max) -> (titles: [String], rows: [[String]]) {
    let widths = self.widths(within: width)
    let told: [[String]] = rows.map { row in
      line(row, widths) + below(row, from: widths.count, width: width)
    }
    return (line(columns.map(\.title), widths), told)
  }

  /// A row in its columns.
  private func line(_ row: [String], _ widths: [Int]) -> [String] {
    let parts = zip(row, widths).map { TextTable.broken($0, width: $1) }
    let height = parts.map(\.count).max() ?? 1
    return (0..<height).map { number in
      var line = ""
      for (column, part) in parts.enumerated() {
        let cell = number < part.count ? part[number] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - cell.count))
        if column > 0 { line += "  " }
        line += columns[column].alignment == .left ? cell + padding : padding + cell
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// The cells that have no column, below their row.
  private func below(_ row: [String], from first: Int, width: Int) -> [String] {
    guard first < columns.count else { return [] }
    let told = (first..<columns.count).filter { !row[$0].isEmpty }.map { column in
      columns[column].title.isEmpty ? row[column] : "\(columns[column].title): \(row[column])"
    }
    return told.isEmpty ? [] : Paragraph.lines("    ", told.joined(separator: "; "), width: width)
  }

  /// The widths of the columns that have room: what they need, or as much less as they can do with.
  private func widths(within width: Int) -> [Int] {
    var widths: [Int] = []
    // The least width of each column, and the width at which it is read with ease.
    var words: [Int] = []
    var wanted: [Int] = []
    for (index, column) in columns.enumerated() {
      let cells = rows.map { $0[index] }
      let longest = cells.map(\.count).max() ?? 0
      let isLeft = column.alignment == .left
      let word = isLeft ? cells.map(TextTable.longestWord).max() ?? 0 : longest
      let needed = isLeft ? max(word, min(longest, widest[index])) : longest
      widths.append(max(needed, column.title.count))
      words.append(max(word, TextTable.longestWord(column.title)))
      wanted.append(isLeft ? needed : 0)
    }
    func fits(_ widths: [Int]) -> Bool {
      widths.reduce(0, +) + 2 * (widths.count - 1) <= width
    }
    let choices = TextTable.readable.map { readable in
      zip(words, wanted).map { max($0, min($1, readable)) }
    }
    var least = choices.first(where: fits) ?? choices[0]
    while least.count > 1, !fits(least) {
      least.removeLast()
      widths.removeLast()
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    while excess > 0 {
      let giving = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = giving.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// A cell in lines, each of which stands as far in as the cell begins.
  private static func broken(_ cell: String, width: Int) -> [String] {
    let margin = String(cell.prefix { $0 == " " })
    guard !margin.isEmpty, margin.count < width else { return Paragraph.lines(cell, width: width) }
    return Paragraph.lines(cell, width: width - margin.count).map { margin + $0 }
  }

  private static func longestWord(_ text: String) -> Int {
    guard let word = text.split(separator: " ").map(\.count).max() else { return 0 }
    return text.prefix { $0 == " " }.count + word
  }
}
