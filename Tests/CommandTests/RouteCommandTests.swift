import Foundation
import TestSupport
import Testing

@Suite struct RouteCommandTests {
  @Test func `wrong use names the option and exits with 64, before anything is printed`() throws {
    let question = ["--from", "x", "--need", "stroke"]
    for (arguments, hint) in [
      (["--from", "32191", "--need", "stroke", "--vehicle", "tank"], "--vehicle \"tank\""),
      (["--from", "32191", "--need", "stroke", "--min-confidence", "x"], "--min-confidence \"x\""),
      (["--need", "stroke"], "--from"),
      (question + ["--leave-until", "05:00", "--strategy", "via"], "--strategy không đi cùng"),
      (question + ["--card", "--lang", "en", "--strategy", "via"], "--card does not go with"),
      (question + ["--dwell", "real"], "--dwell cần --strategy"),
      (
        ["--batch", "x.csv", "--need", "stroke", "--strategy", "via"],
        "--strategy không đi cùng --batch"
      ),
      (
        question + ["--strategy", "via", "--format", "xml"], "không in được dạng xml"
      ),
    ] {
      let result = try tuyen(["route"] + arguments)
      #expect(result.code == 64, "\(arguments)")
      #expect(result.errors.contains(hint) && result.output.isEmpty, "\(result.errors)")
    }
  }

  @Test func `a batch keeps the order, and says which rows are wrong`() throws {
    try withTemporaryFolder { folder in
      let file = folder + "/origins.csv"
      try "id,from\nb,32191\na,\"Cái Nước, Cà Mau\"\nc,nowhere at all\nd,bv-nam-can\n"
        .write(toFile: file, atomically: true, encoding: .utf8)
      let options = ["--need", "stroke", "-k", "1", "--at", "2026-11-25T10:00"]
      let csv = try tuyen(["route", "--batch", file, "--format", "csv"] + options)
      let ids = csv.output.split(separator: "\n").dropFirst().map { $0.prefix(1) }
      #expect(ids == ["b", "a", "c", "d"])
      #expect(csv.code == 65 && csv.errors.contains("origins.csv:4"))
      let json = try tuyen(["route", "--batch", file, "--format", "json"] + options)
      #expect(json.output.split(separator: "\n").count == 4)
    }
  }
}
