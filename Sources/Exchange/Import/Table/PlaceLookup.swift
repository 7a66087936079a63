import Facts
import HealthNetwork

/// Finds places by the names that tables have: with or without their type, in one geography.
struct PlaceLookup {
  private var places: [String: Place] = [:]
  private var byName: [Key: [String]] = [:]
  private let scheme: String

  private struct Key: Hashable {
    var level: Place.Level
    var name: String
  }

  /// Prepares the places of a scheme; of the newest one where none is named.
  init(_ network: Network, scheme: String?) {
    let newest = network.records.schemes.map(\.record).max { left, right in
      (left.period.from?.start.number ?? Int.min) < (right.period.from?.start.number ?? Int.min)
    }
    self.scheme = scheme ?? newest?.id ?? ""
    for located in network.records.places where located.record.scheme == self.scheme {
      let place = located.record
      places[place.reference] = place
      for name in [place.name] + place.names.map(\.value) {
        let key = Key(level: place.level, name: PlaceLookup.bare(name))
        if byName[key]?.contains(place.reference) != true {
          byName[key, default: []].append(place.reference)
        }
      }
    }
  }

  /// The place that names of a province, district and commune mean together; nil when there is none
  /// or it could be several.
  func place(province: String?, district: String?, commune: String?) -> String? {
    var found: String?
    for (level, name) in [
      (Place.Level.province, province), (.district, district), (.commune, commune),
    ] {
      guard let name else { continue }
      let candidates = self.candidates(level, name).filter { reference in
        found.map { lies(reference, in: $0) } ?? true
      }
      guard candidates.count == 1 else {
        // A district that ended is no reason to lose the commune.
        if level == .district, candidates.isEmpty { continue }
        return nil
      }
      found = candidates[0]
    }
    return found
  }

  private func candidates(_ level: Place.Level, _ name: String) -> [String] {
    if let place = places[name] ?? places[scheme + ":" + name], place.level == level {
      return [place.reference]
    }
    return byName[Key(level: level, name: PlaceLookup.bare(name))] ?? []
  }

  private func lies(_ reference: String, in other: String) -> Bool {
    var current = places[reference]
    for _ in 0..<4 {
      guard let place = current else { return false }
      if place.reference == other { return true }
      current = place.parent.flatMap { places[place.scheme + ":" + $0] }
    }
    return false
  }

  /// A name without marks and without its type.
  private static func bare(_ name: String) -> String {
    let text = FoldedName(name).text
    for type in types where text.hasPrefix(type + " ") {
      let rest = text.dropFirst(type.count + 1)
      // "Quận 5" is not called "5".
      return Int(rest) == nil ? String(rest) : text
    }
    return text
  }

  private static let types = [
    "thanh pho", "thi tran", "thi xa", "dac khu", "tinh", "tp", "quan", "huyen", "phuong", "xa",
    "tx", "tt",
  ]
}
