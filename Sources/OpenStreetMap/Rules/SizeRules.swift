/// The vehicles that a street is too small for, by its tags for width, height and weight.
///
/// An ambulance is taken to be 2.8 m high, 2.1 m wide and 3.5 t heavy, a car 1.8 m, 1.8 m and 2 t, as
/// the vans and cars on Vietnamese roads are. Numbers that no street can have are passed over.
enum SizeRules {
  /// Those who fit through.
  static func vehicles(_ tags: Tags) -> VehicleSet {
    var vehicles = VehicleSet.all
    let narrow = [metres(tags, "maxwidth"), metres(tags, "maxwidth:physical"), width(tags)]
      .compactMap { $0 }.min()
    let low = [metres(tags, "maxheight"), metres(tags, "maxheight:physical")]
      .compactMap { $0 }.min()
    let weak = tonnes(tags)
    if narrow ?? 9 < 2.1 || low ?? 9 < 2.8 || weak ?? 9 < 3.5 { vehicles.remove(.ambulance) }
    if narrow ?? 9 < 1.8 || low ?? 9 < 1.8 || weak ?? 9 < 2 { vehicles.remove(.car) }
    if narrow ?? 9 < 0.8 || weak ?? 9 < 0.3 { vehicles.remove(.motorbike) }
    return vehicles
  }

  /// Whether heavy vehicles stay out.
  static func isLightOnly(_ tags: Tags) -> Bool {
    tags.word("hgv") == "no" || tonnes(tags) ?? 99 < 10 || width(tags) ?? 9 < 3.5
  }

  /// Restrictions in words, as the tags say them, for who reads directions.
  static func restriction(_ tags: Tags) -> String? {
    let sizes = [
      "maxheight", "maxwidth", "maxweight", "width", "access", "motor_vehicle", "hgv",
    ]
    let keys = tags.keys { key in
      sizes.contains(key) || key.hasSuffix(":conditional")
    }
    let words = keys.compactMap { key -> String? in
      guard let value = tags.text(key) else { return nil }
      if key == "width" && (width(tags) ?? 9) >= 3.5 { return nil }
      if ["access", "motor_vehicle", "hgv"].contains(key) {
        let plain = ["yes", "permissive", "designated", "official", "public"]
        if plain.contains(value) { return nil }
      }
      return "\(key)=\(value)"
    }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  private static func width(_ tags: Tags) -> Double? {
    metres(tags, "width").flatMap { (0.5...50).contains($0) ? $0 : nil }
  }

  private static func metres(_ tags: Tags, _ key: String) -> Double? {
    number(tags.word(key), unit: "m").flatMap { $0 > 0 && $0 <= 50 ? $0 : nil }
  }

  private static func tonnes(_ tags: Tags) -> Double? {
    number(tags.word("maxweight"), unit: "t").flatMap { $0 > 0 && $0 <= 200 ? $0 : nil }
  }

  /// A number of a unit that may be left out; nil for everything else.
  private static func number(_ value: String?, unit: String) -> Double? {
    guard var text = value?.split(separator: " ").joined() else { return nil }
    if text.hasSuffix(unit) { text.removeLast(unit.count) }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else {
      return nil
    }
    return Double(text)
  }
}
