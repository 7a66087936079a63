internal import TravelNetwork

/// What the value of `highway` means for who drives there.
///
/// Classes and who may use them by default follow wiki.openstreetmap.org/wiki/Key:highway and
/// /wiki/OSM_tags_for_routing/Access_restrictions; on an expressway of Viet Nam no motorcycle may
/// drive (Law 36/2024/QH15 on road traffic order, and its forerunner of 2008).
///
/// Speeds are a rule, not a measurement: typical ones are a little above the planning table of the
/// regional network for the city and its outskirts (local 18 to 22, district 20 to 27, provincial
/// 25 to 32, national 30 to 38, expressway 65 to 70 km/h), free-flow ones are its free-flow speeds.
struct HighwayClass: Hashable, Sendable {
  /// The class of road.
  let roadClass: RoadClass
  /// Typical speed by rule, in kilometres per hour.
  let speed: Double
  /// Speed on an empty road by rule, in kilometres per hour.
  let freeFlowSpeed: Double
  /// Who may use it where no tag says otherwise.
  let vehicles: VehicleSet
  /// Whether it is for traffic on foot: only a tag of a vehicle opens it, never plain `access`.
  let isForWalking: Bool
  /// Whether one direction is implied.
  let isOneway: Bool

  private init(
    _ roadClass: RoadClass, _ speed: Double, _ freeFlowSpeed: Double,
    _ vehicles: VehicleSet = .all, isForWalking: Bool = false, isOneway: Bool = false
  ) {
    self.roadClass = roadClass
    self.speed = speed
    self.freeFlowSpeed = freeFlowSpeed
    self.vehicles = vehicles
    self.isForWalking = isForWalking
    self.isOneway = isOneway
  }

  /// The class of a value of `highway`; nil for what is no street, or none as yet.
  static func of(_ value: String) -> HighwayClass? { table[value] }

  private static let table: [String: HighwayClass] = [
    "motorway": HighwayClass(.expressway, 66, 82, .wide, isOneway: true),
    "motorway_link": HighwayClass(.expressway, 40, 50, .wide, isOneway: true),
    "trunk": HighwayClass(.national, 34, 50),
    "trunk_link": HighwayClass(.national, 27, 38),
    "primary": HighwayClass(.provincial, 29, 43),
    "primary_link": HighwayClass(.provincial, 24, 34),
    "secondary": HighwayClass(.district, 25, 37),
    "secondary_link": HighwayClass(.district, 21, 31),
    "tertiary": HighwayClass(.district, 22, 33),
    "tertiary_link": HighwayClass(.district, 19, 28),
    "unclassified": HighwayClass(.local, 20, 30),
    "residential": HighwayClass(.local, 18, 28),
    "road": HighwayClass(.local, 16, 25),
    "service": HighwayClass(.local, 12, 20),
    "living_street": HighwayClass(.local, 10, 15),
    "track": HighwayClass(.local, 10, 15),
    "path": HighwayClass(.local, 8, 12, [], isForWalking: true),
    "footway": HighwayClass(.local, 8, 12, [], isForWalking: true),
    "cycleway": HighwayClass(.local, 8, 12, [], isForWalking: true),
    "bridleway": HighwayClass(.local, 8, 12, [], isForWalking: true),
    "pedestrian": HighwayClass(.local, 8, 12, [], isForWalking: true),
  ]
}
