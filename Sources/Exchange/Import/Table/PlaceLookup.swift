import Facts
import HealthNetwork

/// Finds places by the names that tables have: with or without their type, in one geography.
struct PlaceLookup {
  private var places: [String: Place] = [:]
  private var byName: [Key: [(reference: String, name: String)]] = [:]
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
        let key = Key(level: place.level, name: NameSpelling.bareKey(name))
        if byName[key]?.contains(where: { $0.reference == place.reference }) != true {
          byName[key, default: []].append((place.reference, name))
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
    let found = byName[Key(level: level, name: NameSpelling.bareKey(name))] ?? []
    // Marks tell namesakes apart, where they are written: "Mỹ Tho" is not "Mỹ Thọ".
    let same = found.filter { NameSpelling.haveSameMarks($0.name, name) }
    return (same.isEmpty ? found : same).map(\.reference)
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
}
