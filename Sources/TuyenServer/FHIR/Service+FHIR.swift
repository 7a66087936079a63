import Answers
import Board
import FHIR
import Facts
import Formats
import HTTPTypes
import HealthNetwork
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// An answer of the FHIR interface.
private struct FHIRReply: Sendable {
  var resource: FHIRElement
  var version: FHIRVersion?
}

extension Service {
  /// Answers a request to the FHIR interface: with a resource, a Bundle, or an OperationOutcome that
  /// says what is wrong.
  func fhir(
    _ request: inout Request, _ target: RequestTarget, _ preferences: Negotiation,
    on channel: any Channel, _ connection: Connection?, _ trace: inout RequestTrace
  ) async -> Response {
    var encoding = FHIREncoding.json
    do {
      let isForm = target.path.last == "_search"
      let interaction = try FHIRInteraction(Array(target.path.dropFirst()))
      trace.route = interaction.route(isForm: isForm)
      let allowed: [HTTPRequest.Method] = isForm ? [.post] : [.get, .head]
      guard allowed.contains(request.method) else {
        var problem = Problem(
          .methodNotAllowed, "method", Bilingual("sai phương thức", "another method is needed"),
          Bilingual(
            "dùng được: \(allowed.map(\.rawValue).joined(separator: ", "))",
            "what can be used: \(allowed.map(\.rawValue).joined(separator: ", "))"))
        problem.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        throw problem
      }
      var parameters = target.query.filter { $0.name != "lang" }
      if isForm { parameters += try await form(&request, on: channel, connection) }
      let form = try FHIRForm(parameters, request.headers)
      encoding = form.encoding
      if case .capabilities = interaction {
      } else {
        try rate.take(
          ClientAddress.counted(trace.client), price: 1, now: ContinuousClock.now)
        let asker = try await within(limits.seconds(.light), connection, channel) { [request] in
          try await self.asker(request)
        }
        try check(asker, .needs(.read))
      }
      let base = address(of: request)
      let (language, sendable) = (trace.language, parameters)
      let reply = try await within(limits.seconds(.heavy), connection, channel) {
        try await self.reply(to: interaction, sendable, form.isLenient, at: base, in: language)
      }
      if let version = reply.version, request.headers.matches("\"\(version.number)\"") {
        var headers = SecurityHeaders.all
        headers[.eTag] = version.tag
        return Response(status: .notModified, headers: headers)
      }
      return response(reply, .ok, encoding, preferences)
    } catch let problem as FHIRProblem {
      return outcome(problem, problem.status, encoding, preferences, trace)
    } catch {
      let problem = Problem(any: error)
      if problem.status == .internalServerError || problem.code == "store" {
        logger.error(
          "failed", metadata: ["requestId": .string(trace.id), "error": .string("\(error)")])
      }
      var response = outcome(
        FHIRProblem(problem.issue, problem.detail, parameter: problem.field), problem.status,
        encoding, preferences, trace)
      response.headers.append(contentsOf: problem.headers)
      return response
    }
  }

  private func reply(
    to interaction: FHIRInteraction, _ parameters: [(name: String, value: String)],
    _ isLenient: Bool, at base: String, in language: Language
  ) async throws -> FHIRReply {
    let present = now()
    let state = holder.state(at: present)
    let zone = state.session.network.header.zone
    if case .capabilities = interaction {
      return FHIRReply(
        resource: FHIRCapabilities.statement(
          at: base, version: "1", isSigned: board.map { !$0.opensReading } ?? false))
    }
    let catalogue = try await resources.catalogue(of: state, now: present)
    switch interaction {
    case .capabilities: throw Problem.failed
    case .read(let type, let id):
      if let resource = catalogue.resource(type, id: id) {
        return FHIRReply(resource: resource, version: catalogue.version(of: type, id: id))
      }
      let old = try await resources.versions(type, id, limit: 1)
      throw old.page.isEmpty ? FHIRProblem.missing(type, id) : .gone(type, id)
    case .readVersion(let type, let id, let number):
      let old = try await resources.versions(type, id).page
      guard let found = old.first(where: { $0.version == number }) else {
        throw FHIRProblem.missing(type, "\(id)/_history/\(number)")
      }
      guard !found.isDeleted else { throw FHIRProblem.gone(type, id) }
      let version = try FHIRVersion(found, zone)
      guard let content = version.content else { throw Problem.failed }
      return FHIRReply(resource: version.stamped(content), version: version)
    case .search(let type):
      let search = try FHIRSearch(type, parameters, zone: zone, ignoresUnknown: isLenient)
      let bundle = try await gate.run(.light) {
        catalogue.bundle(of: search, at: base, in: language)
      }
      return FHIRReply(resource: bundle.element)
    case .history(let type, let id):
      let question = try FHIRHistory(type, id: id, parameters, zone: zone)
      // Counted from the oldest, so that what is added meanwhile moves no page.
      let (found, total) = try await resources.versions(
        type, id, since: question.since, from: question.before, limit: max(1, question.count))
      if let id, let type, found.isEmpty, catalogue.resource(type, id: id) == nil {
        throw FHIRProblem.missing(type, id)
      }
      let page = found.prefix(question.count)
      let left = min(question.before ?? total, total) - page.count
      return FHIRReply(
        resource: question.bundle(
          of: try page.map { try FHIRVersion($0, zone) }, total: total,
          next: left > 0 && question.count > 0 ? left : nil, at: base))
    }
  }

