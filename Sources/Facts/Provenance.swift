/// How sure a statement is.
public enum Confidence: String, CaseIterable, Comparable, Sendable {
  /// What such a place usually has; never routed by default.
  case low
  /// Fairly sure.
  case medium
  /// A named page says so.
  case high

  /// Whether one is less sure than another.
  public static func < (left: Confidence, right: Confidence) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// Where a statement comes from, and how sure it is.
public struct Provenance: Hashable, Sendable {
  /// The page, document, law or dataset; several parted by "; ".
  public var source: String?
  /// The day it was asserted or read.
  public var asserted: PartialDate?
  /// How sure it is; nil means that nobody said, which counts as low.
  public var confidence: Confidence?
  /// What few statements have: apart, because every record carries a provenance.
  private var remarks: Remarks?

  /// How sure the statement is: low where nobody said.
  public var effectiveConfidence: Confidence { confidence ?? .low }

  /// Creates a provenance of which nothing is known.
  public init() {}

  /// Creates a provenance.
  public init(source: String?, confidence: Confidence?, basis: String? = nil) {
    self.source = source
    self.confidence = confidence
    self.basis = basis
  }

  /// By what rule the value was made, when it was not observed.
  public var basis: String? {
    get { remarks?.basis }
    set { remark(basis: newValue, note: note) }
  }

  /// A remark in words.
  public var note: String? {
    get { remarks?.note }
    set { remark(basis: basis, note: newValue) }
  }

  private mutating func remark(basis: String?, note: String?) {
    remarks = basis == nil && note == nil ? nil : .remarks(basis: basis, note: note)
  }

  private indirect enum Remarks: Hashable, Sendable {
    case remarks(basis: String?, note: String?)

    var basis: String? {
      switch self {
      case .remarks(let basis, _): basis
      }
    }

    var note: String? {
      switch self {
      case .remarks(_, let note): note
      }
    }
  }
}

/// When a statement is true: a half-open period of days.
public struct Period: Hashable, Sendable {
  /// The first day on which it is true.
  public var from: PartialDate?
  /// The first day on which it is no longer true.
  public var to: PartialDate?
  /// A day on which it was already true, when its start is not known.
  public var firstEvidence: PartialDate?

  /// Creates a period without known ends.
  public init() {}

  /// Creates a period.
  public init(from: PartialDate?, to: PartialDate? = nil) {
    self.from = from
    self.to = to
  }

  /// What is known of a day.
  public enum Standing: String, Hashable, Sendable {
    /// The day lies in the period.
    case inForce = "in_force"
    /// The period starts later.
    case notYet = "not_yet"
    /// The period has ended.
    case ended
    /// The day lies before the first evidence: it may have been true or not.
    case unknown
  }

  /// Whether the period holds on a day.
  public func standing(on day: Day) -> Standing {
    if let to, day >= to.start { return .ended }
    if let from, day < from.start { return .notYet }
    if from == nil, let firstEvidence, day < firstEvidence.start { return .unknown }
    return .inForce
  }
}
