public import Facts

/// Something that a facility reported, and the report that says so.
public struct Reported<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What it reported.
  public var value: Value
  /// When; nil where the report does not say.
  public var reported: Instant?
  /// From when on it counts as unknown.
  public var expires: Instant
  /// Where the report comes from.
  public var source: String?
  /// A remark of the report.
  public var note: String?
  /// Other reports of the same minute that say otherwise; the value is then the most careful of them.
  public var contradictions: [Reported<Value>] = []

  /// Notes a report, its times in the network's zone.
  init(_ value: Value, _ report: LiveStatus, expires: Instant, in zone: ZoneOffset) {
    self.value = value
    reported = report.reported?.shown(in: zone)
    self.expires = expires.shown(in: zone)
    source = report.provenance.source
    note = report.provenance.note
  }

  /// How old it is at an instant, in minutes; nil where it is not known.
  public func ageMinutes(at instant: Instant) -> Int? {
    reported.map { (instant.seconds - $0.seconds) / 60 }
  }

  /// Whether it may still be believed at an instant.
  public func holds(at instant: Instant) -> Bool { instant < expires }
}

/// A restriction of emergency traffic.
public struct Traffic: Hashable, Sendable {
  /// Whether emergency patients are taken.
  public var word: LiveStatus.Traffic
  /// Whether it holds for everybody.
  public var isHard: Bool
}

/// What is known of a facility by its reports at an instant, the newest report of each field.
///
/// A report that is silent about a field says nothing of it, and an older one stands. What was only
/// reported later is not known. Whether something has expired is for the caller, who knows for when it
/// is asked: the newest word counts, and once that has expired nothing older comes back. Of reports of
/// one minute that contradict each other the most careful one counts, and the others are kept with it:
/// neither the order of files nor that of lines decides.
public struct StatusPicture: Sendable {
  /// Whether emergency patients are taken.
  public private(set) var traffic: Reported<Traffic>?
  /// Free beds by type.
  public private(set) var beds: [String: Reported<Int>] = [:]
  /// What is out of service.
  public private(set) var off: [Reported<LiveStatus.Off>] = []
  /// The newest report.
  public private(set) var newest: Reported<LiveStatus>?

  /// Whether nothing was reported.
  public var isEmpty: Bool { newest == nil }

  /// Puts reports of one facility together.
  ///
  /// - Parameters:
  ///   - reports: The reports, in any order.
  ///   - instant: When one asks.
  ///   - zone: The zone in which their times are told.
  init(_ reports: [LiveStatus], at instant: Instant, in zone: ZoneOffset) {
    let known = reports.filter { report in
      report.expires != nil && (report.reported.map { $0 <= instant } ?? true)
    }
    guard !known.isEmpty else { return }
    func all<Value: Hashable & Sendable>(
      _ value: (LiveStatus) -> Value?
    ) -> [Reported<Value>] {
      known.compactMap { report in
        guard let expires = report.expires, let value = value(report) else { return nil }
        return Reported(value, report, expires: expires, in: zone)
      }
    }
    traffic = Reported.newest(
      all { report in
        report.traffic.map { word in
          Traffic(
            word: word, isHard: report.diversion.map { $0 == .hard } ?? (word == .closed))
        }
      }, at: instant
    ) { $0.care }
    for type in Set(known.flatMap { $0.beds.map(\.type) }) {
      // Two numbers of one type in one report are two reports of it.
      let numbers = known.flatMap { report in
        report.beds.compactMap { bed in
          bed.type == type
            ? report.expires.map { Reported(bed.available, report, expires: $0, in: zone) } : nil
        }
      }
      beds[type] = Reported.newest(numbers, at: instant) { -$0 }
    }
    // One of two reports of a minute is enough to take something out of service.
    let lists = known.filter { !$0.off.isEmpty }
    let newestList = lists.filter { !$0.addsToOff }.map(\.minute).max()
    if !lists.isEmpty {
      var seen = Set<LiveStatus.Off>()
      off = lists.filter {
        $0.addsToOff ? $0.minute >= newestList ?? .min : $0.minute == newestList
      }
      .flatMap { report in
        report.off.compactMap { off in
          report.expires.map { Reported(off, report, expires: $0, in: zone) }
        }
      }
      .sorted { ($0.value.capability, $1.expires) < ($1.value.capability, $0.expires) }
      .filter { seen.insert($0.value).inserted }
    }
    newest = Reported.newest(all { $0 }, at: instant) { report in
      report.traffic.map { Traffic(word: $0, isHard: false).care } ?? 0
    }
  }
}

extension LiveStatus {
  /// The minute of the report; the least where it does not say.
  fileprivate var minute: Int { reported.map { Int(($0.seconds / 60)) } ?? .min }
}

extension Traffic {
  /// How much is restricted: more for what restricts more.
  fileprivate var care: Int {
    let word =
      switch word {
      case .normal: 0
      case .advisory: 2
      case .closed: 4
      }
    return word + (isHard ? 1 : 0)
  }
}

extension Reported {
  /// The report of the newest minute, with those of that minute that contradict it.
  ///
  /// Of several the one that still holds when one asks comes first, then the most careful, then the
  /// one that expires first, then by source.
  fileprivate static func newest(
    _ all: [Reported<Value>], at instant: Instant, care: (Value) -> Int
  ) -> Reported<Value>? {
    func minute(_ report: Reported<Value>) -> Int {
      report.reported.map { $0.seconds / 60 } ?? .min
    }
    guard let newest = all.map(minute).max() else { return nil }
    let group = all.filter { minute($0) == newest }.sorted { left, right in
      let (here, there) = (left.holds(at: instant), right.holds(at: instant))
      if here != there { return here }
      let (mine, theirs) = (care(left.value), care(right.value))
      if mine != theirs { return mine > theirs }
      return (left.expires.seconds, left.source ?? "", left.note ?? "")
        < (right.expires.seconds, right.source ?? "", right.note ?? "")
    }
    guard var first = group.first else { return nil }
    first.contradictions = group.dropFirst().filter {
      care($0.value) != care(first.value) && $0.holds(at: instant) == first.holds(at: instant)
    }
    return first
  }
}

extension Network {
  /// What is known of a facility by its reports, those of the network's own and those added to it.
  ///
  /// - Parameters:
  ///   - facility: The index of the facility.
  ///   - instant: When one asks: what was reported later is not known.
  /// - Returns: The newest word of each field.
  public func picture(of facility: FacilityIndex, at instant: Instant) -> StatusPicture {
    let own = status(of: facility).map { [$0] } ?? []
    let more = reports.isEmpty ? [] : reports[self.facility(facility).id] ?? []
    return StatusPicture(own + more, at: instant, in: header.zone)
  }

  /// For how many minutes a report of a field decides; nil: until it expires.
  public func freshness(of field: Freshness.Field) -> Freshness? {
    records.freshness.first { $0.record.field == field }?.record
  }

  /// A severity by its code or one of its names, with or without Vietnamese marks.
  public func severity(_ text: String) -> Severity? {
    let wanted = FoldedName(text)
    return records.severities.first { located in
      let severity = located.record
      return severity.code == text
        || ([severity.code, severity.name, severity.nameEn ?? severity.code]
          + severity.names.map(\.value)).contains { FoldedName($0) == wanted }
    }?.record
  }
}
