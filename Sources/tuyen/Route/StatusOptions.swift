import ArgumentParser

/// What facilities report of themselves now.
struct StatusOptions: ParsableArguments {
  @Option(
    name: .customLong("status"),
    help: ArgumentHelp(
      "Live status of facilities: an exchange document or EDXL-HAVE; may be repeated.",
      valueName: "file"), completion: .file(extensions: ["xml"]))
  var files: [String] = []
}
