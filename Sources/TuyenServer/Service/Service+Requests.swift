import Answers
import Board
import Facts
import Formats
import HTTPTypes
import HealthNetwork
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The marks of a request in the log and in problem documents.
struct RequestTrace: Sendable {
  /// The id of the request: the client's own, where it sends one that is plain.
  var id: String
  /// The template of the path; a dash where there is none.
  var route = "-"
  /// The operation; nil while it is not known.
  var operation: Operation?
  /// The language of problem documents.
  var language = Language.vi
  /// The address of the client.
  var client = ""
  /// The person or machine that asked; nil where nobody is signed in.
  var author: String?
}

/// An answer that was sent, and may be sent again.
struct CachedAnswer: Sendable {
  var body: ByteBuffer
  var isCompressed: Bool
  var mediaType: String
  var remark: String?
  /// The digest of its bytes as they were before they were compressed; nil where nobody wants it.
  var digest: Digest?
}

extension Service {
  /// Answers a request; whatever is wrong becomes a problem document.
  @concurrent
  func respond(to request: Request, on channel: any Channel) async -> Response {
    let start = ContinuousClock.now
    var trace = RequestTrace(id: Service.requestID(request.headers))
    let connection = connections[channel]
    connection?.begin()
    var response: Response
    do {
      response = try await answer(request, on: channel, &trace)
    } catch {
      response = refusal(error, on: channel, trace)
    }
    // A stream ends when it is written.
    if response.body.contentLength != nil || request.method == .head { connection?.end() }
    response.headers[.requestID] = trace.id
    if request.method == .head {
      response = Response(status: response.status, headers: response.headers, body: .init())
    }
    note(request, response, trace, ContinuousClock.now - start)
    return response
  }

  /// Counts and logs a request: the template of its path, never the path or what was asked.
  private func note(
    _ request: Request, _ response: Response, _ trace: RequestTrace, _ duration: Duration
  ) {
    let length = response.body.contentLength ?? 0
    let method = Service.labelled.contains(request.method) ? request.method.rawValue : "other"
    metrics.count(
      route: trace.route, method: method, status: response.status.code,
      seconds: duration / .seconds(1), bytes: length)
    var metadata: Logger.Metadata = [
      "requestId": .string(trace.id), "method": .string(method), "route": .string(trace.route),
      "status": .stringConvertible(response.status.code),
      "milliseconds": .string(decimal(duration / .milliseconds(1), 2)),
      "bytes": .stringConvertible(length), "client": .string(trace.client),
    ]
    if let author = trace.author { metadata["author"] = .string(author) }
    logger.log(
      level: response.status.code >= 500 ? .error : .info, "request", metadata: metadata)
  }

  private static let labelled: Set<HTTPRequest.Method> = [
    .get, .head, .post, .put, .delete, .options, .patch, .trace,
  ]