  /// The parameters of a form.
  private func form(
    _ request: inout Request, on channel: any Channel, _ connection: Connection?
  ) async throws -> [(name: String, value: String)] {
    let type = MediaType.essence(request.headers[.contentType] ?? "")
    let known = "application/x-www-form-urlencoded"
    guard type == known || type.isEmpty else { throw Problem.wrongType(type, known: [known]) }
    let bytes = try await bytes(of: request, on: channel, connection)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Problem.badTarget }
    return try RequestTarget("/?" + text.filter { !$0.isNewline }).query
  }

  /// The address of the interface, as the client called it.
  private func address(of request: Request) -> String {
    let isSecure = trustsProxy && request.headers[.forwardedProto]?.lowercased() == "https"
    return (isSecure ? "https://" : "http://") + (request.head.authority ?? "localhost") + "/fhir"
  }

  private func outcome(
    _ problem: FHIRProblem, _ status: HTTPResponse.Status, _ encoding: FHIREncoding,
    _ preferences: Negotiation, _ trace: RequestTrace
  ) -> Response {
    response(
      FHIRReply(resource: problem.outcome(in: trace.language)), status, encoding, preferences)
  }

  private func response(
    _ reply: FHIRReply, _ status: HTTPResponse.Status, _ encoding: FHIREncoding,
    _ preferences: Negotiation
  ) -> Response {
    var bytes = reply.resource.bytes(as: encoding)
    var headers = SecurityHeaders.all
    headers[.contentType] = encoding.mediaType + "; charset=utf-8"
    headers[.cacheControl] = "no-cache"
    headers[.vary] = "Accept, Accept-Encoding"
    if let version = reply.version {
      headers[.eTag] = version.tag
      headers[.lastModified] = version.since.httpDate
    }
    if preferences.acceptsGzip, bytes.count > 1_000 {
      if let compressed = Gzip.compressed(bytes) {
        bytes = compressed
        headers[.contentEncoding] = "gzip"
      }
    }
    return Response(
      status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension FHIRVersion {
  /// A version as the store keeps it.
  fileprivate init(_ kept: ResourceVersion, _ zone: ZoneOffset) throws {
    self.init(
      type: kept.type, id: kept.id, number: kept.version, since: kept.from.shown(in: zone),
      content: kept.isDeleted || kept.content.isEmpty ? nil : try FHIRElement(bytes: kept.content))
  }
}

extension FHIRProblem {
  /// The status of the response.
  fileprivate var status: HTTPResponse.Status {
    switch code {
    case .invalid, .value: .badRequest
    case .notSupported: parameter == "Accept" ? .notAcceptable : .badRequest
    case .notFound: .notFound
    case .deleted: .gone
    case .login: .unauthorized
    case .forbidden: .forbidden
    case .throttled: .tooManyRequests
    case .tooCostly: .serviceUnavailable
    case .exception: .internalServerError
    }
  }
}

extension Problem {
  /// The kind of issue that says the same in FHIR.
  fileprivate var issue: FHIRProblem.Code {
    switch status {
    case .unauthorized: .login
    case .forbidden: .forbidden
    case .tooManyRequests: .throttled
    case .serviceUnavailable: .tooCostly
    case .notFound: .notFound
    case .methodNotAllowed, .unsupportedMediaType: .notSupported
    case .internalServerError: .exception
    default: .invalid
    }
  }
}

extension Instant {
  /// The moment as HTTP writes it: `Mon, 30 Nov 2026 09:00:00 GMT` (RFC 9110, 5.6.7).
  var httpDate: String {
    let moment = shown(in: ZoneOffset(minutes: 0))
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (year, month, day) = moment.day.parts
    let seconds = moment.secondOfDay % 60
    return weekdays[moment.day.weekday - 1] + ", " + (day < 10 ? "0" : "") + "\(day) "
      + months[month - 1] + " \(year) \(moment.clock):" + (seconds < 10 ? "0" : "")
      + "\(seconds) GMT"
  }
}

extension HTTPField.Name {
  /// The scheme by which the client called the proxy.
  static let forwardedProto = HTTPField.Name("X-Forwarded-Proto") ?? .via
  /// How strictly a request is to be taken.
  static let prefer = HTTPField.Name("Prefer") ?? .via
}
