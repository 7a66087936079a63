import Facts
import Files
import Formats
import TestSupport
import Testing
import TravelNetwork

@testable import Answers

@Suite struct CalibrationTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))
  private static let places = [
    "Cái Nước, Cà Mau", "Năm Căn", "gso-2025:27664", "bv-cho-ray", "bv-ca-mau", "Mỏ Cày",
  ]

  private func answer(
    _ csv: String, progress: (Int) -> Void = { _ in }
  ) throws -> CalibrationAnswer {
    let session = try SharedSession.mekong.get()
    let question = try CalibrationQuestion(
      [:], trips: .bytes(Array(csv.utf8), name: "some/folder/trips.csv"), in: session, now: now)
    return try question.answer(in: session, progress: progress)
  }

  /// Trips between all places that take so many times the minutes of the network.
  private func trips(slower factor: Double) throws -> String {
    let session = try SharedSession.mekong.get()
    var fields: QuestionFields = ["at": "2026-11-24T10:00"]
    fields.add("from", Self.places)
    fields.add("to", Self.places)
    var rows = try MatrixQuestion(fields, in: session, now: now).rows(in: session)
    var text = "from,to,departed,arrived\n"
    var place = 0
    while let row = try rows.next() {
      for (index, cell) in row.cells.enumerated() where index != place {
        guard let cell else { continue }
        let minute = 600 + Int((cell.minutes * factor).rounded())
        let clock = padded(minute / 60, to: 2) + ":" + padded(minute % 60, to: 2)
        text +=
          "\"\(Self.places[place])\",\"\(Self.places[index])\","
          + "2026-11-24T10:00,2026-11-24T\(clock)\n"
      }
      place += 1
    }
    return text
  }

  @Test func `trips that all take longer make a delta that says so`() throws {
    var count = 0
    let answer = try answer(try trips(slower: 1.4)) { count = $0 }
    #expect(count >= 20 && answer.calibration.tripCount == count)
    #expect(answer.isFound)
    let written = String(decoding: answer.document, as: UTF8.self)
    #expect(written.contains("<classFactor ") && written.contains("file trips.csv"))
    #expect(!written.contains("some/folder"))
    #expect(answer.json(AnswerStyle()) != nil)
  }

  @Test func `every wrong row is named with its line, and nothing is calibrated`() throws {
    let error = #expect(throws: AnswerError.self) {
      try self.answer(
        """
        from,to,departed,arrived,vehicle
        bv-cho-ray,bv-ca-mau,2026-11-24T10:00,2026-11-24T09:00,
        nowhere at all,bv-ca-mau,2026-11-24T10:00,2026-11-24T12:00,
        bv-cho-ray,bv-ca-mau,2026-11-24T10:00,2026-11-24T12:00,sledge
        bv-cho-ray,bv-ca-mau,today,2026-11-24T12:00,
        bv-cho-ray,bv-ca-mau
        """)
    }
    let message = try #require(error).message(in: .en)
    for line in ["2: arrived", "3: from", "4: vehicle", "5: departed", "6: the row"] {
      #expect(message.contains("trips.csv:" + line), "\(message)")
    }
    let header = #expect(throws: AnswerError.self) { try self.answer("from,to\na,b\n") }
    #expect(header?.message(in: .en).contains("needs a column \"departed\"") == true)
  }

  @Test func `few trips change nothing, and say so`() throws {
    let answer = try answer(
      "from,to,departed,arrived\nbv-cho-ray,bv-ca-mau,2026-11-24T10:00,2026-11-24T20:00\n")
    #expect(!answer.isFound)
    #expect(answer.table(AnswerStyle(.en))?.contains("Nothing worth changing") == true)
    #expect(answer.table(AnswerStyle(.vi))?.contains("Không có gì đáng đổi") == true)
  }
}
