import Facts
public import HealthNetwork

/// Counts what figures speak of.
public struct SupportCounter: Sendable {
  /// What can be counted, by the indicator of a figure.
  public enum Indicator: String, CaseIterable, Sendable {
    /// Hospitals of provinces, cities and districts.
    case hospitals
    /// Hospitals of every owner.
    case allHospitals = "hospitals-in-capital"
    /// Hospitals of the ministries, of universities and of the army.
    case centralHospitals = "central-and-ministry-hospitals"
    /// Commune health stations.
    case stations = "commune-health-stations"
    /// Private facilities.
    case privateFacilities = "private-facilities"
    /// Techniques on record.
    case techniques = "catalogue-techniques"
    /// Of them, those above the tier of the facility.
    case aboveTier = "above-tier-techniques"
    /// Communes with a supporting hospital.
    case supportedCommunes = "supported-communes"
    /// Supporting hospitals of the commune that has the fewest.
    case supportersPerCommune = "supporting-hospitals-per-commune"
    /// The share of communes without a doctor of their own that a rotation gives one.
    case doctors = "communes-given-a-doctor"
  }

  /// Who performs what.
  public let register: PracticeRegister
  private let support: CommuneSupport
  private let graph: SupportGraph

  /// Prepares counts.
  public init(_ graph: SupportGraph, _ support: CommuneSupport, _ register: PracticeRegister) {
    self.graph = graph
    self.support = support
    self.register = register
  }

  /// How much of what a figure speaks of is loaded.
  enum Extent {
    case nothing, part, whole
  }

  /// How much of what a figure speaks of a count covers.
  ///
  /// A share, or the least of all communes, says nothing while communes are missing, and no technique
  /// above the tier is a finding only where techniques are on record.
  func covers(_ figure: Figure, _ count: SupportCount?, _ whole: Int?) -> Extent {
    guard let count, let indicator = Indicator(rawValue: figure.indicator) else { return .whole }
    switch indicator {
    case .supportersPerCommune, .supportedCommunes:
      return whole.map { (count.of ?? 0) < $0 } == true ? .part : .whole
    case .doctors: return whole.map { (count.of ?? 0) >= $0 } == true ? .whole : .part
    case .techniques, .aboveTier:
      guard let scope = scope(of: figure.subject) else { return .whole }
      return scope.facilities.contains { !register.techniques(at: $0).isEmpty } ? .whole : .nothing
    case .hospitals, .allHospitals, .centralHospitals, .stations, .privateFacilities:
      return .whole
    }
  }

  /// Of how many communes a figure speaks: what a figure of the same subject says of its stations.
  func whole(of figure: Figure) -> Int? {
    guard
      figure.indicator == Indicator.supportersPerCommune.rawValue
        || figure.indicator == Indicator.supportedCommunes.rawValue
    else { return nil }
    let stations = register.network.records.figures.map(\.record).first {
      $0.subject == figure.subject && $0.indicator == Indicator.stations.rawValue
        && $0.isTarget != true
    }
    return stations?.measure.value.flatMap { Int(exactly: $0.rounded()) }
  }

  /// What the records say of the subject of a figure; nil when they cannot tell.
  public func count(_ figure: Figure) -> SupportCount? {
    guard let indicator = Indicator(rawValue: figure.indicator),
      let scope = scope(of: figure.subject)
    else { return nil }
    let network = register.network
    let open = scope.facilities.filter {
      network.facility($0).isInService(on: register.day, isConfirmed: false)
    }
    func facilities(_ isCounted: (Facility) -> Bool) -> SupportCount {
      SupportCount(value: Double(open.filter { isCounted(network.facility($0)) }.count))
    }
    func techniques(_ isCounted: (Technique) -> Bool) -> SupportCount {
      SupportCount(
        value: Double(
          open.flatMap(register.techniques).filter {
            $0.isPerformed(on: register.day) && isCounted($0)
          }.count))
    }
    switch indicator {
    case .hospitals:
      return facilities { $0.kind.isLocalHospital && $0.ownership != .private }
    case .allHospitals: return facilities { $0.kind.isLocalHospital || $0.kind.isCentralHospital }
    case .centralHospitals: return facilities { $0.kind.isCentralHospital }
    case .stations: return facilities { $0.kind == .communeHealthStation }
    case .privateFacilities: return facilities { $0.ownership == .private }
    case .techniques: return techniques { _ in true }
    case .aboveTier: return techniques { $0.isAboveTier == true }
    case .supportedCommunes:
      guard let communes = scope.communes else { return nil }
      return SupportCount(
        value: Double(communes.filter(\.isSupported).count), of: communes.count)
    case .supportersPerCommune:
      guard let communes = scope.communes, !communes.isEmpty else { return nil }
      let least = communes.map { commune in
        commune.isSupported
          ? Set(commune.links.map { graph.links[$0].supporter }).count : 0
      }.min()
      return least.map { SupportCount(value: Double($0), of: communes.count) }
    case .doctors: return doctors(in: open)
    }
  }

  /// The share of stations with a doctor, own or sent, of those of which it is known.
  private func doctors(in facilities: [FacilityIndex]) -> SupportCount? {
    let code = "primary-care.doctor"
    guard register.network.vocabulary.capabilityTypes[code] != nil else { return nil }
    let stations = facilities.filter {
      register.network.facility($0).kind == .communeHealthStation
    }
    let answers = stations.map { register.performance(of: code, at: $0).answer }
    let known = answers.filter { $0 != .unknown }.count
    guard known > 0 else { return nil }
    let yes = answers.filter { $0 == .yes }.count
    return SupportCount(
      value: Double(yes) * 100 / Double(known), of: known, unknown: answers.count - known)
  }

  private struct Scope {
    var facilities: [FacilityIndex]
    /// The communes; nil where the subject is no area.
    var communes: [CommuneSupport.Commune]?
  }

  /// The facilities and communes that the subject of a figure stands for.
  private func scope(of subject: String) -> Scope? {
    let network = register.network
    if let facility = network.facilityIndex(of: subject) { return Scope(facilities: [facility]) }
    if let place = network.placeIndex(of: subject) { return scope(ofPlace: place) }
    if let party = network.records.parties.first(where: { $0.record.id == subject })?.record {
      if !party.members.isEmpty {
        return Scope(facilities: party.members.compactMap { network.facilityIndex(of: $0.ref) })
      }
      return party.place.flatMap { network.placeIndex(of: $0) }.map(scope)
    }
    guard
      let agreement = network.records.agreements.first(where: { $0.record.id == subject })?.record
    else { return nil }
    return Scope(
      facilities: agreement.members.filter { $0.role == .recipient }
        .compactMap { network.facilityIndex(of: $0.ref) })
  }

  private func scope(ofPlace index: PlaceIndex) -> Scope {
    let network = register.network
    let place = network.place(index)
    return Scope(
      facilities: network.facilities(in: place),
      communes: support.communes.filter { network.place(network.place($0.place), liesIn: place) })
  }
}

extension Facility.Kind {
  /// Whether it is a hospital of a province, city or district, or a private one.
  var isLocalHospital: Bool {
    switch self {
    case .cityHospital, .provincialGeneral, .provincialSpecialised, .regionalGeneral,
      .districtHospital, .privateHospital:
      true
    default: false
    }
  }

  /// Whether it is a hospital of a ministry, a university or the army.
  var isCentralHospital: Bool {
    switch self {
    case .centralHospital, .universityHospital, .militaryHospital: true
    default: false
    }
  }
}
