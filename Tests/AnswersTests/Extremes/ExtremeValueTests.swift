import Exchange
import Facts
import Files
import Formats
import Foundation
import HealthNetwork
import TestSupport
import Testing

@testable import Answers

/// No document ends the process, whatever stands in its attributes.
@Suite struct ExtremeValueTests {
  /// Values beyond every bound, or just at it.
  static let values = [
    "1e20", "-1e20", "1e308", "nan", "NaN", "INF", String(repeating: "9", count: 400),
    "1000000000000", "-5", "", "0", "0.000000001", "1", "100", "150", "1000", "50000", "100000",
    "1000000", "1000000000", "2000000000", "-1000000000000000", "1000000000000000",
  ]

  /// Texts for attributes that hold no number.
  static let texts = ["1e20", "nan", String(repeating: "9", count: 400), ""]

  /// The attributes that hold a number somewhere in the schema.
  static let numeric: Set<String> = {
    let schema = String(decoding: ExchangeSchema.bytes, as: UTF8.self)
    let types = [
      "amount", "bedCount", "kilometres", "squareKilometres", "share", "factor", "paceFactor",
      "minutes", "wholeMinutes", "months", "sessions", "speed", "count", "age", "weight", "tier",
      "latitude", "longitude",
    ].joined(separator: "|")
    guard let expression = try? Regex("<xs:attribute name=\"(\\w+)\" type=\"(\(types))\"") else {
      return []
    }
    return Set(schema.matches(of: expression).compactMap { $0[1].substring.map(String.init) })
  }()

  static let network = Result { try ExtremeNetwork() }

  static let records: [String] = {
    var seen: Set<String> = []
    return ((try? network.get())?.attributes ?? []).map(\.record).filter {
      seen.insert($0).inserted
    }
  }()

  /// Records that decide whether anything can be reached or treated: an extreme one of them hides the
  /// others.
  private static let deciding: Set<String> = [
    "network", "place", "specialty", "capabilityType", "clock", "facility", "capability", "vehicle",
    "travelProfile", "weather", "closure", "node", "link", "status",
  ]

  /// Kinds of records whose attributes are tried together: those that decide by themselves, the others
  /// by nine; each by itself where more than the usual is asked for.
  static let groups: [[String]] = {
    if ProcessInfo.processInfo.environment["TUYEN_TEST_SEEDS"] != nil {
      return records.map { [$0] }
    }
    let others = records.filter { !deciding.contains($0) }
    return records.filter(deciding.contains).map { [$0] }
      + stride(from: 0, to: others.count, by: 9).map { Array(others[$0...].prefix(9)) }
  }()

  @Test func `Every attribute of the schema is tried`() throws {
    let schema = String(decoding: ExchangeSchema.bytes, as: UTF8.self)
    let declared = schema.matches(of: try Regex(#"<xs:attribute name="(\w+)""#)).compactMap {
      $0[1].substring.map(String.init)
    }
    // The three of "retract", which no snapshot holds.
    let tried = Set(try Self.network.get().attributes.map(\.name))
    #expect(
      Set(declared).subtracting(tried) == Set(["key", "reason", "record"]).subtracting(tried))
    #expect(Self.records.count == 40)
    #expect(Set(Self.groups.joined()) == Set(Self.records))
    #expect(Self.deciding.isSubset(of: Self.records))
  }

