import Facts

extension NetworkCheck {
  mutating func check(_ members: [Member], _ topics: [Topic], _ origin: Origin) {
    each(members) { member in
      requireMember(member.ref, origin)
      check(member.period, origin)
    }
    each(topics) { topic in
      if let ref = topic.ref { requireMember(ref, origin) }
      if let code = topic.specialty { require(specialties, "specialty", code, origin) }
      if let code = topic.capability { require(capabilityTypes, "capabilityType", code, origin) }
    }
  }

  mutating func check(_ period: Period, _ origin: Origin) {
    if let from = period.from, let to = period.to, to.start < from.start {
      problems.append(
        Problem(
          .error, .endsBeforeBegins, at: origin,
          "the period ends (\(to)) before it begins (\(from))"))
    } else if let from = period.from, let to = period.to, from == to, "\(from)".utf8.count == 10 {
      // A month or a year holds days; a day that is over as it begins holds none.
      problems.append(
        Problem(
          .error, .endsBeforeBegins, at: origin,
          "the period ends on the day on which it begins (\(from)), so it holds nothing; \"to\" is the "
            + "first day after it"))
    }
  }

  mutating func check(_ windows: [ServiceWindow], _ origin: Origin) {
    for window in windows
    where window.sessionsPerWeek == nil && (window.opens == nil || window.closes == nil) {
      problems.append(
        Problem(
          at: origin, "a window needs opens and closes, or sessionsPerWeek where days are unknown"))
    }
    for window in windows {
      guard let opens = window.opens, let closes = window.closes, opens == closes else { continue }
      let clock = "\(padded(opens / 60, to: 2)):\(padded(opens % 60, to: 2))"
      problems.append(
        Problem(
          at: origin,
          "a window opens and closes at \(clock), which may mean always or never; write 00:00 to "
            + "24:00 for all day, and no window for never"))
    }
  }

  /// The point, if it lies outside the network's box.
  func stray(_ point: Coordinate?) -> Coordinate? {
    guard let point, let box, !box.contains(point) else { return nil }
    return point
  }

  mutating func report(
    stray point: Coordinate, of kind: String, _ key: String, _ origin: Origin
  ) {
    guard let box else { return }
    let swapped = Coordinate(latitude: point.longitude, longitude: point.latitude)
    let advice =
      box.contains(swapped)
      ? "latitude and longitude seem to be swapped"
      : "correct the point, or the box of the \"network\" record"
    problems.append(
      Problem(
        .error, .outsideNetwork, at: origin,
        "\(kind) \(key) lies at lat \(point.latitude), lon \(point.longitude), outside the network's box "
          + "(lat \(box.south) to \(box.north), lon \(box.west) to \(box.east)); \(advice)"))
  }

  mutating func requireMember(_ id: String, _ origin: Origin) {
    if index.facilities[id] == nil && !parties.contains(id) {
      missing("facility or party", id, origin)
    }
  }

  mutating func requireFacility(_ id: String, _ origin: Origin) {
    if index.facilities[id] == nil { missing("facility", id, origin) }
  }

  mutating func requirePlace(_ reference: String, _ origin: Origin) {
    if index.places[reference] == nil { missing("place", reference, origin) }
  }

  mutating func require(
    _ known: Set<String>, _ kind: String, _ key: String, _ origin: Origin
  ) {
    if !known.contains(key) { missing(kind, key, origin) }
  }

  mutating func missing(_ kind: String, _ key: String, _ origin: Origin) {
    let isTerm = kind.hasSuffix("capabilityType") || kind == "specialty"
    problems.append(
      Problem(
        .error, isTerm ? .unknownCode : .danglingReference, at: origin,
        "refers to \(kind) \"\(key)\", which no document of the network holds"))
  }
}
