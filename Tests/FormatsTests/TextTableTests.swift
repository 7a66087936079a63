import Formats
import TestSupport
import Testing

/// Tables for reading.
@Suite struct TextTableTests {
  private static func table() -> TextTable {
    var table = TextTable([("#", .right), ("Name of the place", .left), ("Minutes", .right)])
    table.add(["1", "Bệnh viện Đa khoa Cà Mau", "37 (31–92)"])
    table.add(["10", "Trạm", "5"])
    return table
  }

  @Test func `Columns are as wide as their longest cell`() {
    #expect(
      Self.table().lines() == [
        " #  Name of the place            Minutes",
        " 1  Bệnh viện Đa khoa Cà Mau  37 (31–92)",
        "10  Trạm                               5",
      ])
  }

  @Test func `Where the screen is narrow, cells that stand left are broken at their blanks`() {
    #expect(
      Self.table().lines(width: 30) == [
        " #  Name of the        Minutes",
        "    place",
        " 1  Bệnh viện Đa    37 (31–92)",
        "    khoa Cà Mau",
        "10  Trạm                     5",
      ])
  }

  @Test func `A cell that begins further in stays there, line for line`() {
    var table = TextTable([("People", .left), ("Km", .right)])
    table.add(["all", "5"])
    table.add(["  no longer within", "12"])
    #expect(
      table.lines() == [
        "People              Km", "all                  5", "  no longer within  12",
      ])
    #expect(
      table.lines(width: 16) == [
        "People        Km", "all            5", "  no longer   12", "  within",
      ])
  }

  @Test func `Lines may be set between rows, each of which may take several`() {
    let (titles, rows) = Self.table().parts(width: 30)
    #expect(titles.count == 2 && rows.map(\.count) == [2, 1])
    #expect(titles + rows.flatMap { $0 } == Self.table().lines(width: 30))
  }

  @Test func `Neither a word nor a number is broken, however narrow the screen is`() {
    var table = TextTable([("Phone", .left), ("Id", .left)])
    table.add(["0290 3832 925 or 115", "bv-da-khoa-ca-mau"])
    #expect(
      table.lines(width: 10) == [
        "Phone", "0290 3832 925", "or 115", "    Id:", "    bv-da-khoa-ca-mau",
      ])
  }

  @Test func `A column for which there is no room stands below its row, with its title`() {
    var table = TextTable([("Name", .left), ("Km", .right), ("Source of it", .left)])
    table.add(["Bệnh viện Đa khoa", "12,5", "https://example.org/a-long-address"])
    table.add(["Trạm", "3", ""])
    #expect(
      table.lines(width: 30) == [
        "Name                 Km", "Bệnh viện Đa khoa  12,5", "    Source of it:",
        "    https://example.org/a-long-address", "Trạm                  3",
      ])
  }

  @Test func `A column with a width of its own is broken there, and nothing is cut`() {
    var table = TextTable([("Name", .left), ("Km", .right)], widest: [12, nil])
    table.add(["Bệnh viện Đa khoa Cà Mau", "12,5"])
    #expect(
      table.lines(width: 80) == [
        "Name            Km", "Bệnh viện Đa  12,5", "khoa Cà Mau",
      ])
  }

  @Test(arguments: 0..<50)
  func `No line is longer than the screen where its words and numbers have room`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let columns = Int.random(in: 1...4, using: &random)
    var table = TextTable((0..<columns).map { _ in ("abc def", .left) })
    var words: Set<Substring> = []
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let cells = (0..<columns).map { _ in
        (0..<Int.random(in: 0...6, using: &random))
          .map { _ in String(repeating: "x", count: Int.random(in: 1...9, using: &random)) }
          .joined(separator: " ")
      }
      words.formUnion(cells.flatMap { $0.split(separator: " ") })
      table.add(cells)
    }
    let width = 14 * columns + 2 * columns
    let lines = table.lines(width: width)
    #expect(lines.allSatisfy { $0.count <= width }, "seed \(seed)")
    // All that was said is still there, on a narrower screen too.
    for width in [width, Int.random(in: 1...width, using: &random)] {
      let shown = Set(
        table.lines(width: width).flatMap { $0.split(separator: " ") }
          .map { $0.hasSuffix(";") ? $0.dropLast() : $0 })
      #expect(words.isSubset(of: shown), "seed \(seed), width \(width)")
    }
  }
}
