import NIOCore
import Synchronization

/// A connection of a client.
final class Connection: Sendable {
  /// The address of the client, without its port; empty where it has none, as on a local socket.
  let address: String
  private let state = Mutex<(hasLeft: Bool, onLeave: (@Sendable () -> Void)?)>((false, nil))

  init(address: String) {
    self.address = address
  }

  /// Has work called off when the client leaves; at once, where it has left already.
  func whenLeaving(_ action: (@Sendable () -> Void)?) {
    let hasLeft = state.withLock { state in
      state.onLeave = action
      return state.hasLeft
    }
    if hasLeft { action?() }
  }

  /// Tells that the client has left.
  fileprivate func leave() {
    let action = state.withLock { state in
      state.hasLeft = true
      return state.onLeave
    }
    action?()
  }
}

/// All open connections, and how many each client has.
///
/// A client with too many is closed at once, so that ten thousand idle connections of one machine keep
/// nobody else waiting.
final class Connections: Sendable {
  private struct State {
    var open: [ObjectIdentifier: Connection] = [:]
    var counts: [String: Int] = [:]
  }

  private let mostPerClient: Int
  private let most: Int
  private let state = Mutex(State())

  /// Creates an empty list.
  ///
  /// - Parameters:
  ///   - most: How many there may be.
  ///   - mostPerClient: How many of one address.
  init(most: Int, mostPerClient: Int) {
    self.most = most
    self.mostPerClient = mostPerClient
  }

  /// How many are open.
  var count: Int { state.withLock { $0.open.count } }

  /// The connection of a channel; nil where it is closed.
  subscript(channel: any Channel) -> Connection? {
    state.withLock { $0.open[ObjectIdentifier(channel)] }
  }

  /// Keeps a connection; nil where there are too many.
  fileprivate func add(_ channel: any Channel) -> Connection? {
    // Clients on a local socket have no address: the proxy is all of them.
    let address = channel.remoteAddress?.ipAddress ?? ""
    return state.withLock { state in
      let count = state.counts[address, default: 0]
      guard state.open.count < most, address.isEmpty || count < mostPerClient else { return nil }
      state.counts[address] = count + 1
      let connection = Connection(address: address)
      state.open[ObjectIdentifier(channel)] = connection
      return connection
    }
  }

  fileprivate func remove(_ channel: any Channel, _ connection: Connection) {
    state.withLock { state in
      state.open[ObjectIdentifier(channel)] = nil
      let count = state.counts[connection.address, default: 1] - 1
      state.counts[connection.address] = count > 0 ? count : nil
    }
  }
}

/// Keeps the list of connections, and tells work when its client has left.
final class ConnectionHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Any
  typealias InboundOut = Any

  private let connections: Connections
  private var connection: Connection?

  init(_ connections: Connections) {
    self.connections = connections
  }

  func handlerAdded(context: ChannelHandlerContext) {
    connection = connections.add(context.channel)
    if connection == nil { context.close(promise: nil) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    end(context)
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { end(context) }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let event = event as? ChannelEvent, event == .inputClosed { connection?.leave() }
    context.fireUserInboundEventTriggered(event)
  }

  private func end(_ context: ChannelHandlerContext) {
    guard let connection else { return }
    connection.leave()
    connections.remove(context.channel, connection)
    self.connection = nil
  }
}

@available(*, unavailable)
extension ConnectionHandler: Sendable {}
