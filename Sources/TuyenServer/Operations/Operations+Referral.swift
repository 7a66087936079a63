import Answers
import Formats
import HTTPTypes

/// Questions about patients.
extension Operations {
  static let referral: [Operation] = [
    route,
    .asking(
      IsochroneQuestion.self, at: "/v1/isochrone",
      "What is reached within minutes: areas for maps, or counts.",
      Parameter.travel + [
        .origin,
        Parameter(
          "isochrone", "Minutes parted by commas: 30,60,120.",
          .pattern("^[1-9][0-9]{0,2}(,[1-9][0-9]{0,2}){0,3}$")
        ).example("30,60").required,
        Parameter("resolution", "The side of a cell in metres.", .number(50...50_000)),
      ], schema: "isochrone", isList: true),
    matrix, matrixOfTables, batch, patients,
    .asking(
      EscalationQuestion.self, at: "/v1/escalate",
      "The chain from the commune to the last line for a need, and what stands behind each step.",
      Parameter.travel + [
        .origin, .need, .minConfidence, .age, .sex,
        Parameter(
          "prefer", "Of two that are able, take the nearest, or the one that an agreement names.",
          .words(["nearest", "agreement"])),
        Parameter(
          "transferRules", "Rules on transfer between tiers: show, enforce or ignore.",
          .words(["show", "enforce", "ignore"])),
        Parameter("planned", "The transfer is planned, not an emergency.", .flag),
      ], schema: "escalate"),
  ]

  /// The nearest facilities, and the questions around it: by their fields, as on the command line.
  private static let route = Operation(
    method: .get, path: PathTemplate("/v1/route"), identifier: RouteQuestion.name,
    summary: """
      The nearest facilities able to treat a patient on arrival, and why not the nearer ones. With \
      `strategy`: directly, or by a first stop. With `leaveUntil`: how late one can leave. With \
      `isochrone` in place of a need it is /v1/isochrone.
      """,
    parameters: [
      .origin, .need,
    ] + Parameter.patient + [
      .explain,
      Parameter(
        "card", "Tell what remains if a bridge or ferry on the way to the first target fails.",
        .flag),
      Parameter(
        "strategy", "Directly, by a first stop, or both: direct, via or compare.",
        .words(["direct", "via", "compare"])),
      Parameter("rule", "With strategy: the rule that decides between both."),
      Parameter(
        "dwell", "With strategy: the stay in the first hospital: real, tolerance, target, least.",
        .words(["real", "tolerance", "target", "least"])),
      Parameter(
        "leaveUntil", "The last departure; answers for every minute until then.",
        Parameter.instant),
    ],
    modes: [("isochrone", "/v1/isochrone")],
    formats: Operation.usualFirst(RouteAnswer.formats), schema: "route",
    handler: .whole { call in
      if !call.fields["leaveUntil"].isEmpty {
        return try Operation.answer(to: DeparturesQuestion.self, call)
      }
      if !call.fields["strategy"].isEmpty {
        return try Operation.answer(to: StrategyQuestion.self, call)
      }
      return try Operation.answer(to: RouteQuestion.self, call)
    })

  private static let matrixParameters =
    Parameter.travel + [
      Parameter("from", "An origin; may be repeated.").example("Năm Căn").repeated,
      Parameter("to", "A destination; may be repeated.").example("bv-ca-mau").repeated,
      Parameter("toNeed", "Further destinations: those able to serve a need.", .name(.needs)),
      .minConfidence,
    ]

  private static let rowFormats: [AnswerFormat] = [.json, .csv, .xlsx]

  private static let matrix = Operation(
    method: .get, path: PathTemplate("/v1/matrix"), identifier: "matrix",
    summary: "Minutes and kilometres between origins and destinations: JSON is a line an origin.",
    parameters: matrixParameters.map { $0.name == "from" ? $0.required : $0 },
    formats: rowFormats, cost: .heavy,
    handler: .rows { call in
      let question = try MatrixQuestion(call.fields, in: call.session, now: call.now)
      return Operation.stream(try question.rows(in: call.session), for: call)
    })

