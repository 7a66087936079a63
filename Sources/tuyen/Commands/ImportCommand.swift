import ArgumentParser

/// Data of other systems, as exchange files.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn the data of other systems into exchange files.",
    discussion: """
      Examples:
        tuyen import osm city.osm.pbf --out streets/
        tuyen import osm city.osm.pbf --into my-network/
      """,
    subcommands: [ImportOSMCommand.self])
}

#if !OpenStreetMap
  /// Stands for the import where libosmium was not to be had.
  struct ImportOSMCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "osm",
      abstract: "Import streets from OpenStreetMap (not built in).")

    @Argument var arguments: [String] = []

    func run() throws {
      try tuyen.run { () throws(Failure) in
        throw Failure(
          code: 69,
          message:
            "built without OpenStreetMap; install libosmium2-dev, remove .build/tuyen-built, "
            + "and run tools/tuyen again")
      }
    }
  }
#endif
