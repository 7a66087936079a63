public import Formats

/// A proposal to correct facts of the directory: a delta document, and why.
public struct Correction: Hashable, Sendable {
  /// The delta document in XML, as the exchange format has it, with source and date.
  public var delta: String
  /// The facility that proposes it about itself; nil for others.
  public var facility: String?
  /// The digest of the network that the proposal was made against.
  public var network: String?
  /// The correction and its reason, in words.
  public var note: String

  /// Creates a proposal.
  public init(delta: String, note: String) {
    self.delta = delta
    self.note = note
  }

  /// Most bytes of the document.
  public static let mostBytes = 1 << 19

  func check() throws(BoardError) {
    guard (1...Correction.mostBytes).contains(delta.utf8.count) else {
      throw .invalid(
        "delta", "",
        Bilingual(
          "một tài liệu delta không quá 512 KiB", "a delta document of at most 512 KiB"))
    }
    try FreeText.check(id: facility, "facility")
    try FreeText.check(id: network, "network")
    try FreeText.check(note, "note")
  }

  var payload: JSONValue {
    .object([
      "delta": .string(delta), "facility": facility.map { .string($0) },
      "network": network.map { .string($0) }, "note": .string(note),
    ])
  }

  init(_ reader: inout PayloadReader) throws(BoardError) {
    self.init(delta: try reader.required("delta"), note: try reader.required("note"))
    facility = try reader.text("facility")
    network = try reader.text("network")
  }
}

/// Where a correction stands.
public enum CorrectionStanding: String, CaseIterable, Sendable {
  /// Nobody decided yet.
  case proposed
  /// An editor confirmed it: it is part of the network.
  case confirmed
  /// An editor rejected it.
  case rejected
  /// It was part of the network and is no longer.
  case undone

  /// Where it stands in words.
  public var words: Bilingual {
    switch self {
    case .proposed: Bilingual("chờ duyệt", "proposed")
    case .confirmed: Bilingual("đã duyệt", "confirmed")
    case .rejected: Bilingual("bị từ chối", "rejected")
    case .undone: Bilingual("đã hoàn tác", "undone")
    }
  }

  /// The decisions that may follow.
  public var next: [CorrectionStanding] {
    switch self {
    case .proposed: [.confirmed, .rejected]
    case .confirmed: [.undone]
    case .rejected, .undone: []
    }
  }
}

/// A decision on a proposal, or the undoing of one.
public struct CorrectionDecision: Hashable, Sendable {
  /// The number of the proposal's entry.
  public var proposal: Int
  /// The standing that it leads to.
  public var standing: CorrectionStanding
  /// Why, in words.
  public var note: String?

  /// Creates a decision.
  public init(on proposal: Int, _ standing: CorrectionStanding, note: String? = nil) {
    self.proposal = proposal
    self.standing = standing
    self.note = note
  }

  var payload: JSONValue {
    .object(["proposal": .integer(proposal), "note": note.map { .string($0) }])
  }

  init(_ standing: CorrectionStanding, _ reader: inout PayloadReader) throws(BoardError) {
    self.init(
      on: try reader.requiredInteger("proposal"), standing, note: try reader.text("note"))
  }
}
