public import Facts

/// A case as the journal tells it: what it is about, its steps, and where it stands.
public struct CaseFile: Hashable, Sendable {
  /// A step with the entry that tells of it.
  public struct TakenStep: Hashable, Sendable {
    /// The number of the entry.
    public let entry: Int
    /// When it was received.
    public let received: Instant
    /// The step.
    public let step: CaseStep
  }

  /// The id.
  public let id: CaseID
  /// Its subject.
  public let opening: CaseOpening
  /// The entry that opened it.
  public let entry: Int
  /// When it was opened.
  public let opened: Instant
  /// The steps, in order, without those undone.
  public private(set) var steps: [TakenStep] = []
  /// Where it stands.
  public private(set) var standing = CaseStanding.asked

  init(_ id: CaseID, _ opening: CaseOpening, entry: Int, opened: Instant) {
    self.id = id
    self.opening = opening
    self.entry = entry
    self.opened = opened
  }

  /// The facilities that refused the patient and were not called again since, with until when the
  /// refusal counts.
  ///
  /// A refusal that lies with the patient counts for the whole case.
  public var refusals: [String: CaseStep] {
    var refusals: [String: CaseStep] = [:]
    for taken in steps {
      guard let facility = taken.step.facility else { continue }
      switch taken.step.kind {
      case .refused: refusals[facility] = taken.step
      case .called, .accepted: refusals[facility] = nil
      case .left, .arrived, .ended, .reopened: break
      }
    }
    return refusals
  }

  /// The facilities to leave out when the next target is sought.
  ///
  /// - Parameter instant: When one asks.
  /// - Returns: The ids, in ascending order.
  public func excluded(at instant: Instant) -> [String] {
    refusals.filter { _, refusal in
      refusal.reason == .patient || refusal.until.map { instant < $0 } ?? false
    }.keys.sorted()
  }

  /// The facility that expects the patient, since when, and when the patient should arrive.
  var inbound: (facility: String, since: Instant, arrival: Instant?, hasLeft: Bool)? {
    guard let receiver = standing.receiver else { return nil }
    guard
      let accepted = steps.last(where: {
        $0.step.kind == .accepted && $0.step.facility == receiver
      })
    else { return nil }
    let arrival = steps.last { $0.step.arrival != nil && $0.entry >= accepted.entry }?.step.arrival
    var hasLeft = false
    if case .left = standing { hasLeft = true }
    return (receiver, accepted.received, arrival, hasLeft)
  }

  /// Whether a step may follow.
  ///
  /// - Throws: `BoardError.illegalStep` with the steps that may.
  func check(_ step: CaseStep) throws(BoardError) {
    guard standing.after(step) != nil else {
      throw .illegalStep(step.kind, case: id, standing: standing, allowed: standing.allowed)
    }
  }

  /// Takes a step that may follow; one that may not changes nothing.
  ///
  /// - Returns: Whether it was taken.
  mutating func take(_ step: CaseStep, entry: Int, received: Instant) -> Bool {
    guard let next = standing.after(step) else { return false }
    steps.append(TakenStep(entry: entry, received: received, step: step))
    standing = next
    return true
  }

  /// Takes the last step back.
  ///
  /// - Parameter entry: The entry of the step.
  /// - Returns: Whether it was the last step.
  mutating func undo(_ entry: Int) -> Bool {
    guard steps.last?.entry == entry else { return false }
    let kept = steps.dropLast()
    standing = .asked
    for taken in kept { standing = standing.after(taken.step) ?? standing }
    steps = Array(kept)
    return true
  }
}

/// A patient on the way to a facility.
public struct InboundPatient: Hashable, Sendable {
  /// The case.
  public let id: CaseID
  /// The facility that accepted.
  public let facility: String
  /// The capability that the patient needs.
  public let need: String
  /// The class of urgency, by its code.
  public let triage: String?
  /// The type of bed that the patient needs.
  public let bed: String?
  /// When the facility accepted.
  public let accepted: Instant
  /// When the patient is expected; nil when nobody said.
  public let arrival: Instant?
  /// Whether the patient is on the way.
  public let hasLeft: Bool

  init?(_ file: CaseFile) {
    guard let inbound = file.inbound else { return nil }
    id = file.id
    facility = inbound.facility
    need = file.opening.need
    triage = file.opening.triage
    bed = file.opening.bed
    accepted = inbound.since
    arrival = inbound.arrival
    hasLeft = inbound.hasLeft
  }
}