  /// The client's own id of the request, else a new one.
  private static func requestID(_ headers: HTTPFields) -> String {
    if let own = headers[.requestID], (1...64).contains(own.utf8.count),
      own.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || isWordSign($0) })
    {
      return own
    }
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func isWordSign(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The problem document of what was thrown.
  private func refusal(
    _ error: any Error, on channel: any Channel, _ trace: RequestTrace
  ) -> Response {
    var problem = Problem(any: error)
    if problem.status == .badRequest, let operation = trace.operation {
      problem.status = operation.status(of: problem)
    }
    if problem.status == .internalServerError || error is BoardError && problem.code == "store" {
      logger.error(
        "failed", metadata: ["requestId": .string(trace.id), "error": .string("\(error)")])
    }
    if problem.code == "throttled" {
      logger.notice(
        "sign-in throttled",
        metadata: ["requestId": .string(trace.id), "client": .string(trace.client)])
    }
    if problem.closesConnection { close(channel) }
    var headers = problem.headers
    headers.append(contentsOf: SecurityHeaders.all)
    headers[.contentType] = MediaType.problem
    headers[.cacheControl] = "no-store"
    headers[.contentLanguage] = trace.language.rawValue
    let body = problem.json(in: trace.language, request: trace.id).bytes(indent: 2)
    return Response(
      status: problem.status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
  }

  /// Closes a connection whose body will not be read, after the answer has had time to arrive.
  private func close(_ channel: any Channel) {
    channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
  }

  /// Answers a request.
  private func answer(
    _ request: Request, on channel: any Channel, _ trace: inout RequestTrace
  ) async throws -> Response {
    var request = request
    let preferences = Negotiation(request.headers)
    trace.language = preferences.language ?? .vi
    let connection = connections[channel]
    trace.client = client(of: request, connection)
    let target = try RequestTarget(request.head.path ?? "")
    // Those who watch the service may call it by any address.
    let isWatched = target.path == ["livez"] || target.path == ["readyz"]
    try hosts.check(request.head, anyName: isWatched)
    if let named = target.query.last(where: { $0.name == "lang" }),
      let language = Language(rawValue: named.value)
    {
      trace.language = language
    }
    if target.path.first == "fhir" {
      return await fhir(&request, target, preferences, on: channel, connection, &trace)
    }
    if let response = try page(request, target.path, preferences) {
      trace.route = "/page"
      return response
    }
    let (operation, parts) = try operations.find(
      request.method, target.path, given: target.query.map(\.name))
    trace.route = operation.path.text
    trace.operation = operation
    if operation.isLimited {
      try rate.take(
        ClientAddress.counted(trace.client), price: operation.cost == .heavy ? 4 : 1,
        now: ContinuousClock.now)
    }
    // Keys and sessions are read from the store, which may not answer.
    let asker = try await within(limits.seconds(.light), connection, channel) { [request] in
      try await self.asker(request)
    }
    trace.author = asker?.principal.author.text
    try check(asker, operation.access)
    try operation.check(target.query)
    var call = try call(operation, target, parts, preferences, trace)
    call.asker = asker
    call.service = self
    call.origin = trace.client.isEmpty ? "local" : trace.client
    call.senderKey = request.headers[.idempotencyKey]
    call.bodyType = MediaType.essence(request.headers[.contentType] ?? "")
    if let body = operation.body {
      call.documents = try await documents(body, &request, on: channel, connection)
    } else if Service.hasBody(request.headers) {
      throw Problem.unexpectedBody
    }
    switch operation.handler {
    case .rows(let start):
      return try await stream(start, operation, call, connection, channel)
    case .events: return try await changes(call, request, connection)
    case .whole, .waiting:
      return try await whole(operation, call, request, preferences, connection, channel)
    }
  }

  /// The client that is counted: as the proxy names it, else the other end of the connection.
  private func client(of request: Request, _ connection: Connection?) -> String {
    if trustsProxy, let list = request.headers[.forwardedFor],
      let last = list.split(separator: ",").last
    {
      return String(last.filter { !$0.isWhitespace }.prefix(64)).withoutControls
    }
    return connection?.address ?? ""
  }

  private static func hasBody(_ headers: HTTPFields) -> Bool {
    headers[.transferEncoding] != nil || (headers[.contentLength].map { $0 != "0" } ?? false)
  }

  /// The call that a request makes, with the instant it is about.
  private func call(
    _ operation: Operation, _ target: RequestTarget, _ parts: [String: String],
    _ preferences: Negotiation, _ trace: RequestTrace
  ) throws -> Call {
    // Whole minutes, so that the same question of the same minute has the same bytes; but never
    // before the last entry, which would not be known yet.
    let present = now()
    let state = holder.state(at: present)
    let whole = present.seconds - present.seconds % 60
    let entered = min(state.board.received.seconds, present.seconds)
    let minute = Instant(
      seconds: max(whole, entered), zone: state.session.network.header.zone)
    var fields = QuestionFields()
    for (name, value) in parts { fields.add(name, value) }
    var format = preferences.format(among: operation.formats) ?? operation.formats.first ?? .json
    var at: String?
    for (name, value) in target.query {
      switch name {
      case "lang": break
      case "format" where !operation.formats.isEmpty:
        format = AnswerFormat(rawValue: value) ?? format
      case "at": at = value
      default: fields.add(name, value)
      }
    }
    if operation.parameters.contains(where: { $0.name == "at" }) {
      fields.add("at", "\(try state.session.instant(at, now: minute))")
    }
    return Call(
      state: state, fields: fields, format: format, language: trace.language, now: minute,
      unreadiness: unreadiness)
  }
}
