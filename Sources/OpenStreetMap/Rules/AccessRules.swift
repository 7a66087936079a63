/// The vehicles that may use a way or pass a node, by its access tags.
///
/// By wiki.openstreetmap.org/wiki/Key:access the most particular tag counts: `motorcar` before
/// `motor_vehicle` before `vehicle` before `access`, and each of them with `:forward` or `:backward`
/// before the plain one. `emergency` stands before all of them for an ambulance, which also drives
/// where others may only with a permission (`private`, `permit`, `residents`). Conditional
/// restrictions are kept in words; they close nothing.
enum AccessRules {
  /// Which way along a street.
  enum Direction: String {
    case forward, backward
  }

  private enum Answer {
    case yes, withPermission, no
  }

  /// The vehicles allowed.
  ///
  /// - Parameters:
  ///   - tags: The tags of a way, or of a node when there is no direction.
  ///   - direction: The direction along the way.
  ///   - usual: Who may where no tag says otherwise.
  ///   - isForWalking: Whether plain `access` opens it for nobody.
  /// - Returns: The vehicles.
  static func vehicles(
    _ tags: Tags, _ direction: Direction? = nil, usual: VehicleSet, isForWalking: Bool = false
  ) -> VehicleSet {
    var vehicles = VehicleSet()
    let general = ["motor_vehicle", "vehicle", "access"]
    for (vehicle, keys) in [
      (VehicleSet.ambulance, ["emergency", "motorcar"] + general),
      (.car, ["motorcar"] + general), (.motorbike, ["motorcycle"] + general),
    ] {
      let answer = answer(tags, direction, keys: keys, isForWalking: isForWalking)
      let may =
        switch answer {
        case .yes: true
        case .withPermission: vehicle == .ambulance
        case .no: false
        case nil: usual.contains(vehicle)
        }
      if may { vehicles.insert(vehicle) }
    }
    return vehicles
  }

  private static func answer(
    _ tags: Tags, _ direction: Direction?, keys: [String], isForWalking: Bool
  ) -> Answer? {
    for key in keys {
      let directed = direction.flatMap { tags.word("\(key):\($0.rawValue)") }
      guard let value = directed ?? tags.word(key), let answer = answer(value, key: key) else {
        continue
      }
      if isForWalking, key == "access", answer != .no { continue }
      return answer
    }
    return nil
  }

  /// The permission that a value states; nil for an unknown value, so that the next tag counts.
  private static func answer(_ value: String, key: String) -> Answer? {
    // Other values of this key tell of sirens and hydrants.
    if key == "emergency", !["yes", "designated", "official", "no"].contains(value) { return nil }
    return switch value {
    case "yes", "permissive", "designated", "official", "public", "destination", "customers",
      "delivery":
      .yes
    // access=emergency is for emergency vehicles alone.
    case "private", "permit", "residents", "emergency": .withPermission
    case "no", "agricultural", "forestry", "agricultural;forestry", "military", "use_sidepath",
      "bus", "psv", "foot", "discouraged":
      .no
    default: nil
    }
  }
}
