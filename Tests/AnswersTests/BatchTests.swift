import Facts
import Files
import Formats
import Referral
import TestSupport
import Testing

@testable import Answers

@Suite struct BatchTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))

  private func start(_ fields: QuestionFields, _ csv: String) throws -> BatchRows {
    let session = try SharedSession.mekong.get()
    var fields = fields
    fields.add("at", "2026-11-25T10:00")
    let question = try BatchQuestion(
      fields, origins: .bytes(Array(csv.utf8), name: "o.csv"), in: session, now: now)
    return try question.rows(in: session)
  }

  private func rows(_ fields: QuestionFields, _ csv: String) throws -> [BatchRow] {
    var rows = try start(fields, csv)
    var all: [BatchRow] = []
    while let row = try rows.next() { all.append(row) }
    return all
  }

  @Test func `rows keep their order, and a wrong one ends nothing`() throws {
    let rows = try rows(
      ["need": "stroke", "k": "1"],
      "id,from\nb,32191\na,\"Cái Nước, Cà Mau\"\nc,nowhere at all\nd,bv-nam-can\ne,\nf\n")
    #expect(rows.map(\.id) == ["b", "a", "c", "d", "e", "f"])
    #expect(rows.map(\.isFound) == [true, true, false, true, false, false])
    #expect(
      rows.compactMap { $0.error?.message(in: .en) } == [
        "o.csv:4: from: nothing is called \"nowhere at all\"", "o.csv:6: the row names no place",
        "o.csv:7: the row has 1 fields, the header 2",
      ])
    for row in rows {
      #expect(row.cells(AnswerStyle()).allSatisfy { $0.count == BatchRow.titles.count })
      #expect(!row.text(as: .json, AnswerStyle()).dropLast().contains("\n"))
    }
  }

  @Test func `each row says what place was matched, and an ambiguous name is its error`() throws {
    let rows = try rows(
      ["need": "stroke", "k": "1"],
      "id,from\na,\"số 12, Xã Năm Căn, Cà Mau\"\nb,Phú Mỹ\nc,\"M\u{2066}x\"\nd,\"Cái Nước\"\n")
    let cells = rows.flatMap { $0.cells(AnswerStyle(.en)) }
    #expect(cells.map { $0[1] } == ["gso-2025:32191", "", "", "gso-2025:32128"])
    #expect(cells[0][2] == "Xã Năm Căn, Tỉnh Cà Mau")
    let error = try #require(cells[1].last)
    #expect(error.contains("may mean any of these") && !error.contains("\n"))
    #expect(error.contains("gso-2025:32214") && error.contains("gso-2024:27493"))
    #expect(rows[2].text(as: .csv, AnswerStyle(.en)).contains("\u{2066}") == false)
  }

  @Test func `half a point is refused in its row, and one far from all roads is no error`() throws {
    let rows = try rows(
      ["need": "stroke", "k": "1"], "id,lat,lon\na,9.2,105.1\nb,9.2,\nc,9.5,104.2\n")
    #expect(rows.map(\.isFound) == [true, false, false])
    #expect(rows[1].error?.isNothingFound == false)
    #expect(rows[2].error?.isNothingFound == true)
  }

  @Test func `each row may have a need of its own`() throws {
    let rows = try rows(
      ["k": "1"], "from;need\n32191;stroke.thrombectomy\n32191;obstetrics\n32191;miracle\n32191;\n")
    #expect(rows[0].answer?.query.need.capability == "stroke.thrombectomy")
    #expect(rows[1].answer?.query.need.specialty == "obstetrics")
    #expect(rows[2].error?.text.en.hasPrefix("need \"miracle\" is not known") == true)
    #expect(rows[3].error != nil)
    #expect(rows.map(\.id) == ["2", "3", "4", "5"])
  }

  @Test func `an answer of a batch has the targets of a route, and nobody passed over`() throws {
    let rows = try rows(["need": "stroke", "k": "2"], "lat,lon\n9.2,105.1\n")
    let json = try #require(rows.first?.json(AnswerStyle()))
    guard case .object(let fields) = json else {
      Issue.record("no object")
      return
    }
    #expect(fields["rejected"] ?? nil == nil)
    #expect(fields["id"] == .string("2"))
    #expect(rows[0].answer?.found.targets.count == 2)
  }

  @Test func `a table that breaks off has answered the rows before`() throws {
    var rows = try start(["need": "stroke", "k": "1"], "id,from\na,32191\nd,\"32191\n")
    #expect(try rows.next()?.isFound == true)
    let error = #expect(throws: AnswerError.self) { try rows.next() }
    #expect(error?.message(in: .en).contains("o.csv:3: a quoted field is never closed") == true)
  }

  @Test func `line ends of all kinds are read, a column given twice is refused`() throws {
    #expect(try rows(["need": "stroke"], "id,from\r1,32191\r2,bv-nam-can\r").count == 2)
    let error = #expect(throws: AnswerError.self) {
      try self.start(["need": "stroke"], "id,from,from\n1,32191,bv-nam-can\n")
    }
    #expect(error?.message(in: .en).contains("there twice") == true)
    #expect(throws: AnswerError.self) { try self.start(["need": "stroke"], "id\n1\n") }
    #expect(throws: AnswerError.self) { try self.start([:], "from\n32191\n") }
  }
}
