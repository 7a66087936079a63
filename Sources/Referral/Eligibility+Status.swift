import Facts
import HealthNetwork

extension Eligibility {
  /// What the reports of a facility mean for who arrives at an instant.
  ///
  /// What was only reported after one asks is not yet known. A fresh report decides, an ageing one is
  /// something to ask about, and one that has expired by the arrival is unknown.
  func judgeStatus(_ facility: FacilityIndex, at arrival: Instant, _ standing: inout Standing) {
    let picture = network.picture(of: facility, at: query.at)
    guard let newest = picture.newest else {
      if let type = query.bedType {
        standing.reasons.append(.statusMissing(bedType: .named(type)))
      }
      return
    }
    let traffic = network.freshness(of: .traffic)
    standing.status = StatusUse(
      newest, asked: query.at,
      weight: StatusUse.weight(of: newest, traffic, asked: query.at, at: arrival))
    if !newest.holds(at: query.at) && query.bedType == nil {
      standing.cautions.append(.statusTooOld)
    }
    if let report = picture.traffic {
      judge(report, StatusUse.weight(of: report, traffic, asked: query.at, at: arrival), &standing)
    }
    let freshness = network.freshness(of: .off)
    let required = network.vocabulary.codes(requiredBy: query.need.capability)
    if let report = picture.off.first(where: { required.contains($0.value.capability) }) {
      let told = Told(report, asked: query.at)
      switch StatusUse.weight(of: report, freshness, asked: query.at, at: arrival) {
      case .fresh:
        let note = report.value.note.map { network.words($0) }
        decide(report, .serviceOff(query.need, note: note, told), &standing)
      case .ageing:
        standing.cautions.append(.remark(.serviceOffAgeing(query.need, told)))
      case .expired where report.holds(at: query.at):
        standing.cautions.append(.remark(.serviceOffEnds(query.need, told)))
      case .expired: break
      }
    }
    judgeBeds(picture, at: arrival, &standing)
  }

  private func judge(
    _ report: Reported<Traffic>, _ weight: StatusUse.Weight, _ standing: inout Standing
  ) {
    let others = Contradiction.traffic(report)
    if !others.isEmpty, weight != .expired {
      let word = report.value.word
      standing.cautions.append(
        .remark(.contradiction((word.vi, word.en), others, Told(report, asked: query.at))))
    }
    guard report.value.word != .normal else { return }
    let told = Told(report, asked: query.at)
    switch weight {
    case .expired:
      // What had expired before one asked is told of by its age alone.
      if report.holds(at: query.at) {
        standing.cautions.append(.remark(.trafficEnds(report.value.word, told)))
      }
    case .ageing: standing.cautions.append(.remark(.trafficAgeing(report.value.word, told)))
    case .fresh:
      let isOverridden =
        !report.value.isHard && query.severity?.overrides(report.value.word) ?? false
      switch (report.value.word, report.value.isHard, query.severity) {
      case (_, false, let severity?) where isOverridden:
        standing.cautions.append(.remark(.overridden(report.value.word, severity, told)))
      case (.advisory, false, nil): standing.cautions.append(.advisory)
      case (let word, let isHard, let severity):
        decide(
          report,
          .diverting(word, isHard: isHard, severity, told).contradicted(by: others), &standing)
      }
    }
  }

  private func judgeBeds(
    _ picture: StatusPicture, at arrival: Instant, _ standing: inout Standing
  ) {
    guard let type = query.bedType else {
      for (type, report) in picture.beds.sorted(by: { $0.key < $1.key })
      where report.value == 0 && report.holds(at: arrival) {
        standing.cautions.append(
          .remark(.noBed(ofType: .named(type), Told(report, asked: query.at))))
      }
      return
    }
    let name = BedType.named(type)
    // A report that is silent about a type of bed says nothing of it: that is not none.
    guard let report = picture.beds[type] else {
      standing.reasons.append(.statusMissing(bedType: name))
      return
    }
    let told = Told(report, asked: query.at)
    switch StatusUse.weight(of: report, network.freshness(of: .beds), asked: query.at, at: arrival)
    {
    case .expired:
      decide(report, .statusTooOld(expired: report.expires, bedType: name), &standing)
    case .ageing:
      standing.cautions.append(.remark(.bedsAgeing(report.value, name, told)))
    case .fresh where report.value == 0:
      decide(
        report,
        .noBed(ofType: name, told).contradicted(by: Contradiction.beds(report, name)), &standing)
    case .fresh: break
    }
  }

  /// A report rules the facility out, and is the one that the answer tells of.
  private func decide(
    _ report: Reported<some Hashable & Sendable>, _ reason: Reason, _ standing: inout Standing
  ) {
    if standing.reasons.isEmpty {
      standing.status = StatusUse(
        report, asked: query.at, weight: report.holds(at: query.at) ? .fresh : .expired)
    }
    standing.reasons.append(reason)
  }
}
