import Exchange
import Facts
import Formats
import Foundation
import HealthNetwork
import Testing

@testable import Answers

extension ExtremeValueTests {
  /// Asks what is asked with tables, and writes everything that can be written.
  static func askTables(of network: LoadedNetwork) {
    let session = NetworkSession(network)
    askRows(session)
    askPatients(session)
    askTrips(session)
    for format in ExportFormat.allCases {
      for table in format.tables {
        var size = 0
        _ = format.write(network, table) { size += $0.count }
        #expect(size > 0, "\(format) \(table)")
      }
    }
  }

  private static func table(_ text: String) -> TableSource {
    .bytes(Array(text.utf8), name: "t.csv")
  }

  private static func askRows(_ session: NetworkSession) {
    let now = session.network.header.now
    let origins = table("id,lat,lon\na,10.80,106.70\nb,10.76,106.66\nc,-80,10\n")
    let batch = try? BatchQuestion(
      ["need": "stroke", "at": "2026-11-25T10:00", "onset": "09:00"], origins: origins, in: session,
      now: now)
    if var rows = try? batch?.rows(in: session) {
      while let row = try? rows.next() {
        _ = [row.json(AnswerStyle(.vi))]
        _ = row.cells(AnswerStyle(.en))
      }
    }
    let tables = MatrixQuestion.Tables(origins: origins, destinations: origins)
    let matrix = try? MatrixQuestion(
      ["toNeed": "stroke", "at": "2026-11-25T10:00"], tables: tables, in: session, now: now)
    if var rows = try? matrix?.rows(in: session) {
      while let row = try? rows.next() {
        _ = row.text(as: .json, AnswerStyle(.vi))
        _ = row.cells(AnswerStyle(.en))
      }
    }
  }

  private static func askPatients(_ session: NetworkSession) {
    let tables = PatientsQuestion.Tables(
      patients: table("id,need,lat,lon,onset,count\na,stroke,10.80,106.70,09:00,3\n"),
      places: table("facility,free\nhospital,2\n"))
    let question = try? PatientsQuestion(
      ["at": "2026-11-25T10:00", "capacity": "100000", "explain": "true"], tables: tables,
      in: session, now: session.network.header.now)
    guard let answer = try? question?.answer(in: session) else { return }
    print(answer)
  }

  private static func askTrips(_ session: NetworkSession) {
    let rows = (10..<30).map {
      "\"10.80,106.70\",\"10.76,106.66\",2026-11-25T10:00,2026-11-25T10:\($0)"
    }
    let question = try? CalibrationQuestion(
      [:], trips: table("from,to,departed,arrived\n" + rows.joined(separator: "\n") + "\n"),
      in: session, now: session.network.header.now)
    guard let answer = try? question?.answer(in: session) else { return }
    print(answer)
    _ = answer.document
  }

  /// Words an answer in all its forms.
  static func print<Reply: Answer>(_ answer: Reply) {
    for format in Reply.formats { _ = answer.bytes(as: format, AnswerStyle(.vi)) }
    _ = answer.text(as: .table, AnswerStyle(.en))
  }
}

extension NetworkHeader {
  fileprivate var now: Instant {
    Instant("2026-11-25T10:00", zone: zone) ?? Instant(seconds: 0, zone: zone)
  }
}
