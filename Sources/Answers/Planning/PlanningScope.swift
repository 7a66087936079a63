public import Facts
import Formats
public import HealthNetwork
package import Planning
package import Referral
package import TravelNetwork

/// What all questions of planning have in common: when, how people travel, whose communes and which
/// figures count, and how sure statements must be.
///
///     var scope = PlanningScope(at: at)
///     scope.avoid = ["Cầu Rạch Miễu"]
///
/// Vehicle, weather, crossings and geography are named as people name them, so that one scope fits
/// several networks: the one as it is, and those that scenarios make of it.
public struct PlanningScope: Hashable, Sendable {
  /// The instant of departure.
  public var at: Instant
  /// The vehicle, by its id.
  public var vehicle = "ambulance"
  /// Bridges, ferries and links that are out of use, by name or id.
  public var avoid: [String] = []
  /// The weather, by its id; nil when it is like any other day.
  public var weather: String?
  /// The administrative geography whose communes stand for the people; nil for the one in force at
  /// the instant.
  public var scheme: String?
  /// The unit whose communes count, by code or name; nil for all of the geography.
  public var under: String?
  /// The figures of population that count; nil for the census figures of the geography.
  public var basis: Population.Basis?
  /// The least confidence of statements that are relied on.
  public var minimumConfidence = Confidence.medium

  /// Asks for the defaults at an instant.
  public init(at: Instant) {
    self.at = at
  }

  /// The vehicle, the weather and the closed links, of a network.
  ///
  /// - Throws: `QuestionError` where the network has no such vehicle, weather or crossing.
  package func conditions(
    in session: NetworkSession
  ) throws(QuestionError) -> TravelConditions {
    var fields = QuestionFields()
    fields.add("vehicle", vehicle)
    fields.add("avoid", avoid)
    fields.add("weather", weather)
    var reader = FieldReader(fields, in: session, now: at)
    return try reader.conditions(at: at)
  }

  /// The people of a network.
  ///
  /// - Throws: `QuestionError` where the geography, the basis or the group has no figures.
  package func demand(
    in network: Network, group: AgeGroup = .everyone
  ) throws(QuestionError) -> Demand {
    let demand: Demand
    do throws(PlanningError) {
      if let scheme {
        demand = try Demand(network, scheme: scheme, basis: basis, group: group)
      } else {
        demand = try Demand(network, on: at.day, basis: basis, group: group)
      }
    } catch {
      throw QuestionError(error)
    }
    guard let unit = try unit(in: network) else { return demand }
    let part = demand.within(unit, in: network)
    guard !part.communes.isEmpty else {
      throw QuestionError(
        field: "under", value: under ?? unit.reference,
        .notFound(
          Bilingual(
            "không có xã, phường nào có số dân trong \(unit.name)",
            "no commune with people lies in \(unit.name)")))
    }
    return part
  }

  /// The unit whose communes count; nil for all.
  ///
  /// - Throws: `QuestionError` where the network has no such unit.
  package func unit(in network: Network) throws(QuestionError) -> Place? {
    guard let under else { return nil }
    let scheme = self.scheme ?? network.scheme(on: at.day)?.id ?? ""
    return try FieldReader.place(under, of: "under", in: network, scheme: scheme, on: at.day)
  }

  /// What is asked for a need.
  package func query(_ need: Need, _ conditions: TravelConditions) -> ReferralQuery {
    var query = ReferralQuery(need: need, at: conditions.at, vehicle: conditions.vehicle)
    query.minimumConfidence = minimumConfidence
    query.avoided = conditions.closed
    query.weather = conditions.weather
    query.explainsUnreached = false
    return query
  }
}
