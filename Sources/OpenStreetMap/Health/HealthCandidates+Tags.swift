internal import Facts
internal import HealthNetwork

extension HealthCandidates {
  /// Keys whose values have a place in a record.
  static let used: Set<String> = [
    "addr:city", "addr:district", "addr:full", "addr:housenumber", "addr:province", "addr:street",
    "addr:subdistrict", "alt_name", "amenity", "beds", "building", "contact:phone", "emergency",
    "emergency:phone", "healthcare", "healthcare:speciality", "name", "name:en", "name:vi",
    "official_name", "old_name", "opening_hours", "operator", "operator:type", "phone",
    "short_name", "type", "website", "wikidata",
  ]

  /// The kind that the tags and the name state; mostly it is unknown.
  static func kind(of tags: Tags, name: String) -> Facility.Kind {
    if tags.word("emergency") == "ambulance_station" { return .emergencyStation }
    let words = FoldedName(name).text
    if words.hasPrefix("tram y te") { return .communeHealthStation }
    if words.hasPrefix("phong kham da khoa") { return .polyclinic }
    return .other
  }

  static func ownership(of tags: Tags) -> Facility.Ownership? {
    switch tags.word("operator:type") {
    case "public", "government": .public
    case "private": .private
    case "military": .military
    default: nil
    }
  }

  static func address(of tags: Tags) -> String? {
    if let whole = tags.text("addr:full") { return whole }
    let street = ["addr:housenumber", "addr:street"].compactMap { tags.text($0) }
      .joined(separator: " ")
    let parts =
      [street]
      + ["addr:subdistrict", "addr:district", "addr:city", "addr:province"]
      .compactMap { tags.text($0) }
    let address = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return address.isEmpty ? nil : address
  }

  static func names(of tags: Tags, besides name: String) -> [OtherName] {
    var names: [OtherName] = []
    let kinds: [(key: String, kind: OtherName.Kind)] = [
      ("official_name", .official), ("old_name", .former), ("short_name", .short),
      ("alt_name", .alternative), ("name", .alternative),
    ]
    for (key, kind) in kinds {
      for part in (tags.text(key) ?? "").split(separator: ";") {
        var other = OtherName()
        other.kind = kind
        other.value = collapsingWhitespace(String(part))
        let isKnown = other.value == name || names.contains { $0.value == other.value }
        if !other.value.isEmpty && !isKnown { names.append(other) }
      }
    }
    return names
  }

  static func contacts(of tags: Tags) -> [Contact] {
    var contacts: [Contact] = []
    let kinds: [(key: String, kind: Contact.Kind)] = [
      ("emergency:phone", .emergency), ("phone", .switchboard), ("contact:phone", .switchboard),
    ]
    for (key, kind) in kinds {
      for part in (tags.text(key) ?? "").split(separator: ";") {
        var contact = Contact()
        contact.kind = kind
        contact.value = collapsingWhitespace(String(part))
        let isKnown = contacts.contains { $0.value == contact.value }
        if !contact.value.isEmpty && !isKnown { contacts.append(contact) }
      }
    }
    return contacts
  }
}
