import Facts

@testable import HealthNetwork

/// Finds places and facilities by name as plainly as can be, to compare `NameSearch` with.
///
/// Marks are not needed, but count when they are typed. Short forms (BV, BVĐK, TTYT, TYT, TP, Q.5)
/// are understood; so are former names, and places of either administrative geography. What comes
/// after a comma is where it lies: a unit that holds it, now or formerly.
struct PlainNameSearch {
  private struct Entry: Sendable {
    var subject: Named
    var name: String
    /// Preference among things that fit equally well.
    var bonus: Int
  }

  /// The least score of a match whose name is the very one that was asked for.
  static let sameName = 800
  /// The most by which preferences for places of one scheme that fit equally well differ.
  static let placePreference = 3

  private let network: Network
  private let entries: [Entry]
  private let texts: FoldedTexts

  /// Indexes the names of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - day: The day on which names are asked for: units then in force come first.
  /// - Complexity: O(*n*), where *n* is the length of all names.
  init(_ network: Network, on day: Day) {
    self.network = network
    var entries: [Entry] = []
    var texts = FoldedTexts()
    entries.reserveCapacity(2 * (network.records.places.count + network.facilityCount))
    var inForce: [String: Bool] = [:]
    for scheme in network.records.schemes {
      inForce[scheme.record.id] = scheme.record.period.standing(on: day) == .inForce
    }
    func add(_ subject: Named, _ name: String, bonus: Int) {
      entries.append(Entry(subject: subject, name: name, bonus: bonus))
      texts.append(name)
    }
    let places = network.records.places
    for index in places.indices {
      let current = inForce[places[index].record.scheme] == true ? 6 : 0
      let bonus = 2 + current + places[index].record.level.order
      add(.place(PlaceIndex(index)), places[index].record.name, bonus: bonus)
      // Whatever it is called besides.
      if let name = places[index].record.nameEn {
        add(.place(PlaceIndex(index)), name, bonus: bonus - 1)
      }
      for other in places[index].record.names {
        add(.place(PlaceIndex(index)), other.value, bonus: bonus - 1)
      }
    }
    let facilities = network.records.facilities
    for index in facilities.indices {
      let works = facilities[index].record.closed.map { day < $0.start } ?? true
      let isPlaced = facilities[index].record.position.precision != .rule
      let bonus = (works ? 2 : 0) + (isPlaced ? 1 : 0)
      add(.facility(FacilityIndex(index)), facilities[index].record.name, bonus: bonus)
      if let name = facilities[index].record.nameEn {
        add(.facility(FacilityIndex(index)), name, bonus: bonus - 1)
      }
      for other in facilities[index].record.names where other.kind != .planned {
        add(.facility(FacilityIndex(index)), other.value, bonus: bonus - 1)
      }
    }
    self.entries = entries
    self.texts = texts
  }

