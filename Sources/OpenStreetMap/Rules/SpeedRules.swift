/// How fast a street is driven, by rule.
///
/// Where nobody measured, the class decides (`HighwayClass`). A speed limit
/// (wiki.openstreetmap.org/wiki/Key:maxspeed) moves the free-flow speed, at most up by half, and
/// the typical one in proportion; surface, tracktype and smoothness put a ceiling on both.
struct SpeedRules: Hashable {
  /// Typical speed, in kilometres per hour.
  let speed: Double
  /// Speed on an empty road, in kilometres per hour.
  let freeFlowSpeed: Double
  /// By what rule, in words.
  let basis: String

  private init(speed: Double, freeFlowSpeed: Double, basis: String) {
    self.speed = max(2, (speed * 10).rounded() / 10)
    self.freeFlowSpeed = max(3, (freeFlowSpeed * 10).rounded() / 10)
    self.basis = basis
  }

  /// The speeds outside a city.
  init(_ tags: Tags, _ highway: HighwayClass) {
    var free = highway.freeFlowSpeed
    var reasons = ["class"]
    if tags.word("service") == "alley" || tags.word("service") == "parking_aisle" {
      free *= 0.75
    }
    if let limit = SpeedRules.limit(tags) {
      free = min(limit, free * 1.5)
      reasons.append("speed limit")
    }
    if let ceiling = SpeedRules.ceiling(tags), ceiling < free {
      free = ceiling
      reasons.append("surface")
    }
    let typical = highway.speed * free / highway.freeFlowSpeed
    self.init(
      speed: typical, freeFlowSpeed: free,
      basis: "speed by rule: " + reasons.joined(separator: ", "))
  }

  /// The speeds of the same street in a city.
  func inCity(_ highway: HighwayClass) -> SpeedRules {
    SpeedRules(
      speed: speed * highway.inCity.speed,
      freeFlowSpeed: freeFlowSpeed * highway.inCity.freeFlowSpeed,
      basis: basis + ", city")
  }

  /// The speed limit in kilometres per hour; of several the lowest; nil when there is none to read.
  static func limit(_ tags: Tags) -> Double? {
    let keys = ["maxspeed", "maxspeed:forward", "maxspeed:backward"]
    let limits = keys.compactMap { tags.word($0).flatMap(limit) }
    if let lowest = limits.min() { return lowest }
    return ["maxspeed:type", "source:maxspeed", "zone:maxspeed"]
      .compactMap { tags.word($0).flatMap { zones[$0] } }.first
  }

  private static func limit(_ value: String) -> Double? {
    value.split(separator: ";").compactMap { part -> Double? in
      let text = part.split(separator: " ").joined()
      if let zone = zones[text] { return zone }
      for (unit, factor) in [("km/h", 1.0), ("kmh", 1), ("kph", 1), ("mph", 1.609344)] {
        if text.hasSuffix(unit) { return number(text.dropLast(unit.count)).map { $0 * factor } }
      }
      return number(Substring(text))
    }.filter { $0 >= 3 && $0 <= 150 }.min()
  }

  private static func number(_ text: Substring) -> Double? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else {
      return nil
    }
    return Double(text)
  }

  /// Limits that hold by law where only the zone is written: Circular 38/2024/TT-BGTVT for Viet Nam.
  private static let zones: [String: Double] = [
    "vn:urban": 50, "vn:rural": 80, "vn:motorway": 120, "vn:expressway": 120,
    "vn:living_street": 20, "walk": 6,
  ]

  /// The speed that the ground allows, in kilometres per hour; nil when nothing slows down.
  private static func ceiling(_ tags: Tags) -> Double? {
    [("surface", surfaces), ("tracktype", tracks), ("smoothness", smoothness)]
      .compactMap { key, table in tags.word(key).flatMap { table[$0] } }.min()
  }

  private static let surfaces: [String: Double] = [
    "paving_stones": 40, "sett": 30, "cobblestone": 25, "wood": 20, "metal": 40,
    "compacted": 40, "fine_gravel": 35, "gravel": 25, "pebblestone": 20, "unpaved": 25,
    "dirt": 18, "ground": 18, "earth": 18, "grass": 12, "sand": 10, "mud": 8,
  ]

  private static let tracks: [String: Double] = [
    "grade1": 40, "grade2": 30, "grade3": 20, "grade4": 15, "grade5": 10,
  ]

  private static let smoothness: [String: Double] = [
    "bad": 25, "very_bad": 15, "horrible": 8, "very_horrible": 5, "impassable": 3,
  ]
}
