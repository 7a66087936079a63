import Formats
import HTTPTypes
package import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The place where the service listens.
package enum Endpoint: Sendable {
  /// A name or address, and a port; 0 for any that is free.
  case host(String, port: Int)
  /// A socket of the file system, for a proxy on the same machine.
  case socket(path: String)

  var address: BindAddress {
    switch self {
    case .host(let name, let port): .hostname(name, port: port)
    case .socket(let path): .unixDomainSocket(path: path)
    }
  }
}

/// The surroundings of a request: its channel.
package struct ServiceContext: InitializableFromSource {
  let channel: any Channel

  /// Keeps the channel of a request.
  package init(source: ApplicationRequestContextSource) {
    channel = source.channel
  }
}

/// Answers requests through a closure.
package struct ServiceResponder: HTTPResponder {
  let answer: @Sendable (Request, any Channel) async -> Response

  /// Answers a request.
  @concurrent
  package func respond(to request: Request, context: ServiceContext) async throws -> Response {
    await answer(request, context.channel)
  }
}

extension Service {
  /// The server of the service.
  ///
  /// - Parameters:
  ///   - endpoint: Where it listens.
  ///   - onRunning: Is told the port when the server listens; nil on a local socket.
  /// - Returns: The server, which runs as a service.
  package func application(
    at endpoint: Endpoint, onRunning: @escaping @Sendable (Int?) async -> Void = { _ in }
  ) -> Application<ServiceResponder> {
    let connections = connections
    var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
    decoder.maxHeaderFieldSize = 8_192
    decoder.maxHeaderListSize = 16_384
    decoder.maxHeaderFieldCount = 64
    let http = HTTP1Channel.Configuration(
      additionalChannelHandlers: [ConnectionHandler(connections)],
      idleTimeout: .seconds(Int64(limits.idleSeconds)), httpDecoderConfiguration: decoder)
    return Application(
      responder: ServiceResponder { request, channel in
        await self.respond(to: request, on: channel)
      },
      server: .http1(configuration: http),
      configuration: ApplicationConfiguration(address: endpoint.address, backlog: 1_024),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port) },
      logger: logger)
  }

  /// A server of its own for the metrics, which are nobody's but the operator's.
  package func metricsApplication(at endpoint: Endpoint) -> Application<ServiceResponder> {
    Application(
      responder: ServiceResponder { request, _ in
        guard request.method == .get, request.head.path == "/metrics" else {
          return Response(status: .notFound, headers: SecurityHeaders.all)
        }
        var headers = SecurityHeaders.all
        headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
        return Response(
          status: .ok, headers: headers,
          body: .init(byteBuffer: ByteBuffer(string: self.exposition)))
      },
      server: .http1(configuration: .init(idleTimeout: .seconds(30))),
      configuration: ApplicationConfiguration(address: endpoint.address), logger: logger)
  }

  /// The metrics as text.
  var exposition: String {
    let load = gate.load
    return metrics.text(
      gauges: [
        ("tuyen_connections", "Open connections.", Double(connections.count)),
        (
          "tuyen_connections_refused", "Connections turned away or closed for others.",
          Double(connections.refused)
        ),
        ("tuyen_listeners", "Listeners of the event stream.", Double(events.count)),
        (
          "tuyen_answers_unrecorded", "Answers that the journal does not hold.",
          Double(recorder?.missing ?? 0)
        ),
        ("tuyen_light_questions", "Cheap questions in work or waiting.", Double(load.light)),
        ("tuyen_heavy_questions", "Dear questions in work or waiting.", Double(load.heavy)),
      ], digest: digest)
  }
}
