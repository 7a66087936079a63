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

  init(_ value: Value, _ report: LiveStatus, expires: Instant) {
    self.value = value
    reported = report.reported
    self.expires = expires
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
/// is asked: the newest word counts, and once that has expired nothing older comes back.
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
  init(_ reports: [LiveStatus], at instant: Instant) {
    let known = reports.filter { $0.reported.map { $0 <= instant } ?? true }
    // Of two of one moment the one that expires first is the more careful.
    let sorted = known.enumerated().sorted { left, right in
      let keys = [left, right].map {
        ($0.element.reported?.seconds ?? Int.min, -($0.element.expires?.seconds ?? 0))
      }
      return keys[0] == keys[1] ? left.offset < right.offset : keys[0] > keys[1]
    }.map(\.element)
    var isOffKnown = false
    for report in sorted {
      guard let expires = report.expires else { continue }
      newest = newest ?? Reported(report, report, expires: expires)
      if traffic == nil, let word = report.traffic {
        let isHard = report.diversion.map { $0 == .hard } ?? (word == .closed)
        traffic = Reported(Traffic(word: word, isHard: isHard), report, expires: expires)
      }
      for bed in report.beds where beds[bed.type] == nil {
        beds[bed.type] = Reported(bed.available, report, expires: expires)
      }
      if !isOffKnown && !report.off.isEmpty {
        isOffKnown = true
        off = report.off.map { Reported($0, report, expires: expires) }
      }
    }
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
    return StatusPicture(own + more, at: instant)
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
