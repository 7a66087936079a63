import Drawing
import Formats

extension Table {
  /// Writes the rows as a table of a page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - language: Its language.
  ///   - isWhole: Whether all rows are told; else the first ones, and how many there are more.
  ///   - file: The file with all rows for programs.
  func write(
    to page: inout Markup, _ language: Language, isWhole: Bool = false, file: String? = nil
  ) {
    let visible = isWhole ? rows : firstRows
    let kept = visibleColumns(of: visible)
    page.line()
    // A wide table scrolls in a box of its own, so that the page stays as wide as the screen.
    page.element(
      "div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": title ?? key]
    ) { box in
      box.element(
        "table", ["data-sheet": key, "class": visible.count <= Table.fewRows ? "short" : "long"]
      ) { table in
        table.element("caption", text: title ?? key)
        head(kept, &table)
        body(visible, kept, language, &table)
      }
    }
    let rest = rows.count - visible.count
    page.line()
    if rest > 0 || file != nil {
      page.element("p", ["class": "note"]) { note in
        if rest > 0 {
          note.text(language("… và \(rest) dòng nữa. ", "… and \(rest) more rows. "))
        }
        if let file {
          note.text(language("Đủ dòng: ", "All rows: "))
          note.element("a", ["href": file], text: file)
        }
      }
    }
    for text in notes { page.element("p", ["class": "note"], text: text) }
  }

  private func head(_ kept: [Int], _ table: inout Markup) {
    table.element("thead") {
      $0.element("tr") { row in
        for index in kept {
          row.element(
            "th", ["scope": "col", "class": Table.style(columns[index])],
            text: columns[index].title)
        }
      }
    }
  }

  /// The text of a cell, with dates as the language writes them.
  private static func shown(_ cell: Cell, _ language: Language) -> String {
    guard case .string(let value)? = cell.json, value == cell.text else { return cell.text }
    return language.date(value)
  }

  private func body(
    _ visible: [[Cell]], _ kept: [Int], _ language: Language, _ table: inout Markup
  ) {
    if visible.isEmpty {
      table.element("tbody") { body in
        body.element("tr") { $0.element("td", text: language("không có", "none")) }
      }
    }
    // The first rows stay with the head when a page ends there.
    for part in [visible.prefix(Table.rowsWithHead), visible.dropFirst(Table.rowsWithHead)]
    where !part.isEmpty {
      let isFirst = part.startIndex == visible.startIndex
      table.element("tbody", ["class": isFirst ? "first" : "rest"]) { body in
        for cells in part {
          body.line()
          body.element("tr") { row in
            for (place, index) in kept.enumerated() {
              if place == 0 {
                row.element(
                  "th", ["scope": "row", "class": Table.style(columns[index])],
                  text: Table.shown(cells[index], language))
              } else {
                row.element(
                  "td", ["class": Table.style(columns[index], cells[index].text)],
                  text: Table.shown(cells[index], language))
              }
            }
          }
        }
      }
    }
  }

  /// So many rows stay on the page of the head.
  private static let rowsWithHead = 2

  /// A table of so few rows is not parted between two pages.
  private static let fewRows = 14

  private static func style(_ column: Column, _ text: String = "") -> String {
    if column.alignment == .right { return "n" }
    // Addresses and ids may be broken anywhere, or they leave no room for words.
    return text.split(separator: " ").contains { $0.count > 20 } ? "t any" : "t"
  }

  /// The rows for programs, as a file.
  func file(_ name: String) -> ReportFile { ReportFile(name: name, text: csv()) }
}

extension Table.Cell {
  /// A number of people.
  static func people(_ count: Double?, _ language: Language) -> Table.Cell {
    var cell = Table.Cell(count, decimals: 1)
    if let count { cell.text = language.grouped(count) }
    return cell
  }

  /// People for people, from the least to the most; programs read the most.
  static func people(_ least: Double, _ most: Double, _ language: Language) -> Table.Cell {
    var cell = Table.Cell(most, decimals: 1)
    cell.text = PlanningText.people(least, most, language)
    return cell
  }

  /// A range of shares for people; programs read what is sure.
  static func shares(_ shares: ClosedRange<Double>?, _ language: Language) -> Table.Cell {
    var cell = Table.Cell(shares?.lowerBound, decimals: 6)
    cell.text = language.percents(shares)
    return cell
  }

  /// A figure with the decimal mark of the language: points part thousands in Vietnamese.
  static func figure(_ value: Double?, decimals: Int, _ language: Language) -> Table.Cell {
    var cell = Table.Cell(value, decimals: decimals)
    cell.text =
      cell.text.isEmpty
      ? "—"
      : cell.text.split(separator: ".", omittingEmptySubsequences: false)
        .joined(separator: language(",", "."))
    return cell
  }

  /// A share from 0 to 1; a dash where there is none.
  static func share(_ share: Double?, _ language: Language) -> Table.Cell {
    var cell = Table.Cell(share, decimals: 6)
    cell.text = language.percent(share)
    return cell
  }

  /// Whole minutes for people; a dash where nothing is reached.
  static func minutes(_ minutes: Double?) -> Table.Cell {
    var cell = Table.Cell(minutes.flatMap { $0.isFinite ? $0 : nil }, decimals: 3)
    cell.text = PlanningText.minutes(minutes)
    return cell
  }

  /// Whole minutes for people, from the least to the most; programs read the most.
  static func minutes(_ least: Double?, _ most: Double?) -> Table.Cell {
    var cell = Table.Cell.minutes(most)
    let first = PlanningText.minutes(least)
    if first != cell.text { cell.text = first + "–" + cell.text }
    return cell
  }
}
