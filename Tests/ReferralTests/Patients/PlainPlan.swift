import HealthNetwork
import TravelNetwork

@testable import Referral

/// Every way to place a few patients, judged by plain means: one referral a patient, no flow.
struct PlainPlan {
  /// The harm of the best way: patients without a place by rank, then weights times deciseconds.
  private(set) var best: [Int] = []
  private let patients: [Patient]
  /// For each patient the deciseconds to each facility that can treat them.
  private var ways: [[FacilityIndex: Int]] = []
  private let network: Network
  private let supply: PlaceSupply

  init(
    _ network: Network, _ query: ReferralQuery, _ supply: PlaceSupply, _ patients: [Patient]
  ) throws {
    self.network = network
    self.supply = supply
    self.patients = patients
    for patient in patients {
      var query = query
      query.need = patient.need
      query.age = patient.age
      query.count = 1_000
      var referral = ReferralSearch(network, query, TravelHierarchy(network.travel))
      let answer = referral.answer(from: patient.origin)
      ways.append(
        Dictionary(
          uniqueKeysWithValues: answer.targets.map {
            ($0.facility, Int(($0.minutes * 600).rounded()))
          }))
    }
    var places: [FacilityIndex?] = []
    var best: [Int]?
    func extend() {
      if places.count == patients.count {
        if let harm = harm(of: places), best.map({ harm.lexicographicallyPrecedes($0) }) ?? true {
          best = harm
        }
        return
      }
      for place in [nil] + ways[places.count].keys.map({ Optional($0) }) {
        places.append(place)
        extend()
        places.removeLast()
      }
    }
    extend()
    self.best = best ?? []
  }

  /// The harm of placing each patient somewhere; nil when that breaks a limit.
  func harm(of places: [FacilityIndex?]) -> [Int]? {
    var harm = [0, 0, 0, 0]
    for (index, place) in places.enumerated() {
      let triage = patients[index].triage
      guard let place else {
        harm[triage.rank - 1] += 1
        continue
      }
      guard let way = ways[index][place] else { return nil }
      let late = triage.minutes.map { max(0, way - Int($0 * 600)) } ?? 0
      harm[3] += triage.weight * (way - late) + (triage.lateWeight ?? triage.weight) * late
    }
    for facility in network.facilityIndices where !fits(facility, places) { return nil }
    return harm
  }

  private func fits(_ facility: FacilityIndex, _ places: [FacilityIndex?]) -> Bool {
    var told = supply.told.filter { $0.facility == facility }
    if told.isEmpty, let assumed = supply.assumed {
      told = [FreePlaces(facility: facility, scope: nil, count: assumed, basis: .assumed)]
    }
    let going = patients.indices.filter { places[$0] == facility }.map { patients[$0].need }
    let sent = supply.sent.filter { $0.facility == facility }.compactMap(\.need)
    if going.isEmpty { return true }
    for need in going {
      let scopes = [need.capability, need.specialty, nil]
      guard told.contains(where: { scopes.contains($0.scope) }) else { return false }
    }
    for places in told {
      let counted = (going + sent).filter { need in
        // A number for all holds for everybody; one for a capability for those who need it.
        places.scope == nil || places.scope == need.capability
      }
      // What is overfull already takes nobody; whom it takes not does not matter to it.
      let new = going.filter { places.scope == nil || places.scope == $0.capability }
      if !new.isEmpty && counted.count > places.count { return false }
    }
    return true
  }
}
