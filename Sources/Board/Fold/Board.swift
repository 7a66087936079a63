public import Facts
import HealthNetwork

/// The knowledge of now: the entries of a journal put together, up to one of them.
///
///     var board = Board()
///     for entry in try await store.entries(after: 0, limit: .max) { board.take(entry) }
///     let network = network.reporting(board.statuses)
///
/// The same entries make the same board, whenever and wherever: there is no other state. What has
/// expired is not removed but counts as unknown, by the rules of whoever reads it; the board knows no
/// clock.
public struct Board: Sendable {
  /// The number of the last entry taken in; 0 for none.
  public private(set) var number = 0
  /// When that entry was received.
  public private(set) var received = Instant(seconds: 0, zone: ZoneOffset(minutes: 0))
  /// The number of the last entry that changes what is answered: sign-ins and proposals do not.
  public private(set) var basis = 0
  /// Entries that say something that does not fit, and change nothing: none but in a journal that
  /// something else than this program wrote.
  public private(set) var misfits: [Int] = []

  /// The effects that can be undone, by entry.
  var effects: [Int: Done] = [:]
  var reports = ReportShelf()
  var closed: [Int: ClosureInForce] = [:]
  var weathers: [Int: WeatherInForce] = [:]
  /// The cases by id.
  public internal(set) var cases: [CaseID: CaseFile] = [:]
  /// When the entry was received at which the board was gone through last, in seconds; nil before the
  /// first time.
  var forgotten: Int?
  /// The corrections, by the number of the proposal.
  public private(set) var corrections: [Int: CorrectionFile] = [:]

  /// The effect of an entry.
  enum Effect: Hashable, Sendable {
    case status(String)
    case closure
    case weather
    case opening(CaseID)
    case step(CaseID)
  }

  /// An effect, and when its entry was received, in seconds.
  struct Done: Hashable, Sendable {
    var effect: Effect
    var received: Int
  }

  /// Creates the board of an empty journal.
  public init() {}

  /// Puts entries together.
  ///
  /// - Parameters:
  ///   - entries: The entries of a journal from its first one, in order.
  ///   - instant: The last instant that counts; what was received later is not known. nil for all.
  /// - Complexity: O(*n*), where *n* is the number of entries.
  public init(_ entries: some Sequence<Entry>, until instant: Instant? = nil) {
    for entry in entries {
      if let instant, entry.received > instant { break }
      take(entry)
    }
  }

  /// Takes the next entry in; one that does not fit changes nothing but the number.
  ///
  /// - Complexity: O(*k*), where *k* is the number of reports of the facility or steps of the case.
  public mutating func take(_ entry: Entry) {
    guard entry.number > number else { return }
    number = entry.number
    received = entry.received
    do throws(BoardError) {
      try take(try entry.content(), entry)
    } catch {
      misfits.append(entry.number)
    }
    forgetAtTimes()
  }

  private mutating func note(_ effect: Effect, of entry: Entry) {
    effects[entry.number] = Done(effect: effect, received: entry.received.seconds)
  }

  private mutating func take(_ content: EntryContent, _ entry: Entry) throws(BoardError) {
    try check(content)
    switch content {
    case .status(let statement):
      reports.add(statement, entry)
      note(.status(statement.facility), of: entry)
    case .closure(let notice):
      closed[entry.number] = ClosureInForce(notice, entry)
      note(.closure, of: entry)
    case .weather(let notice):
      weathers[entry.number] = WeatherInForce(notice, entry)
      note(.weather, of: entry)
    case .caseOpened(let id, let opening):
      cases[id] = CaseFile(id, opening, entry: entry.number, opened: entry.received)
      note(.opening(id), of: entry)
    case .caseStep(let id, let step):
      guard cases[id]?.take(step, entry: entry.number, received: entry.received) == true else {
        throw .unknownCase(id)
      }
      note(.step(id), of: entry)
      if step.kind == .refused, let opening = cases[id]?.opening {
        reports.add(refusal: step, of: opening, entry)
      }
    case .correction(let correction):
      corrections[entry.number] = CorrectionFile(correction, entry)
    case .decision(let decision):
      corrections[decision.proposal]?.take(decision, entry)
    case .undo(let notice): undo(notice.entry)
    case .account, .key, .signIn, .answer: break
    }
    switch content {
    case .correction, .account, .key, .signIn, .answer: break
    case .status, .closure, .weather, .caseOpened, .caseStep, .decision, .undo:
      basis = entry.number
    }
  }

  /// Whether something may be written now.
  ///
  /// - Throws: `BoardError` that says what does not fit and what would.
  public func check(_ content: EntryContent) throws(BoardError) {
    switch content {
    case .caseOpened(let id, _):
      guard cases[id] == nil else { throw .taken(id.text) }
    case .caseStep(let id, let step):
      guard let file = cases[id] else { throw .unknownCase(id) }
      try file.check(step)
    case .decision(let decision):
      guard let file = corrections[decision.proposal] else {
        throw .unknownEntry(decision.proposal)
      }
      guard file.standing.next.contains(decision.standing) else {
        throw .decided(decision.proposal, file.standing)
      }
    case .undo(let notice): try checkUndo(notice)
    case .status, .closure, .weather, .correction, .account, .key, .signIn, .answer: break
    }
  }
  /// Takes back that a case was opened.
  mutating func removeCase(_ id: CaseID) { cases[id] = nil }

  /// Takes back the last step of a case, and what a refusal said of its facility.
  mutating func undoStep(_ entry: Int, of id: CaseID) {
    guard let step = cases[id]?.steps.last?.step, cases[id]?.undo(entry) == true else { return }
    if step.kind == .refused, let facility = step.facility { reports.remove(entry, of: facility) }
  }
}
