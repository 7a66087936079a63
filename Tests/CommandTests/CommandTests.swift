import Foundation
import Testing
import TestSupport

@Suite struct CommandTests {
  @Test func `a network that is wrong is refused whole, with file and line`() throws {
    try withTemporaryFolder { folder in
      let shipped = repositoryFolder + "network-data/northern-support"
      let copy = folder + "/copy"
      try FileManager.default.copyItem(atPath: shipped, toPath: copy)
      #expect(try tuyen(["check", copy]).code == 0)
      let file = copy + "/facilities.xml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      for (broken, expected) in [
        (String(text.prefix(text.count / 2)), "facilities.xml:"),
        (text.replacingOccurrences(of: "<exchange", with: "<!DOCTYPE x>\n<exchange"), "DOCTYPE"),
        (text.replacingOccurrences(of: "tier=\"3\"", with: "tier=\"7\""), "tier"),
        (text.replacingOccurrences(of: "UTF-8", with: "windows-1258"), "windows-1258"),
      ] {
        try broken.write(toFile: file, atomically: true, encoding: .utf8)
        let result = try tuyen(["check", copy])
        #expect(result.code == 65 && result.errors.contains(expected), "\(result.errors)")
        #expect(result.output.contains("KHÔNG hợp lệ"))
      }
      #expect(try tuyen(["check", folder + "/none"]).code == 66)
    }
  }

  @Test func `an export reads back, and exports to the same bytes`() throws {
    try withTemporaryFolder { folder in
      let first = try tuyen(["export"])
      let file = folder + "/whole.xml"
      try first.output.write(toFile: file, atomically: true, encoding: .utf8)
      let second = try tuyen(["export", "--network", file])
      #expect(first.code == 0 && first.output == second.output)
    }
  }

  @Test func `who asks what lies in a province gets it, though a town bears its name`() throws {
    let then = ["places", "--under", "Cà Mau", "--at", "2025-06-30", "--format", "csv"]
    let districts = try tuyen(then + ["--level", "district"])
    #expect(districts.code == 0 && districts.output.contains("Huyện Cái Nước"))
    let town = try tuyen(["places", "--under", "thành phố cà mau", "--at", "2025-06-30"])
    #expect(town.output.contains("Phường 1") && !town.output.contains("Huyện"))
  }

  @Test func `a bridge or ferry is found by name`() throws {
    let ferry = try tuyen(["show", "phà đình khao"])
    #expect(ferry.code == 0 && ferry.output.hasPrefix("link"))
    let bridges = try tuyen(["show", "cau rach mieu"])
    #expect(
      bridges.code == 64 && bridges.errors.contains("r-b-cau-rach-mieu-2-a-b-cau-rach-mieu-2-b"))
    let search = try tuyen(["search", "phà đình khao"])
    #expect(search.code == 1 && search.errors.contains("--crossings"))
  }

  @Test func `a network without vehicles says so`() throws {
    let north = repositoryFolder + "network-data/northern-support"
    let result = try tuyen(
      ["route", "--from", "Vĩnh Hưng", "--need", "imaging.ct"], network: north)
    #expect(result.code == 64 && result.errors.contains("holds no vehicles"))
  }

  @Test func `a reader that has read enough is no failure`() throws {
    for prelude in ["", "trap '' PIPE; "] {
      let line = prelude + "{ \"$0\" export; echo $? >&2; } | head -c 10"
      let result = try run(
        URL(fileURLWithPath: "/bin/sh"), ["-c", line, commandURL.path],
        environment: ["TUYEN_NETWORK": repositoryFolder + "network-data/hcmc-mekong"])
      #expect(["0\n", "141\n"].contains(result.errors), "\(result.errors)")
    }
  }

  @Test func `things are found, shown and listed`() throws {
    #expect(try tuyen(["search", "bv nam can"]).output.contains("bv-nam-can"))
    #expect(try tuyen(["search", "zzzzqq"]).code == 1)
    #expect(try tuyen(["show", "bv-cho-ray", "--lang", "en"]).output.contains("capability"))
    #expect(try tuyen(["show", "bv-cho-ray", "--format", "xml"]).output.contains("<exchange"))
    #expect(try tuyen(["show", "no-such-thing-at-all"]).code == 64)
    let places = try tuyen(["places", "--level", "province", "--format", "csv"])
    #expect(places.output.contains("Tỉnh Cà Mau"))
    let matrix = try tuyen([
      "matrix", "--from", "32191", "--to", "bv-cho-ray", "--at", "2026-11-25T10:00",
    ])
    #expect(matrix.code == 0 && matrix.output.contains("bv-cho-ray"))
    #expect(try tuyen(["search", "--crossings", "rach mieu"]).output.contains("Cầu Rạch Miễu"))
  }
}