  /// A value is tried in each attribute by itself; where networks load, the questions are asked of
  /// one that has it in all such attributes at once, or in each half of them where together they are
  /// refused.
  @Test(arguments: groups)
  func `Whatever an attribute says, the network is refused or every question is answered`(
    _ records: [String]
  ) throws {
    let network = try Self.network.get()
    let folder = try TemporaryFolder()
    func load(
      _ attributes: [ExtremeNetwork.Attribute], _ value: String
    ) throws -> LoadedNetwork? {
      try folder.write(Array(network.text(attributes, value).utf8), to: "n.xml")
      do throws(ExchangeFailure) {
        return try LoadedNetwork(path: folder.path)
      } catch {
        #expect(!error.errors.isEmpty)
        return nil
      }
    }
    func ask(_ borne: ArraySlice<ExtremeNetwork.Attribute>, _ value: String) throws {
      if borne.isEmpty { return }
      if let loaded = try load(Array(borne), value) {
        try Self.askEverything(of: loaded, folder.path)
        return
      }
      try #require(borne.count > 1, "\(borne) \(value) is borne once and not again")
      let middle = borne.startIndex + borne.count / 2
      try ask(borne[..<middle], value)
      try ask(borne[middle...], value)
    }
    let attributes = network.attributes.filter { records.contains($0.record) }
    #expect(!attributes.isEmpty)
    for value in Self.values {
      let tried = attributes.filter {
        Self.numeric.contains($0.name) || Self.texts.contains(value)
      }
      try ask(tried.filter { try load([$0], value) != nil }[...], value)
    }
  }

  private static func askEverything(of network: LoadedNetwork, _ path: String) throws {
    askEverything(NetworkSession(network))
    askTables(of: network)
    // Against a network without any records, so that every value is told.
    let new = try NativeReader.readFolder(path, options: ImportOptions())
    let diff = DiffAnswer(ImportPreview(from: [], to: new), isWhole: true)
    for language in Language.allCases {
      _ = diff.text(as: .json, AnswerStyle(language))
      _ = diff.text(as: .table, AnswerStyle(language))
    }
  }

  /// Asks every question, in every format and both languages; answers and refusals are equally well.
  static func askEverything(_ session: NetworkSession) {
    let place: QuestionFields = [
      "from": "10.80,106.70", "need": "stroke", "at": "2026-11-25T10:00",
    ]
    let plan: QuestionFields = ["need": "stroke", "at": "2026-11-25T10:00"]
    let day: QuestionFields = ["at": "2026-11-25T10:00"]
    func with(_ fields: QuestionFields, _ name: String, _ value: String) -> QuestionFields {
      QuestionFields(fields.all + [(name, value)])
    }
    ask(RouteQuestion.self, with(with(place, "explain", "true"), "onset", "09:00"), session)
    ask(StrategyQuestion.self, with(with(place, "strategy", "compare"), "onset", "09:00"), session)
    ask(DeparturesQuestion.self, with(place, "leaveUntil", "10:20"), session)
    ask(EscalationQuestion.self, place, session)
    ask(
      IsochroneQuestion.self,
      ["from": "10.80,106.70", "isochrone": "30", "at": "2026-11-25T10:00", "resolution": "5000"],
      session)
    ask(CoverageQuestion.self, with(with(plan, "fairness", "true"), "curve", "true"), session)
    ask(GapsQuestion.self, with(plan, "threshold", "1"), session)
    ask(LossQuestion.self, plan, session)
    ask(SiteQuestion.self, with(with(plan, "choose", "build"), "threshold", "1"), session)
    ask(LevelsQuestion.self, day, session)
    ask(SupportQuestion.self, day, session)
    ask(CheckQuestion.self, with(day, "grade", "true"), session)
    ask(PlacesQuestion.self, day, session)
    ask(CrossingsQuestion.self, day, session)
    ask(GraphQuestion.self, day, session)
    if let report = try? session.ask(ReportQuestion.self, with(plan, "gaps", "2")) {
      #expect(!report.files(AnswerStyle(.vi)).isEmpty)
      _ = report.files(AnswerStyle(.en))
    }
    ask(SearchQuestion.self, with(day, "text", "benh vien"), session)
    for id in ["hospital", "station", "old:26740", "l2"] {
      ask(ShowQuestion.self, with(day, "id", id), session)
    }
  }

  private static func ask<Asked: Question>(
    _ type: Asked.Type, _ fields: QuestionFields, _ session: NetworkSession
  ) {
    guard let answer = try? session.ask(type, fields) else { return }
    print(answer)
  }
}
