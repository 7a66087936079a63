public import ArgumentParser
import Exchange
public import Formats

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
    // A variable that is set to nothing names no network.
    let named = Machine.environment["TUYEN_NETWORK"] ?? ""
    return named.isEmpty ? "network-data/hcmc-mekong" : named
  }

  /// Refuses scenarios where the documents of the network are meant as they lie there.
  func refuseScenarios() throws {
    guard scenarios.isEmpty else {
      throw ValidationError("--scenario is no part of a network's documents")
    }
  }

  /// Loads the network, from its snapshot where that is current.
  func load() throws(Failure) -> LoadedNetwork {
    var loader = NetworkLoader { complain($0) }
    loader.usesSnapshots = !noSnapshot
    loader.surroundings = Machine.surroundings
    do throws(ExchangeFailure) {
      return try loader.load(path, deltas: scenarios)
    } catch {
      throw ForeignNetwork.failure(path, lang) ?? Failure(error, lang)
    }
  }

  /// Loads the network of a path from its documents.
  static func load(
    _ path: String, deltas: [String] = [], in language: Language = .en
  ) throws(Failure) -> LoadedNetwork {
    do throws(ExchangeFailure) {
      return try LoadedNetwork(path: path, deltas: deltas)
    } catch {
      throw ForeignNetwork.failure(path, language) ?? Failure(error, language)
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
}

extension Language: ExpressibleByArgument {
  /// Creates a language from its code in any case.
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

/// Who travels how, and where not.
struct TravelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the patient travels: ambulance, car, motorbike, boat, mixed or air, as the network "
        + "has them. Default: ambulance.", valueName: "vehicle"),
    completion: .list(["ambulance", "car", "motorbike", "boat", "mixed", "air"]))
  var vehicle: String?

  @Option(
    name: .customLong("avoid"),
    help: ArgumentHelp(
      "A bridge or ferry that is out of use, by name or link id; a name that fits several is "
        + "asked back. May be repeated.", valueName: "crossing"))
  var avoided: [String] = []

  @Option(
    help: ArgumentHelp(
      "The weather, as the network has it: normal, bad or storm. What it stops is not waited for; "
        + "roads slow down. Default: normal.", valueName: "weather"),
    completion: .list(["normal", "bad", "storm"]))
  var weather: String?
}
