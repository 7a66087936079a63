import Facts
import HealthNetwork

/// How likely a hospital is to have a capability, or to be able to get it: by its kind, and by what it
/// does beside it.
///
///     let plausibility = Plausibility(of: need, in: network)
///     plausibility.rank(of: facility)   // 3; nil for a children's hospital and thrombectomy
///
/// Distance alone would ask a maternity hospital whether it opens skulls. A kind of hospital is
/// plausible where at least two of it, or of a lesser kind, are said to have the capability in this
/// network; where hardly anything is said, every kind is.
struct Plausibility {
  private let network: Network
  private let need: (specialty: String, codes: Set<String>)
  /// The kinds of which some have the capability; nil where too little is known to tell.
  private let kinds: Set<Facility.Kind>?
  /// The capabilities of each facility that were said to be there, by its id.
  private let performed: [String: Set<String>]
  /// The facilities of which it was said that they lack something that the capability needs.
  private let lacking: Set<String>

  /// How many statements must say that a capability is somewhere before they tell where it is not.
  private static let fewest = 4

  init(specialty: String, capability: String, in network: Network, on day: Day) {
    self.network = network
    let granting = network.vocabulary.codes(granting: capability)
    need = (specialty, granting)
    let required = network.vocabulary.codes(requiredBy: capability)
    var performed: [String: Set<String>] = [:]
    var lacking: Set<String> = []
    for located in network.records.capabilities {
      let statement = located.record
      guard ![.ended, .notYet].contains(statement.period.standing(on: day)) else { continue }
      if statement.value == .yes {
        performed[statement.facility, default: []].insert(statement.code)
      } else if required.contains(statement.code), statement.code != capability {
        lacking.insert(statement.facility)
      }
    }
    var able: [Facility.Kind: Int] = [:]
    for (facility, codes) in performed where !codes.isDisjoint(with: granting) {
      guard let index = network.facilityIndex(of: facility) else { continue }
      able[network.facility(index).kind, default: 0] += 1
    }
    if able.values.reduce(0, +) < Plausibility.fewest {
      kinds = nil
    } else {
      let usual = able.filter { $0.value > 1 }.keys
      let least = usual.compactMap(\.order).max()
      kinds = Set(
        Facility.Kind.allCases.filter { kind in
          if let order = kind.order { return order <= least ?? 0 || usual.contains(kind) }
          return usual.contains(kind)
        })
    }
    self.performed = performed
    self.lacking = lacking
  }

  /// How likely it is, the likeliest with the greatest number; nil where nobody would ask.
  func rank(of index: FacilityIndex) -> Int? {
    let facility = network.facility(index)
    let codes = performed[facility.id] ?? []
    let isOfSpecialty = codes.contains { isOf(need.specialty, $0) }
    // Its work says more than its name.
    guard isOfSpecialty || facility.isGeneral else { return nil }
    if lacking.contains(facility.id) { return nil }
    if let kinds, !kinds.contains(facility.kind), !isOfSpecialty { return nil }
    var rank = isOfSpecialty ? 4 : 0
    if facility.ownership != .private { rank += 1 }
    switch facility.kind {
    case .centralHospital, .universityHospital, .militaryHospital, .provincialGeneral,
      .cityHospital:
      rank += 2
    case .regionalGeneral: rank += 1
    default: break
    }
    return rank
  }

  private func isOf(_ specialty: String, _ code: String) -> Bool {
    network.vocabulary.capabilityTypes[code]?.specialty == specialty
  }
}

extension Facility.Kind {
  /// How far down the lines of care a kind of public hospital stands; nil for others.
  fileprivate var order: Int? {
    switch self {
    case .centralHospital, .universityHospital, .militaryHospital, .cityHospital: 0
    case .provincialGeneral, .provincialSpecialised: 1
    case .regionalGeneral: 2
    case .districtHospital, .districtMedicalCentre, .regionalMedicalCentre: 3
    default: nil
    }
  }
}
