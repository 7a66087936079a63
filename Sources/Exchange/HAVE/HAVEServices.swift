import Facts
import HealthNetwork

/// What services of HAVE and capabilities of a network have to do with each other.
enum HAVEServices {
  /// The services of HAVE that are surely off when a capability is: the same, or a part of it.
  static func codes(for capability: String, in network: Network) -> [String] {
    network.records.crosswalks.lazy.map(\.record).filter {
      $0.term == capability && $0.system == HAVECodes.namespace && $0.grantsTerm
    }.map(\.value)
  }

  /// The capabilities of a facility that are surely off when a service of HAVE is: the same, or a
  /// part of it.
  static func capabilities(
    off code: String, of facility: String, in network: Network, _ known: KnownRecords
  ) -> [String] {
    let terms = known.terms(HAVECodes.namespace, code).filter(\.isGrantedByTerm)
    var found: [String] = []
    for crosswalk in terms {
      if crosswalk.term.contains(".") {
        found.append(crosswalk.term)
      } else if let index = network.facilityIndex(of: facility) {
        // A whole specialty: whatever the facility says that it can do of it.
        found += network.capabilities(of: index).filter { capability in
          capability.value == .yes && capability.code.hasPrefix(crosswalk.term + ".")
        }.map(\.code)
      }
    }
    return Array(Set(found)).sorted()
  }
}
