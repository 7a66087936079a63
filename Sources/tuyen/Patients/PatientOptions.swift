import ArgumentParser

/// Several patients at once, and the places for them.
struct PatientOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A CSV file of patients who need places at the same time, with the columns id, from (or lat "
        + "and lon, or one --from for all), need (or one --need), severity (T1, T2, T3 or their names), "
        + "and if known age, sex, onset, bed, count.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var patients: String?

  @Option(
    help: ArgumentHelp(
      "An assumption: the places of a facility that reports none and of which --capacity-file is "
        + "silent.", valueName: "n"))
  var capacity: String?

  @Option(
    help: ArgumentHelp(
      "A CSV file of free places: facility, need (or bed; empty for all places of the facility), "
        + "free.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var capacityFile: String?

  @Option(
    help: ArgumentHelp(
      "A CSV file of patients who left already, as this command prints it: they keep their places.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var sent: String?

  mutating func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    guard [patients, capacityFile, sent].filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("only one file can be standard input")
    }
  }
}
