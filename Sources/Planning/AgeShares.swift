import Facts
import HealthNetwork

/// The share of an age group among the people of communes.
struct AgeShares {
  private let network: Network
  private let group: AgeGroup
  /// The share in each place that was asked for, where its figures tell.
  private var known: [PlaceIndex: Double?] = [:]

  init(_ network: Network, group: AgeGroup) {
    self.network = network
    self.group = group
  }

  /// The share in a commune; nil when no figure tells.
  ///
  /// It is that of the smallest unit around it with figures by age; of a commune that took others
  /// over, the mean of theirs, weighed by their people.
  mutating func share(ofCommune index: PlaceIndex) -> Double? {
    if group == .everyone { return 1 }
    if let share = shareAround(index) { return share }
    var (sum, people) = (0.0, 0.0)
    let older = network.predecessors(of: network.place(index))
    for predecessor in older {
      guard let share = shareAround(predecessor),
        let count = network.place(predecessor).population(.censusResident)?.count
      else { continue }
      sum += share * Double(count)
      people += Double(count)
    }
    return people > 0 ? sum / people : nil
  }

  private mutating func shareAround(_ index: PlaceIndex) -> Double? {
    if let share = known[index] { return share }
    var unit: Place? = network.place(index)
    var share: Double?
    while share == nil, let place = unit {
      share = self.share(in: place)
      unit = network.parent(of: place)
    }
    known[index] = .some(share)
    return share
  }

  /// The share that a place's own figures tell; nil when they do not cover all ages, or cross the
  /// limits of the group.
  private func share(in place: Place) -> Double? {
    let figures = place.populations.filter {
      $0.basis == .censusResident && ($0.ageFrom != nil || $0.ageTo != nil)
    }
    guard !figures.isEmpty else { return nil }
    var (members, all) = (0, 0)
    for figure in figures {
      guard let isMember = group.holds(figure) else { return nil }
      all += figure.count
      if isMember { members += figure.count }
    }
    return all > 0 ? Double(members) / Double(all) : nil
  }
}
