public import Facts

/// The links that somebody means who wants to avoid a bridge, a ferry or a road.
public enum AvoidedLinks: Hashable, Sendable {
  /// The links of one bridge, ferry or road, in ascending order; and the names of others that begin
  /// with the same words and stay open, as Cầu Rạch Miễu 2 does beside Cầu Rạch Miễu.
  case links([LinkIndex], othersOpen: [String])
  /// The names of several things that are meant equally well.
  case ambiguous([String])
  /// Nothing has that name.
  case unknown
}

extension TravelMap {
  /// The links that a text names.
  ///
  /// Marks, case and punctuation do not matter, nor what a name has in brackets:
  /// "cau rach mieu" is both spans of "Cầu Rạch Miễu (nhịp Bắc, …)", and not "Cầu Rạch Miễu 2". The
  /// whole name comes first, then the name without its brackets, then that without its kind ("Rạch
  /// Miễu"), then words inside it; the first that fits decides, and must be of one thing only.
  ///
  /// - Parameter text: The id of a link, or the name of a crossing or a road, or a road's number.
  /// - Returns: The links of one thing, or the names of several.
  /// - Complexity: O(*n*), where *n* is the length of all names.
  public func avoided(_ text: String) -> AvoidedLinks {
    if let link = link(text) { return .links([link], othersOpen: []) }
    let wanted = CrossingName(text)
    guard !wanted.whole.isEmpty else { return .unknown }
    let named = links.recordIndices.flatMap { index -> [(name: CrossingName, link: LinkIndex)] in
      let link = links[index]
      return Set([link.crossing, link.name, link.ref].compactMap { $0 }).sorted()
        .map { (CrossingName($0), index) }
    }
    let rules: [(CrossingName) -> Bool] = [
      { $0.whole == wanted.whole }, { $0.proper == wanted.whole },
      { !wanted.hasKind && $0.bare == wanted.whole },
      { TravelMap.holds($0.whole, words: wanted.whole) },
    ]
    for (rank, rule) in rules.enumerated() {
      let found = named.filter { rule($0.name) }
      guard !found.isEmpty else { continue }
      let things = Set(found.map(\.name.proper))
      // A single word inside a name is no name.
      let isName = rank < rules.count - 1 || wanted.whole.contains(" ")
      guard isName, things.count == 1, let thing = things.first else {
        return .ambiguous(TravelMap.shown(found.map(\.name)))
      }
      let links = Set(found.map(\.link)).sorted()
      let others = named.filter {
        $0.name.proper.hasPrefix(thing + " ") && !links.contains($0.link)
      }
      return .links(links, othersOpen: TravelMap.shown(others.map(\.name)))
    }
    return .unknown
  }

  /// The names of crossings that hold the telling words of a text, without their brackets.
  public func crossings(near text: String) -> [String] {
    let words = CrossingName(text).bare.split(separator: " ").filter { $0.count > 1 }
    guard !words.isEmpty else { return [] }
    let names = crossingNames.map(CrossingName.init)
    return TravelMap.shown(
      names.filter { name in words.allSatisfy { TravelMap.holds(name.whole, words: String($0)) } })
  }

  /// The links of the one thing that a text names; none where it names several, or nothing.
  public func links(avoiding text: String) -> [LinkIndex] {
    if case .links(let links, _) = avoided(text) { return links }
    return []
  }

  /// Names without their brackets, each once, in order.
  private static func shown(_ names: [CrossingName]) -> [String] {
    var byWords: [String: String] = [:]
    for name in names where byWords[name.proper].map({ name.shown < $0 }) ?? true {
      byWords[name.proper] = name.shown
    }
    return byWords.values.sorted()
  }

  /// Whether a folded name has whole words one behind the other.
  private static func holds(_ name: String, words: String) -> Bool {
    (" " + name + " ").contains(" " + words + " ")
  }
}

/// The name of a bridge, a ferry or a road in its parts, marks and case aside.
private struct CrossingName: Hashable {
  /// All of it.
  let whole: String
  /// Without what stands in brackets.
  let proper: String
  /// That without the kind of crossing.
  let bare: String
  /// The proper name as it is written.
  let shown: String

  var hasKind: Bool { bare != proper }

  init(_ name: String) {
    whole = FoldedName(name).text
    let end = name.firstIndex(of: "(") ?? name.endIndex
    shown = name[..<end].split(separator: " ").joined(separator: " ")
    let proper = FoldedName(shown).text
    self.proper = proper
    let kind = CrossingName.kinds.first { proper.hasPrefix($0 + " ") }
    bare = kind.map { String(proper.dropFirst($0.utf8.count + 1)) } ?? proper
  }

  private static let kinds = [
    "tau cao toc", "ca no cap cuu", "cau", "pha", "do", "ham", "tau", "cong", "duong", "ca no",
    "bridge", "ferry",
  ]
}
