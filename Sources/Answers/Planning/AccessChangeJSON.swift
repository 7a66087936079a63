import Facts
import Formats
import HealthNetwork
import Planning
import Referral

/// Changes of access for programs.
enum AccessChangeJSON {
  /// How many people changes concern.
  static func tally(_ tally: ChangeTally) -> JSONValue {
    .object([
      "losing": .number(tally.leaving, decimals: 1),
      "gaining": .number(tally.entering, decimals: 1),
      "cutOff": .number(tally.cutOff, decimals: 1),
      "joined": .number(tally.joined, decimals: 1),
      "slower": .number(tally.slower, decimals: 1),
      "faster": .number(tally.faster, decimals: 1),
      "personMinutes": .number(tally.personMinutes, decimals: 1),
      "communes": .integer(tally.communes),
    ])
  }

  /// What becomes of a commune.
  ///
  /// - Parameters:
  ///   - change: The change.
  ///   - demand: Where people live.
  ///   - before: The network of the facility before.
  ///   - after: The network of the facility after.
  ///   - threshold: Deciseconds that are near enough.
  /// - Returns: An object.
  static func change(
    _ change: AccessChange, _ demand: Demand, before: Network, after: Network,
    _ threshold: UInt32
  ) -> JSONValue {
    let commune = demand.communes[change.commune]
    let place = before.place(commune.place)
    return .object([
      "place": .string(place.reference), "name": .string(place.name),
      "unit": before.parent(of: place).map { .string($0.name) },
      "people": .number(commune.people, decimals: 1),
      "before": found(change.before, before), "after": found(change.after, after),
      "wasWithin": .bool(change.wasWithin(threshold)),
      "isWithin": .bool(change.isWithin(threshold)),
    ])
  }

  /// A facility and minutes; null where there is none.
  private static func found(_ found: CapableFacilitySearch.Found?, _ network: Network) -> JSONValue
  {
    guard let found else { return .null }
    let facility = network.facility(found.facility)
    return .object([
      "facility": .string(facility.id), "name": .string(facility.name),
      "minutes": .number(Double(found.deciseconds) / 600, decimals: 3),
    ])
  }
}
