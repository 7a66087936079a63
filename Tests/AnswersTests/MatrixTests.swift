import Facts
import Files
import Formats
import TestSupport
import TravelNetwork
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

  private func table(_ text: String, _ name: String = "t.csv") -> TableSource {
    .bytes(Array(text.utf8), name: name)
  }

  @Test func `a row holds a cell for each destination, in their order`() throws {
    let rows = try rows([
      "from": "Năm Căn", "from": "bv-ca-mau", "to": "bv-ca-mau", "to": "bv-cho-ray",
    ])
    #expect(rows.map { $0.origin?.id } == ["gso-2025:32191", "bv-ca-mau"])
    #expect(rows.allSatisfy { $0.destinations.map(\.id) == ["bv-ca-mau", "bv-cho-ray"] })
    #expect(
      rows[0].text(as: .csv, AnswerStyle()).hasPrefix("gso-2025:32191,bv-ca-mau,75.088,54.073,"))
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
    #expect(rows[1].text(as: .csv, AnswerStyle()).hasPrefix("xyz,bv-cho-ray,,,,,,,"))
    #expect(
      rows.allSatisfy { $0.cells(AnswerStyle()).allSatisfy { $0.count == MatrixRow.titles.count } })
    #expect(rows[1].text(as: .json, AnswerStyle(.en)).contains("nothing is called"))
    #expect(rows[2].error?.text.en == "the row has 1 fields, the header 2")
    #expect(rows[3].error?.line == 5)
  }

  @Test func `origins come from a table with its own labels, whatever parts its fields`() throws {
    let origins = table("ID;Lat;Lon\rhome;10.2;105.9\r;10.2;105.9\r")
    let rows = try rows(["to": "bv-cho-ray"], .init(origins: origins))
    #expect(rows.map { $0.origin?.id } == ["home", "10.2,105.9"])
  }

  @Test func `a wrong destination of a table is told with its line, and ends nothing`() throws {
    let rows = try rows(
      ["from": "Năm Căn"], .init(destinations: table("from\nbv-cho-ray\nnowhere\nbv-ca-mau\n")))
    #expect(rows.count == 2)
    #expect(rows[0].error?.message(in: .en).hasPrefix("t.csv:3: from: nothing is called") == true)
    #expect(rows[1].destinations.map(\.id) == ["bv-cho-ray", "bv-ca-mau"] && rows[1].isFound)
    let header = #expect(throws: AnswerError.self) {
      try self.rows([:], .init(pairs: self.table("a,b\n1,2\n")))
    }
    #expect(header?.message(in: .en).hasPrefix("t.csv:1: needs columns") == true)
  }

  @Test func `a row says what was matched, and an empty cell why it is empty`() throws {
    let rows = try rows([
      "from": "Mỹ Tho, Tiền Giang", "from": "9.5,104.2", "to": "bv-cho-ray", "to": "Thổ Châu",
    ])
    let cells = rows[0].cells(AnswerStyle(.en))
    #expect(cells[0][4].hasPrefix("Phường Mỹ Tho") && cells[0][5] == "Bệnh viện Chợ Rẫy")
    #expect(cells[0][6] == "gso-2025:28249" || cells[0][6].hasPrefix("gso-"))
    #expect(cells[0][8].isEmpty && cells[1][2].isEmpty && !cells[1][8].isEmpty)
    #expect(rows[1].cells(AnswerStyle(.en)).allSatisfy { $0[2].isEmpty && !$0[8].isEmpty })
    #expect(rows[1].text(as: .json, AnswerStyle(.en)).contains("\"error\""))
  }

  @Test func `a point, a hospital and a commune are no minutes from themselves`() throws {
    for place in ["10.2,105.9", "bv-nam-can", "bv-vinmec-phu-quoc", "gso-2025:32128"] {
      let rows = try rows(["from": "\(place)", "to": "\(place)"])
      #expect(rows[0].cells.first??.minutes == 0 && rows[0].cells.first??.kilometres == 0)
    }
    let beside = try rows(["from": "10.2,105.9", "to": "10.2001,105.9001"])
    #expect(try #require(beside[0].cells[0]).minutes < 0.2)
  }

  @Test func `half a point is refused in its row`() throws {
    let origins = table("id,lat,lon\na,10.2,105.9\nb,,105.9\nc,\"10,2\",\"105,9\"\n")
    let rows = try rows(["to": "bv-cho-ray"], .init(origins: origins))
    #expect(rows.map(\.isFound) == [true, false, true])
    #expect(rows[1].error?.text.en.contains("only one of the columns") == true)
    #expect(rows[2].cells.first??.minutes == rows[0].cells.first??.minutes)
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
