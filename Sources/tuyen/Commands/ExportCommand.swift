public import Answers
public import ArgumentParser
public import Exchange
import Files
import Formats

/// The network as documents: our own, those of the standards, maps and tables.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the network as documents of a format: ours, FHIR, a map or a table.",
    discussion: """
      native is our canonical exchange document. The same records always give the
      same bytes, so that version control shows true differences. One document is
      as of the latest of those that were read; each of its records carries its
      own source. --split keeps the division into documents. A file is written
      whole or not at all.

      Other formats cannot hold everything: what they left out is listed on
      standard error (--quiet: not), and docs/formats.md says why. csv begins with
      a header and a row of HXL tags.

      Examples:
        tuyen export > network.xml
        tuyen export --network network-data/northern-support --out north.xml
        tuyen export --scenario flood.xml --out flooded.xml
        tuyen export --split tidy/
        tuyen export --split network-data/hcmc-mekong --force
        tuyen export --as fhir --out bundle.xml
        tuyen export --as fhir-json --out bundle.json
        tuyen export --as geojson --records links --quiet > roads.geojson
        tuyen export --as csv --records capabilities --out capabilities.csv
        tuyen export --as xlsx --out facilities.xlsx
      """)

  @OptionGroup var networkOptions: NetworkOptions

  @Option(name: .customLong("as"), help: "The format.")
  var format = ExportFormat.native

  @Option(
    help: "What is written as csv or xlsx; as geojson, facilities or links. Default: facilities.")
  var records: TableWriter.Table?

  @Option(
    name: [.long, .customLong("output")],
    help: ArgumentHelp("The file to write. Default: standard output.", valueName: "file"),
    completion: .file())
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Write each document, as the network is divided, into this folder.", valueName: "dir"),
    completion: .directory)
  var split: String?

  @Flag(help: "Replace files that are there.")
  var force = false

  @Flag(help: "Do not list what the format left out.")
  var quiet = false

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    guard out == nil || split == nil else {
      throw ValidationError("give --out FILE or --split DIR, not both")
    }
    guard !force || out != nil || split != nil else {
      throw ValidationError("--force needs --out FILE or --split DIR")
    }
    guard split == nil || networkOptions.scenarios.isEmpty else {
      throw ValidationError("--split cannot divide the records of a --scenario; use --out")
    }
    guard split == nil || format == .native else {
      throw ValidationError("--split divides --as native only; use --out")
    }
    guard records == nil || format.tables.contains(records ?? .facilities) else {
      let able = ExportFormat.allCases.filter { $0.tables.contains(records ?? .facilities) }
        .map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "--as \(format.rawValue) does not write --records \(records?.rawValue ?? ""); "
          + "these do: \(able)")
    }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      if let out { try OutputFiles.refuseOverwriting(out, unless: force) }
      let folder = try networkOptions.load()
      if let split {
        try write(folder, into: split)
        leave(found: true)
      }
      let lost: [Finding]
      if let out {
        let file = try failing { () throws(FileError) in try ReplacedFile(path: out) }
        lost = try format.write(
          folder, records ?? .facilities, in: networkOptions.lang
        ) { (bytes) throws(Failure) in
          try failing { () throws(FileError) in try file.write(bytes) }
        }
        try failing { () throws(FileError) in try file.finish() }
      } else {
        try Output.refuseTerminal(for: format == .xlsx, networkOptions.lang)
        lost = try format.write(
          folder, records ?? .facilities, in: networkOptions.lang
        ) { (bytes) throws(Failure) in
          try StandardStream.write(bytes, to: StandardStream.output)
        }
      }
      if !quiet {
        for finding in lost { complain(networkOptions.lang(finding.vi, finding.en)) }
      }
      leave(found: true)
    }
  }

  private func write(_ folder: LoadedNetwork, into root: String) throws(Failure) {
    let isOneFile = folder.documents.count == 1 && FileStamp(path: networkOptions.path) != nil
    let documents = folder.canonicalDocuments.map { document in
      // A network of one file has the path that was given, which may lie anywhere.
      let name = isOneFile ? String(document.path.split(separator: "/").last ?? "") : document.path
      return (path: root + "/" + name, bytes: document.bytes)
    }
    for document in documents { try OutputFiles.refuseOverwriting(document.path, unless: force) }
    for document in documents {
      let parent = document.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      try OutputFiles.makeFolder(parent.joined(separator: "/"))
      try OutputFiles.write(document.bytes, to: document.path)
    }
  }
}

extension TableWriter.Table: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
