import Facts
import Formats
import HealthNetwork

/// The reports of each facility, from its statements and its refusals.
///
/// How they are put together is the rule of `StatusPicture`: for each field the newest that speaks of
/// it. Here is only what a journal knows besides: the order within a minute, and that a statement may
/// say that everything runs.
struct ReportShelf: Sendable {
  /// A report and its entry.
  struct Filed: Sendable {
    let entry: Int
    let author: String
    /// When it was received, in seconds.
    let received: Int
    let report: LiveStatus
    /// Whether it says that all services run.
    let ends: Bool
  }

  private(set) var filed: [String: [Filed]] = [:]

  /// Files a statement.
  mutating func add(_ statement: StatusStatement, _ entry: Entry) {
    let report = statement.report(entry: entry.number, received: entry.received)
    file(
      Filed(
        entry: entry.number, author: entry.author, received: entry.received.seconds,
        report: report, ends: statement.off?.isEmpty == true))
  }

  /// Files what a refusal says of its facility to everybody.
  mutating func add(refusal step: CaseStep, of opening: CaseOpening, _ entry: Entry) {
    guard let facility = step.facility, let reason = step.reason, reason != .patient else { return }
    var report = LiveStatus()
    report.facility = facility
    report.reported = entry.received
    report.expires = step.until
    report.provenance.source = "#\(entry.number)"
    report.provenance.note = step.note
    switch reason {
    case .overloaded:
      report.traffic = .closed
      report.diversion = .soft
    case .noBed where opening.bed != nil:
      var bed = LiveStatus.FreeBeds()
      bed.type = opening.bed ?? ""
      report.beds = [bed]
    case .noBed, .noStaff, .equipment, .notPerformed, .other, .patient:
      var off = LiveStatus.Off()
      off.capability = opening.need
      off.note = step.note ?? reason.rawValue
      report.off = [off]
      // A refusal says nothing of what else the facility took out of use.
      report.addsToOff = true
    }
    file(
      Filed(
        entry: entry.number, author: entry.author, received: entry.received.seconds,
        report: report, ends: false))
  }

  /// Takes a report back.
  mutating func remove(_ entry: Int, of facility: String) {
    filed[facility]?.removeAll { $0.entry == entry }
  }

  /// The reports of a facility as the rules read them.
  func reports(of facility: String) -> [LiveStatus] {
    let all = filed[facility] ?? []
    return all.indices.map { index in
      var report = all[index].report
      let minute = ReportShelf.minute(report)
      for later in all[(index + 1)...] {
        let isNewer = ReportShelf.minute(later.report) >= minute
        // A statement corrected within its minute is replaced by the correction.
        if later.author == all[index].author, ReportShelf.minute(later.report) == minute {
          if later.report.traffic != nil {
            report.traffic = nil
            report.diversion = nil
          }
          let types = Set(later.report.beds.map(\.type))
          report.beds.removeAll { types.contains($0.type) }
          if !later.report.off.isEmpty, !later.report.addsToOff { report.off = [] }
        }
        if later.ends, isNewer { report.off = [] }
      }
      return report
    }
  }

  private static func minute(_ report: LiveStatus) -> Int { (report.reported?.seconds ?? 0) / 60 }

  private mutating func file(_ new: Filed) {
    let facility = new.report.facility
    filed[facility, default: []].append(new)
    if filed[facility]?.count ?? 0 > ReportShelf.mostOfFacility { thin(facility) }
  }

  /// Reports of a facility beyond which those that cannot count any more are dropped.
  private static let mostOfFacility = 64

  /// Drops reports that ended more than a day ago and of which each field has a newer report that
  /// ended more than a day ago as well or holds still.
  ///
  /// Nothing that is asked of the present or of what is to come depends on them.
  private mutating func thin(_ facility: String) {
    let all = filed[facility] ?? []
    guard let now = all.last?.received else { return }
    filed[facility] = all.indices.filter { index in
      let old = all[index]
      guard (old.report.expires?.seconds ?? .max) < now - 86_400 else { return true }
      let newer = all[(index + 1)...].filter {
        ReportShelf.minute($0.report) > ReportShelf.minute(old.report)
      }
      let traffic = old.report.traffic == nil || newer.contains { $0.report.traffic != nil }
      let beds = old.report.beds.allSatisfy { bed in
        newer.contains { $0.report.beds.contains { $0.type == bed.type } }
      }
      let off =
        old.report.off.isEmpty
        || newer.contains { ($0.ends || !$0.report.off.isEmpty) && !$0.report.addsToOff }
      return !(traffic && beds && off && !old.ends)
    }.map { all[$0] }
  }
}
