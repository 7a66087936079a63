import Foundation
import TestSupport
import Testing

@Suite struct CalibrateCommandTests {
  @Test func `wrong rows end with 65, and few trips write no file`() throws {
    try withTemporaryFolder { folder in
      let (wrong, few) = (folder + "/wrong.csv", folder + "/few.csv")
      try "from,to,departed,arrived\nnowhere,bv-ca-mau,2026-11-24T10:00,2026-11-24T12:00\n"
        .write(toFile: wrong, atomically: true, encoding: .utf8)
      let refused = try tuyen(["calibrate", wrong])
      #expect(refused.code == 65 && refused.output.isEmpty)
      #expect(refused.errors.contains("wrong.csv:2:"))
      try "from,to,departed,arrived\nbv-cho-ray,bv-ca-mau,2026-11-24T10:00,2026-11-24T20:00\n"
        .write(toFile: few, atomically: true, encoding: .utf8)
      let result = try tuyen(["calibrate", few, "--out", folder + "/c.xml", "--lang", "en"])
      #expect(result.code == 1 && result.output.contains("Nothing worth changing"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/c.xml"))
      // A file that is there already is not replaced.
      #expect(try tuyen(["calibrate", few, "--out", wrong]).code == 74)
    }
  }
}
