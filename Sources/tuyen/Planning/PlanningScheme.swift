import Facts
import HealthNetwork

/// The administrative geography of which a planner speaks.
enum PlanningScheme {
  /// The geography that a user names, or the one in force.
  static func id(_ scheme: String?, in network: Network, on day: Day) throws(Failure) -> String {
    let known = network.records.schemes.map(\.record.id)
    if let scheme {
      if known.contains(scheme) { return scheme }
      throw .usage(
        "--scheme \"\(scheme)\" is not known; this network has: " + known.joined(separator: ", "))
    }
    if let scheme = network.scheme(on: day) { return scheme.id }
    throw .usage(
      "no administrative geography is in force on \(day); give --scheme, one of: "
        + known.joined(separator: ", "))
  }

  /// The place that a user names; of places of one name the widest.
  static func place(
    _ text: String, option: String, in network: Network, scheme: String, on day: Day
  ) throws(Failure) -> Place {
    let found = network.places(named: text, scheme: scheme, on: day).map(network.place)
    let order = Place.Level.allCases
    let widest = found.map { order.firstIndex(of: $0.level) ?? 0 }.min()
    let choices = found.filter { order.firstIndex(of: $0.level) == widest }
    guard let place = choices.first else {
      throw .usage("\(option) \"\(text)\" is no place of \(scheme); \"tuyen search\" finds names")
    }
    guard choices.count == 1 else {
      let list = choices.prefix(12).map { "  \($0.reference)  \(network.fullName(of: $0))" }
      throw .usage(
        "\(option) \"\(text)\" may mean any of these; give the code:\n"
          + list.joined(separator: "\n"))
    }
    return place
  }
}
