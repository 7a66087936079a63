import Facts
import HealthNetwork

/// Finds places by the names that tables have, through the search that understands the origins of
/// routes: with or without their type, with marks first, as addresses, in either geography.
final class PlaceLookup {
  /// The place that names of a province, a district and a commune mean together.
  enum Outcome: Hashable {
    /// One place, as scheme:code.
    case found(String)
    /// No place of the name, but one that it is to lie in.
    case onlyIn(String, near: [String])
    /// Several places, by their full names.
    case several([String])
    /// None.
    case unknown(near: [String])
  }

  private let network: Network
  private let finder: LocationFinder
  private let scheme: String
  private var known: [[String]: Outcome] = [:]

  /// Prepares the places of a network; those of a scheme come first, of the newest where none is
  /// named.
  init(_ network: Network, scheme: String?) {
    self.network = network
    let schemes = network.records.schemes.map(\.record)
    let newest = schemes.max { left, right in
      (left.period.from?.start.number ?? Int.min) < (right.period.from?.start.number ?? Int.min)
    }
    self.scheme = scheme ?? newest?.id ?? ""
    finder = LocationFinder(network, on: newest?.period.from?.start ?? Day(number: 0))
  }

  /// The place that names of a province, district and commune mean together.
  func place(province: String?, district: String?, commune: String?) -> Outcome {
    let names = [commune ?? "", district ?? "", province ?? ""].map(PlaceLookup.plain)
    if let outcome = known[names] { return outcome }
    let outcome = outcome(names)
    known[names] = outcome
    return outcome
  }

  /// The commune that an address ends in; nil where it names none, or could mean several.
  func commune(ofAddress address: String) -> String? {
    guard address.contains(",") || address.contains(" - ") || address.contains(";") else {
      return nil
    }
    let key = ["", "address", address]
    if let outcome = known[key] {
      if case .found(let reference) = outcome { return reference }
      return nil
    }
    let text = PlaceLookup.plain(address.replacing(" - ", with: ", "))
    let outcome = settle(finder.places(writtenAs: text), .commune)
    known[key] = outcome ?? .unknown(near: [])
    if case .found(let reference) = outcome { return reference }
    return nil
  }

  /// A reference as it is, or the place that a name means.
  func place(_ text: String) -> Outcome {
    if network.placeIndex(of: text) != nil { return .found(text) }
    if network.placeIndex(of: scheme + ":" + text) != nil { return .found(scheme + ":" + text) }
    for level in [Place.Level.commune, .district, .province] {
      if let outcome = settle(finder.places(writtenAs: PlaceLookup.plain(text)), level) {
        return outcome
      }
    }
    return .unknown(near: near(text))
  }

  private func outcome(_ names: [String]) -> Outcome {
    let levels: [Place.Level] = [.commune, .district, .province]
    guard let narrowest = names.firstIndex(where: { !$0.isEmpty }) else {
      return .unknown(near: [])
    }
    let level = levels[narrowest]
    let name = names[narrowest]
    if let index = network.placeIndex(of: name) ?? network.placeIndex(of: scheme + ":" + name),
      network.place(index).level == level
    {
      return .found(network.place(index).reference)
    }
    let around = names[(narrowest + 1)...].filter { !$0.isEmpty }.map(nameOfCode)
    // A district that ended, or one that is misspelt, is no reason to lose the commune.
    var attempts = [[name] + around]
    if around.count > 1, let last = around.last { attempts.append([name, last]) }
    for attempt in attempts {
      let found = finder.places(writtenAs: attempt.joined(separator: ", "))
      if let outcome = settle(found, level) { return outcome }
    }
    let wider = Array(names.enumerated().map { $0.offset <= narrowest ? "" : $0.element })
    if wider.contains(where: { !$0.isEmpty }), case .found(let reference) = outcome(wider) {
      return .onlyIn(reference, near: near(name, in: reference))
    }
    return .unknown(near: near(name))
  }

  /// The name of a place that is given by its code.
  private func nameOfCode(_ text: String) -> String {
    guard let index = network.placeIndex(of: text) ?? network.placeIndex(of: scheme + ":" + text)
    else { return text }
    return network.place(index).name
  }

  /// Of places of a name, the one of a level: of our geography first, then the one of the full name.
  private func settle(_ found: [LocationFinder.NamedPlace], _ level: Place.Level) -> Outcome? {
    var fitting = found.filter { network.place($0.index).level == level }
    guard !fitting.isEmpty else { return nil }
    let own = fitting.filter { network.place($0.index).scheme == scheme }
    if !own.isEmpty { fitting = own }
    let whole = fitting.filter(\.isWhole)
    if !whole.isEmpty { fitting = whole }
    guard fitting.count > 1 else { return .found(network.place(fitting[0].index).reference) }
    return .several(fitting.map { network.fullName(of: network.place($0.index)) })
  }

  private func near(_ name: String, in reference: String? = nil) -> [String] {
    let holder = reference.flatMap { network.placeIndex(of: $0) }.map { network.place($0) }
    let places = finder.places(near: name, limit: 12).map { network.place($0) }
    let fitting = places.filter { place in
      place.scheme == scheme && (holder.map { network.place(place, liesIn: $0) } ?? true)
    }
    return fitting.prefix(3).map { network.fullName(of: $0) }
  }

  /// A name without what lists put around it, as in "Ca Mau Province".
  private static func plain(_ text: String) -> String {
    var text = text
    for prefix in ["T. ", "T.", "t. ", "t."] where text.hasPrefix(prefix) {
      text = "tỉnh " + text.dropFirst(prefix.count)
      break
    }
    for ending in [" Province", " province", " City", " city", " District", " district"]
    where text.hasSuffix(ending) {
      text.removeLast(ending.count)
      break
    }
    return text
  }
}
