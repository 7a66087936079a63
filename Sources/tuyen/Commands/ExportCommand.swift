import ArgumentParser
import Exchange

/// The network as canonical exchange documents.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the network as canonical exchange documents.",
    discussion: """
      The same records always give the same bytes, so that version control shows
      true differences. One document is as of the latest of those that were read;
      each of its records carries its own source. --split keeps the division into
      documents. A file is written whole or not at all.

      Examples:
        tuyen export > network.xml
        tuyen export --network network-data/northern-support --out north.xml
        tuyen export --scenario flood.xml --out flooded.xml
        tuyen export --split tidy/
        tuyen export --split network-data/hcmc-mekong --force
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case xml
  }

  @OptionGroup var networkOptions: NetworkOptions

  @Option(
    help: ArgumentHelp("The file to write. Default: standard output.", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Write each document, as the network is divided, into this folder.", valueName: "dir"),
    completion: .directory)
  var split: String?

  @Flag(help: "Replace files that are there.")
  var force = false

  @Option(help: "The format: xml.")
  var format = Format.xml

  func validate() throws {
    guard out == nil || split == nil else {
      throw ValidationError("give --out FILE or --split DIR, not both")
    }
    guard split == nil || networkOptions.scenarios.isEmpty else {
      throw ValidationError("--split cannot divide the records of a --scenario; use --out")
    }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      if let out { try FileOutput.refuseOverwriting(out, unless: force) }
      let folder = try networkOptions.load()
      if let split {
        try write(folder, into: split)
      } else if let out {
        try FileOutput.write(folder.wholeDocument, to: out)
      } else {
        var output = Output()
        try output.write(folder.wholeDocument)
        try output.flush()
      }
      leave(found: true)
    }
  }

  private func write(_ folder: NetworkFolder, into root: String) throws(Failure) {
    let isOneFile = folder.documents.count == 1
    let documents = folder.canonicalDocuments.map { document in
      // A network of one file has the path that was given, which may lie anywhere.
      let name = isOneFile ? String(document.path.split(separator: "/").last ?? "") : document.path
      return (path: root + "/" + name, bytes: document.bytes)
    }
    for document in documents { try FileOutput.refuseOverwriting(document.path, unless: force) }
    for document in documents {
      let parent = document.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      try FileOutput.makeFolder(parent.joined(separator: "/"))
      try FileOutput.write(document.bytes, to: document.path)
    }
  }
}
