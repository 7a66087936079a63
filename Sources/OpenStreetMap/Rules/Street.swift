internal import Facts
internal import TravelNetwork

/// The meaning of the tags of a way for travel; the same for every piece of the way.
struct Street: Hashable {
  var mode = TravelMode.road
  var roadClass: RoadClass?
  var name: String?
  var ref: String?
  /// The bridge, tunnel or ferry, by name.
  var crossing: String?
  /// Whether it is a bridge or a tunnel, named or not.
  var isCrossing = false
  /// The vehicles allowed in the order of the nodes.
  var forward = VehicleSet()
  /// The vehicles allowed against it.
  var backward = VehicleSet()
  /// Whether heavy vehicles stay out.
  var isLightOnly = false
  /// Speeds of a road outside a city.
  var speeds: SpeedRules?
  /// Speeds of the same road in a city.
  var citySpeeds: SpeedRules?
  /// The facts of a ferry; nil for a road.
  var ferry: FerryRules?
  var restriction: String?
  var confidence = Confidence.medium

  /// Everyone who may use it in some direction.
  var vehicles: VehicleSet { forward.union(backward) }

  /// Reads the tags of a way; nil when it is no street, or nobody may use it.
  init?(_ tags: Tags) {
    name = NameRules.name(tags)
    ref = NameRules.ref(tags)
    if tags.word("route") == "ferry" {
      readFerry(tags)
    } else {
      guard let value = tags.word("highway"), let highway = HighwayClass.of(value),
        tags.word("area") != "yes"
      else { return nil }
      read(tags, highway, value)
    }
    guard !vehicles.isEmpty else { return nil }
  }

  private mutating func read(_ tags: Tags, _ highway: HighwayClass, _ value: String) {
    roadClass = highway.roadClass
    isCrossing = NameRules.isCrossing(tags)
    crossing = NameRules.crossing(tags)
    speeds = SpeedRules(tags, highway)
    citySpeeds = speeds?.inCity(highway)
    restriction = SizeRules.restriction(tags)
    isLightOnly = SizeRules.isLightOnly(tags)
    // A motorroad is a motorway in all but its build.
    let usual = tags.word("motorroad") == "yes" ? .wide : highway.vehicles
    let fitting = SizeRules.vehicles(tags)
    let oneway = OnewayRules.directions(
      tags, isImplied: highway.isOneway || OnewayRules.isCircle(tags))
    forward = AccessRules.vehicles(
      tags, .forward, usual: usual, isForWalking: highway.isForWalking
    ).intersection(fitting).intersection(oneway.forward)
    backward = AccessRules.vehicles(
      tags, .backward, usual: usual, isForWalking: highway.isForWalking
    ).intersection(fitting).intersection(oneway.backward)
    if ["road", "track"].contains(value) || highway.isForWalking { confidence = .low }
  }

  private mutating func readFerry(_ tags: Tags) {
    let rules = FerryRules(tags)
    mode = .ferry
    crossing = name
    ferry = rules
    let oneway = OnewayRules.directions(tags, isImplied: false)
    let carried = rules.vehicles.intersection(SizeRules.vehicles(tags))
    forward = carried.intersection(oneway.forward)
    backward = carried.intersection(oneway.backward)
    restriction = SizeRules.restriction(tags)
    isLightOnly = SizeRules.isLightOnly(tags)
    if !rules.isAccessKnown || rules.minutes == nil { confidence = .low }
  }
}
