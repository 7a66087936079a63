import Facts
import HealthNetwork

extension Network {
  /// Whether a hospital of a kind that may be specialised, as a maternity hospital is, is only known
  /// for other specialties.
  ///
  /// General hospitals and medical centres never are; nor is one of which nothing is known.
  func isOfOtherSpecialties(_ facility: FacilityIndex, than specialty: String) -> Bool {
    switch self.facility(facility).kind {
    case .centralHospital, .cityHospital, .provincialSpecialised, .privateHospital: break
    default: return false
    }
    let known = capabilities(of: facility).compactMap {
      vocabulary.capabilityTypes[$0.code]?.specialty
    }
    return !known.isEmpty && !known.contains(specialty)
  }
}
