public import Facts
public import HealthNetwork

/// The time from the door of a facility to treatment, with what says so.
///
/// A clock that ends at treatment does not stop at the door. Where no source tells how long the rest
/// takes, it is assumed and said to be, never left out.
public struct TreatmentDelay: Hashable, Sendable {
  /// The basis of the time.
  public enum Basis: Hashable, Sendable {
    /// It was asked at the facility, or stated with the question.
    case stated
    /// A clock of the vocabulary that starts at the door.
    case clock(ClinicalClock)
    /// An interval of a pathway.
    case pathway(id: String)
    /// No source says: a number taken so as not to count nothing.
    case assumed
  }

  /// The minutes.
  public let time: TimeRange
  /// The basis of the minutes.
  public let basis: Basis
  /// Where they come from; an assumption has no source and low confidence.
  public let provenance: Provenance

  /// Minutes taken where no source tells the time of a treatment.
  public static let assumedMinutes = 60.0

  /// A time that was asked for or stated.
  init(stated minutes: Double) {
    time = TimeRange(minutes)
    basis = .stated
    provenance = Provenance(source: nil, confidence: .high)
  }

  /// Finds the time for a need: that of the pathway of the need comes before a clock from door to
  /// treatment of its capability, and that before one of its whole specialty.
  init(of need: Need, in network: Network) {
    let clocks = network.records.clocks.map(\.record).filter {
      $0.start == .door && $0.end == .treatment && $0.specialty == need.specialty
        && $0.minutes != nil
    }
    let pathway = network.records.pathways.lazy.map(\.record)
      .compactMap { TreatmentDelay(of: need, along: $0, in: network) }.first
    let clock =
      clocks.first { $0.capability == need.capability } ?? clocks.first { $0.capability == nil }
    if let pathway {
      self = pathway
    } else if let clock, let minutes = clock.minutes {
      time = TimeRange(minutes)
      basis = .clock(clock)
      provenance = clock.provenance
    } else {
      time = TimeRange(TreatmentDelay.assumedMinutes)
      basis = .assumed
      provenance = Provenance(source: nil, confidence: .low)
    }
  }

  /// The interval of a pathway of which the need is a stop; nil where it states none.
  private init?(of need: Need, along pathway: Pathway, in network: Network) {
    let kind: PathwayInterval.Kind
    switch need.capability {
    case pathway.definitive: kind = .definitiveTreatment
    case pathway.first: kind = .firstTreatment
    default: return nil
    }
    guard let stated = pathway.intervals.first(where: { $0.kind == kind }) else { return nil }
    let clock = stated.clock.flatMap { id in
      network.records.clocks.first { $0.record.id == id }?.record
    }
    guard let interval = PathwayPlan.Interval(stated, clock) else { return nil }
    time = interval.time
    basis = clock.map(Basis.clock) ?? .pathway(id: pathway.id)
    provenance = interval.provenance
  }

  /// Whether no source says how long it takes.
  public var isAssumed: Bool { basis == .assumed }
}

extension TreatmentDelay {
  /// The time, and how sure it is, to be set behind a sentence; nothing where it is none.
  var words: (vi: String, en: String) {
    let minutes = SpokenDuration(minutes: time.usual)
    return switch basis {
    case .stated:
      (
        " (\(minutes.vi) từ khi vào viện, như đã hỏi)",
        " (\(minutes.en) from the door, as asked for)"
      )
    case .clock, .pathway:
      (" (gồm \(minutes.vi) từ khi vào viện)", " (with \(minutes.en) from the door)")
    case .assumed:
      (
        " (gồm \(minutes.vi) từ khi vào viện, chỉ là giả định)",
        " (with \(minutes.en) from the door, an assumption)"
      )
    }
  }
}
