import Facts
import Files
import Formats
import TestSupport
import Testing

@testable import Answers

@Suite struct MatrixTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))

  private func rows(
    _ fields: QuestionFields, _ tables: MatrixQuestion.Tables = .init()
  ) throws -> [MatrixRow] {
    let session = try SharedSession.mekong.get()
    var fields = fields
    fields.add("at", "2026-11-25T10:00")
    let question = try MatrixQuestion(fields, tables: tables, in: session, now: now)
    var rows = try question.rows(in: session)
    var all: [MatrixRow] = []
    while let row = try rows.next() { all.append(row) }
    return all
  }

  private func table(_ text: String, _ name: String = "t.csv") -> DataSource {
    .bytes(Array(text.utf8), name: name)
  }

  @Test func `a row holds a cell for each destination, in their order`() throws {
    let rows = try rows([
      "from": "Năm Căn", "from": "bv-ca-mau", "to": "bv-ca-mau", "to": "bv-cho-ray",
    ])
    #expect(rows.map { $0.origin?.id } == ["gso-2025:32191", "bv-ca-mau"])
    #expect(rows.allSatisfy { $0.destinations.map(\.id) == ["bv-ca-mau", "bv-cho-ray"] })
    #expect(
      rows[0].text(as: .csv, AnswerStyle()).hasPrefix("gso-2025:32191,bv-ca-mau,75.088,54.073\n"))
    #expect(rows[1].isFound && rows[1].error == nil)
  }

  @Test func `a need stands for all facilities that are able to serve it`() throws {
    let rows = try rows(["from": "Năm Căn", "toNeed": "stroke.thrombectomy"])
    #expect(rows.count == 1)
    #expect(rows[0].destinations.contains { $0.id == "bv-cho-ray" })
  }

  @Test func `good pairs are answered, and a bad one says why`() throws {
    let pairs = table("from,to\nMỏ Cày,bv-cho-ray\nxyz,bv-cho-ray\nMỏ Cày\nMỏ Cày,\n")
    let rows = try rows([:], .init(pairs: pairs))
    #expect(rows.map(\.isFound) == [true, false, false, false])
    #expect(rows[1].error?.message(in: .en) == "t.csv:3: from: nothing is called \"xyz\"")
    #expect(rows[1].text(as: .csv, AnswerStyle()) == "xyz,bv-cho-ray,,\n")
    #expect(rows[1].text(as: .json, AnswerStyle(.en)).contains("nothing is called"))
    #expect(rows[2].error?.text.en == "the row has 1 fields, the header 2")
    #expect(rows[3].error?.line == 5)
  }

  @Test func `origins come from a table with its own labels, whatever parts its fields`() throws {
    let origins = table("ID;Lat;Lon\rhome;10.2;105.9\r;10.2;105.9\r")
    let rows = try rows(["to": "bv-cho-ray"], .init(origins: origins))
    #expect(rows.map { $0.origin?.id } == ["home", "10.2,105.9"])
  }

  @Test func `a wrong destination of a table ends the matrix, with its line`() throws {
    let error = #expect(throws: AnswerError.self) {
      try self.rows(
        ["from": "Năm Căn"], .init(destinations: self.table("from\nbv-cho-ray\nnowhere\n")))
    }
    #expect(error?.message(in: .en).hasPrefix("t.csv:3: from: nothing is called") == true)
    let header = #expect(throws: AnswerError.self) {
      try self.rows([:], .init(pairs: self.table("a,b\n1,2\n")))
    }
    #expect(header?.message(in: .en).hasPrefix("t.csv:1: needs columns") == true)
  }

  @Test func `origins and destinations are needed, or pairs alone`() throws {
    let session = try SharedSession.mekong.get()
    func field(_ fields: QuestionFields, _ tables: MatrixQuestion.Tables = .init()) -> String? {
      do throws(QuestionError) {
        _ = try MatrixQuestion(fields, tables: tables, in: session, now: now)
        return nil
      } catch {
        return error.field
      }
    }
    #expect(field(["from": "Năm Căn"]) == "to")
    #expect(field(["to": "Năm Căn"]) == "from")
    #expect(field(["from": "Năm Căn"], .init(pairs: table("from,to\n"))) == "file")
    #expect(field(["from": "Năm Căn", "toNeed": "nothing"]) == "toNeed")
    #expect(field(["from": "nowhere", "to": "Năm Căn"]) == "from")
    #expect(field(["from": "Năm Căn", "to": "bv-cho-ray"]) == nil)
  }
}
