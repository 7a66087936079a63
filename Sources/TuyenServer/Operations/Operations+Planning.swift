import Answers
import Formats
import HealthNetwork
import HTTPTypes

/// Questions of planners.
extension Operations {
  static let planning: [Operation] = questions + [whatIf] + supposed

  /// The planners' questions that may be asked of a scenario, too.
  private static let supposed: [Operation] = {
    let names = ["coverage", "access", "gaps", "loss", "site"]
    let planned = questions.filter { names.contains($0.identifier) }.map { $0.supposing() }
    let route = referral.filter { $0.identifier == RouteQuestion.name }.map {
      $0.supposing(without: ["strategy", "rule", "dwell", "leaveUntil", "isochrone"])
    }
    return planned + route
  }()

  private static let questions: [Operation] = [
    .asking(
      CoverageQuestion.self, at: "/v1/coverage",
      "How many people reach an able facility in time, by unit.",
      Parameter.planning + [
        .needs, Parameter.threshold.repeated, .group,
        Parameter(
          "by", "The units: network, commune, district, province, province-2025.",
          .words(["network", "commune", "district", "province"])),
        Parameter("curve", "With the curve of people by minutes.", .flag),
        Parameter("fairness", "With how evenly access is spread.", .flag),
        Parameter(
          "decay", "How access of the floating catchment fades: slow or fast.",
          .words(["slow", "fast"])),
      ], schema: "coverage", cost: .heavy),
    .asking(
      AccessQuestion.self, at: "/v1/access",
      "The minutes of each commune, in columns: what a map colours, and a slider counts.",
      Parameter.planning + [.need, .group], cost: .heavy),
    .asking(
      GapsQuestion.self, at: "/v1/gaps",
      "The places from which no able facility is reached in time, why, and what would change it.",
      Parameter.planning + [.need, .threshold, .limit], schema: "gaps", cost: .heavy),
    .asking(
      LossQuestion.self, at: "/v1/loss",
      "The consequences of losing one facility, capability, bridge, ferry or rotation.",
      Parameter.planning + [
        .needs, .threshold, .group, .top,
        Parameter(
          "of",
          "What is lost: facilities, capabilities, crossings, rotations, all; may be repeated.",
          .words(["facilities", "capabilities", "crossings", "rotations", "all"])
        ).repeated,
        Parameter("pairs", "Two bridges at once, too.", .code(["bridges"])),
      ], schema: "loss", cost: .heavy),
    site,
    .asking(
      SupportQuestion.self, at: "/v1/support",
      "Who supports whom: communes, agreements, rotations, and what is missing.",
      [
        .at, .scheme, .limit, .minConfidence, .all,
        Parameter("months", "How far ahead ends are looked for.", .integer(0...1_200)),
        Parameter("by", "The region in which a supporting hospital is proposed."),
        Parameter("withPrivate", "Propose private hospitals too.", .flag),
        Parameter(
          "part", "Only these parts; may be repeated.",
          .words(SupportQuestion.Part.allCases.map(\.rawValue))
        ).repeated,
        Parameter("vehicle", "How the supporters travel.", .name(.vehicles)),
      ], schema: "support", cost: .heavy),
    .asking(
      LevelsQuestion.self, at: "/v1/levels",
      "On which level of care each facility stands, and whom the next level would help.",
      Parameter.travel + [
        .scheme, .under, .minConfidence, .all,
        Parameter("ladder", "Only a ladder, by id; may be repeated.", .name(.ladders)).repeated,
        Parameter("within", "Minutes that are near enough.", .number(0.001...100_000)),
        Parameter("noGains", "Do not compute whom the next level would help.", .flag),
      ], schema: "levels", cost: .heavy),
    .asking(
      CheckQuestion.self, at: "/v1/check",
      "How complete and how sure the data of the network is.",
      [
        .at, .all,
        Parameter(
          "topic", "Only warnings of a topic; may be repeated.",
          .words(NetworkReview.Topic.allCases.map(\.rawValue))
        ).repeated,
        Parameter("grade", "With a grade of each province and facility.", .flag),
        Parameter(
          "staleAfter", "Days after which a statement is old.", .integer(0...1_000_000)),
        Parameter("vehicle", "The vehicle whose ways are looked at.", .name(.vehicles)),
      ], schema: "check", cost: .heavy),
    report,
  ]

  /// A delta in JSON, without the kinds of records: those are in docs/schema/delta.schema.json.
  private static let deltaSchema: JSONValue = {
    let text = JSONValue.object(["type": .string("string")])
    let list = JSONValue.object([
      "type": .string("array"), "items": .object(["type": .string("object")]),
    ])
    let records = JSONValue.object([
      "type": .string("object"), "additionalProperties": list,
    ])
    let properties: [String: JSONValue?] = [
      "network": text, "asOf": text, "title": text, "source": text, "confidence": text,
      "records": records,
    ]
    return .object([
      "type": .string("object"), "properties": .object(properties),
      "required": .array([.string("network"), .string("asOf"), .string("records")]),
    ])
  }()

