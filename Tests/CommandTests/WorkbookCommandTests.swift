import Files
import Foundation
import Formats
import Spreadsheet
import TestSupport
import Testing

/// Workbooks of Excel, handed over and taken in by the command line.
@Suite struct WorkbookCommandTests {
  private let small = repositoryFolder + "network-data/northern-support"

  private static func isThere(_ program: String, _ arguments: [String]) -> Bool {
    let result = try? run(
      URL(fileURLWithPath: "/usr/bin/env"), [program] + arguments, environment: [:])
    return result?.code == 0
  }

  private static let hasOffice = isThere("soffice", ["--version"])
  private static let hasGDAL = isThere("ogrinfo", ["--version"])
  private static let hasOpenpyxl = isThere("/usr/bin/python3", ["-c", "import openpyxl"])

  /// Exports the facilities of the small network as a workbook and as a table; gives their number.
  private func export(to folder: String) throws -> Int {
    for format in ["xlsx", "csv"] {
      let result = try tuyen(
        ["export", "--as", format, "--quiet", "--out", "\(folder)/list.\(format)"], network: small)
      #expect(result.code == 0, "\(result.errors)")
    }
    var csv = try CSVReader(.file(folder + "/list.csv"))
    var count = -2
    while try csv.next() != nil { count += 1 }
    return count
  }

  @Test func `what a workbook holds of a network comes back from it`() throws {
    try withTemporaryFolder { folder in
      let count = try export(to: folder)
      let result = try tuyen(
        ["import", folder + "/list.xlsx", "--format", "json"], network: small)
      #expect(result.output.contains("\"same\": \(count)"), "\(result.output.prefix(2_000))")
      #expect(result.output.contains("\"new\": 0") && !result.output.contains("\"changed\": 1"))
    }
  }

  @Test(.enabled(if: hasOffice, "LibreOffice is not installed"))
  func `LibreOffice opens a workbook with every row`() throws {
    try withTemporaryFolder { folder in
      let count = try export(to: folder)
      try FileManager.default.removeItem(atPath: folder + "/list.csv")
      let result = try run(
        URL(fileURLWithPath: "/usr/bin/env"),
        [
          "soffice", "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to",
          "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder, folder + "/list.xlsx",
        ], environment: [:])
      #expect(result.code == 0, "\(result.errors)")
      var csv = try CSVReader(.file(folder + "/list.csv"))
      var rows = 0
      while try csv.next() != nil { rows += 1 }
      #expect(rows == count + 1)
    }
  }

  @Test(.enabled(if: hasGDAL, "GDAL (gdal-bin) is not installed"))
  func `GDAL counts as many facilities in every export as there are`() throws {
    try withTemporaryFolder { folder in
      let count = try export(to: folder)
      for format in ["geojson", "kml", "xlsx", "csv"] {
        let file = "\(folder)/list.\(format)"
        if format == "geojson" || format == "kml" {
          let written = try tuyen(
            ["export", "--as", format, "--quiet", "--out", file], network: small)
          #expect(written.code == 0, "\(written.errors)")
        }
        let result = try run(
          URL(fileURLWithPath: "/usr/bin/env"), ["ogrinfo", "-ro", "-so", "-al", file],
          environment: [:])
        let counts = result.output.split(separator: "\n").filter { $0.hasPrefix("Feature Count: ") }
        // A table has a row of HXL hashtags below its header.
        let rows = format == "csv" ? count + 1 : count
        // A workbook has statements and agreements on further sheets.
        #expect(counts.first == "Feature Count: \(rows)", "\(format): \(result.output)")
        #expect(format == "xlsx" || counts.count == 1)
      }
    }
  }

  @Test func `a sheet and an encoding are named for every table that a question reads`() throws {
    try withTemporaryFolder { folder in
      let sheets = [("Đợt 1", "Cái Nước"), ("Đợt 2", "Cái Bè")].map { name, place in
        var sheet = WorkbookSheet(name, columns: ["id", "from", "to"])
        sheet.rows = [[.text(name), .text(place), .text("bv-ca-mau")]]
        return sheet
      }
      let bytes = try #require(WorkbookWriter().bytes(of: sheets))
      let file = folder + "/origins.xlsx"
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      let route = ["route", "--need", "stroke", "--at", "2026-11-25T10:00", "--batch", file]
      let refused = try tuyen(route)
      #expect(refused.code == 65 && refused.errors.contains("2 \"Đợt 2\""), "\(refused.errors)")
      #expect(try tuyen(route + ["--sheet", "Đợt 2"]).output.contains("Đợt 2"))
      let none = try tuyen(route + ["--sheet", "9", "--lang", "en"])
      #expect(none.code == 65 && none.errors.contains("has no sheet"))
      let matrix = try tuyen(["matrix", "--file", file, "--sheet", "1"])
      #expect(matrix.code == 0 && matrix.output.contains("Cái Nước"), "\(matrix.errors)")
      // The same letters mean other words in another encoding: the named one is believed.
      let text =
        Data([0x69, 0x64, 0x2C, 0x66, 0x72, 0x6F, 0x6D, 0x0A, 0x31, 0x2C])
        + Data([0x43, 0xB8, 0x69, 0x20, 0x4E, 0xAD, 0xED, 0x63, 0x0A])
      try text.write(to: URL(fileURLWithPath: folder + "/old.csv"))
      let old = try tuyen([
        "route", "--need", "stroke", "--at", "2026-11-25T10:00", "--batch", folder + "/old.csv",
        "--encoding", "tcvn3",
      ])
      #expect(old.code == 0 && old.output.contains("Cái Nước"), "\(old)")
    }
  }

