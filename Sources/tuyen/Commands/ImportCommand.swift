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
