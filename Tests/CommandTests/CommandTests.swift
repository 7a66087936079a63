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

  @Test func `an option that nobody knows is named before what is missing`() throws {
    for (arguments, option) in [
      (["route", "--frm", "Cái Nước"], "--frm"), (["search", "--kindd", "x"], "--kindd"),
      (["import", "osm", "x.osm.pbf", "--itno", "y"], "--itno"),
    ] {
      let told = try tuyen(arguments)
      #expect(told.code == 64 && told.errors.contains(option), "\(told.errors)")
    }
    // A missing option is told where every word is known.
    #expect(try tuyen(["route", "--need", "stroke"]).errors.contains("--from"))
  }

  @Test func `a file of no known form is told which forms are read`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/passwd"
      try "root:x:0:0:root:/root:/bin/bash\n".write(
        toFile: path, atomically: true, encoding: .utf8)
      let told = try tuyen(["import", path, "--network", "network-data/northern-support"])
      #expect(told.code == 65 && told.errors.contains(".xlsx"), "\(told.errors)")
      #expect(told.errors.contains(".csv") && !told.errors.contains("Start tag"))
    }
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
}
