public import Facts

extension TravelMap {
  /// The names of bridges and ferries, each once, in order.
  public var crossingNames: [String] {
    Set(links.compactMap(\.crossing)).sorted()
  }

  /// Links that are bridges, ferries, boat lines or flights, by name and then by id.
  ///
  /// - Parameter text: Words that the name, the road or the id must have, marks and case aside; nil
  ///   means all.
  /// - Returns: Indices of links.
  /// - Complexity: O(*n* log *n*), where *n* is the number of links.
  public func crossings(matching text: String? = nil) -> [LinkIndex] {
    let wanted = text.map { FoldedName($0).words.map(String.init) } ?? []
    let found = links.recordIndices.filter { index in
      let link = links[index]
      guard link.crossing != nil || link.mode != .road else { return false }
      if link.id == text { return true }
      let words = Set(
        [link.crossing, link.name, link.ref].compactMap { $0 }
          .flatMap { FoldedName($0).words.map(String.init) })
      return wanted.allSatisfy { words.contains($0) }
    }
    return found.sorted {
      (links[$0].crossing ?? links[$0].name ?? "", links[$0].id)
        < (links[$1].crossing ?? links[$1].name ?? "", links[$1].id)
    }
  }
}
