public import Facts
public import HealthNetwork

extension Board {
  /// The reports of all facilities, for `Network.reporting`: free beds without those that patients on
  /// the way will take.
  ///
  /// Reports that have expired are among them: the newest word counts, and once it has expired
  /// nothing older comes back.
  public var statuses: [LiveStatus] {
    let inbound = Dictionary(grouping: self.inbound, by: \.facility)
    return reports.filed.keys.sorted().flatMap { facility in
      reports.reports(of: facility).map { report in
        var report = report
        for index in report.beds.indices {
          // Which bed a patient takes of whom nobody said is not known: to be safe, one of each type.
          let taken = (inbound[facility] ?? []).count {
            $0.bed == nil || $0.bed == report.beds[index].type
          }
          report.beds[index].available = max(0, report.beds[index].available - taken)
        }
        return report
      }
    }
  }

  /// The refusals of a case as reports that only this case knows of.
  func refusals(of id: CaseID?, at instant: Instant) -> [LiveStatus] {
    guard let id, let file = cases[id] else { return [] }
    return file.excluded(at: instant).compactMap { facility in
      guard let refusal = file.refusals[facility] else { return nil }
      var off = LiveStatus.Off()
      off.capability = file.opening.need
      off.note = refusal.note ?? refusal.reason?.rawValue
      var report = LiveStatus()
      report.facility = facility
      report.off = [off]
      report.addsToOff = true
      report.provenance.source = file.steps.last { $0.step == refusal }.map { "#\($0.entry)" }
      // For this case the refusal is as good as new, and what lies with the patient has no end.
      report.reported = instant
      report.expires = instant.advanced(bySeconds: 7 * 86_400)
      return report
    }
  }

  /// The patients on the way, by when they were accepted.
  public var inbound: [InboundPatient] {
    cases.values.compactMap { InboundPatient($0) }
      .sorted { ($0.accepted.seconds, $0.id.text) < ($1.accepted.seconds, $1.id.text) }
  }

  /// The patients on the way to a facility, by when they were accepted.
  public func inbound(to facility: String) -> [InboundPatient] {
    inbound.filter { $0.facility == facility }
  }

  /// The closures that are in force at an instant or begin later, by entry.
  public func closures(at instant: Instant) -> [ClosureInForce] {
    closed.values.filter { instant < $0.notice.until }.sorted { $0.entry < $1.entry }
  }

  /// The closure that an entry told of; nil where it told of none, or was undone.
  public func closed(by entry: Int) -> ClosureInForce? { closed[entry] }

  /// The weather at an instant: the newest notice, as long as it holds; nil when nothing is known.
  public func weather(at instant: Instant) -> WeatherInForce? {
    let known = weathers.values.filter { $0.received <= instant }
    guard let newest = known.max(by: { $0.entry < $1.entry }) else { return nil }
    return instant < newest.notice.until ? newest : nil
  }

  /// The corrections that are part of the network, in the order in which they were confirmed.
  public var confirmedCorrections: [CorrectionFile] {
    corrections.values.filter { $0.standing == .confirmed }
      .sorted { ($0.confirmation ?? 0) < ($1.confirmation ?? 0) }
  }

  /// The cases that go on, the newest first.
  public var openCases: [CaseFile] {
    cases.values.filter {
      switch $0.standing {
      case .asked, .called, .accepted, .left: true
      case .arrived, .ended: false
      }
    }.sorted { $0.entry > $1.entry }
  }
}
