import Foundation

/// The readers of documents, each beside a peer that reads the same file in the same rounds: CSD and
/// native documents beside validation by xmllint, FHIR in JSON beside FHIR in XML, workbooks by rows a
/// minute.
struct ReaderReport {
  /// A reader and its peer.
  private struct Measure {
    var format: String
    /// How the program exports a document of the format.
    var export: [String]
    var ending: String
    /// The schema by which xmllint validates the document; nil for another peer.
    var schema: String?
    /// The speed over the peer's that is aimed at.
    var aim: Double
  }

  let tuyen: String
  let schema: String
  /// The folder of the published schemas.
  let standards: String
  private let facilities = 100_000
  private let rounds = 3

  private var measures: [Measure] {
    [
      Measure(
        format: "csd", export: ["--as", "csd"], ending: "csd.xml",
        schema: standards + "/csd/xsd/CSD.xsd", aim: 0.8),
      Measure(
        format: "native", export: ["--as", "native"], ending: "native.xml", schema: schema, aim: 1),
      Measure(
        format: "fhir", export: ["--as", "fhir-json"], ending: "fhir.json", schema: nil, aim: 1),
      Measure(format: "xlsx", export: ["--as", "xlsx"], ending: "xlsx", schema: nil, aim: 1),
    ]
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tuyen-readers-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    print("reading \(facilities) facilities, processor seconds, medians of \(rounds) rounds")
    print("memory: the peak at \(facilities / 10) and at \(facilities) facilities\n")
    let small = folder.appendingPathComponent("small").path
    let large = folder.appendingPathComponent("large").path
    try GeneratedNetwork(facilities: facilities / 10).write(to: small)
    try GeneratedNetwork(facilities: facilities).write(to: large)
    for measure in measures {
      let file = folder.appendingPathComponent(measure.ending).path
      let least = folder.appendingPathComponent("small." + measure.ending).path
      guard export(measure.export, of: small, to: least),
        export(measure.export, of: large, to: file)
      else {
        print("\(measure.format): the network cannot be exported")
        continue
      }
      try report(measure, file, beside: least, in: folder, large)
      try FileManager.default.removeItem(atPath: file)
    }
  }

  private func report(
    _ measure: Measure, _ file: String, beside small: String, in folder: URL, _ network: String
  ) throws {
    let bench = CommandLine.arguments[0]
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber
    var peer: (title: String, program: String, arguments: [String])?
    if let schema = measure.schema {
      peer = (
        "xmllint --stream --schema", "xmllint", ["--stream", "--noout", "--schema", schema, file]
      )
    } else if measure.format == "fhir" {
      let xml = folder.appendingPathComponent("fhir.xml").path
      guard export(["--as", "fhir"], of: network, to: xml) else { return }
      peer = ("our reader of FHIR XML", bench, ["import", "fhir", xml])
    }
    var ours: [Usage] = []
    var peers: [Usage] = []
    for _ in 0..<rounds {
      ours += [usage(of: bench, ["import", measure.format, file])].compactMap { $0 }
      if let peer { peers += [usage(of: peer.program, peer.arguments)].compactMap { $0 } }
    }
    let least = usage(of: bench, ["import", measure.format, small])
    guard !ours.isEmpty, let least else {
      print("\(measure.format): the document cannot be read")
      return
    }
    let seconds = median(ours.map(\.seconds))
    let megabytes = (size?.doubleValue ?? 0) / 1e6
    print(
      String(
        format: "%@, %.0f MB: %.2f s; peak %.0f and %.0f MB", measure.ending, megabytes, seconds,
        least.megabytes, median(ours.map(\.megabytes))))
    guard let peer else {
      let rows = Double(facilities) / seconds * 60
      print(String(format: "  %.0f rows a minute of one core (aim 150000)", rows))
      return
    }
    guard !peers.isEmpty else {
      print("  \(peer.title) could not be run")
      return
    }
    let other = median(peers.map(\.seconds))
    print(
      String(
        format: "  %@: %.2f s; speed over its: %.2f (aim %.1f)", peer.title, other, other / seconds,
        measure.aim))
  }

  private func export(_ form: [String], of network: String, to file: String) -> Bool {
    let words = ["export", "--network", network, "--out", file, "--quiet"]
    return usage(of: tuyen, words + form) != nil
  }
}
