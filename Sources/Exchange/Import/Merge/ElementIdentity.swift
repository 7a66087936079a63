import Facts
import HealthNetwork

extension ExchangeElement {
  /// Most lists have a meaning only as a whole.
  var identity: String? { nil }
}

// What is counted, named or called twice is the same thing twice, whatever else is said of it.

extension OtherIdentifier {
  var identity: String? { system }
}

extension Placement {
  var identity: String? { place.split(separator: ":").first.map(String.init) }
}

extension Contact {
  var identity: String? { kind.rawValue + " " + value }
}

extension Beds {
  var identity: String? { type.map { kind.rawValue + " " + $0 } ?? kind.rawValue }
}

extension CatalogueEntry {
  var identity: String? { code ?? FoldedName(name).text }
}

extension OtherName {
  var identity: String? { kind.rawValue + " " + value }
}

extension Population {
  var identity: String? {
    let ages = [ageFrom, ageTo].map { $0.map(String.init) ?? "" }.joined(separator: "-")
    return [basis.rawValue, date?.description ?? "", ages].joined(separator: " ")
  }
}

extension Successor {
  var identity: String? { place }
}

extension OtherPoint {
  var identity: String? { kind }
}

extension Member {
  var identity: String? { ref + " " + role.rawValue }
}

extension PathwayInterval {
  var identity: String? { kind.rawValue }
}

extension PathwayLimit {
  var identity: String? { stop.rawValue + " " + ref }
}

extension PathwayRule {
  var identity: String? { id }
}

extension LiveStatus.FreeBeds {
  var identity: String? { type }
}

extension LiveStatus.Off {
  var identity: String? { capability }
}

extension Rung {
  var identity: String? { level }
}

extension Extension {
  var identity: String? { key }
}
