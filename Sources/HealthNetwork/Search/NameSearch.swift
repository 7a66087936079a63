public import Facts

/// Something that has a name: a place or a facility, by index.
public enum Named: Hashable, Sendable {
  /// A place.
  case place(PlaceIndex)
  /// A facility.
  case facility(FacilityIndex)
}

/// A thing that a search found.
public struct NameMatch: Hashable, Sendable {
  /// What was found.
  public var subject: Named
  /// How well it fits: higher is better; only the order matters.
  public var score: Int
  /// The name that fits.
  public var name: String
}

/// Finds places and facilities by name.
///
///     let search = NameSearch(network, on: day)
///     search.matches("cai nuoc, ca mau").first?.name   // "Xã Cái Nước"
///
/// Marks are not needed, but count when they are typed. Short forms (BV, BVĐK, TTYT, TYT, TP, Q.5)
/// are understood; so are former names, and places of either administrative geography. What comes
/// after a comma is where it lies: a unit that holds it, now or formerly.
public struct NameSearch: Sendable {
  private let network: Network
  let index: NameIndex
  private let day: Day
  /// Whether each scheme is in force on the day.
  private let inForce: [Bool]

  /// Searches the names of a network, which are indexed for the first search and kept with it.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - day: The day on which names are asked for: units then in force come first.
  /// - Complexity: O(*n*) for the first search of a network, where *n* is the length of all names;
  ///   O(1) for others.
  public init(_ network: Network, on day: Day) {
    self.network = network
    self.day = day
    index = network.names
    inForce = index.schemes.map { $0.standing(on: day) == .inForce }
  }

