import HealthNetwork

extension LocationFinder {
  /// The location that a user means, or a failure that lists the choices.
  func require(
    _ text: String, option: String, in network: Network
  ) throws(Failure) -> Location {
    switch location(text) {
    case .found(let location): return location
    case .ambiguous(let matches):
      let choices = matches.prefix(12).map { "  " + network.describe($0.subject) }
      throw .usage(
        "\(option) \"\(text)\" may mean any of these; add the province after a comma, or give the "
          + "code:\n" + choices.joined(separator: "\n"))
    case .notFound(let message, let near):
      let choices = near.prefix(8).map { "  " + network.describe($0.subject) }
      let list = choices.isEmpty ? "" : "; near to it:\n" + choices.joined(separator: "\n")
      throw .usage("\(option): \(message)\(list)")
    }
  }
}

extension Network {
  /// A place or facility in a line: its id and its full name.
  func describe(_ subject: Named) -> String {
    switch subject {
    case .place(let index):
      let place = place(index)
      return "\(place.reference)  \(fullName(of: place))"
    case .facility(let index):
      let facility = facility(index)
      let place = facility.placements.compactMap { placeIndex(of: $0.place) }.last
      return "\(facility.id)  \(facility.name)"
        + (place.map { " (\(fullName(of: self.place($0))))" } ?? "")
    }
  }
}
