import Columns
public import Exchange
public import Facts
public import Files
package import Formats
public import HealthNetwork
package import Referral
import Synchronization
public import TravelNetwork

/// A network that is loaded once, and asked by any number of tasks at once.
///
///     let session = try NetworkSession("network-data/hcmc-mekong")
///     let question = try RouteQuestion(["from": "Cái Nước", "need": "stroke"], in: session, now: now)
///     let answer = try session.answer(question)
///
/// Everything that is expensive and does not depend on a single question is made when it is first
/// needed, and shared: the hierarchy of roads, the search of names.
public final class NetworkSession: Sendable {
  /// The network with its documents.
  package let loaded: LoadedNetwork
  private let shared: Shared

  /// What sessions of one network share, whatever reports they know of.
  private final class Shared: Sendable {
    struct State {
      var prepared: PreparedReferrals?
    }

    let state = Mutex(State())
    let warn: @Sendable (String) -> Void

    init(warn: @escaping @Sendable (String) -> Void) {
      self.warn = warn
    }
  }

  /// Creates a session of a loaded network.
  ///
  /// - Parameters:
  ///   - loaded: The network.
  ///   - warn: Is told, in one line, why what a snapshot keeps cannot be used.
  public init(_ loaded: LoadedNetwork, warn: @escaping @Sendable (String) -> Void = { _ in }) {
    self.loaded = loaded
    shared = Shared(warn: warn)
  }

  /// Loads a network.
  ///
  /// - Parameters:
  ///   - path: A folder of exchange documents, one document, or a snapshot.
  ///   - deltas: Paths of delta documents, applied in order.
  ///   - usesSnapshots: Whether snapshots are used and renewed.
  ///   - warn: Is told, in one line, why a snapshot cannot be used.
  /// - Throws: `ExchangeFailure` with every error found.
  public convenience init(
    _ path: String, deltas: [String] = [], usesSnapshots: Bool = true,
    warn: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(ExchangeFailure) {
    var loader = NetworkLoader(warn: warn)
    loader.usesSnapshots = usesSnapshots
    self.init(try loader.load(path, deltas: deltas), warn: warn)
  }

  private init(_ loaded: LoadedNetwork, sharing shared: Shared) {
    self.loaded = loaded
    self.shared = shared
  }

  /// The network.
  public var network: Network { loaded.network }

  /// A number made of all documents, deltas and reports: the same number, the same network.
  public var digest: String { loaded.digest }

  /// The network with reports of live status; all that is prepared is shared with this session.
  public func reporting(_ files: StatusFiles) -> NetworkSession {
    NetworkSession(loaded.reporting(files), sharing: shared)
  }

  /// The network with deltas applied: a scenario, or corrections.
  ///
  /// The prepared links are shared as long as the deltas change none of them. Reports of live status
  /// and links closed until a time stay.
  ///
  /// - Parameter deltas: The delta documents, applied in order.
  /// - Returns: The changed network; this one stays as it is.
  /// - Throws: `ExchangeFailure` with every error found.
  public func applying(_ deltas: [DataSource]) throws(ExchangeFailure) -> NetworkSession {
    NetworkSession(try loaded.applying(deltas), warn: shared.warn)
  }

  /// The network with what is known now: links closed until a time, and reports of facilities.
  ///
  /// All that is prepared is shared with this session, as far as no link is closed.
  ///
  /// - Parameters:
  ///   - closed: The links, and when they are closed.
  ///   - reports: The reports.
  ///   - texts: What tells these from others, for the digest.
  /// - Returns: The session; this one stays as it is.
  package func knowing(
    closed: [ClosedLinks], reports: [LiveStatus], texts: [String]
  ) -> NetworkSession {
    let known = loaded.knowing(closed: closed, reports: reports, texts: texts)
    return NetworkSession(known, sharing: closed.isEmpty ? shared : Shared(warn: shared.warn))
  }

  /// The links, prepared for fast searches: made when first asked for.
  public var hierarchy: TravelHierarchy { loaded.hierarchy(warn: shared.warn) }

  /// The network prepared for referrals and planning: whatever the situation asked about, it is made
  /// once and shared by all who ask, as far as memory allows.
  package var prepared: PreparedReferrals {
    let hierarchy = hierarchy
    let prepared = shared.state.withLock { state in
      let prepared = state.prepared ?? PreparedReferrals(network, hierarchy)
      state.prepared = prepared
      return prepared
    }
    return prepared.reporting(network)
  }

  /// A travel network under some conditions with all facilities joined to it.
  package func prepared(_ conditions: TravelConditions) -> PreparedNetwork {
    prepared.networks.network(conditions)
  }

  /// A search for a query, one for each task that answers it.
  package func search(
    _ query: ReferralQuery, usage: SearchUsage = .single
  ) -> ReferralSearch {
    prepared.search(query, usage: usage)
  }

  /// Finds the location that a user means.
  package func location(_ text: String, on day: Day) -> LocationResult {
    LocationFinder(network, on: day).location(text)
  }

  /// An instant as a user writes it, in the zone of the network; the present for nil.
  ///
  /// - Throws: `QuestionError` of the field `at` where it is none.
  public func instant(_ text: String?, now: Instant) throws(QuestionError) -> Instant {
    var reader = FieldReader(
      text.map { QuestionFields([("at", $0)]) } ?? QuestionFields(), in: self, now: now)
    return try reader.instant()
  }

  /// Answers a question.
  ///
  /// - Throws: `QuestionError` where only answering shows that a field is wrong.
  public func answer<Asked: Question>(
    _ question: Asked
  ) throws(QuestionError) -> Asked.Reply {
    try question.answer(in: self)
  }

  /// Answers a question away from the threads on which tasks take turns, as many questions at once as
  /// there are processors.
  ///
  /// - Throws: `QuestionError` where only answering shows that a field is wrong; `CancellationError`
  ///   when the task is cancelled, which ends long searches and the solver too.
  public func ask<Asked: Question>(
    _ question: Asked
  ) async throws -> Asked.Reply {
    try await offload { try question.answer(in: self) }
  }

  /// The network of an answer for programs: its id and digest.
  package var json: JSONValue {
    .object(["id": .string(network.header.id), "digest": .string(digest)])
  }
}
