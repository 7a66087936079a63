/// The vehicles that pass a barrier, by the tags of its node.
///
/// By wiki.openstreetmap.org/wiki/Key:barrier: access tags decide; without them a gate, a lift gate
/// or a toll booth is taken to be passable, as routers do, and posts, blocks and walls are not. A
/// motorcycle passes posts and kerbs. `barrier=yes` says too little to close a street.
enum BarrierRules {
  /// Those who pass; nil when the node is no barrier.
  static func vehicles(_ tags: Tags) -> VehicleSet? {
    guard let barrier = tags.word("barrier") else { return nil }
    let usual: VehicleSet =
      switch barrier {
      case "bollard", "block", "kerb", "cycle_barrier", "motorcycle_barrier", "kissing_gate",
        "debris", "chain", "rope", "jersey_barrier", "planter", "log":
        barrier == "motorcycle_barrier" || barrier == "kissing_gate" || barrier == "log"
          || barrier == "jersey_barrier" || barrier == "debris" ? [] : [.motorbike]
      case "stile", "turnstile", "full-height_turnstile", "fence", "wall", "hedge", "ditch",
        "retaining_wall", "guard_rail", "horse_stile", "city_wall":
        []
      default: .all
      }
    let isRising = barrier == "bollard" && tags.word("bollard") == "rising"
    let open = isRising ? usual.union(.ambulance) : usual
    return AccessRules.vehicles(tags, usual: open).intersection(SizeRules.vehicles(tags))
  }
}
