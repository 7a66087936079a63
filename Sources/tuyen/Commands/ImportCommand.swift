import ArgumentParser

/// Data of other systems, as exchange files.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring documents of other systems into a network; preview first.",
    discussion: """
      "tuyen import FILE…" is "tuyen import files FILE…": see
      "tuyen import files --help".

      Examples:
        tuyen import hospitals.csv --network my-network
        tuyen import export.xml --fix --apply
        tuyen import osm city.osm.pbf --out streets/
        tuyen import osm city.osm.pbf --into my-network/
      """,
    subcommands: [ImportFilesCommand.self, ImportOSMCommand.self],
    defaultSubcommand: ImportFilesCommand.self)
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
