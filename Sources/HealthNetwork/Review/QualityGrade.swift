public import Facts

/// How good the data of each facility and each province is, from 0 to 100, the worst first.
///
///     let quality = QualityGrade(of: network, at: instant)
///     quality.facilities.first?.issues   // [.positionMissing, .phoneMissing]
///
/// Points are given for what a coordinator needs of a facility: where it is, whom to call, what it
/// can do on what evidence. What a facility need not have (beds of a commune's station) counts
/// neither way.
public struct QualityGrade: Sendable {
  /// What is missing or weak.
  public enum Issue: String, CaseIterable, Sendable {
    /// No point.
    case positionMissing = "position_missing"
    /// A point that was placed by a rule.
    case positionByRule = "position_by_rule"
    /// No telephone line.
    case phoneMissing = "phone_missing"
    /// No number of beds, where one is to be expected.
    case bedsMissing = "beds_missing"
    /// Nothing says what it can or cannot do.
    case capabilitiesUnknown = "capabilities_unknown"
    /// Statements of low or no confidence.
    case capabilityLowConfidence = "capability_low_confidence"
    /// Statements that ended, or were asserted too long ago.
    case capabilityStale = "capability_stale"
    /// The facility or statements about it have no source.
    case noEvidence = "no_evidence"
  }

  /// The grade of one facility.
  public struct FacilityGrade: Sendable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
    /// The reference of its province in the geography in force; nil when it is not known.
    public var province: String?
    /// From 0 to 100.
    public var score: Int
    /// What is missing or weak, in the order of the cases.
    public var issues: [Issue]
  }

  /// The grade of one province.
  public struct ProvinceGrade: Sendable {
    /// Its reference; nil for the facilities of which none is known.
    public var province: String?
    /// Its name.
    public var name: String?
    /// How many facilities it has.
    public var facilities: Int
    /// Their mean score, from 0 to 100.
    public var score: Int
    /// How many facilities have an issue.
    public var issues: [Issue: Int]
  }

  /// The facilities that work, the worst first, then by id.
  public private(set) var facilities: [FacilityGrade] = []
  /// The provinces, the worst first, then by reference.
  public private(set) var provinces: [ProvinceGrade] = []

  /// Grades the facilities of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - instant: When; what was asserted more than `staleAfterDays` before is stale.
  ///   - staleAfterDays: How long a statement is believed.
  /// - Complexity: O(*n* log *n*), where *n* is the number of facilities and statements.
  public init(of network: Network, at instant: Instant, staleAfterDays: Int = 730) {
    let day = instant.day
    let scheme = network.scheme(on: day)?.id
    for index in network.facilityIndices {
      let facility = network.facility(index)
      if let closed = facility.closed, day >= closed.start { continue }
      var grade = Grader(facility: facility, day: day, staleAfterDays: staleAfterDays)
      grade.grade(network.capabilities(of: index))
      facilities.append(
        FacilityGrade(
          id: facility.id, name: facility.name,
          province: QualityGrade.province(of: facility, in: network, scheme: scheme),
          score: grade.score, issues: Issue.allCases.filter(grade.issues.contains)))
    }
    facilities.sort { ($0.score, $0.id) < ($1.score, $1.id) }
    for (reference, list) in Dictionary(grouping: facilities, by: \.province) {
      var issues: [Issue: Int] = [:]
      for facility in list { for issue in facility.issues { issues[issue, default: 0] += 1 } }
      let place = reference.flatMap { network.placeIndex(of: $0) }.map { network.place($0) }
      provinces.append(
        ProvinceGrade(
          province: reference, name: place?.name, facilities: list.count,
          score: list.reduce(0) { $0 + $1.score } / list.count, issues: issues))
    }
    provinces.sort { ($0.score, $0.province ?? "") < ($1.score, $1.province ?? "") }
  }

  private static func province(
    of facility: Facility, in network: Network, scheme: String?
  ) -> String? {
    let places = facility.placements.compactMap { network.placeIndex(of: $0.place) }
      .map { network.place($0) }
    var unit = places.first { $0.scheme == scheme } ?? places.first
    while let place = unit, place.level != .province { unit = network.parent(of: place) }
    return unit?.reference
  }
}

/// Gives the points of one facility.
private struct Grader {
  let facility: Facility
  let day: Day
  let staleAfterDays: Int
  var issues: Set<QualityGrade.Issue> = []
  private var earned = 0.0
  private var possible = 0.0

  init(facility: Facility, day: Day, staleAfterDays: Int) {
    self.facility = facility
    self.day = day
    self.staleAfterDays = staleAfterDays
  }

  var score: Int { possible == 0 ? 0 : Int(clamping: (earned / possible * 100).rounded()) }

  mutating func grade(_ statements: [Capability]) {
    let placed = facility.position.point != nil
    let byRule = placed && facility.position.precision == .rule
    give(25, of: !placed ? 0 : byRule ? 0.4 : 1, byRule ? .positionByRule : .positionMissing)
    give(20, of: facility.contacts.isEmpty ? 0 : 1, .phoneMissing)
    let hasSource = facility.provenance.source != nil
    give(10, of: hasSource ? 1 : 0, .noEvidence)
    earned += facility.provenance.effectiveConfidence > .low ? 10 : 0
    possible += 10
    // A commune's station is known for what every one of them does.
    guard facility.tier != 4 else { return }
    give(10, of: facility.beds.isEmpty ? 0 : 1, .bedsMissing)
    give(10, of: statements.isEmpty ? 0 : 1, .capabilitiesUnknown)
    guard !statements.isEmpty else {
      possible += 15
      return
    }
    give(
      5, of: share(statements) { $0.provenance.effectiveConfidence > .low },
      .capabilityLowConfidence)
    give(5, of: share(statements, isFresh), .capabilityStale)
    give(5, of: share(statements) { $0.provenance.source != nil }, .noEvidence)
  }

  private func isFresh(_ statement: Capability) -> Bool {
    if statement.period.standing(on: day) == .ended { return false }
    guard let asserted = statement.provenance.asserted else { return true }
    return day.number - asserted.start.number <= staleAfterDays
  }

  private func share(_ statements: [Capability], _ isGood: (Capability) -> Bool) -> Double {
    Double(statements.filter(isGood).count) / Double(statements.count)
  }

  private mutating func give(_ points: Double, of share: Double, _ issue: QualityGrade.Issue) {
    earned += points * share
    possible += points
    if share < 1 { issues.insert(issue) }
  }
}
