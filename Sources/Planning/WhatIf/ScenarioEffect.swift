import HealthNetwork
import Referral

/// What a scenario changes: the network as it is beside the network as it might be.
///
///     let effect = ScenarioEffect(from: picture, to: pictureWithBridgeClosed, threshold: 36_000)
///     effect.tally.leaving           // people who lose the threshold
///     effect.gains.first             // the commune that gains most
///
/// The people are those of the network as it is: a scenario moves hospitals and bridges, not people.
public struct ScenarioEffect: Sendable {
  /// The communes whose nearest facility or minutes change, in ascending order.
  ///
  /// Facilities before are those of the network as it is, facilities after those of the scenario:
  /// their indices are of two networks.
  public let changes: [AccessChange]
  /// The people of them.
  public let tally: ChangeTally
  /// The same people as far as the threshold goes, if every hospital of unknown capability were able.
  public let possible: PossibleTally
  /// Communes, by reference, that only one of the two networks counts: they are not compared.
  public let uncompared: [String]

  /// Compares two networks.
  ///
  /// - Parameters:
  ///   - base: The network as it is.
  ///   - scenario: The network as it might be, asked the same.
  ///   - threshold: Deciseconds within which people ought to reach care.
  /// - Complexity: O(*n* log *n*), where *n* is the number of communes.
  public init(from base: AccessPicture, to scenario: AccessPicture, threshold: UInt32) {
    var places: [String: Int] = [:]
    for (number, commune) in scenario.demand.communes.enumerated() {
      places[scenario.network.place(commune.place).reference] = number
    }
    var changes: [AccessChange] = []
    var uncompared: [String] = []
    var possible = PossibleTally()
    for (number, commune) in base.demand.communes.enumerated() {
      let reference = base.network.place(commune.place).reference
      guard let other = places.removeValue(forKey: reference) else {
        uncompared.append(reference)
        possible.count(
          commune.people, base.mayBeWithin(threshold, number), base.mayBeWithin(threshold, number))
        continue
      }
      possible.count(
        commune.people, base.mayBeWithin(threshold, number),
        scenario.mayBeWithin(threshold, other))
      let (before, after) = (base.nearest[number], scenario.nearest[other])
      let isSame =
        before?.deciseconds == after?.deciseconds
        && before.map { base.network.facility($0.facility).id }
          == after.map { scenario.network.facility($0.facility).id }
      if !isSame {
        changes.append(AccessChange(commune: number, before: before, after: after))
      }
    }
    self.changes = changes
    self.possible = possible
    tally = ChangeTally(changes, base.demand, threshold: threshold)
    self.uncompared = (uncompared + places.keys).sorted()
  }
}
