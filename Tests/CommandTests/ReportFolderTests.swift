import Answers
import Foundation
import TestSupport
import Testing

@testable import tuyen

struct ReportFolderTests {
  private func files(_ names: [String]) -> [ReportFile] {
    names.map { ReportFile(name: $0, text: "text of \($0)") }
  }

  @Test func `A folder of others is left alone, a former report is replaced as a whole`() throws {
    try withTemporaryFolder { folder in
      let disk = FileManager.default
      let foreign = folder + "/foreign"
      try disk.createDirectory(atPath: foreign, withIntermediateDirectories: true)
      try "mine".write(toFile: foreign + "/index.html", atomically: true, encoding: .utf8)
      let refused = #expect(throws: Failure.self) { try ReportFolder(foreign).check() }
      #expect(refused?.code == 74 && refused?.message.contains("không phải báo cáo cũ") == true)

      let file = folder + "/file"
      try "x".write(toFile: file, atomically: true, encoding: .utf8)
      #expect(throws: Failure.self) { try ReportFolder(file).write(files(["index.html"])) }

      let out = folder + "/deep/out"
      try ReportFolder(out).write(files(["index.html", "gaps.csv"]))
      #expect(disk.fileExists(atPath: out + "/gaps.csv"))
      // Files that the new report does not have are gone: nothing of two reports is mixed.
      try ReportFolder(out + "/").write(files(["index.html"]))
      #expect(
        try disk.contentsOfDirectory(atPath: out).sorted() == ["index.html", "report.json"])
      try "notes".write(toFile: out + "/notes.txt", atomically: true, encoding: .utf8)
      let again = #expect(throws: Failure.self) {
        try ReportFolder(out).write(files(["index.html"]))
      }
      #expect(again?.message.contains("notes.txt") == true)
      #expect(try String(contentsOfFile: out + "/notes.txt", encoding: .utf8) == "notes")
      // Nothing half-written is left beside.
      #expect(try disk.contentsOfDirectory(atPath: folder + "/deep") == ["out"])
    }
  }
}
