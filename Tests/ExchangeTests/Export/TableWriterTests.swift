import Exchange
import Facts
import Files
import HealthNetwork
import TestSupport
import Formats
import Testing

@Suite struct TableWriterTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
    ("+84 28 3835 4986", "+84 28 3835 4986"), ("-2.5", "-2.5"),
    ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"), ("+A1", "'+A1"), ("'=1", "''=1"),
    ("'quoted'", "'quoted'"), ("a,\"b\"", "\"a,\"\"b\"\"\""), ("=a,b", "\"'=a,b\""), ("", ""),
  ])
  func `a text is quoted where it must be, and never a formula`(text: String, cell: String) {
    #expect(CSVWriter().cell(text) == cell)
  }

  @Test(arguments: TableWriter.Table.allCases)
  func `under the header stands a row of HXL tags`(table: TableWriter.Table) throws {
    let written = Collected()
    TableWriter.write(table, of: try Network(FullRecords.all)) { written.bytes += $0 }
    let rows = written.text.split(separator: "\n")
    let tags = rows[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(rows[0].split(separator: ",", omittingEmptySubsequences: false).count == tags.count)
    #expect(tags.allSatisfy { $0.hasPrefix("#") })
    #expect(Set(tags).count == tags.count)
    // HXL 1.1: a hashtag and attributes of letters, digits and underscores, beginning with a letter.
    #expect(tags.allSatisfy { $0.wholeMatch(of: /#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*/) != nil })
  }

  @Test func `a table reads back with our own reader, row by row`() throws {
    let network = try Shipped.folder("hcmc-mekong").network
    let written = Collected()
    TableWriter.write(.facilities, of: network) { written.bytes += $0 }
    var reader = try CSVReader(.bytes(written.bytes, name: "facilities.csv"))
    let header = try #require(try reader.next()).fields
    let tags = try #require(try reader.next()).fields
    #expect(tags.count == header.count)
    let name = try #require(header.firstIndex(of: "name"))
    let latitude = try #require(header.firstIndex(of: "lat"))
    for index in network.facilityIndices {
      let row = try #require(try reader.next()).fields
      let facility = network.facility(index)
      #expect(row.count == header.count)
      #expect(row[0] == facility.id && row[name] == facility.name)
      #expect(Double(row[latitude]) == facility.position.point?.latitude)
    }
    #expect(try reader.next() == nil)
  }

  @Test func `what a workbook lacks is told in words, and agreements lack nothing`() throws {
    let network = try Network(FullRecords.all)
    let losses = TableWriter.workbook(.facilities, of: network, in: .vi).losses
    #expect(losses.allSatisfy { $0.code == "left_out" })
    let texts = losses.map(\.vi) + losses.map(\.en)
    #expect(!texts.contains { $0.contains("agreement") || $0.contains("thỏa thuận") })
    #expect(texts.contains { $0.contains("giường (cơ sở): xlsx") })
    #expect(texts.contains { $0.contains("beds (facility): xlsx") })
    // No names of elements: nothing with a point or a capital letter inside a word.
    let codes = texts.filter { $0.prefix { $0 != ":" }.contains(/[a-z][A-Z.][a-z]/) }
    #expect(codes == [])
  }
}
