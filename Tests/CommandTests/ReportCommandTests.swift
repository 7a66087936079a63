import Foundation
import TestSupport
import Testing
import XMLStream

/// A report's page as a reader of XML finds it.
private struct ReadPage {
  /// The tables by name, each with its rows of cells, heads left out.
  var tables: [(name: String, caption: String, rows: [[String]])] = []
  var texts: [String] = []
  var links: [String] = []
  var ids: [String] = []
  var elements: [String: Int] = [:]
  var picturesWithTitle = 0
  var language: String?

  /// Reads a page; its first line, which XML readers of untrusted text refuse, is left out.
  init(_ text: String) throws {
    let mark = "<!DOCTYPE html>\n"
    #expect(text.hasPrefix(mark))
    var reader = try XMLReader(
      bytes: Array(text.dropFirst(mark.count).utf8), path: "index.html",
      names: XMLNames(["data-sheet", "href", "id", "lang"]), schema: nil)
    var isInHead = false
    var open: [String] = []
    while try reader.next() != .endOfDocument {
      switch reader.event {
      case .start:
        let name = reader.nameString
        if name == "title", open.last == "svg" { picturesWithTitle += 1 }
        open.append(name)
        elements[name, default: 0] += 1
        if let link = reader.attribute(1) { links.append(link) }
        if let id = reader.attribute(2) { ids.append(id) }
        if name == "html" { language = reader.attribute(3) }
        if name == "table" { tables.append((reader.attribute(0) ?? "", "", [])) }
        if name == "thead" { isInHead = true }
        if name == "tr", !isInHead { tables[tables.count - 1].rows.append([]) }
        if name == "td" || name == "th", !isInHead {
          tables[tables.count - 1].rows[tables[tables.count - 1].rows.count - 1].append("")
        }
      case .end:
        let name = open.removeLast()
        if name == "thead" { isInHead = false }
      case .text:
        texts.append(reader.text)
        if open.last == "caption" { tables[tables.count - 1].caption = reader.text }
        if open.last == "td" || open.last == "th", !isInHead {
          let row = tables[tables.count - 1].rows.count - 1
          let cell = tables[tables.count - 1].rows[row].count - 1
          tables[tables.count - 1].rows[row][cell] = reader.text
        }
      default: break
      }
    }
  }

  func rows(_ name: String) throws -> [[String]] {
    try #require(tables.first { $0.name == name }).rows
  }
}

