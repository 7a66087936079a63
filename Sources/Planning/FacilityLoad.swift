public import Facts
public import HealthNetwork
import Referral

/// How many people a facility is the nearest able one of.
public struct FacilityLoad: Hashable, Sendable {
  /// The index of the facility.
  public let facility: FacilityIndex
  /// The people whose nearest it is.
  public let people: Double
  /// Those of them to whom no hospital is nearer of which nobody sure has said whether it can.
  public let surePeople: Double
  /// How many communes they live in.
  public let communes: Int
  /// Its beds; nil when there is no figure.
  public let beds: Double?

  /// People by bed; nil when there is no figure of beds.
  public var peoplePerBed: Double? { beds.map { people / $0 } }
}

extension Coverage {
  /// The facilities that are the nearest able ones of somebody, the most people first.
  ///
  /// The people of all of them are those who reach anything. Whoever goes to the nearest does so here
  /// even when it is full: this is the pressure to expect, not the patients to come.
  ///
  /// - Complexity: O(*n*), where *n* is the number of communes.
  public func loads(in network: Network, of group: Demand? = nil) -> [FacilityLoad] {
    let people = group ?? demand
    var loads: [FacilityIndex: (people: Double, sure: Double, communes: Int)] = [:]
    for (number, access) in accesses().enumerated() {
      guard let facility = access.able?.facility, facility.rawValue < network.facilityCount else {
        continue
      }
      let counted = people.communes[number].people
      loads[facility, default: (0, 0, 0)].people += counted
      loads[facility, default: (0, 0, 0)].communes += 1
      if access.leastMinutes >= access.minutes {
        loads[facility, default: (0, 0, 0)].sure += counted
      }
    }
    let day = query.referral.at.day
    return loads.map { facility, load in
      FacilityLoad(
        facility: facility, people: load.people, surePeople: load.sure, communes: load.communes,
        beds: network.facility(facility).bedCount(on: day))
    }.sorted { ($0.people, $1.facility) > ($1.people, $0.facility) }
  }

  /// The loads of all able facilities: after those of `loads` those that are nobody's nearest, by
  /// index.
  ///
  /// - Complexity: O(*n*), where *n* is the number of communes and facilities.
  public func allLoads(in network: Network, of group: Demand? = nil) -> [FacilityLoad] {
    let loads = loads(in: network, of: group)
    let isLoaded = Set(loads.map(\.facility))
    let day = query.referral.at.day
    let idle = network.facilityIndices.filter { abilities[$0] == .able && !isLoaded.contains($0) }
    return loads
      + idle.map {
        FacilityLoad(
          facility: $0, people: 0, surePeople: 0, communes: 0,
          beds: network.facility($0).bedCount(on: day))
      }
  }
}