  private static let whatIf = Operation(
    method: .post, path: PathTemplate("/v1/whatif"), identifier: WhatIfQuestion.name,
    summary: "Who gains and who loses by changes that are only thought of: delta documents.",
    parameters: Parameter.planning + [.needs, .threshold, .group, .top],
    body: Operation.Body(
      summary: """
        A delta document: new facilities, capabilities, links, closures, or retractions, in XML or \
        in JSON (docs/schema/delta.schema.json). Several parts `scenario` stand side by side.
        """,
      mediaTypes: ["application/xml", "text/xml", MediaType.json, MediaType.form],
      documents: ["scenario"],
      example: """
        <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
        asOf="2026-11-25T00:00:00+07:00" title="Giả định" source="scenario: hypothetical">\
        <closure id="scenario" name="Cầu Rạch Miễu 2 đóng" crossing="Cầu Rạch Miễu 2 (QL60)"/>\
        </exchange>
        """, schema: deltaSchema),
    formats: Operation.usualFirst(WhatIfAnswer.formats), schema: "whatif", cost: .heavy,
    handler: .whole { call in
      var question = try WhatIfQuestion(call.fields, in: call.session, now: call.now)
      question.scenarios = call.documents["scenario"] ?? []
      return try Reply(try question.answer(in: call.session), for: call)
    })

  private static let site = Operation.asking(
    SiteQuestion.self, at: "/v1/site",
    "Where to build, upgrade or send rotations, so that a budget reaches the most.",
    Parameter.travel + [
      .need, .scheme, .under, .minConfidence, .threshold, .group,
      Parameter(
        "basis", "Which figures count.",
        .words(["census-resident", "census-recut", "registered"])),
      Parameter(
        "choose", "What may be done: build, upgrade, rotate or any.",
        .words(["build", "upgrade", "rotate", "any"])
      ).repeated,
      Parameter(
        "objective", "What is to be reached: cover, all or travel.",
        .words(["cover", "all", "travel"])),
      Parameter("budget", "How many sites, or units of cost.", .integer(1...100_000)).example("3"),
      Parameter(
        "cost", "Units of a site of each kind: build=5,upgrade=2.",
        .pattern("^(build|upgrade|rotate)=[1-9][0-9]{0,3}$")
      ).repeated,
      Parameter("backup", "Count a second facility within the threshold too.", .flag),
      Parameter("equity", "Let those who are far away count more.", .flag),
      Parameter("fixed", "A facility or place that is chosen already; may be repeated.").repeated,
      Parameter("candidates", "Kinds of facilities and tiers: regional-medical-centre,tier:2."),
      Parameter("ready", "Only facilities that do a step below it.", .flag),
      Parameter("sessions", "Half-day sessions a week of a rotation.", .integer(1...10)),
      Parameter("unreached", "Minutes that stand for no way.", .number(0.001...100_000)),
      Parameter("timeLimit", "Seconds of the exact solver.", .number(0...86_400)),
      Parameter("noCurve", "Without the curve of budgets.", .flag),
    ], cost: .heavy)

  private static let report = Operation(
    method: .get, path: PathTemplate("/v1/report"), identifier: ReportQuestion.name,
    summary: "All of planning as one page with its pictures, or one of its files.",
    parameters: Parameter.planning + [
      .needs, .threshold, .group, .top,
      Parameter(
        "parts", "The parts, parted by commas: gaps, loss, fairness, support, levels, quality."),
      Parameter("gaps", "The most gaps of each need.", .integer(1...10_000)),
      Parameter("noGaps", "Without gaps.", .flag), Parameter("noLoss", "Without losses.", .flag),
      Parameter("noFairness", "Without fairness.", .flag),
      Parameter("noSupport", "Without support.", .flag),
      Parameter("noLevels", "Without levels.", .flag),
      Parameter("noQuality", "Without the quality of the data.", .flag),
      Parameter("file", "A file of the report. Default: index.html."),
    ], mediaType: "text/html", cost: .heavy,
    handler: .whole { call in
      let fields = QuestionFields(call.fields.all.filter { $0.name != "file" })
      let name = call.fields["file"].first ?? "index.html"
      let question = try ReportQuestion(fields, in: call.session, now: call.now)
      let files = try call.session.answer(question).files(call.style)
      guard let file = files.first(where: { $0.name == name }) else {
        throw Problem(
          QuestionError(
            field: "file", value: name, .unknown, choices: files.map { .init($0.name) }))
      }
      return Reply(Array(file.text.utf8), as: MediaType.ofFile(name))
    })
}

extension MediaType {
  /// The media type of a file of a report.
  static func ofFile(_ name: String) -> String {
    switch name.split(separator: ".").last {
    case "html": html
    case "csv": csv
    case "json": json
    case "geojson": geoJSON
    case "svg": "image/svg+xml"
    default: text
    }
  }
}