  @Test func `a workbook comes through a pipe`() throws {
    try withTemporaryFolder { folder in
      var sheet = WorkbookSheet("Danh sách", columns: ["id", "from"])
      sheet.rows = [[.text("vd-1"), .text("Cái Nước")]]
      let bytes = try #require(WorkbookWriter().bytes(of: [sheet]))
      let file = folder + "/origins.xlsx"
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      let script = """
        cat "$1" | "$0" route --batch - --need stroke --at 2026-11-25T10:00
        """
      let network = repositoryFolder + "network-data/hcmc-mekong"
      let result = try run(
        URL(fileURLWithPath: "/bin/sh"), ["-c", script, commandURL.path, file],
        environment: ["TUYEN_NETWORK": network])
      #expect(result.code == 0 && result.output.contains("vd-1,gso-2025:"), "\(result)")
    }
  }

  @Test(.enabled(if: hasOpenpyxl, "python3-openpyxl is not installed"))
  func `openpyxl finds typed cells below a frozen heading with a filter`() throws {
    try withTemporaryFolder { folder in
      let count = try export(to: folder)
      let script = """
        import openpyxl, sys
        sheet = openpyxl.load_workbook(sys.argv[1]).active
        rows = list(sheet.iter_rows(values_only=True))
        print(len(rows), sheet.freeze_panes, sheet.auto_filter.ref.split(":")[0],
              any(type(value) in (int, float) for row in rows[1:] for value in row),
              sheet["A1"].font.bold)
        """
      let result = try run(
        URL(fileURLWithPath: "/usr/bin/python3"), ["-c", script, folder + "/list.xlsx"],
        environment: [:])
      #expect(result.output == "\(count + 1) A2 A1 True True\n", "\(result.errors)")
    }
  }

  @Test func `a batch is read from a workbook and answered in one`() throws {
    try withTemporaryFolder { folder in
      var sheet = WorkbookSheet("Danh sách", columns: ["id", "from"])
      sheet.rows = [[.integer(1), .text("Cái Nước")], [.integer(2), .text("Cái Bè")]]
      let bytes = try #require(WorkbookWriter().bytes(of: [sheet]))
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/origins.xlsx"))
      let arguments = [
        "route", "--batch", folder + "/origins.xlsx", "--need", "stroke", "--at",
        "2026-11-25T10:00", "--output", folder + "/answers.xlsx", "--format", "xlsx",
      ]
      let result = try tuyen(arguments)
      #expect(result.code == 0 && result.output.isEmpty, "\(result.errors)")
      let rows = try Workbook(.file(folder + "/answers.xlsx")).rows()
      var ids: Set<String> = []
      while let row = try rows.next() { ids.insert(row.fields[0]) }
      #expect(ids.isSuperset(of: ["1", "2"]))
      let again = try tuyen(arguments)
      #expect(again.code == 74 && again.errors.contains("--force"))
      #expect(try tuyen(arguments + ["--force"]).code == 0)
    }
  }

  @Test func `of several lists, one must be named; what is no workbook is called what it is`()
    throws
  {
    try withTemporaryFolder { folder in
      let sheets = ["Danh sách", "Phụ lục"].map { name in
        var sheet = WorkbookSheet(name, columns: ["id", "name"])
        sheet.rows = [[.text("vd-1"), .text("Bệnh viện Ví Dụ")]]
        return sheet
      }
      let bytes = try #require(WorkbookWriter().bytes(of: sheets))
      let file = folder + "/list.xlsx"
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      let refused = try tuyen(["import", file])
      #expect(refused.code == 65 && refused.errors.contains("1 \"Danh sách\", 2 \"Phụ lục\""))
      #expect(try tuyen(["import", file, "--lang", "en"]).errors.contains("several sheets"))
      #expect(try tuyen(["import", file, "--sheet", "2"]).output.contains("vd-1"))
      #expect(try tuyen(["import", file, "--sheet", "3"]).code == 65)
      let old = folder + "/old.xls"
      try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
        .write(to: URL(fileURLWithPath: old))
      let result = try tuyen(["import", old, "--lang", "en"])
      #expect(result.code == 65 && result.errors.contains("save it as .xlsx"))
    }
  }
}
