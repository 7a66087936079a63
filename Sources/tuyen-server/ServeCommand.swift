import Answers
import ArgumentParser
import Board
import Exchange
import Files
import Formats
import Logging
import Page
import ServiceLifecycle
import TuyenServer
import UnixSignals

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Serves a network until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve a network over HTTP until told to stop.",
    discussion: """
      SIGTERM ends it when requests that have begun are answered; SIGHUP reads the
      network anew. Behind a proxy with TLS: docs/operation.md.

      Examples:
        tuyen-server serve --port 8080
        tuyen-server serve --socket /run/tuyen/http.sock --host-name tuyen.example.vn
      """)

  @Option(help: "The network: a folder, a file or a snapshot. Default: $TUYEN_NETWORK.")
  var network: String?

  @Option(
    name: .customLong("scenario"), help: "A delta document to apply first; may be repeated.")
  var scenarios: [String] = []

  @Option(help: "The address to listen at.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen at; 0 for any that is free.")
  var port = 8_080

  @Option(help: "A socket of the file system to listen at, in place of a port.")
  var socket: String?

  @Option(
    help: ArgumentHelp(
      "A name by which the service may be called; may be repeated. The machine's own always may."))
  var hostName: [String] = []

  @Flag(help: "A proxy in front names the clients in X-Forwarded-For.")
  var trustProxy = false

  @Flag(
    help: ArgumentHelp(
      "Answer other machines without TLS and without a proxy: keys and passwords go in the clear."))
  var insecureHttp = false

  @Flag(
    help: ArgumentHelp(
      "The proxy in front proves certificates of clients and names them in X-Client-Subject; with "
        + "--socket or --trust-proxy only."))
  var clientCertificates = false

  @Option(help: "A port of 127.0.0.1 for /metrics; without it there are none.")
  var metricsPort: Int?

  @Option(help: "Requests a second that a client may go on asking; 0 for no limit.")
  var rate = 50.0

  @Option(help: "Requests that a client may ask at once.")
  var burst = 200.0

  @Option(help: "The least level of the log: debug, info, notice, warning or error.")
  var logLevel = "info"

  @Option(help: "Seconds after which a changed network is taken up; 0 for SIGHUP only.")
  var watch = 5

  @Option(
    help: ArgumentHelp(
      "Who may read without having signed in: everybody or nobody. Default: everybody on the "
        + "machine's own address, else nobody.", valueName: "who"),
    completion: .list(["everybody", "nobody"]))
  var readers: String?

  @Option(
    help: ArgumentHelp(
      "A folder whose files are served as the page in place of those in the program: for those who "
        + "work on it.", valueName: "folder"))
  var page: String?

  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard (0...65_535).contains(port), (0...65_535).contains(metricsPort ?? 0),
      Logger.Level(rawValue: logLevel) != nil, rate >= 0, burst >= 1, watch >= 0,
      ["everybody", "nobody"].contains(readers ?? "nobody")
    else {
      throw ValidationError(
        "--port and --metrics-port are 0 to 65535, --log-level a level, --rate and --watch not "
          + "below 0, --burst not below 1, --readers everybody or nobody")
    }
    guard socket != nil || trustProxy || insecureHttp || isOwnAddress else {
      throw ValidationError(
        "--host \(host) answers other machines without TLS: put a proxy in front (--trust-proxy), or "
          + "say --insecure-http")
    }
    // Else any client could write the header itself.
    guard !clientCertificates || socket != nil || trustProxy else {
      throw ValidationError("--client-certificates needs --socket or --trust-proxy")
    }
  }

  private var language: Language { store.language }
  private var path: String { network ?? NetworkFolder.defaultPath }
  private var opensReading: Bool {
    if let readers { return readers == "everybody" }
    return socket == nil && !trustProxy && isOwnAddress
  }
  /// Whether only the machine itself gets to the address.
  private var isOwnAddress: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

  func run() async throws {
    Machine.raiseConnectionLimit()
    signal(SIGPIPE, SIG_IGN)
    var log = JSONLog()
    log.logLevel = Logger.Level(rawValue: logLevel) ?? .info
    let handler = log
    let logger = Logger(label: "tuyen-server") { _ in handler }
    let source = NetworkFolder(path: path, scenarios: scenarios, logger: logger)
    let session = try session(source)
    let board = try await store.open()
    let service = TuyenServer.Service(
      session, limits: limits, hosts: hostName + [host],
      board: BoardLink(board, opensReading: opensReading), page: shelf(), trustsProxy: trustProxy,
      takesCertificates: clientCertificates, logger: logger
    ) { Machine.now }
    let manager = ServiceManager(environment: Machine.environment)
    do {
      let secret = try await AccountDesk(board).makeFirst("admin", now: Machine.now)
      if secret == nil { FirstSignIn.forget(in: store.folder) }
      try await service.begin()
      try await serve(service, source, manager, logger, secret)
    } catch let error as BoardError {
      throw store.failure(error)
    }
    await board.close()
  }

  /// The page of each request: made once from the files in the program, or anew from a folder.
  private func shelf() -> @Sendable () -> PageShelf? {
    guard let page else {
      let shelf = PageShelf(PageFile.all)
      return { shelf }
    }
    return { PageShelf(Machine.files(in: page).map { PageFile(name: $0.name, bytes: $0.bytes) }) }
  }

  private var limits: ServiceLimits {
    var limits = ServiceLimits()
    limits.requestsPerSecond = rate
    limits.requestBurst = burst
    return limits
  }

  /// The network at the start; where it is wrong, the command ends.
  private func session(_ source: NetworkFolder) throws -> NetworkSession {
    do throws(ExchangeFailure) {
      let session = try source.load()
      _ = session.hierarchy
      return session
    } catch {
      for error in error.errors { Machine.complain(error.text(language)) }
      throw ExitCode(error.errors.contains { $0.kind == .unreadable } ? 66 : 65)
    }
  }

  private func serve(
    _ service: TuyenServer.Service, _ source: NetworkFolder, _ manager: ServiceManager,
    _ logger: Logger, _ secret: Secret?
  ) async throws {
    let endpoint: Endpoint = socket.map { .socket(path: $0) } ?? .host(host, port: port)
    let words = language
    let name = socket ?? host
    let folder = store.folder
    let server = service.application(at: endpoint) { port in
      let address = port.map { "http://\(name):\($0)/" } ?? name
      Machine.complain(
        words("đang trả lời tại \(address)", "answering at \(address)") + " (\(service.digest))")
      if let secret { FirstSignIn.tell(secret, folder, words) }
      manager.notify("READY=1")
    }
    var services: [any ServiceLifecycle.Service] = [
      ReloadWatch(service: service, source: source, seconds: watch, logger: logger),
      Heartbeat(manager: manager), BoardFollower(service),
    ]
    if let recorder = service.recorder { services.append(recorder) }
    if let metricsPort {
      services.append(
        Listener(
          place: "127.0.0.1:\(metricsPort)",
          service: service.metricsApplication(at: .host("127.0.0.1", port: metricsPort))))
    }
    services.append(Listener(place: socket ?? "\(host):\(port)", service: server))
    // Told first: services stop in reverse order.
    services.append(Drain(service: service, manager: manager))
    var configuration = ServiceGroupConfiguration(
      services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(25)
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch let error as ListenError {
      Machine.complain(words(error.text))
      throw ExitCode(71)
    } catch {
      Machine.complain(words("dịch vụ dừng: \(error)", "the service has ended: \(error)"))
      throw ExitCode(70)
    }
  }
}
