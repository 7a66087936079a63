import Answers
import ArgumentParser

/// Whether and how ways by a first stop are looked at.
struct StrategyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Direct to definitive care, via a first stop that starts treatment, or compare both. "
        + "Without it, the nearest facilities able to meet the need.",
      valueName: "direct|via|compare"), completion: .list(["direct", "via", "compare"]))
  var strategy: String?

  @Option(
    help: ArgumentHelp(
      "The rule that decides between them; default: the pathway's own. An unknown one lists them.",
      valueName: "id"))
  var rule: String?

  @Option(
    help: ArgumentHelp(
      "The stay in the first hospital: real, tolerance, target or least. Default: the first of "
        + "these that is known.", valueName: "stay"),
    completion: .list(["real", "tolerance", "target", "least"]))
  var dwell: String?

  /// Gives the strategy, its rule and its stay as fields.
  func add(to fields: inout QuestionFields) {
    fields.add("strategy", strategy)
    fields.add("rule", rule)
    fields.add("dwell", dwell)
  }
}
