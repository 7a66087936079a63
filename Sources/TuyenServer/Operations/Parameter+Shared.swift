/// Parameters that several operations have.
extension Parameter {
  /// An instant in the zone of the network.
  static let instant = Shape.pattern(
    "^20[2-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9]$")

  static let at = Parameter(
    "at",
    "The instant asked about, in the network's zone unless it names one. Default: the present minute.",
    instant
  ).example("2026-11-25T10:00")
  static let origin = Parameter(
    "from",
    "Where the patient is: an id, a place code, a point (10.2,105.9), or a name or address, old or "
      + "new, with or without Vietnamese marks."
  ).example("Cái Nước, Cà Mau").required
  static let need = Parameter(
    "need", "What the patient needs: a capability, a specialty, or its name.", .name(.needs)
  ).example("stroke.thrombectomy").required
  static let needs = Parameter(
    "need",
    "What people need; may be repeated. Default: every specialty in which minutes matter.",
    .name(.needs)
  ).example("stroke.thrombectomy").repeated
  static let minConfidence = Parameter(
    "minConfidence",
    "Rely on statements at least this sure: high, medium or low. Default: medium.",
    .words(["high", "medium", "low"]))
  static let age = Parameter("age", "The patient's age in full years.", .integer(0...130))
  static let sex = Parameter(
    "sex", "The patient's sex: female or male.", .words(["female", "male"]))
  static let explain = Parameter("explain", "List every facility that was passed over.", .flag)
  static let all = Parameter("all", "Every row, not only the first of each part.", .flag)
  static let scheme = Parameter(
    "scheme", "The administrative geography. Default: the one in force at the instant.",
    .name(.schemes))
  static let under = Parameter("under", "Only what lies in this place, by code or name.")
  static let limit = Parameter("limit", "How many at most.", .integer(1...10_000))
  static let top = Parameter("top", "How many of each kind.", .integer(1...10_000))
  static let threshold = Parameter(
    "threshold", "Minutes that are near enough. Default: the network's standard for the need.",
    .number(0.001...100_000))

  /// How people travel.
  static let travel = [
    at,
    Parameter(
      "vehicle",
      "How people travel: ambulance, car, motorbike, boat, mixed or air, as the network has them.",
      .name(.vehicles)),
    Parameter(
      "weather", "The weather, as the network has it: normal, bad or storm.", .name(.weathers)),
    Parameter(
      "avoid", "A bridge or ferry that is out of use, by name or link id; may be repeated."
    ).repeated,
  ]

  /// Parameters of questions about one patient and about many.
  static let limits =
    travel + [
      Parameter("k", "How many targets. Default: 3.", .integer(1...1_000)),
      minConfidence,
      Parameter(
        "minProbability",
        "Rely on a service of unknown weekdays when its chance is at least this. Default: 0.9.",
        .number(0...1)),
      Parameter(
        "severity", "How badly off the patient is: critical, urgent or stable.",
        .name(.severities)),
      Parameter("within", "The most minutes of travel.", .number(0.001...1_000_000)),
      Parameter("withinKm", "The most kilometres of travel.", .number(0.001...1_000_000)),
      Parameter(
        "minLevel", "The least professional level: initial, basic or specialised.",
        .words(["initial", "basic", "specialised"])),
      Parameter("highestTier", "The highest tier to send to.", .integer(1...4)),
      Parameter("bed", "A type of bed that must be reported free.", .name(.beds)),
      Parameter(
        "doorToTreatment", "Minutes from the door to treatment, as the facility says.",
        .number(0...1_440)),
    ]

  /// Parameters of questions about one patient.
  static let patient =
    limits + [
      age, sex,
      Parameter(
        "onset", "When the illness began; a clock alone is the last such time before the instant.",
        instant),
    ]

  /// Parameters that all questions of planning have in common.
  static let planning =
    travel + [
      scheme, under,
      Parameter(
        "basis", "Which figures count: census-resident, census-recut or registered.",
        .words(["census-resident", "census-recut", "registered"])),
      minConfidence,
    ]

  static let group = Parameter(
    "group", "The people who count: all, 65+, 0-14.",
    .pattern("^(all|[0-9]{1,2}\\+|0-[1-9][0-9])$"))
}
