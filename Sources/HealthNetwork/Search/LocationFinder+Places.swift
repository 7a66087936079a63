import Facts

extension LocationFinder {
  /// A place that bears or bore a name.
  package struct NamedPlace: Hashable, Sendable {
    /// The place.
    package var index: PlaceIndex
    /// Whether its name was given with its type: "Phường Mỹ Tho", not "Mỹ Tho".
    package var isWhole: Bool
  }

  /// The places of a name or an address, of every level and geography, as `location` finds them: what
  /// stands before the name, a house or a hamlet, is left out.
  ///
  /// - Parameter text: A name as people write it, and behind commas what it lies in.
  /// - Returns: Each place once, in order of the records; none where the name is only part of others.
  /// - Complexity: O(*k*), where *k* is the number of things of the name.
  package func places(writtenAs text: String) -> [NamedPlace] {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let names = NameSearch(network, on: day)
    for dropped in 0...LocationText.droppable(text) {
      guard let parts = LocationText(text, dropping: dropped) else { break }
      let found = names.namesakes(of: parts.name, in: parts.units).compactMap { namesake in
        if case .place(let index) = namesake.subject {
          return NamedPlace(index: index, isWhole: namesake.isWhole)
        }
        return nil
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Places whose names are spelt nearly like one, nearest first: for "did you mean".
  ///
  /// - Parameters:
  ///   - text: A name that nothing has.
  ///   - limit: The most to return.
  /// - Returns: Their indices, each once.
  package func places(near text: String, limit: Int) -> [PlaceIndex] {
    let names = NameSearch(network, on: day)
    let matches = names.nearMisses(text, limit: 4 * limit) + names.matches(text, limit: 4 * limit)
    var found: [PlaceIndex] = []
    for match in matches {
      if case .place(let index) = match.subject, !found.contains(index) { found.append(index) }
    }
    return Array(found.prefix(limit))
  }
}
