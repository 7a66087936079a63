import Foundation
import TestSupport
import Testing

@Suite struct CalibrateCommandTests {
  private static let places = [
    "Cái Nước, Cà Mau", "Năm Căn", "gso-2025:27664", "bv-cho-ray", "bv-ca-mau", "Mỏ Cày",
  ]

  /// Minutes between all places, as the network has them.
  private func matrix() throws -> [(from: String, to: String, minutes: Double)] {
    var found: [(String, String, Double)] = []
    for from in Self.places {
      for to in Self.places where from != to {
        let result = try tuyen([
          "matrix", "--from", from, "--to", to, "--at", "2026-11-24T10:00", "--format", "csv",
        ])
        let lines = result.output.split(separator: "\n")
        let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        guard lines.count == 2, let place = columns.firstIndex(of: "minutes"),
          let minutes = Double(
            lines[1].split(separator: ",", omittingEmptySubsequences: false)[place])
        else { continue }
        found.append((from, to, minutes))
      }
    }
    return found
  }

  @Test func `trips that all take longer make a delta that makes answers longer`() throws {
    let trips = try matrix()
    #expect(trips.count >= 20)
    try withTemporaryFolder { folder in
      var text = "from,to,departed,arrived\n"
      for trip in trips {
        let minute = 600 + Int((trip.minutes * 1.4).rounded())
        let clock = String(format: "%02d:%02d", minute / 60, minute % 60)
        text += "\"\(trip.from)\",\"\(trip.to)\",2026-11-24T10:00,2026-11-24T\(clock)\n"
      }
      try text.write(toFile: folder + "/trips.csv", atomically: true, encoding: .utf8)
      let delta = folder + "/calibration.xml"
      let result = try tuyen(["calibrate", folder + "/trips.csv", "--out", delta, "--lang", "en"])
      #expect(result.code == 0, "\(result.errors) \(result.output)")
      let written = try String(contentsOfFile: delta, encoding: .utf8)
      #expect(written.contains("<classFactor ") && written.contains("file trips.csv"))
      #expect(!written.contains(folder))
      let route = [
        "matrix", "--from", Self.places[0], "--to", "bv-cho-ray", "--at", "2026-11-24T10:00",
      ]
      #expect(try tuyen(route + ["--scenario", delta]).output != tuyen(route).output)
      // What is there already is not replaced.
      #expect(try tuyen(["calibrate", folder + "/trips.csv", "--out", delta]).code == 74)
    }
  }

  @Test func `wrong rows are told with their lines, and nothing is calibrated`() throws {
    try withTemporaryFolder { folder in
      try """
      from,to,departed,arrived
      bv-cho-ray,bv-ca-mau,2026-11-24T10:00,2026-11-24T09:00
      nowhere at all,bv-ca-mau,2026-11-24T10:00,2026-11-24T12:00
      """.write(toFile: folder + "/trips.csv", atomically: true, encoding: .utf8)
      let result = try tuyen(["calibrate", folder + "/trips.csv"])
      #expect(result.code == 65)
      #expect(result.errors.contains("trips.csv:2:") && result.errors.contains("trips.csv:3:"))
      #expect(result.output.isEmpty)
    }
  }

  @Test func `few trips change nothing, and say so`() throws {
    try withTemporaryFolder { folder in
      try "from,to,departed,arrived\nbv-cho-ray,bv-ca-mau,2026-11-24T10:00,2026-11-24T20:00\n"
        .write(toFile: folder + "/trips.csv", atomically: true, encoding: .utf8)
      let result = try tuyen([
        "calibrate", folder + "/trips.csv", "--out", folder + "/c.xml", "--lang", "en",
      ])
      #expect(result.code == 1 && result.output.contains("Nothing worth changing"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/c.xml"))
    }
  }
}
