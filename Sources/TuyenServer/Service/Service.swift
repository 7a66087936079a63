package import Answers
package import Facts
import Formats
import HTTPTypes
package import Logging
import Synchronization

/// The service: the table of operations, the state it is answered from, and what watches over both.
///
///     let service = Service(session, limits: limits, hosts: ["tuyen.example.vn"], logger: logger) {
///       Instant.now
///     }
///     try await service.application(host: "127.0.0.1", port: 8080).runService()
///
/// It knows no rule of the field and words no sentence of health: it parses, asks, and sends.
package final class Service: Sendable {
  let operations: Operations
  let holder: StateHolder
  let limits: ServiceLimits
  let gate: WorkGate
  let cache: AnswerCache<CachedAnswer>
  let rate: ClientRate
  let connections: Connections
  let hosts: HostList
  let metrics = Metrics()
  let events = EventHub()
  /// The resources of the FHIR interface.
  let resources: FHIRShelf
  /// The table that devices keep for the hours without network.
  let handbooks = HandbookShelf()
  /// The board; nil where the service runs without a store.
  let board: BoardLink?
  /// Writes down which answers were given; nil where the service runs without a store.
  package let recorder: AnswerRecorder?
  /// The page; nil where the service answers programs only.
  let page: @Sendable () -> PageShelf?
  let logger: Logger
  /// Whether a proxy in front names the clients.
  let trustsProxy: Bool
  /// Whether the proxy in front names the subject of the client's certificate.
  let takesCertificates: Bool
  /// The present instant: only the program itself reads the clock.
  let now: @Sendable () -> Instant
  private let isDraining = Atomic(false)
  /// The entries that do not fit the network, as they were logged last.
  private let toldMisfits = Mutex<[Int]>([])

  /// Creates a service.
  ///
  /// - Parameters:
  ///   - session: The network.
  ///   - limits: What a client may cost.
  ///   - hosts: The names by which the service may be called, beside those of the machine itself.
  ///   - board: The board; nil to serve without one.
  ///   - page: The page; nil to answer programs only.
  ///   - trustsProxy: Whether a proxy in front names the clients in X-Forwarded-For.
  ///   - takesCertificates: Whether the proxy in front proves certificates of clients, and names their
  ///     subjects in X-Client-Subject.
  ///   - logger: The log.
  ///   - now: The present instant.
  package init(
    _ session: NetworkSession, limits: ServiceLimits = ServiceLimits(), hosts: [String] = [],
    board: BoardLink? = nil, page: @escaping @Sendable () -> PageShelf? = { nil },
    trustsProxy: Bool = false, takesCertificates: Bool = false, logger: Logger,
    now: @escaping @Sendable () -> Instant
  ) {
    operations = .everything
    holder = StateHolder(session)
    self.board = board
    self.page = page
    resources = FHIRShelf(board?.store)
    recorder = board.map { AnswerRecorder($0.store) }
    self.limits = limits
    gate = WorkGate(light: limits.lightQuestions, heavy: limits.heavyQuestions)
    cache = AnswerCache(limit: limits.cacheLength)
    rate = ClientRate(perSecond: limits.requestsPerSecond, burst: limits.requestBurst)
    connections = Connections(most: limits.connections, mostPerClient: limits.connectionsPerClient)
    self.hosts = HostList(hosts)
    self.trustsProxy = trustsProxy
    self.takesCertificates = takesCertificates
    self.logger = logger
    self.now = now
  }

  /// Takes up another network: requests that have begun are answered from the former one.
  package func take(_ session: NetworkSession) {
    holder.take(session)
    metrics.countReload()
    logger.notice("network", metadata: ["digest": .string(session.digest)])
    tellMisfits()
  }

  /// Logs which corrections and closures of the journal do not fit the network, when these have changed.
  func tellMisfits() {
    let misfits = holder.state(at: now()).misfits
    let isNew = toldMisfits.withLock { told in
      defer { told = misfits }
      return told != misfits
    }
    guard isNew, !misfits.isEmpty else { return }
    logger.warning(
      "entries that do not fit the network count for nothing; see /v1/board",
      metadata: ["entries": .string(misfits.map { "\($0)" }.joined(separator: " "))])
  }

  /// The digest of the network that is served, as it is known now.
  package var digest: String { holder.state(at: now()).session.digest }
  /// The digest of the network as it was loaded.
  package var networkDigest: String { holder.network.digest }

  /// Tells load balancers that no further requests are wanted.
  package func drain() { isDraining.store(true, ordering: .relaxed) }

  /// Why the service is not ready; nil where it is.
  var unreadiness: Bilingual? {
    isDraining.load(ordering: .relaxed) ? Bilingual("đang dừng", "stopping") : nil
  }
}