  private static let tableTypes = [
    "text/csv", MediaType.form, "text/plain", MediaType.workbook, "application/octet-stream",
  ]

  private static let matrixOfTables = Operation(
    method: .post, path: PathTemplate("/v1/matrix"), identifier: "matrixOfTables",
    summary: "The same between the places of tables, or for pairs of a table.",
    parameters: matrixParameters,
    body: Operation.Body(
      summary: """
        A table with a header. The body itself, or the part `file`, holds pairs: columns from and \
        to. The parts `fromFile` and `toFile` hold origins and destinations: a column from or id, \
        or lat and lon.
        """, mediaTypes: tableTypes, documents: ["file", "fromFile", "toFile"],
      example: "from,to\nMỏ Cày,bv-cho-ray\n"),
    formats: rowFormats, cost: .heavy,
    handler: .rows { call in
      let tables = MatrixQuestion.Tables(
        origins: try call.table("fromFile"), destinations: try call.table("toFile"),
        pairs: try call.table("file"))
      let question = try MatrixQuestion(
        call.fields, tables: tables, in: call.session, now: call.now)
      return Operation.stream(try question.rows(in: call.session), for: call)
    })

  private static let batch = Operation(
    method: .post, path: PathTemplate("/v1/batch"), identifier: "batch",
    summary: """
      The nearest able facilities for every row of a table, in its order and as a stream: JSON is a \
      line a row. A row that is wrong has the reason in place of an answer.
      """,
    parameters: [
      Parameter("need", "The need of rows that name none.", .name(.needs)).example("stroke")
    ] + Parameter.patient,
    body: Operation.Body(
      summary: "A table with a header: from, or lat and lon; if known id and need.",
      mediaTypes: tableTypes, documents: ["batch"],
      example: "id,from,need\na,\"Cái Nước, Cà Mau\",stroke\n"),
    formats: rowFormats, cost: .heavy,
    handler: .rows { call in
      let question = try BatchQuestion(
        call.fields, origins: TableSource(try call.required("batch")), in: call.session,
        now: call.now)
      return Operation.stream(try question.rows(in: call.session), for: call)
    })

  private static let patients = Operation(
    method: .post, path: PathTemplate("/v1/patients"), identifier: "patients",
    summary: "Places for several patients at once, within the places that facilities have.",
    parameters: [
      Parameter("from", "The place of patients whose rows name none.").example("Cái Bè"),
      Parameter("need", "The need of patients whose rows name none.", .name(.needs)),
      Parameter(
        "capacity", "An assumption: places of a facility that reports none.", .integer(0...100_000)),
      .explain,
    ] + Parameter.limits,
    body: Operation.Body(
      summary: """
        A table of patients: id, from (or lat and lon), need, severity, age, sex, onset, bed, count. \
        The parts `capacityFile` (facility, need or bed, free) and `sent` may come with it.
        """, mediaTypes: tableTypes, documents: ["patients", "capacityFile", "sent"],
      example: "id,from,need,severity,age,sex,count\na,Cái Bè,trauma,T1,30,male,2\n"),
    formats: Operation.usualFirst(PatientsAnswer.formats), schema: "patients", cost: .heavy,
    handler: .whole { call in
      let tables = PatientsQuestion.Tables(
        patients: TableSource(try call.required("patients")),
        places: try call.table("capacityFile"), sent: try call.table("sent"))
      let question = try PatientsQuestion(
        call.fields, tables: tables, in: call.session, now: call.now)
      let answer = try question.answer(in: call.session)
      var reply = try Reply(answer, for: call)
      let remarks = answer.remarks.map { call.language($0) } + [reply.remark].compactMap { $0 }
      reply.remark = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
      return reply
    })
}
