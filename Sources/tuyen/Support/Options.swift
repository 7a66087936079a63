public import ArgumentParser
import Exchange
public import Facts
public import Formats
public import HealthNetwork
import TravelNetwork

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Which network is asked, and in which language.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The network: a folder of exchange files, one file, or a snapshot. Default: "
        + "$TUYEN_NETWORK, else network-data/hcmc-mekong.",
      valueName: "dir"), completion: .directory)
  var network: String?

  @Option(
    name: .customLong("scenario"),
    help: ArgumentHelp("A delta document to apply first; may be repeated.", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var scenarios: [String] = []

  @Flag(help: "Read the exchange files even where a snapshot of them is current.")
  var noSnapshot = false

  @Option(help: "The language of what is printed: vi or en.")
  var lang = Language.vi

  /// The path of the network.
  var path: String {
    network ?? NetworkOptions.defaultPath
  }

  /// The path of the network where none is named.
  static var defaultPath: String {
    Machine.environment["TUYEN_NETWORK"] ?? "network-data/hcmc-mekong"
  }

  /// Loads the network, from its snapshot where that is current.
  func load() throws(Failure) -> LoadedNetwork {
    var loader = NetworkLoader { complain($0) }
    loader.usesSnapshots = !noSnapshot
    loader.surroundings = Machine.surroundings
    do throws(ExchangeFailure) {
      return try loader.load(path, deltas: scenarios)
    } catch {
      throw error.isUnreadable ? .noInput(error.description) : .data(error.description)
    }
  }

  /// Loads the network of a path from its documents.
  static func load(_ path: String, deltas: [String] = []) throws(Failure) -> LoadedNetwork {
    do throws(ExchangeFailure) {
      return try LoadedNetwork(path: path, deltas: deltas)
    } catch {
      throw error.isUnreadable ? .noInput(error.description) : .data(error.description)
    }
  }
}

/// When something is asked for.
struct TimeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The instant asked about, in the network's zone unless it names one: 2026-11-25T02:00, "
        + "2026-11-25, or 02:00 for today. Default: now.",
      valueName: "time"))
  var at: String?

  /// The instant, in a network's zone.
  func instant(in zone: ZoneOffset) throws(Failure) -> Instant {
    try TimeOptions.instant(at, option: "--at", in: zone)
  }

  /// An instant as a user writes it; now when there is none.
  static func instant(
    _ text: String?, option: String, in zone: ZoneOffset
  ) throws(Failure) -> Instant {
    let now = Instant(seconds: Int(Date().timeIntervalSince1970), zone: zone)
    guard let text, text != "now" else { return now }
    let full = text.count <= 5 && text.contains(":") ? "\(now.day)T\(text)" : text
    guard let instant = Instant(full, zone: zone) else {
      throw .usage(
        "\(option) \"\(text)\" is no time; write 2026-11-25T02:00, 2026-11-25 or 02:00")
    }
    return instant.shown(in: zone)
  }
}

extension Language: ExpressibleByArgument {}
extension Confidence: ExpressibleByArgument {}
extension Sex: ExpressibleByArgument {}
extension Facility.Level: ExpressibleByArgument {}

/// Who travels how, and where not.
struct TravelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the patient travels: ambulance, car, motorbike, boat, mixed or air, as the network "
        + "has them.", valueName: "vehicle"),
    completion: .list(["ambulance", "car", "motorbike", "boat", "mixed", "air"]))
  var vehicle = "ambulance"

  @Option(
    name: .customLong("avoid"),
    help: ArgumentHelp(
      "A bridge or ferry that is out of use, by name (its beginning will do) or link id; may be "
        + "repeated.", valueName: "crossing"))
  var avoided: [String] = []

  @Option(
    help: ArgumentHelp(
      "The weather, as the network has it: normal, bad or storm. What it stops is not waited for; "
        + "roads slow down.", valueName: "weather"),
    completion: .list(["normal", "bad", "storm"]))
  var weather = "normal"

  /// The weather, of a network; nil when it is like any other day.
  func weather(of network: Network) throws(Failure) -> Weather? {
    let kinds = network.records.weathers.map(\.record)
    if let known = kinds.first(where: { $0.id == weather }) { return known }
    guard weather != "normal" else { return nil }
    throw .usage(
      "--weather \"\(weather)\" is not known; this network has: "
        + (["normal"] + kinds.map(\.id)).joined(separator: ", "))
  }

  /// For whom, when and in which weather, of a network.
  func conditions(at instant: Instant, of network: Network) throws(Failure) -> TravelConditions {
    TravelConditions(
      vehicle: try vehicle(of: network), at: instant, closed: try links(of: network),
      weather: try weather(of: network))
  }

  /// The vehicle, of a network.
  func vehicle(of network: Network) throws(Failure) -> Vehicle {
    if let vehicle = network.travel.vehicle(vehicle) { return vehicle }
    guard !network.travel.vehicles.isEmpty else {
      throw .usage(
        "network \"\(network.header.id)\" holds no vehicles, so no way can be computed in it; "
          + "\"tuyen show\", \"search\", \"places\" and \"check\" work with it")
    }
    let known = network.travel.vehicles.map(\.id).joined(separator: ", ")
    throw .usage("--vehicle \"\(vehicle)\" is not known; this network has: \(known)")
  }

  /// The links that are out of use.
  func links(of network: Network) throws(Failure) -> Set<Int> {
    var links = Set<Int>()
    for text in avoided {
      let found = network.travel.links(avoiding: text)
      guard !found.isEmpty else {
        throw .usage(
          "--avoid \"\(text)\" is no bridge, ferry or link of this network; "
            + "\"tuyen search --crossings\" lists them")
      }
      links.formUnion(found)
    }
    return links
  }
}
