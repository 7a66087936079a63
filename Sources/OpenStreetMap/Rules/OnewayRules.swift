/// In which directions a way may be used, by its oneway tags.
///
/// By wiki.openstreetmap.org/wiki/Key:oneway: `yes`, `-1` against the order of the nodes, and for a
/// vehicle apart (`oneway:motorcycle=no`). Implied on motorways, their links, and roundabouts.
/// `reversible` is left out in both directions: nobody knows when which is open.
enum OnewayRules {
  /// The directions of a way.
  struct Directions: Hashable {
    var forward: VehicleSet
    var backward: VehicleSet
  }

  /// The vehicles allowed in each direction, as far as one-way traffic decides.
  static func directions(_ tags: Tags, isImplied: Bool) -> Directions {
    var directions = Directions(forward: [], backward: [])
    for (vehicle, keys) in [
      (VehicleSet.ambulance, ["emergency", "motorcar", "motor_vehicle", "vehicle"]),
      (.car, ["motorcar", "motor_vehicle", "vehicle"]),
      (.motorbike, ["motorcycle", "motor_vehicle", "vehicle"]),
    ] {
      let values = keys.map { "oneway:\($0)" } + ["oneway"]
      let said = values.compactMap { key in tags.word(key).flatMap(way) }.first
      let (forward, backward) = said ?? (true, !isImplied)
      if forward { directions.forward.insert(vehicle) }
      if backward { directions.backward.insert(vehicle) }
    }
    return directions
  }

  /// Whether a junction is a circle, which is driven in one direction.
  static func isCircle(_ tags: Tags) -> Bool {
    ["roundabout", "circular"].contains(tags.word("junction"))
  }

  private static func way(_ value: String) -> (forward: Bool, backward: Bool)? {
    switch value {
    case "yes", "true", "1": (true, false)
    case "-1", "reverse": (false, true)
    case "no", "false", "0", "alternating": (true, true)
    case "reversible": (false, false)
    default: nil
    }
  }
}