  /// What fits a text, best first.
  ///
  /// - Parameters:
  ///   - text: A name, and after commas where it lies.
  ///   - limit: The most to return.
  /// - Returns: Each thing once, with its best name.
  /// - Complexity: O(*m*), where *m* is the number of names with the longest word of the text.
  public func matches(_ text: String, limit: Int = 20) -> [NameMatch] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: true).map(String.init)
    guard let first = parts.first else { return [] }
    let head = WantedText(first, in: index)
    // The longest word of the name itself tells nearly all others apart.
    guard let telling = head.telling else { return [] }
    let contexts = parts.dropFirst().map { WantedText($0, in: index) }.filter { !$0.isEmpty }
    var fits: [(entry: Int, score: Int, needsContext: Bool)] = []
    index.visitEntries(holding: telling) { entry in
      if let score = head.fit(entry) { fits.append((entry, score.value, score.needsContext)) }
    }
    // Of equally good names of one thing the first counts.
    fits.sort { $0.entry < $1.entry }
    var best: [Named: NameMatch] = [:]
    for fit in fits {
      let entry = index.entries[fit.entry]
      var score = fit.score
      if !contexts.isEmpty || fit.needsContext {
        let surroundings = surroundings(of: entry.subject)
        guard contexts.allSatisfy({ $0.fits(anyOf: surroundings) }) else { continue }
        if fit.needsContext, !head.isHeld(by: [fit.entry] + surroundings) { continue }
        score += marks(of: contexts, among: surroundings)
      }
      if case .facility = entry.subject, head.text.namesFacility { score += 5 }
      let match = NameMatch(
        subject: entry.subject, score: score * 10 + bonus(of: entry), name: entry.name)
      if match.score > best[entry.subject]?.score ?? Int.min { best[entry.subject] = match }
    }
    return sorted(best, limit: limit)
  }

  /// Things whose names are spelt nearly like a text, nearest first: for "did you mean".
  ///
  /// - Parameters:
  ///   - text: A name that nothing has.
  ///   - limit: The most to return.
  /// - Returns: Each thing once; at most one letter in five may differ.
  /// - Complexity: O(*n* *k*), where *n* is the length of all names and *k* that of the text.
  public func nearMisses(_ text: String, limit: Int = 8) -> [NameMatch] {
    let head = SearchText(text.split(separator: ",").first.map(String.init) ?? text)
    let wanted = Array(head.bareWords.joined(separator: " ").utf8)
    guard wanted.count >= 4 else { return [] }
    let most = max(1, wanted.count / 5)
    var best: [Named: NameMatch] = [:]
    for (number, entry) in index.entries.enumerated() {
      let name = index.bareLetters(ofText: number)
      guard abs(name.count - wanted.count) <= most else { continue }
      let distance = editDistance(name, wanted)
      guard distance <= most else { continue }
      let match = NameMatch(
        subject: entry.subject, score: bonus(of: entry) - distance * 100, name: entry.name)
      if match.score > best[entry.subject]?.score ?? Int.min { best[entry.subject] = match }
    }
    return sorted(best, limit: limit)
  }

  private func sorted(_ best: [Named: NameMatch], limit: Int) -> [NameMatch] {
    let sorted = best.values.sorted {
      ($1.score, order($0.subject)) < ($0.score, order($1.subject))
    }
    return Array(sorted.prefix(limit))
  }

  /// Preference among things that fit equally well, on the day.
  private func bonus(of entry: NameIndex.Entry) -> Int {
    switch entry.condition {
    case .scheme(let number): entry.bonus + (number >= 0 && inForce[number] ? 6 : 0)
    case .before(let other): entry.bonus + (day < other ? 2 : 0)
    case .none: entry.bonus
    }
  }

  func marks(of contexts: [WantedText], among surroundings: [Int]) -> Int {
    let marked = contexts.flatMap(\.marked)
    guard !marked.isEmpty else { return 0 }
    let isKnown = marked.allSatisfy { word in
      surroundings.contains { text in
        index.texts.writtenRange(text).contains { index.texts.written[$0] == word }
      }
    }
    return isKnown ? 1 : -3
  }

  /// The texts of the names of everything that holds a thing, in either geography, now or formerly.
  func surroundings(of subject: Named) -> [Int] {
    switch subject {
    case .place(let place):
      return network.unitIndices(holding: place).map { index.entryOfPlace[$0] }
    case .facility(let facility):
      var texts: [Int] = []
      for place in network.placeIndices(ofFacility: facility) {
        texts.append(index.entryOfPlace[place])
        for unit in network.unitIndices(holding: place) { texts.append(index.entryOfPlace[unit]) }
      }
      if index.addressTexts[facility] >= 0 { texts.append(index.addressTexts[facility]) }
      return texts
    }
  }

  private func order(_ subject: Named) -> Int {
    switch subject {
    case .place(let index): index.rawValue
    case .facility(let index): network.records.places.count + index.rawValue
    }
  }
}

extension Network {
  /// The units that hold a place, and those that held the places it took over, without repeats.
  public func units(holding place: Place) -> [Place] {
    guard let number = placeIndex(of: place.reference) else { return [] }
    return unitIndices(holding: number).map(self.place)
  }

  /// The same by index.
  func unitIndices(holding place: PlaceIndex) -> [PlaceIndex] {
    var units: [PlaceIndex] = []
    for start in [place] + predecessors(ofPlace: place.rawValue).map(PlaceIndex.init) {
      var unit = parentIndex(of: start)
      while let current = unit {
        if !units.contains(current) { units.append(current) }
        unit = parentIndex(of: current)
      }
    }
    return units
  }

  /// The indices of the places that a facility is placed in.
  func placeIndices(ofFacility facility: FacilityIndex) -> [PlaceIndex] {
    records.facilities[facility].record.placements.compactMap { placeIndex(of: $0.place) }
  }

  private func parentIndex(of place: PlaceIndex) -> PlaceIndex? {
    guard let parent = records.places[place].record.parent else { return nil }
    return placeIndex(of: records.places[place].record.scheme + ":" + parent)
  }

  /// A place's name with the units that hold it in its own scheme: "Xã Cái Nước, Tỉnh Cà Mau".
  public func fullName(of place: Place) -> String {
    var names = [place.name]
    var unit = parent(of: place)
    while let current = unit {
      names.append(current.name)
      unit = parent(of: current)
    }
    return names.joined(separator: ", ")
  }
}
