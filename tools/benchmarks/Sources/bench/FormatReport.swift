import Foundation

/// The readers of other formats, beside mere validation of the same file by its public schema.
struct FormatReport {
  let tuyen: String
  /// The folder of the published schemas.
  let standards: String
  private let facilities = 100_000
  private let rounds = 3

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tuyen-formats-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let network = folder.appendingPathComponent("network").path
    try GeneratedNetwork(facilities: facilities).write(to: network)
    print("imports of \(facilities) facilities, processor seconds, medians of \(rounds) rounds\n")
    for (format, schema) in [("csd", "csd/xsd/CSD.xsd"), ("fhir", "fhir/xsd/fhir-single.xsd")] {
      let file = folder.appendingPathComponent(format).path
      let export = [
        "export", "--network", network, "--as", format, "--out", file, "--quiet",
      ]
      guard usage(of: tuyen, export) != nil else {
        print("\(format): the network cannot be exported")
        continue
      }
      try report(format, file, schema: standards + "/" + schema)
    }
  }

  private func report(_ format: String, _ file: String, schema: String) throws {
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber
    let megabytes = (size?.doubleValue ?? 0) / 1e6
    var ours: [Usage] = []
    var peers: [Usage] = []
    for _ in 0..<rounds {
      ours += [usage(of: CommandLine.arguments[0], ["import", format, file])].compactMap { $0 }
      peers += [usage(of: "xmllint", ["--stream", "--noout", "--schema", schema, file])]
        .compactMap { $0 }
    }
    let seconds = median(ours.map(\.seconds))
    let peer = median(peers.map(\.seconds))
    print(
      String(
        format: "%@, %.0f MB: %.2f s, peak %.0f MB; xmllint --stream --schema: %.2f s; speed over "
          + "xmllint's: %.2f", format, megabytes, seconds, median(ours.map(\.megabytes)), peer,
        peer / seconds))
  }
}
