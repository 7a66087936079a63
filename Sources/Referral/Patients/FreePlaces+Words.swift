import Facts
import HealthNetwork

extension Network {
  /// The use of free places in words: a type of bed, a capability or a specialty.
  ///
  /// - Parameter scope: The code, as `FreePlaces.scope` has it.
  /// - Returns: The names; the code itself where the vocabulary has none.
  package func use(ofPlaces scope: String) -> (vi: String, en: String) {
    if let type = bedTypes.first(where: { $0.code == scope }) { return (type.name, type.nameEn) }
    if let capability = vocabulary.capabilityTypes[scope] {
      return (capability.name, capability.englishName)
    }
    guard let specialty = vocabulary.specialties[scope] else { return (scope, scope) }
    return (specialty.name, specialty.englishName)
  }
}
