import Answers
import ArgumentParser

/// Whose access is counted, and how sure statements must be.
struct PlanningOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The geography whose communes stand for the people. Default: the one in force at --at.",
      valueName: "scheme"))
  var scheme: String?

  @Option(
    help: ArgumentHelp(
      "Which figures count: census-resident, census-recut or registered. Default: the census of "
        + "the geography.", valueName: "basis"),
    completion: .list(["census-resident", "census-recut", "registered"]))
  var basis: String?

  @Option(
    help: ArgumentHelp(
      "Rely on statements at least this sure: high, medium or low. Default: medium.",
      valueName: "confidence"), completion: .list(["high", "medium", "low"]))
  var minConfidence: String?

  @Option(
    help: ArgumentHelp(
      "Count only the people of this province, district or commune, by code or name.",
      valueName: "place"))
  var under: String?

  /// Gives the options as fields that all questions of planning have.
  func add(_ time: TimeOptions, _ travel: TravelOptions, to fields: inout QuestionFields) {
    fields.add("at", time.at)
    fields.add("vehicle", travel.vehicle)
    fields.add("avoid", travel.avoided)
    fields.add("weather", travel.weather)
    fields.add("scheme", scheme)
    fields.add("under", under)
    fields.add("basis", basis)
    fields.add("minConfidence", minConfidence)
  }
}

/// The needs that are planned for.
struct NeedsOptions: ParsableArguments {
  @Option(
    name: .customLong("need"),
    help: ArgumentHelp(
      "What people need; may be repeated. Default: every specialty in which minutes matter.",
      valueName: "need"))
  var needs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Minutes that are near enough. Default: the network's standard for the need.",
      valueName: "minutes"))
  var threshold: String?

  @Option(help: ArgumentHelp("The people who count: all, 65+, 0-14.", valueName: "ages"))
  var group: String?

  /// Gives the options as fields.
  func add(to fields: inout QuestionFields) {
    fields.add("need", needs)
    fields.add("threshold", threshold)
    fields.add("group", group)
  }
}
