import Exchange
import FHIR
import Foundation

/// Measures what the project promises, each thing beside a peer in the same run.
///
/// `bench load DIR` loads a network and ends: it is what `bench all` runs and times as a process of
/// its own, so that time and memory are those of reading alone. `bench generate COUNT DIR` writes the
/// network of so many facilities that `bench all` reads, for measuring by hand. `bench formats` measures
/// the readers of other formats in the same way, with `bench import FORMAT FILE`; `bench readers` each
/// reader beside a peer; `bench strategies` times comparisons of ways to definitive care, `bench session` single questions in a warm process.
@main
struct Bench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("load", 2):
      let folder = try LoadedNetwork(path: arguments[1])
      print(folder.network.facilityCount)
      // Reading is what is measured: the network is left to the system, not taken apart.
      withExtendedLifetime(folder) { exit(0) }
    case ("generate", 3):
      try GeneratedNetwork(facilities: Int(arguments[1]) ?? 0).write(to: arguments[2])
    case ("import", 3):
      let document = try DocumentFormats.exchange.adding(.fhir)
        .read(arguments[2], as: DocumentFormat(rawValue: arguments[1]))
      print(document.records.facilities.count)
      withExtendedLifetime(document) { exit(0) }
    case ("formats", 3):
      try FormatReport(tuyen: arguments[1], standards: arguments[2]).run()
    case ("readers", 4):
      try ReaderReport(tuyen: arguments[1], schema: arguments[2], standards: arguments[3]).run()
    case ("strategies", 2):
      try StrategyTimes(network: arguments[1]).run()
    case ("session", 2):
      try SessionTimes(path: arguments[1]).run()
    case ("all", 4):
      try Report(tuyen: arguments[1], network: arguments[2], schema: arguments[3]).run()
    default:
      print(
        """
        usage: bench all TUYEN NETWORK SCHEMA | bench formats TUYEN STANDARDS
               bench readers TUYEN SCHEMA STANDARDS
               bench load DIR | bench import FORMAT FILE | bench generate COUNT DIR
               bench strategies NETWORK | bench session NETWORK
        """)
      exit(64)
    }
  }
}
