import Testing

/// `tuyen route --strategy` on the shipped network.
@Suite struct RouteStrategyCommandTests {
  @Test func `options that do not go together are refused`() throws {
    func refused(_ message: String, _ more: String...) throws {
      let result = try tuyen(["route", "--at", "2026-11-25T23:00"] + more)
      #expect(result.code == 64 && result.errors.contains(message), "\(more): \(result.errors)")
    }
    try refused("need --strategy", "--from", "x", "--need", "stroke", "--dwell", "real")
    try refused("not for a --batch", "--batch", "x.csv", "--need", "stroke", "--strategy", "via")
    try refused(
      "table, json, geojson or csv", "--from", "x", "--need", "stroke", "--strategy", "via",
      "--format", "xml")
  }
}
