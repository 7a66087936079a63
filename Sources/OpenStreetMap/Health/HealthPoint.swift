internal import Facts

/// A point, a building or an area of an OpenStreetMap file that may be a health facility.
struct HealthPoint {
  /// Whether it is a node, a way or a relation.
  enum Shape: String, CaseIterable {
    case node, way, relation
  }

  var shape: Shape
  var id: Int64
  var tags: Tags
  /// Seconds since 1970 of its last change; 0 when the file does not say.
  var timestamp = 0
  var point: Coordinate?
  /// The members of a relation, without the holes of an area.
  var members: [OSMReader.Member] = []
}

/// Which objects may be health facilities.
///
/// `amenity=hospital|clinic|doctors`, `healthcare=*` and `emergency=ambulance_station`, by
/// wiki.openstreetmap.org/wiki/Key:healthcare. Shops, laboratories and single therapists take no
/// patients of the kind that this directory sends.
enum HealthTags {
  /// The keys of which an object must have one.
  static let keys = ["amenity", "healthcare", "emergency"]

  private static let amenities: Set<String> = ["hospital", "clinic", "doctors"]

  private static let others: Set<String> = [
    "pharmacy", "laboratory", "sample_collection", "optometrist", "hearing_aids", "alternative",
    "psychotherapist", "podiatrist", "physiotherapist", "speech_therapist",
    "occupational_therapist", "counselling", "nutrition_counselling", "blood_donation",
    "blood_bank", "audiologist", "dentist", "veterinary",
  ]

  /// The kind of an object, such as `hospital`; nil when it is no candidate.
  static func kind(_ tags: Tags) -> String? {
    if let amenity = tags.word("amenity"), amenities.contains(amenity) { return amenity }
    if tags.word("emergency") == "ambulance_station" { return "ambulance_station" }
    guard let care = tags.word("healthcare"), care != "no", !others.contains(care) else {
      return nil
    }
    return care
  }

  /// The reason why an object with a health tag is no candidate; nil for all other objects.
  static func otherKind(_ tags: Tags) -> String? {
    guard let care = tags.word("healthcare"), kind(tags) == nil, others.contains(care) else {
      return nil
    }
    return "healthcare=" + care
  }
}
