import Facts
import HealthNetwork
import Synchronization

/// The standing of each facility for one need and patient on a day, where it was asked for.
final class StandingTable: Sendable {
  /// The clinical window of the need, by what the network says.
  let window: TreatmentWindow?
  private let standings: Mutex<[Eligibility.Standing?]>

  init(count: Int, window: TreatmentWindow?) {
    self.window = window
    standings = Mutex(Array(repeating: nil, count: count))
  }

  /// The standing of a facility.
  ///
  /// - Parameters:
  ///   - facility: The index of the facility.
  ///   - make: Makes it where it is not known; of two that are made at once, which are equal, one is
  ///     kept.
  /// - Returns: The standing of each facility for the query.
  func standing(of facility: FacilityIndex, make: () -> Eligibility.Standing)
    -> Eligibility.Standing
  {
    if let known = standings.withLock({ $0[facility] }) { return known }
    let made = make()
    standings.withLock { $0[facility] = made }
    return made
  }
}

/// The tables of a network, shared by all queries: live reports are not in them.
final class StandingTables: Sendable {
  /// The inputs of a standing beside the facility.
  struct Key: Hashable {
    var need: Need
    var day: Day
    var minimumConfidence: Confidence
    var age: Int?
    var sex: Sex?
    var highestTier: Int?
    var minimumLevel: Facility.Level?

    init(_ query: ReferralQuery, on day: Day) {
      need = query.need
      self.day = day
      minimumConfidence = query.minimumConfidence
      age = query.age
      sex = query.sex
      highestTier = query.highestTier
      minimumLevel = query.minimumLevel
    }
  }

  /// The rotations to each facility, by its id.
  let rotations: [String: [Rotation]]

  private let count: Int
  private let tables = Mutex<[Key: StandingTable]>([:])
  /// More tables than this are let go of, and made again as they are asked for.
  private static let most = 256

  init(_ network: Network) {
    count = network.facilityCount
    rotations = Dictionary(grouping: network.records.rotations.map(\.record), by: \.recipient)
  }

  /// The table of a query on a day.
  func table(_ key: Key, in network: Network) -> StandingTable {
    tables.withLock { tables in
      if let known = tables[key] { return known }
      if tables.count >= StandingTables.most { tables = [:] }
      let made = StandingTable(
        count: count, window: network.treatmentWindow(of: key.need))
      tables[key] = made
      return made
    }
  }
}
