import Foundation

/// The benchmarks, printed as they are made.
struct Report {
  let tuyen: String
  let network: String
  let schema: String
  private let rounds = 9

  func run() throws {
    let machine = ProcessInfo.processInfo
    print(
      "machine: \(machine.activeProcessorCount) processors, \(machine.operatingSystemVersionString)"
    )
    print("all times are processor seconds, medians of \(rounds) interleaved rounds\n")
    route()
    try StrategyTimes(network: network).run()
    try reading("the shipped network", network)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tuyen-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for count in [10_000, 100_000] {
      let path = folder.appendingPathComponent("generated-\(count)").path
      try GeneratedNetwork(facilities: count).write(to: path)
      try reading("a generated network of \(count) facilities", path)
    }
    try batch(in: folder)
  }

  /// One question, as a whole process.
  private func route() {
    let question = [
      "route", "--network", network, "--from", "cai nuoc, ca mau", "--need",
      "stroke.thrombectomy", "--at", "2026-11-25T10:00",
    ]
    var ours: [Usage] = []
    var peers: [Usage] = []
    for _ in 0..<rounds {
      ours += [usage(of: tuyen, question)].compactMap { $0 }
      peers += [usage(of: "xmllint", validation(of: network))].compactMap { $0 }
    }
    let seconds = median(ours.map(\.seconds))
    print("route on the shipped network, whole process:")
    print("  \(milliseconds(seconds)) ms, peak \(Int(median(ours.map(\.megabytes)))) MB")
    print(
      "  \(ratio(seconds, median(peers.map(\.seconds)))) of the time xmllint takes to validate the "
        + "same files\n")
  }

  /// Reading into the model, beside mere validation.
  private func reading(_ title: String, _ path: String) throws {
    let bytes = try files(in: path).reduce(0.0) { sum, file in
      let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber
      return sum + (size?.doubleValue ?? 0)
    }
    var ours: [Usage] = []
    var peers: [Usage] = []
    let rounds = bytes > 20e6 ? 3 : self.rounds
    for _ in 0..<rounds {
      ours += [usage(of: CommandLine.arguments[0], ["load", path])].compactMap { $0 }
      peers += [usage(of: "xmllint", validation(of: path))].compactMap { $0 }
    }
    guard !ours.isEmpty, !peers.isEmpty else {
      print("\(title): could not be measured; is xmllint (libxml2-utils) installed?\n")
      return
    }
    let seconds = median(ours.map(\.seconds))
    let peer = median(peers.map(\.seconds))
    let megabytes = bytes / 1e6
    print("reading \(title), \(tenths(megabytes)) MB, validated, into the model:")
    print(
      "  \(tenths(megabytes / seconds)) MB/s, peak \(Int(median(ours.map(\.megabytes)))) MB; "
        + "xmllint --stream --schema, validation only: \(tenths(megabytes / peer)) MB/s, peak "
        + "\(Int(median(peers.map(\.megabytes)))) MB")
    print("  speed over xmllint's: \(ratio(peer, seconds))\n")
  }

  /// Many origins at once.
  private func batch(in folder: URL) throws {
    let count = 20_000
    var random = SplitMix64(seed: 42)
    var text = "id,lat,lon\n"
    for id in 0..<count {
      // The box of the delta's mainland and the city.
      let lat = 8.7 + Double(random.next() % 10_000) / 10_000 * 2.3
      let lon = 104.9 + Double(random.next() % 10_000) / 10_000 * 1.8
      text += "\(id),\(lat),\(lon)\n"
    }
    let many = folder.appendingPathComponent("many.csv").path
    let one = folder.appendingPathComponent("one.csv").path
    try text.write(toFile: many, atomically: true, encoding: .utf8)
    try "id,lat,lon\n0,9.0,105.0\n".write(toFile: one, atomically: true, encoding: .utf8)
    func seconds(_ file: String) -> Double {
      median(
        (0..<3).compactMap { _ in
          usage(
            of: "/bin/sh",
            [
              "-c", "\"$0\" \"$@\" || [ $? = 65 ]", tuyen, "route", "--network", network, "--batch",
              file, "--need", "stroke.lysis",
              "--at", "2026-11-25T10:00", "--format", "csv",
            ])?.seconds
        })
    }
    let start = seconds(one)
    let all = seconds(many)
    print("route --batch, \(count) origins, three targets each, one thread:")
    print(
      "  \(Int(Double(count) / (all - start))) origins/s after a start of \(milliseconds(start)) ms"
    )
  }

  private func validation(of path: String) -> [String] {
    ["--stream", "--noout", "--schema", schema] + ((try? files(in: path)) ?? [])
  }

  private func files(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".xml") }
      .sorted().map { path + "/" + $0 }
  }

  private func milliseconds(_ seconds: Double) -> String { tenths(seconds * 1_000) }
  private func tenths(_ number: Double) -> String { String(format: "%.1f", number) }
  private func ratio(_ one: Double, _ other: Double) -> String {
    String(format: "%.2f", one / other)
  }
}
