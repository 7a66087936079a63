import Facts
import HealthNetwork
import TravelNetwork

extension ReferralSearch {
  /// The same question about another need; what is prepared serves both.
  ///
  /// - Parameters:
  ///   - need: The need.
  ///   - minutes: From the door to its treatment, where that was asked for.
  /// - Returns: The search.
  func asking(for need: Need, doorToTreatment minutes: Double? = nil) -> ReferralSearch {
    var other = self
    other.query.need = need
    other.query.doorToTreatment = minutes
    other.eligibility = Eligibility(network, other.query, prepared.tables)
    return other
  }

  /// Starts from an origin, facility by facility.
  ///
  /// - Returns: Whether the origin could be joined to the travel network.
  mutating func start(from origin: ReferralOrigin) -> Bool {
    guard let start = join(origin) else { return false }
    stream.start(from: start, departure: departure)
    return true
  }

  /// When the patient gets to each facility, in deciseconds; nil where no way leads.
  mutating func arrivals() -> [UInt32?] { stream.all() }

  /// The next facility in order of arrival.
  mutating func next() -> (facility: FacilityIndex, deciseconds: UInt32)? {
    stream.next().map { (FacilityIndex($0.target), $0.deciseconds) }
  }

  /// Whether a facility has what is needed on the day of the query or one of the two after.
  mutating func isEverAble(_ facility: FacilityIndex) -> Bool { eligibility.isEverAble(facility) }
}
