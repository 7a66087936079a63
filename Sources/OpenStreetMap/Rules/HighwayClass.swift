internal import TravelNetwork

/// The road class that a value of `highway` stands for.
///
/// Classes and who may use them by default follow wiki.openstreetmap.org/wiki/Key:highway and
/// /wiki/OSM_tags_for_routing/Access_restrictions; on an expressway of Viet Nam no motorcycle may
/// drive (Law 36/2024/QH15 on road traffic order, and its forerunner of 2008).
///
/// Speeds are a rule, not a measurement. They are those of the planning table of the regional network
/// of Ho Chi Minh City and the Mekong Delta, with a little more or less for classes that it does not
/// part: the table's outskirts here, its city by `inCity`. The times at lights and crossings are in them.
struct HighwayClass: Hashable, Sendable {
  /// The class of road.
  let roadClass: RoadClass
  /// Typical speed by rule, in kilometres per hour.
  let speed: Double
  /// Speed on an empty road by rule, in kilometres per hour.
  let freeFlowSpeed: Double
  /// The vehicles allowed where no tag says otherwise.
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

  /// Typical and free-flow speed in a city over those on its outskirts, as in the planning table.
  var inCity: (speed: Double, freeFlowSpeed: Double) {
    switch roadClass {
    case .expressway: (0.93, 0.94)
    case .national: (0.79, 0.86)
    case .provincial: (0.78, 0.84)
    case .district: (0.74, 0.79)
    case .local: (0.82, 0.87)
    }
  }

  private static let table: [String: HighwayClass] = [
    "motorway": HighwayClass(.expressway, 70, 85, .wide, isOneway: true),
    "motorway_link": HighwayClass(.expressway, 45, 55, .wide, isOneway: true),
    "trunk": HighwayClass(.national, 38, 52),
    "trunk_link": HighwayClass(.national, 30, 40),
    "primary": HighwayClass(.provincial, 32, 45),
    "primary_link": HighwayClass(.provincial, 26, 36),
    "secondary": HighwayClass(.district, 27, 38),
    "secondary_link": HighwayClass(.district, 23, 32),
    "tertiary": HighwayClass(.district, 25, 36),
    "tertiary_link": HighwayClass(.district, 21, 30),
    "unclassified": HighwayClass(.local, 22, 32),
    "residential": HighwayClass(.local, 20, 30),
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
