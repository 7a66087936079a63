public import Facts
public import HealthNetwork

/// How many patients a facility can still take, and how that is known.
public struct FreePlaces: Hashable, Sendable {
  /// What the number rests on.
  public enum Basis: Hashable, Sendable {
    /// Somebody told it for this plan: the line of a file.
    case file(line: Int)
    /// The facility's own report, not yet expired.
    case reported(at: Instant?, expires: Instant)
    /// The asker's assumption for facilities without any figure.
    case assumed
  }

  /// The facility's index.
  public var facility: FacilityIndex
  /// The capability, the specialty or the type of bed that the places are for; nil for all places
  /// of the facility.
  public var scope: String?
  /// Places before those who are on their way are counted.
  public var count: Int
  /// What the number rests on.
  public var basis: Basis

  /// Creates a number of places.
  public init(facility: FacilityIndex, scope: String?, count: Int, basis: Basis) {
    self.facility = facility
    self.scope = scope
    self.count = count
    self.basis = basis
  }
}

/// The places of all facilities, and which of them a patient may take.
///
/// A facility's numbers come from one source: what was told for this plan, else its own report while
/// that counts, else the assumption. Within it, the number that fits the patient best counts: that of
/// the capability, of its specialty, of the type of bed, of all. A number for all of a facility is a
/// limit over its other numbers, not beside them: of ten places, two with a ventilator.
struct PlaceTable: Sendable {
  /// Some places, and the places that they are part of.
  struct Pool: Sendable {
    var places: FreePlaces
    /// The pool of the whole facility, if this is a part of it.
    var whole: Int?
    /// How many are on their way to it.
    var inbound = 0

    /// What is left for this plan.
    var left: Int { max(0, places.count - inbound) }
  }

  private(set) var pools: [Pool] = []
  private var poolsOfFacility: [FacilityIndex: [Int]] = [:]

  /// Gathers the places.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - instant: When the patients leave; reports that expired or are made later do not count.
  ///   - told: What was told for this plan; of two numbers for the same places the last counts.
  ///   - assumed: The places of a facility of which nothing is known; nil when none are assumed.
  ///   - sent: Patients on their way.
  init(
    _ network: Network, at instant: Instant, told: [FreePlaces], assumed: Int?,
    sent: [SentPatient]
  ) {
    var toldOf: [FacilityIndex: [FreePlaces]] = [:]
    for places in told { toldOf[places.facility, default: []].append(places) }
    for facility in network.facilityIndices {
      if let told = toldOf[facility] {
        add(told)
      } else if let reported = PlaceTable.reported(network, facility, at: instant) {
        add(reported)
      } else if let assumed {
        add([FreePlaces(facility: facility, scope: nil, count: assumed, basis: .assumed)])
      }
    }
    for patient in sent { count(patient) }
  }

  /// The pool from which a patient takes a place; nil where nothing is known of such places.
  func pool(at facility: FacilityIndex, need: Need?, bedType: String?) -> Int? {
    let own = poolsOfFacility[facility] ?? []
    let scopes = [need?.capability, need?.specialty, bedType].compactMap { $0 }
    for scope in scopes {
      if let pool = own.first(where: { pools[$0].places.scope == scope }) { return pool }
    }
    return own.first { pools[$0].places.scope == nil }
  }

  /// Whether more are on their way to some places, or to those of the whole facility, than there are.
  func isOverfull(_ pool: Int) -> Bool {
    ([pool] + (pools[pool].whole.map { [$0] } ?? [])).contains {
      pools[$0].inbound > pools[$0].places.count
    }
  }

  /// The free beds that a facility has reported and that still count; nil where it reports none.
  ///
  /// Those of its records and of the reports that were added, each type by its newest report.
  private static func reported(
    _ network: Network, _ facility: FacilityIndex, at instant: Instant
  ) -> [FreePlaces]? {
    let beds = network.picture(of: facility, at: instant).beds
      .filter { $0.value.holds(at: instant) }.sorted { $0.key < $1.key }
    guard let first = beds.first?.value else { return nil }
    func basis(_ report: Reported<Int>) -> FreePlaces.Basis {
      .reported(at: report.reported, expires: report.expires)
    }
    let total = beds.reduce(0) { $0 + $1.value.value }
    let ends = beds.map(\.value.expires).min() ?? first.expires
    let told = beds.compactMap(\.value.reported).min()
    return beds.map {
      FreePlaces(
        facility: facility, scope: $0.key, count: $0.value.value, basis: basis($0.value))
    } + [
      FreePlaces(
        facility: facility, scope: nil, count: total, basis: .reported(at: told, expires: ends))
    ]
  }

  private mutating func add(_ places: [FreePlaces]) {
    var last: [String?: FreePlaces] = [:]
    for places in places { last[places.scope] = places }
    var whole: Int?
    if let all = last.removeValue(forKey: nil) {
      whole = pools.count
      poolsOfFacility[all.facility, default: []].append(pools.count)
      pools.append(Pool(places: all, whole: nil))
    }
    for places in last.values.sorted(by: { ($0.scope ?? "") < ($1.scope ?? "") }) {
      poolsOfFacility[places.facility, default: []].append(pools.count)
      pools.append(Pool(places: places, whole: whole))
    }
  }

  private mutating func count(_ patient: SentPatient) {
    var taken: [Int]
    if let pool = pool(at: patient.facility, need: patient.need, bedType: patient.bedType) {
      taken = [pool]
    } else {
      // Which of its places the patient takes is not known: to be safe, one of each kind.
      taken = poolsOfFacility[patient.facility] ?? []
    }
    taken += taken.compactMap { pools[$0].whole }
    for pool in Set(taken) {
      if case .reported(let reported?, _) = pools[pool].places.basis,
        let arrival = patient.arrival, arrival <= reported
      {
        continue
      }
      pools[pool].inbound += 1
    }
  }
}