  /// The matches of a text, best first.
  ///
  /// - Parameters:
  ///   - text: A name, and after commas where it lies.
  ///   - limit: The most to return.
  /// - Returns: Each thing once, with its best name.
  /// - Complexity: O(*n*), where *n* is the number of names.
  func matches(_ text: String, limit: Int = 20) -> [NameMatch] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: true).map(String.init)
    guard let head = parts.first.map(SearchText.init), !head.words.isEmpty else { return [] }
    let contexts = parts.dropFirst().map { SearchText($0) }.filter { !$0.words.isEmpty }
    var best: [Named: NameMatch] = [:]
    // The longest word of the name itself tells nearly all others apart.
    let telling = head.bareWords.max { $0.utf8.count < $1.utf8.count }
    for index in telling.map({ texts.containing($0) }) ?? Array(entries.indices) {
      let entry = entries[index]
      let name = SearchText(entry.name)
      guard var score = fit(head, name) else { continue }
      if !contexts.isEmpty || score.needsContext {
        let surroundings = surroundings(of: entry.subject)
        guard contexts.allSatisfy({ fits($0, surroundings) }) else { continue }
        if score.needsContext {
          let words = Set(name.words + surroundings.flatMap(\.words))
          guard head.words.allSatisfy({ words.contains($0) }) else { continue }
        }
        score.value += marks(of: contexts, among: surroundings)
      }
      let isFacilityWanted = head.namesFacility
      if case .facility = entry.subject, isFacilityWanted { score.value += 5 }
      let match = NameMatch(
        subject: entry.subject, score: score.value * 10 + entry.bonus, name: entry.name)
      if match.score > best[entry.subject]?.score ?? Int.min { best[entry.subject] = match }
    }
    let sorted = best.values.sorted {
      ($1.score, order($0.subject)) < ($0.score, order($1.subject))
    }
    return Array(sorted.prefix(limit))
  }

  /// Things whose names are spelt nearly like a text, nearest first: for "did you mean".
  ///
  /// - Parameters:
  ///   - text: A name that nothing has.
  ///   - limit: The most to return.
  /// - Returns: Each thing once; at most one letter in five may differ.
  /// - Complexity: O(*n* *k*), where *n* is the length of all names and *k* that of the text.
  func nearMisses(_ text: String, limit: Int = 8) -> [NameMatch] {
    let head = SearchText(text.split(separator: ",").first.map(String.init) ?? text)
    let wanted = Array(head.bareWords.joined(separator: " ").utf8)
    guard wanted.count >= 4 else { return [] }
    var best: [Named: NameMatch] = [:]
    for entry in entries {
      let name = Array(SearchText(entry.name).bareWords.joined(separator: " ").utf8)
      let most = max(1, wanted.count / 5)
      guard abs(name.count - wanted.count) <= most else { continue }
      let distance = editDistance(name, wanted)
      guard distance <= most else { continue }
      let match = NameMatch(
        subject: entry.subject, score: entry.bonus - distance * 100, name: entry.name)
      if match.score > best[entry.subject]?.score ?? Int.min { best[entry.subject] = match }
    }
    let sorted = best.values.sorted {
      ($1.score, order($0.subject)) < ($0.score, order($1.subject))
    }
    return Array(sorted.prefix(limit))
  }

  /// How well a text fits a name: nil when it does not, or not without its surroundings.
  private func fit(_ head: SearchText, _ name: SearchText) -> (value: Int, needsContext: Bool)? {
    var value: Int
    var needsContext = false
    if head.words == name.words {
      value = 100
    } else if head.words.elementsEqual(name.bareWords) {
      value = 90
    } else if head.bareWords.elementsEqual(name.bareWords) {
      // The same name with another type: "TTYT Cái Nước" is not "Xã Cái Nước".
      value = head.namesFacility ? (name.namesFacility ? 86 : 55) : 80
      // Of a hospital and a health centre of one town, the kind that was asked for.
      if head.words.prefix(2) == name.words.prefix(2) { value += 2 }
    } else if name.words.starts(with: head.words) || name.bareWords.starts(with: head.words) {
      value = 70
    } else if contains(name.words, head.words) {
      value = 60
    } else if head.words.count > name.bareWords.count,
      head.words.starts(with: name.bareWords) || head.words.starts(with: name.words)
    {
      value = 75
      needsContext = true
    } else {
      return nil
    }
    if !head.markedWords.isEmpty {
      // Typed marks count: "Mỹ Tho" is not "Mỹ Thọ".
      let isWritten = name.writtenWords.suffix(head.writtenWords.count) == head.writtenWords[...]
      let fits = head.markedWords.isSubset(of: name.markedWords)
      value += isWritten ? 6 : fits ? 4 : needsContext ? 0 : -15
    }
    return (value, needsContext)
  }

  /// Whether all words are among others; the last one may be the beginning of one.
  private func contains(_ words: [String], _ wanted: [String]) -> Bool {
    for (index, word) in wanted.enumerated() {
      let isLast = index == wanted.count - 1 && word.count > 1
      guard words.contains(where: { $0 == word || isLast && $0.hasPrefix(word) }) else {
        return false
      }
    }
    return true
  }

  private func fits(_ context: SearchText, _ surroundings: [SearchText]) -> Bool {
    surroundings.contains {
      contains($0.words, Array(context.bareWords)) || contains($0.words, context.words)
    }
  }

  private func marks(of contexts: [SearchText], among surroundings: [SearchText]) -> Int {
    let marked = contexts.reduce(into: Set<String>()) { $0.formUnion($1.markedWords) }
    guard !marked.isEmpty else { return 0 }
    let known = surroundings.reduce(into: Set<String>()) { $0.formUnion($1.markedWords) }
    return marked.isSubset(of: known) ? 1 : -3
  }

  /// The names of everything that holds a thing, in either geography, now or formerly.
  private func surroundings(of subject: Named) -> [SearchText] {
    switch subject {
    case .place(let index):
      return network.units(holding: network.place(index)).map { SearchText($0.name) }
    case .facility(let index):
      let facility = network.facility(index)
      let places = facility.placements.compactMap { network.placeIndex(of: $0.place) }
        .map(network.place)
      let units = places.flatMap { [$0] + network.units(holding: $0) }
      return units.map { SearchText($0.name) } + [SearchText(facility.address ?? "")]
    }
  }

  private func order(_ subject: Named) -> Int {
    switch subject {
    case .place(let index): index.rawValue
    case .facility(let index): network.records.places.count + index.rawValue
    }
  }
}