@Suite struct ReportCommandTests {
  private static let at = "2026-11-25T10:00"
  private static let need = "stroke.thrombectomy"

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try contents(of: path), as: UTF8.self)
  }

  private func report(_ out: String, _ more: [String]) throws -> CommandResult {
    try tuyen(["report", "--out", out, "--need", Self.need, "--at", Self.at] + more)
  }

  /// A number as an English table writes it: 1,234,567.
  private func grouped(_ number: Double) -> String {
    var digits = String(Int(number.rounded()))
    var text = ""
    while digits.count > 3 {
      text = "," + digits.suffix(3) + text
      digits.removeLast(3)
    }
    return digits + text
  }

  private func percent(_ part: Double, of all: Double) -> String {
    var tenths = Int((part / all * 1_000).rounded())
    if tenths == 0, part > 0 { return "< 0.1 %" }
    if tenths == 1_000, part < all { tenths = 999 }
    return "\(tenths / 10).\(tenths % 10) %"
  }

  @Test func `every table is what its command answers`() throws {
    try withTemporaryFolder { folder in
      let out = folder + "/report"
      let result = try report(out, ["--parts", "gaps,loss,fairness", "--lang", "en"])
      #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
      let page = try ReadPage(try text(out + "/index.html"))

      // The files are the commands' own answers, byte by byte.
      let asked = ["--need", Self.need, "--at", Self.at, "--lang", "en"]
      for (file, arguments) in [
        (
          "coverage-\(Self.need)-gso-2024.csv",
          ["coverage", "--by", "province-2024", "--format", "csv"]
        ),
        (
          "coverage-\(Self.need)-gso-2025.csv",
          ["coverage", "--by", "province", "--format", "csv"]
        ),
        ("communes-\(Self.need).geojson", ["coverage", "--format", "geojson"]),
        ("gaps-\(Self.need).csv", ["gaps", "--limit", "15", "--format", "csv"]),
        ("losses.csv", ["loss", "--format", "csv"]),
      ] {
        let answer = try tuyen(arguments + asked)
        #expect(try text(out + "/" + file) == answer.output, "\(file)")
      }

      // The numbers of the page are those of the commands' JSON.
      for (sheet, by) in [("classes-gso-2024", "province-2024"), ("classes-gso-2025", "province")] {
        let answer = try object(
          try tuyen(["coverage", "--by", by, "--group", "all", "--format", "json"] + asked).output)
        let need = try #require((answer["needs"] as? [[String: Any]])?.first)
        let units = try #require(need["units"] as? [[String: Any]])
        let rows = try page.rows(sheet)
        #expect(rows.count == units.count && rows.count >= 7)
        for (row, unit) in zip(rows, units) {
          let people = try #require(unit["people"] as? Double)
          let within = try #require((unit["within"] as? [[String: Any]])?.first)
          let typical = try #require(within["typical"] as? [String: Double])
          let slow = try #require(within["slow"] as? [String: Double])
          #expect(row[0] == (unit["place"] as? [String: Any])?["name"] as? String)
          #expect(row[1] == grouped(people))
          for (cell, key) in ["served", "unknown", "no_capacity", "out_of_reach"].enumerated() {
            #expect(row[2 + cell] == percent(typical[key] ?? -1, of: people))
          }
          #expect(row[6] == grouped(people - (typical["served"] ?? -1)))
          #expect(row[7] == percent(slow["served"] ?? -1, of: people))
        }
      }

      let gaps = try #require(
        try object(
          try tuyen(["gaps", "--limit", "15", "--format", "json"] + asked).output)["gaps"]
          as? [[String: Any]])
      let gapRows = try page.rows("gaps")
      #expect(gapRows.count == gaps.count && gaps.count == 15)
      for (row, gap) in zip(gapRows, gaps) {
        #expect(row[0] == (gap["place"] as? [String: Any])?["name"] as? String)
        #expect(row[1] == grouped(try #require(gap["people"] as? Double)))
        #expect(row[4] == (gap["cause"] as? [String: Any])?["text"] as? String)
        let best = (gap["changes"] as? [[String: Any]])?.first
        if let best { #expect(row[5] == best["text"] as? String) }
        let gained = best?["peopleGained"] as? Double
        #expect(row[6] == (gained.map(grouped) ?? ""))
      }

      let losses = try #require(
        (try object(try tuyen(["loss", "--format", "json"] + asked).output)["needs"]
          as? [[String: Any]])?.first?["losses"] as? [[String: Any]])
      let lossRows = try page.rows("losses-facilities") + page.rows("losses-crossings")
      #expect(lossRows.count == losses.count && losses.count > 5)
      for (row, loss) in zip(lossRows, losses) {
        let people = try #require(loss["people"] as? [String: Any])
        #expect(row[1] == loss["name"] as? String)
        #expect(row[2] == grouped(try #require(people["losing"] as? Double)))
        #expect(row[4] == grouped(try #require(people["slower"] as? Double)))
      }

      let fairness = try #require(
        ((try object(
          try tuyen(["coverage", "--fairness", "--format", "json"] + asked).output)["needs"]
          as? [[String: Any]])?.first?["fairness"]) as? [String: Any])
      let gini = try #require(fairness["giniOfMinutes"] as? Double)
      #expect(
        abs((Double(try page.rows("fairness")[0][1]) ?? 9) - gini) < 0.0006)
      let loads = try #require(fairness["loads"] as? [[String: Any]])
      for (row, load) in zip(try page.rows("loads"), loads) {
        #expect(row[1] == (load["facility"] as? [String: Any])?["name"] as? String)
        #expect(row[2] == grouped(try #require(load["people"] as? Double)))
      }
    }
  }

  @Test func `a page is whole: titles, captions, links, and nothing from elsewhere`() throws {
    try withTemporaryFolder { folder in
      for language in ["vi", "en"] {
        let out = folder + "/" + language
        let result = try report(out, ["--lang", language])
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        let source = try text(out + "/index.html")
        let page = try ReadPage(source)
        #expect(page.language == language)
        #expect(page.elements["h1"] == 1 && page.elements["script"] == nil)
        #expect(page.elements["table"] == page.elements["caption"])
        #expect(page.tables.allSatisfy { !$0.caption.isEmpty })
        // A map, with its frames as pictures within, and a curve: each picture has a name.
        #expect(page.elements["figure"] == 2 && page.picturesWithTitle == 2)
        #expect(Set(page.ids).count == page.ids.count)
        for link in page.links {
          if link.hasPrefix("#") {
            #expect(page.ids.contains(String(link.dropFirst())), "\(link)")
          } else {
            #expect(FileManager.default.fileExists(atPath: out + "/" + link), "\(link)")
          }
        }
        for word in ["<script", "<link", "src=", "url(", "@import", "<iframe", "onload"] {
          #expect(!source.contains(word), "\(word)")
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: out) {
          let text = try text(out + "/" + name)
          if name.hasSuffix(".svg") {
            var reader = try XMLReader(
              bytes: Array(text.utf8), path: name, names: XMLNames([]), schema: nil)
            while try reader.next() != .endOfDocument {}
            #expect(source.contains(text.split(separator: "\n").last ?? "-"), "\(name)")
          }
          if name.hasSuffix("json") { _ = try object(text) }
        }
        // Every commune with a point is a mark of the map.
        let communes = try object(try self.text(out + "/communes-\(Self.need).geojson"))
        let map = try self.text(out + "/map-\(Self.need).svg")
        let features = try #require(communes["features"] as? [[String: Any]])
        let titles = map.components(separatedBy: "<title>").count - 1
        #expect(features.count == 657 && titles > features.count)
      }
    }
  }

  @Test func `the same question gives the same bytes, wherever they are written`() throws {
    try withTemporaryFolder { folder in
      for out in ["one", "two/deep"] {
        #expect(try report(folder + "/" + out, ["--parts", "none"]).code == 0)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/one").sorted()
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/two/deep").sorted() == names)
      #expect(names.count >= 10)
      for name in names {
        #expect(
          try contents(of: folder + "/one/" + name) == contents(of: folder + "/two/deep/" + name),
          "\(name)")
      }
      // The command that the page tells writes the same page.
      let page = try ReadPage(try text(folder + "/one/index.html"))
      let line = try #require(page.texts.first { $0.hasPrefix("tuyen report --out DIR") })
      var words = line.split(separator: " ").dropFirst().map(String.init)
      words[try #require(words.firstIndex(of: "DIR"))] = folder + "/three"
      #expect(try tuyen(words).code == 0)
      #expect(
        try contents(of: folder + "/three/index.html") == contents(of: folder + "/one/index.html"))
    }
  }

  @Test func `a folder of others is left alone, a former report is replaced as a whole`() throws {
    try withTemporaryFolder { folder in
      let files = FileManager.default
      let foreign = folder + "/foreign"
      try files.createDirectory(atPath: foreign, withIntermediateDirectories: true)
      try "mine".write(toFile: foreign + "/index.html", atomically: true, encoding: .utf8)
      let refused = try report(foreign, ["--parts", "none"])
      #expect(refused.code == 74 && refused.errors.contains("no former report"))
      #expect(try text(foreign + "/index.html") == "mine")
      #expect(try files.contentsOfDirectory(atPath: foreign) == ["index.html"])

      let file = folder + "/file"
      try "x".write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try report(file, ["--parts", "none"]).code == 74)
      #expect(try text(file) == "x")

      let out = folder + "/out"
      try files.createDirectory(atPath: out, withIntermediateDirectories: true)
      #expect(try report(out, ["--parts", "gaps"]).code == 0)
      #expect(files.fileExists(atPath: out + "/gaps-\(Self.need).csv"))
      // What the new report does not have is gone: nothing of two reports is mixed.
      #expect(try report(out + "/", ["--parts", "none"]).code == 0)
      #expect(!files.fileExists(atPath: out + "/gaps-\(Self.need).csv"))
      try "notes".write(toFile: out + "/notes.txt", atomically: true, encoding: .utf8)
      let again = try report(out, ["--parts", "none"])
      #expect(again.code == 74 && again.errors.contains("notes.txt"))
      #expect(try text(out + "/notes.txt") == "notes")
      // Nothing half-written is left beside.
      #expect(try files.contentsOfDirectory(atPath: folder).sorted() == ["file", "foreign", "out"])
    }
  }

  @Test func `hostile names are text and nothing else`() throws {
    let name = #"<script>alert("x")</script> ]]> & 'Q' --> </table>"#
    let escaped = name.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
      .replacingOccurrences(of: "\"", with: "&quot;")
    try withTemporaryFolder { folder in
      let scenario = folder + "/hostile.xml"
      try """
      <?xml version="1.0" encoding="UTF-8"?>
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
      asOf="2026-11-25T00:00:00+07:00" title="\(escaped)" source="scenario: hypothetical">
        <facility id="x-hostile" name="\(escaped)" kind="provincial-general" ownership="public" \
      lat="9.17" lon="105.15" precision="exact"/>
        <capability facility="x-hostile" code="\(Self.need)" value="yes" performer="own-staff" \
      confidence="high"><window opens="00:00" closes="24:00"/></capability>
      </exchange>
      """.write(toFile: scenario, atomically: true, encoding: .utf8)
      let out = folder + "/out"
      let result = try report(
        out, ["--parts", "gaps,loss,fairness,quality", "--scenario", scenario])
      #expect(result.code == 0, "\(result.errors)")
      let source = try text(out + "/index.html")
      let page = try ReadPage(source)
      #expect(page.elements["script"] == nil)
      #expect(page.texts.contains { $0.contains(name) })
      #expect(try page.rows("loads").contains { $0[1] == name })
      #expect(!source.contains("<script") && !source.contains("]]>"))
      for file in try FileManager.default.contentsOfDirectory(atPath: out)
      where file.hasSuffix("json") { _ = try object(try text(out + "/" + file)) }
    }
  }

  @Test func `wrong use says what to do`() throws {
    try withTemporaryFolder { folder in
      for arguments in [
        ["report"], ["report", "--out", folder + "/a", "--parts", "magic"],
        ["report", "--out", folder + "/a", "--need", "magic"],
        ["report", "--out", folder + "/a", "--gaps", "0"],
        ["report", "--out", folder + "/a", "--group", "old"],
      ] {
        let result = try tuyen(arguments)
        #expect(result.code == 64 && !result.errors.isEmpty, "\(arguments)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }
}
