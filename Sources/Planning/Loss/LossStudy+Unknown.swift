import Facts
import HealthNetwork
import Referral
import TravelNetwork

extension Network {
  /// The hospitals of which nobody sure has said whether they can serve a query, in ascending order.
  func unsureHospitals(for query: ReferralQuery) -> [FacilityIndex] {
    let abilities = abilities(for: query)
    return facilityIndices.filter { index in
      let facility = facility(index)
      return facility.kind.isHospital && facility.mayWork(on: query.at.day)
        && abilities[index] == .unknown
    }
  }
}

extension LossStudy {
  /// The hospitals of which nobody sure has said whether they can, in ascending order.
  var unsure: [FacilityIndex] { prepared.network.unsureHospitals(for: query) }

  /// The people who would reach care within a threshold, in deciseconds, if every hospital of unknown
  /// capability were able.
  ///
  /// - Complexity: a search from every commune.
  public func possiblePeople(within threshold: UInt32) -> Double {
    let table = NearestTable(accesses, among: unsure, at: query.at, on: prepared)
    return demand.communes.indices.reduce(0) { sum, commune in
      let sure = nearest(ofCommune: commune)?.deciseconds
      let possible = table.nearest(of: commune)?.deciseconds
      let isWithin = [sure, possible].compactMap(\.self).contains { $0 <= threshold }
      return sum + (isWithin ? demand.communes[commune].people : 0)
    }
  }

  /// Tells of losses how many people surely lose the threshold: those who, with the thing lost, have
  /// no hospital of unknown capability within it either.
  ///
  /// - Parameter losses: The losses, few: a bridge is closed for each of them.
  /// - Returns: The losses with that number.
  /// - Complexity: for a facility a search from each commune that leaves the threshold, for a crossing
  ///   that of a `PlanningNetwork` too.
  package func weighingUnknown(_ losses: [Loss]) -> [Loss] {
    let unsure = unsure
    return losses.map { loss in
      var weighed = loss
      let leaving = loss.changes.filter { $0.wasWithin(threshold) && !$0.isWithin(threshold) }
      guard !leaving.isEmpty, !unsure.isEmpty else {
        weighed.leastLeaving = loss.tally.leaving
        return weighed
      }
      let table = NearestTable(
        leaving.map { accesses[$0.commune] }, among: unsure, at: query.at,
        on: prepared(without: loss.subject))
      weighed.leastLeaving = leaving.indices.reduce(0) { sum, place in
        let reached = table.nearest(of: place)?.deciseconds
        let isLeft = reached.map { $0 > threshold } ?? true
        return sum + (isLeft ? demand.communes[leaving[place].commune].people : 0)
      }
      return weighed
    }
  }

  /// The network without a crossing; as it is without a facility, which is able and so not unsure.
  private func prepared(without subject: LossSubject) -> PlanningNetwork {
    let links: [LinkIndex]
    switch subject {
    case .crossing(let crossing): links = crossing.links
    case .crossings(let one, let other): links = one.links + other.links
    case .facility, .capability, .rotation: return prepared
    }
    var conditions = prepared.engine.graph.conditions
    conditions.closed.formUnion(links)
    return PlanningNetwork(prepared.network, prepared.hierarchy, conditions)
  }
}
