import Facts
import HealthNetwork

extension PreviewBuilder {
  /// Finds facilities that seem new and are probably known under another id.
  mutating func examineTwins() {
    let known = Set(base.facilities.map(\.record.id))
    let fresh = delta.records.facilities.filter { !known.contains($0.record.id) }
    guard !fresh.isEmpty, !base.facilities.isEmpty else { return }
    let finder = TwinFinder(base.facilities.map(\.record))
    var twins: [(located: Located<Facility>, twin: Facility, metres: Double?)] = []
    for located in fresh {
      if let found = finder.twin(of: located.record) {
        twins.append((located, found.facility, found.metres))
      }
    }
    let unknown = fresh.count
    let met = incoming.facilities.count - unknown
    if unknown >= 5, met * 10 <= unknown, twins.count * 2 >= unknown {
      preview.findings.append(
        Finding(
          "ids_changed", .odd, kind: Facility.kindName,
          vi: "\(twins.count) trong \(unknown) cơ sở \"mới\" có tên và chỗ của cơ sở đã có: mã đã "
            + "đổi hàng loạt",
          en: "\(twins.count) of \(unknown) \"new\" facilities have the name and place of known "
            + "ones: the ids changed all at once",
          remedy: .linkAll))
    }
    for (located, twin, metres) in twins {
      let far = metres.map { ", \(Int($0)) m" } ?? ""
      add(
        "probable_duplicate", .odd, Facility.self, located,
        vi: "\(located.record.name) có lẽ là \(twin.id) (\(twin.name)\(far))",
        en: "\(located.record.name) is probably \(twin.id) (\(twin.name)\(far))",
        remedy: .link(located.record.id, to: twin.id))
    }
  }
}

/// Finds the facility of a network that another list probably means.
struct TwinFinder {
  private let facilities: [Facility]
  private let names: [NameLikeness]
  private var cells: [Cell: [Int]] = [:]
  private var byName: [NameLikeness: [Int]] = [:]

  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  /// Facilities with names alike are one only within this distance.
  private static let nearMetres = 1_500.0
  /// Those with the same name may be written with a coarse point.
  private static let sameNameMetres = 10_000.0
  private static let cellDegrees = 0.02

  init(_ facilities: [Facility]) {
    self.facilities = facilities
    names = facilities.map { NameLikeness($0.name) }
    for index in facilities.indices {
      byName[names[index], default: []].append(index)
      if let point = facilities[index].position.point {
        cells[TwinFinder.cell(of: point), default: []].append(index)
      }
    }
  }

  /// The most probable twin of a facility.
  func twin(of facility: Facility) -> (facility: Facility, metres: Double?)? {
    let name = NameLikeness(facility.name)
    var best: (index: Int, likeness: Double, metres: Double?)?
    func consider(_ index: Int, _ likeness: Double, _ metres: Double?) {
      if let old = best,
        (old.likeness, -(old.metres ?? .infinity)) >= (likeness, -(metres ?? .infinity))
      {
        return
      }
      best = (index, likeness, metres)
    }
    for index in (byName[name] ?? []).prefix(100)
    where TwinFinder.mayBeSame(facility, facilities[index]) {
      if let here = facility.position.point, let there = facilities[index].position.point {
        let metres = here.distanceInMetres(to: there)
        if metres <= TwinFinder.sameNameMetres { consider(index, 1, metres) }
      } else if sharesPlace(facility, facilities[index]) {
        consider(index, 1, nil)
      }
    }
    if best == nil, let here = facility.position.point {
      let cell = TwinFinder.cell(of: here)
      for row in -1...1 {
        for column in -1...1 {
          let near = Cell(row: cell.row + row, column: cell.column + column)
          for index in cells[near] ?? [] {
            let likeness = name.likeness(to: names[index])
            guard likeness >= 0.6, TwinFinder.mayBeSame(facility, facilities[index]),
              let there = facilities[index].position.point
            else { continue }
            let metres = here.distanceInMetres(to: there)
            if metres <= TwinFinder.nearMetres { consider(index, likeness, metres) }
          }
        }
      }
    }
    return best.map { (facilities[$0.index], $0.metres) }
  }

  /// A commune's station beside the hospital of the same name is another facility.
  private static func mayBeSame(_ left: Facility, _ right: Facility) -> Bool {
    left.kind == .other || right.kind == .other
      || (left.kind == .communeHealthStation) == (right.kind == .communeHealthStation)
  }

  /// Whether both lie in one place, or nothing is known of where one of them lies.
  private func sharesPlace(_ left: Facility, _ right: Facility) -> Bool {
    if left.placements.isEmpty || right.placements.isEmpty { return true }
    return !Set(left.placements.map(\.place)).isDisjoint(with: right.placements.map(\.place))
  }

  private static func cell(of point: Coordinate) -> Cell {
    Cell(
      row: Int(clamping: (point.latitude / cellDegrees).rounded(.down)),
      column: Int(clamping: (point.longitude / cellDegrees).rounded(.down)))
  }
}
