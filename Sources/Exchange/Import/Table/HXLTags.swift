/// The hashtags of the Humanitarian Exchange Language (hxlstandard.org, 1.1) that say what the columns
/// of a table are, in a row of their own.
enum HXLTags {
  /// Whether a row is one of hashtags.
  static func areIn(_ row: TableRow) -> Bool {
    let cells = row.cells.indices.map(row.text).filter { !$0.isEmpty }
    let tags = cells.count { isTag($0) }
    return tags > 0 && tags * 2 >= cells.count
  }

  private static func isTag(_ text: String) -> Bool {
    guard text.first == "#", let second = text.dropFirst().first else { return false }
    return second.isLetter && second.isASCII
  }

  /// The field that a hashtag and its attributes mean; nil for one that no field has.
  static func field(_ text: String) -> TableField? {
    guard isTag(text) else { return nil }
    let parts = text.lowercased().split(whereSeparator: { $0 == "+" || $0 == " " }).map(String.init)
    guard let tag = parts.first else { return nil }
    let attributes = Set(parts.dropFirst())
    switch tag {
    case "#geo",
      "#loc" where !attributes.isDisjoint(with: ["lat", "lon", "coord"]):
      if attributes.contains("lat") { return .lat }
      if attributes.contains("lon") { return .lon }
      return attributes.contains("coord") ? .point : nil
    case "#loc", "#facility": return facility(attributes)
    case "#adm1" where !attributes.contains("code"): return .province
    case "#adm2" where !attributes.contains("code"): return .district
    case "#adm3" where !attributes.contains("code"): return .commune
    case "#contact" where !attributes.isDisjoint(with: ["phone", "tel"]):
      // A list is written as in our own sheets, or else as people write several numbers.
      return attributes.contains("list") ? .phones : .phone
    case "#capacity" where attributes.contains("beds"),
      "#indicator" where attributes.contains("beds"):
      return .beds
    case "#meta" where attributes.contains("source"): return .source
    case "#date" where !attributes.isDisjoint(with: ["updated", "asserted"]): return .asserted
    default: return nil
    }
  }

  private static func facility(_ attributes: Set<String>) -> TableField? {
    if attributes.contains("name") {
      return attributes.contains("i_en") ? .nameEn : attributes.contains("alt") ? nil : .name
    }
    if attributes.contains("parent") { return .parent }
    if attributes.contains("code") || attributes.contains("id") {
      return attributes.contains("other") ? nil : .id
    }
    if attributes.contains("address") { return .address }
    if attributes.contains("type") { return .kind }
    return attributes.contains("beds") ? .beds : nil
  }
}
