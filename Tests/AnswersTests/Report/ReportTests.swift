import Facts
import Formats
import Foundation
import HealthNetwork
import Planning
import Synchronization
import TestSupport
import Testing
import XMLStream

@testable import Answers

struct ReportTests {
  private static let need = "stroke.thrombectomy"
  private let session: NetworkSession

  init() throws { session = try SharedSession.mekong.get() }

  /// The report with all parts, and the losses asked for on their own, each computed once.
  private static let whole = Result {
    try SharedSession.mekong.get().ask(ReportQuestion.self, fields)
  }
  private static let losses = Result {
    try SharedSession.mekong.get().ask(LossQuestion.self, fields)
  }

  private func whole(_ style: AnswerStyle) throws -> [String: String] {
    let files = try Self.whole.get().files(style)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
  }

  /// The fields of every question, which all count the people of the same communes.
  private static let fields: QuestionFields = [
    "need": need, "at": "2026-11-25T10:00", "scheme": "gso-2024",
  ]

  private func fields(_ more: QuestionFields) -> QuestionFields {
    QuestionFields(Self.fields.all + more.all)
  }

  private func report(
    _ more: QuestionFields, _ style: AnswerStyle, in session: NetworkSession? = nil
  ) throws -> [String: String] {
    try files(fields(more), style, in: session)
  }

  private func files(
    _ fields: QuestionFields, _ style: AnswerStyle, in session: NetworkSession? = nil,
    now: Instant = SharedSession.now
  ) throws -> [String: String] {
    let answer = try (session ?? self.session).ask(ReportQuestion.self, fields, now: now)
    return Dictionary(uniqueKeysWithValues: answer.files(style).map { ($0.name, $0.text) })
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The answer to a question as JSON.
  private func json<Asked: Question>(
    _ type: Asked.Type, _ more: QuestionFields
  ) throws -> [String: Any] {
    try json(session.ask(type, fields(more)))
  }

  private func json(_ answer: some Answer) throws -> [String: Any] {
    try object(try #require(answer.text(as: .json, AnswerStyle(.en))))
  }

  private func percent(_ part: Double, of all: Double) -> String {
    Language.en.percent(part / all)
  }

  /// The people served, from what is sure to what it would be if all that is unknown were able.
  private func range(_ classes: [String: Double], of all: Double) -> String {
    let sure = classes["served"] ?? -1
    return Language.en.percents(sure / all...(sure + (classes["unknown"] ?? -1)) / all)
  }

  /// Two numbers of people as a range, or one.
  private func range(_ least: Any?, _ most: Any?) throws -> String {
    let numbers = [try #require(least as? Double), try #require(most as? Double)]
    let texts = numbers.map { Language.en.grouped($0) }
    return texts[0] == texts[1] ? texts[0] : texts.joined(separator: "–")
  }

  @Test func `Every table is what its question answers`() throws {
    let style = AnswerStyle(.en)
    let files = try whole(style)
    let page = try ReadPage(try #require(files["index.html"]))
    let need = Self.need

    // The files are the answers to the questions of the same names, byte by byte.
    #expect(
      files["coverage-\(need)-gso-2024.csv"]
        == (try session.ask(CoverageQuestion.self, fields(["by": "province"])).csv(style)))
    // One geography in one report.
    #expect(files["coverage-\(need)-gso-2025.csv"] == nil)
    #expect(
      files["communes-\(need).geojson"]
        == (try session.ask(CoverageQuestion.self, Self.fields).geoJSON(style)?
          .text(indent: nil)))
    #expect(
      files["gaps-\(need).csv"]
        == (try session.ask(GapsQuestion.self, fields(["limit": "15"])).csv(style)))
    #expect(files["losses.csv"] == (try Self.losses.get().csv(style)))

    for (sheet, by) in [("classes-gso-2024", "province")] {
      let answer = try json(CoverageQuestion.self, ["by": by, "group": "all"])
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
        #expect(row[1] == Language.en.grouped(people))
        #expect(row[2] == range(typical, of: people))
        #expect(row.contains(percent(typical["out_of_reach"] ?? -1, of: people)))
        #expect(row.contains(range(slow, of: people)))
      }
    }
  }

