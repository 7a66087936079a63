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

  /// The links that somebody means who wants to avoid a bridge, a ferry or a road.
  ///
  /// Marks, case and punctuation do not matter: "cau rach mieu" finds "Cầu Rạch Miễu (nhịp Bắc)"
  /// and "Cầu Rạch Miễu 2", but not "Cầu Rạch Miễuu".
  ///
  /// - Parameter text: The id of a link, or the first words of the name of a crossing or a road.
  /// - Returns: Indices of links in ascending order; none when nothing has that name.
  /// - Complexity: O(*n*), where *n* is the length of all names.
  public func links(avoiding text: String) -> [LinkIndex] {
    if let link = link(text) { return [link] }
    let wanted = FoldedName(text).text
    guard !wanted.isEmpty else { return [] }
    return links.recordIndices.filter { index in
      let link = links[index]
      return [link.crossing, link.name].contains { name in
        guard let name else { return false }
        return TravelMap.begins(FoldedName(name).text, with: wanted)
      }
    }
  }

  /// Whether a folded name begins with whole words.
  private static func begins(_ name: String, with words: String) -> Bool {
    guard name.hasPrefix(words) else { return false }
    let rest = name.utf8.dropFirst(words.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: " ")
  }
}
