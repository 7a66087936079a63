import Foundation
import TestSupport
import Testing

@Suite struct ImportFilesCommandTests {
  private let header = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="KIND" network="t" asOf="2026-11-22T00:00:00+07:00">

    """#

  private func document(_ records: String, kind: String = "snapshot") -> String {
    header.replacing("KIND", with: kind) + records + "\n</exchange>\n"
  }

  /// A network of three documents, and a change of all of them.
  private func network() throws -> (folder: TemporaryFolder, update: TemporaryFolder) {
    let folder = try TemporaryFolder([
      "a.xml": document(
        #"<network id="t" name="T" zone="+07:00" south="8" west="102" north="24" east="110"/>"#),
      "b.xml": document(#"<facility id="b" name="B" kind="other"/>"#),
      "c.xml": document(#"<facility id="c" name="C" kind="other"/>"#),
    ])
    let change =
      #"<network id="t" name="T2" zone="+07:00" south="8" west="102" north="24" east="110"/>"#
      + #"<facility id="b" name="B2" kind="other"/><facility id="c" name="C2" kind="other"/>"#
      + #"<facility id="d" name="D" kind="other"/>"#
    let update = try TemporaryFolder(["update.xml": document(change, kind: "delta")])
    return (folder, update)
  }

  private func state(_ folder: String) throws -> [String: String] {
    var state: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".xml") {
      state[name] = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }
    return state
  }

  @Test func `without --apply nothing changes; with it all does, and undo takes it back`() throws {
    let (folder, update) = try network()
    let before = try state(folder.path)
    let file = update.path + "/update.xml"
    let preview = try tuyen(["import", file, "--lang", "en"], network: folder.path)
    #expect(preview.code == 0 && preview.errors.isEmpty, "\(preview.errors)")
    #expect(preview.output.contains("name: B → B2"))
    #expect(try state(folder.path) == before)
    let applied = try tuyen(["import", file, "--apply", "--lang", "en"], network: folder.path)
    #expect(applied.code == 0, "\(applied.errors)")
    #expect(try state(folder.path).count == 4)
    #expect(try tuyen(["check"], network: folder.path).code == 0)
    #expect(try tuyen(["undo"], network: folder.path).code == 0)
    #expect(try state(folder.path) == before)
    #expect(try tuyen(["undo"], network: folder.path).code == 1)
  }

  @Test func `a process killed at any step leaves the old network or the new one`() throws {
    let (folder, update) = try network()
    let file = update.path + "/update.xml"
    let old = try state(folder.path)
    #expect(try tuyen(["import", file, "--apply"], network: folder.path).code == 0)
    let new = try state(folder.path)
    #expect(try tuyen(["undo"], network: folder.path).code == 0)
    var wasOld = false
    var wasNew = false
    for step in 1... {
      let result = try run(
        commandURL, ["import", file, "--apply"],
        environment: ["TUYEN_NETWORK": folder.path, "TUYEN_TEST_KILL_AT": String(step)])
      // Whoever comes next completes what was interrupted.
      #expect(try tuyen(["check"], network: folder.path).code == 0)
      let now = try state(folder.path)
      #expect(now == old || now == new, "killed at step \(step)")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
          .allSatisfy { !$0.contains(".tmp-") })
      wasOld = wasOld || now == old
      wasNew = wasNew || now == new && result.code == 9
      if now == new {
        #expect(try tuyen(["undo"], network: folder.path).code == 0)
        #expect(try state(folder.path) == old)
      }
      if result.code == 0 { break }
      #expect(result.code == 9)
    }
    #expect(wasOld && wasNew)
  }

  @Test func `an undo that is killed at any step is done or not done`() throws {
    let (folder, update) = try network()
    let file = update.path + "/update.xml"
    let old = try state(folder.path)
    for step in 1... {
      #expect(try tuyen(["import", file, "--apply"], network: folder.path).code == 0)
      let new = try state(folder.path)
      let result = try run(
        commandURL, ["undo"],
        environment: ["TUYEN_NETWORK": folder.path, "TUYEN_TEST_KILL_AT": String(step)])
      #expect(try tuyen(["check"], network: folder.path).code == 0)
      let now = try state(folder.path)
      #expect(now == old || now == new, "killed at step \(step)")
      if now == new { #expect(try tuyen(["undo"], network: folder.path).code == 0) }
      #expect(try state(folder.path) == old)
      if result.code == 0 { break }
    }
  }

  @Test func `a process killed at random times leaves the old network or the new one`() throws {
    let (folder, update) = try network()
    let file = update.path + "/update.xml"
    let old = try state(folder.path)
    #expect(try tuyen(["import", file, "--apply"], network: folder.path).code == 0)
    let new = try state(folder.path)
    #expect(try tuyen(["undo"], network: folder.path).code == 0)
    for _ in 0..<20 {
      let process = Process()
      process.executableURL = commandURL
      process.arguments = ["import", file, "--apply", "--network", folder.path]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      usleep(.random(in: 10_000...120_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try tuyen(["check"], network: folder.path).code == 0)
      let now = try state(folder.path)
      #expect(now == old || now == new)
      if now == new { #expect(try tuyen(["undo"], network: folder.path).code == 0) }
    }
  }

  @Test func `exit codes and JSON tell what is odd and what is wrong`() throws {
    let (folder, _) = try network()
    let files = try TemporaryFolder([
      "odd.xml": document(#"<facility id="x" name="B" kind="other"/>"#, kind: "delta"),
      "wrong.xml": document(#"<facility id="x" name="X" kind="other" parent="none"/>"#),
      "other.xml": "<html/>",
    ])
    let odd = try tuyen(
      ["import", files.path + "/odd.xml", "--format", "json"], network: folder.path)
    #expect(odd.code == 1 && odd.output.contains(#""code": "probable_duplicate""#))
    #expect(
      try tuyen(["import", files.path + "/odd.xml", "--strict"], network: folder.path).code == 65)
    let wrong = try tuyen(["import", files.path + "/wrong.xml", "--apply"], network: folder.path)
    #expect(wrong.code == 65 && wrong.errors.contains("chưa áp dụng gì"))
    #expect(try tuyen(["import", files.path + "/none.xml"], network: folder.path).code == 66)
    let other = try tuyen(["import", files.path + "/other.xml"], network: folder.path)
    #expect(other.code == 65 && other.errors.contains("HTML"))
  }

  @Test func `a folder, a pipe and several files are read, and a mapping is proposed`() throws {
    let (folder, _) = try network()
    let lists = try TemporaryFolder([
      "a.csv": "id,name,loai hinh\nx,Bệnh viện X,siêu thị\n", "b.csv": "id,name\ny,Bệnh viện Y\n",
      "note.txt": "nothing of use\n", "sub/c.csv": "id,name\nz,Bệnh viện Z\n",
    ])
    let mapping = lists.path + "/mapping.txt"
    let found = try tuyen(
      ["import", lists.path, "--lang", "en", "--write-mapping", mapping], network: folder.path)
    #expect(found.output.contains("Bệnh viện Y") && found.output.contains("Bệnh viện Z"))
    #expect(found.errors.contains("note.txt: is no document"), "\(found.errors)")
    let proposal = try String(contentsOfFile: mapping, encoding: .utf8)
    #expect(proposal.contains("column,loai hinh,kind\n"))
    #expect(proposal.contains("# value,kind:siêu thị,?\n"))
    let shell = try run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "cat '\(lists.path)/b.csv' | '\(commandURL.path)' import - --lang en"],
      environment: ["TUYEN_NETWORK": folder.path])
    #expect(shell.code == 0 && shell.output.contains("facility y (Bệnh viện Y) -:2"))
  }

  @Test func `check says what a foreign document is, in the language asked for`() throws {
    let files = try TemporaryFolder([
      "a.csv": "id,name\nx,X\n", "b.xml": "<html/>",
      "c.xml": #"<CSD xmlns="urn:ihe:iti:csd:2013"/>"#,
    ])
    let table = try tuyen(["check", files.path + "/a.csv", "--lang", "en"])
    #expect(table.code == 65 && table.errors.contains("is a table, not an exchange document"))
    let page = try tuyen(["check", files.path + "/b.xml", "--lang", "vi"])
    #expect(page.code == 65 && page.errors.contains("là HTML"))
    let directory = try tuyen(["check", files.path + "/c.xml", "--lang", "en"])
    #expect(directory.code == 65 && directory.errors.contains("is IHE CSD"))
  }
}