  @Test func `The tables of gaps, losses and fairness hold the figures of their answers`() throws {
    let files = try whole(AnswerStyle(.en))
    let page = try ReadPage(try #require(files["index.html"]))
    let grouped: (Double) -> String = { Language.en.grouped($0) }
    let gaps = try #require(
      try json(GapsQuestion.self, ["limit": "15"])["gaps"] as? [[String: Any]])
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
      (try json(Self.losses.get())["needs"] as? [[String: Any]])?.first?["losses"]
        as? [[String: Any]])
    let lossRows = try page.rows("losses-facilities") + page.rows("losses-crossings")
    #expect(lossRows.count == losses.count && losses.count > 5)
    for (row, loss) in zip(lossRows, losses) {
      let people = try #require(loss["people"] as? [String: Any])
      #expect(row[1] == loss["name"] as? String)
      #expect(try row[2] == range(loss["losingAtLeast"], people["losing"]))
      #expect(row[4] == grouped(try #require(people["slower"] as? Double)))
    }

    let fairness = try #require(
      (try json(CoverageQuestion.self, ["fairness": "true"])["needs"] as? [[String: Any]])?
        .first?["fairness"] as? [String: Any])
    let gini = try #require(fairness["giniOfMinutes"] as? Double)
    let told = try page.rows("fairness")[0][1].split(separator: "–").last.flatMap { Double($0) }
    #expect(abs((told ?? 9) - gini) < 0.0006)
    let loads = try #require(fairness["loads"] as? [[String: Any]])
    for (row, load) in zip(try page.rows("loads"), loads) {
      #expect(row[1] == (load["facility"] as? [String: Any])?["name"] as? String)
      #expect(try row[2] == range(load["peopleAtLeast"], load["people"]))
    }
  }

  @Test(arguments: Language.allCases)
  func `A page is whole: titles, captions, links, and nothing from elsewhere`(
    language: Language
  ) throws {
    let files = try whole(AnswerStyle(language))
    let source = try #require(files["index.html"])
    let page = try ReadPage(source)
    #expect(page.language == language.rawValue)
    #expect(page.elements["h1"] == 1 && page.elements["script"] == nil)
    #expect(page.elements["table"] == page.elements["caption"])
    #expect(page.tables.allSatisfy { !$0.caption.isEmpty })
    // A map, with its frames as pictures within, and a curve: each picture has a name.
    #expect(page.elements["figure"] == 2 && page.picturesWithTitle == 2)
    #expect(Set(page.ids).count == page.ids.count)
    for link in page.links {
      #expect(
        link.hasPrefix("#") ? page.ids.contains(String(link.dropFirst())) : files[link] != nil,
        "\(link)")
    }
    for word in ["<script", "<link", "src=", "url(h", "url('", "@import", "<iframe", "onload"] {
      #expect(!source.contains(word), "\(word)")
    }
    for (name, text) in files {
      if name.hasSuffix(".svg") {
        var reader = try XMLReader(
          bytes: Array(text.utf8), path: name, names: XMLNames([]), schema: nil)
        while try reader.next() != .endOfDocument {}
        #expect(source.contains(text.split(separator: "\n").last ?? "-"), "\(name)")
      }
      if name.hasSuffix("json") { _ = try object(text) }
    }
    // Every commune with a point is a mark of the map.
    let communes = try object(try #require(files["communes-\(Self.need).geojson"]))
    let map = try #require(files["map-\(Self.need).svg"])
    let features = try #require(communes["features"] as? [[String: Any]])
    let titles = map.components(separatedBy: "<title>").count - 1
    #expect(features.count == 1_843 && titles > features.count)
  }

  @Test func `The same question gives the same bytes, also the one that the page tells`() throws {
    var style = AnswerStyle()
    let told = Told()
    style.hintText = { hint, _ in
      guard case .again(let fields) = hint else { return nil }
      told.fields.withLock { $0 = fields }
      return "again"
    }
    let clock: QuestionFields = [
      "need": Self.need, "scheme": "gso-2024", "parts": "none", "at": "10:00",
    ]
    let files = try files(clock, style)
    #expect(files.count == 9 && files["index.html"]?.contains("<code>again</code>") == true)
    let fields = try #require(told.fields.withLock { $0 })
    #expect(fields["at"] == ["\(SharedSession.now)"])
    let later = Instant(seconds: SharedSession.now.seconds + 86_400, zone: SharedSession.now.zone)
    #expect(try self.files(fields, style, now: later) == files)
  }

  @Test func `Hostile names are text and nothing else`() throws {
    let name = #"<script>alert("x")</script> ]]> & 'Q' --> </table>"#
    let escaped = name.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
      .replacingOccurrences(of: "\"", with: "&quot;")
    let scenario = try TemporaryFolder([
      "hostile.xml": """
      <?xml version="1.0" encoding="UTF-8"?>
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
      asOf="2026-11-25T00:00:00+07:00" title="\(escaped)" source="scenario: hypothetical">
        <facility id="x-hostile" name="\(escaped)" kind="provincial-general" ownership="public" \
      lat="9.17" lon="105.15" precision="exact"/>
        <capability facility="x-hostile" code="\(Self.need)" value="yes" performer="own-staff" \
      confidence="high"><window opens="00:00" closes="24:00"/></capability>
      </exchange>
      """
    ])
    let hostile = try NetworkSession(
      repositoryFolder + "network-data/hcmc-mekong", deltas: [scenario.path + "/hostile.xml"])
    let files = try report(
      ["parts": "gaps,fairness,quality"], AnswerStyle(), in: hostile)
    let source = try #require(files["index.html"])
    let page = try ReadPage(source)
    #expect(page.elements["script"] == nil)
    #expect(page.texts.contains { $0.contains(name) })
    #expect(try page.rows("loads").contains { $0[1] == name })
    #expect(!source.contains("<script") && !source.contains("]]>"))
    for (name, text) in files where name.hasSuffix("json") { _ = try object(text) }
  }

  @Test func `A network without roads has a report of what needs none`() throws {
    let north = try SharedSession.north.get()
    let answer = try north.ask(ReportQuestion.self, ["at": "2026-11-25T10:00"])
    #expect(answer.coverage == nil && answer.support != nil && answer.quality != nil)
    let files = answer.files(AnswerStyle(.vi))
    let page = try ReadPage(try #require(files.first?.text))
    #expect(page.ids.contains("support") && page.ids.contains("quality"))
    #expect(!page.ids.contains("overview") && page.elements["figure"] == nil)
    #expect(files.allSatisfy { !$0.name.hasPrefix("map-") })
  }

  @Test func `A report on one province has a row for each of its communes and for no other`() throws
  {
    let answer = try session.ask(
      ReportQuestion.self,
      ["need": Self.need, "at": "2026-11-25T10:00", "under": "Cà Mau", "parts": "none"])
    let communes = try #require(answer.coverage?.demand.communes)
    #expect(communes.count == 64)
    let page = try ReadPage(answer.page(AnswerStyle(.vi)))
    #expect(try page.rows("communes").count == communes.count)
    #expect(try page.rows("classes-gso-2025").count == 1)
    #expect(page.texts.contains { $0.contains("chỉ tính Tỉnh Cà Mau") })
  }

  @Test func `A field that is wrong is named`() {
    for (field, value) in [
      ("parts", "magic"), ("need", "magic"), ("gaps", "0"), ("top", "x"), ("group", "old"),
      ("threshold", "0"),
    ] {
      let error = #expect(throws: QuestionError.self) {
        try session.ask(ReportQuestion.self, QuestionFields([(field, value)]))
      }
      #expect(error?.field == field && error?.value == value)
    }
  }
}

/// The fields that a page told a face.
private final class Told: Sendable {
  let fields = Mutex<QuestionFields?>(nil)
}
