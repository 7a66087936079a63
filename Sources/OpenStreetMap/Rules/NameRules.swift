internal import Facts

/// The names of a street and of its crossing.
///
/// `name:vi` stands before `name`. A bridge or tunnel has the name of `bridge:name` or `tunnel:name`,
/// or that of the way when it is one of a bridge or tunnel ("Cầu Sài Gòn", "Hầm Thủ Thiêm"), by
/// wiki.openstreetmap.org/wiki/Key:bridge:name. A bridge that nobody named has no crossing.
enum NameRules {
  /// The name of a street.
  static func name(_ tags: Tags) -> String? {
    tags.text("name:vi") ?? tags.text("name")
  }

  /// The number of a road.
  static func ref(_ tags: Tags) -> String? { tags.text("ref") }

  /// Whether the way is a bridge or a tunnel.
  static func isCrossing(_ tags: Tags) -> Bool {
    isTrue(tags.word("bridge")) || isTrue(tags.word("tunnel"))
  }

  /// The name of the bridge or tunnel.
  static func crossing(_ tags: Tags) -> String? {
    guard isCrossing(tags) else { return nil }
    for key in ["bridge:name:vi", "bridge:name", "tunnel:name:vi", "tunnel:name"] {
      if let name = tags.text(key) { return name }
    }
    guard let name = name(tags) else { return nil }
    let words = FoldedName(name).words
    guard let first = words.first, let last = words.last, words.count > 1 else { return nil }
    let isNamed = ["cau", "ham"].contains(first) || ["bridge", "tunnel"].contains(last)
    return isNamed ? name : nil
  }

  private static func isTrue(_ value: String?) -> Bool {
    guard let value else { return false }
    return !["no", "false", "building_passage", "culvert", "abandoned", "proposed"].contains(value)
  }
}
