import NIOCore
import Synchronization

/// A connection of a client.
final class Connection: Sendable {
  /// The address of the client, without its port; empty where it has none, as on a local socket.
  let address: String
  /// The client that it is counted for.
  fileprivate let client: String
  fileprivate let channel: any Channel
  private let state = Mutex<(hasLeft: Bool, onLeave: (@Sendable () -> Void)?)>((false, nil))
  private let requests = Atomic(0)
  /// When it was last used: the number of the use among all.
  private let lastUse = Atomic(0)

  fileprivate init(_ channel: any Channel, address: String, client: String, use: Int) {
    self.channel = channel
    self.address = address
    self.client = client
    lastUse.store(use, ordering: .relaxed)
  }

  /// Whether nothing is asked on it.
  fileprivate var isIdle: Bool { requests.load(ordering: .relaxed) == 0 }
  fileprivate var use: Int { lastUse.load(ordering: .relaxed) }

  /// A request begins.
  func begin() { requests.add(1, ordering: .relaxed) }
  /// A request is answered.
  func end() { requests.subtract(1, ordering: .relaxed) }

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
/// Where there are too many, of one client or of all, the one that has been idle longest is closed for
/// each new one, so that ten thousand idle connections keep nobody waiting.
final class Connections: Sendable {
  private struct State {
    var open: [ObjectIdentifier: Connection] = [:]
    var counts: [String: Int] = [:]
    var uses = 0
    /// How many were turned away, or gave way to others.
    var refused = 0
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

  /// How many were turned away, or gave way to others.
  var refused: Int { state.withLock { $0.refused } }

  /// The connection of a channel; nil where it is closed.
  subscript(channel: any Channel) -> Connection? {
    state.withLock { $0.open[ObjectIdentifier(channel)] }
  }

  /// Keeps a connection; nil where there are too many that are busy.
  fileprivate func add(_ channel: any Channel) -> Connection? {
    // Clients on a local socket have no address: the proxy is all of them.
    let address = channel.remoteAddress?.ipAddress ?? ""
    let client = ClientAddress.counted(address)
    let (connection, closed) = state.withLock { state -> (Connection?, Connection?) in
      let isOfClient = !address.isEmpty && state.counts[client, default: 0] >= mostPerClient
      var closed: Connection?
      if isOfClient || state.open.count >= most {
        let idle = state.open.values.filter { $0.isIdle && (!isOfClient || $0.client == client) }
        guard let oldest = idle.min(by: { $0.use < $1.use }) else {
          state.refused += 1
          return (nil, nil)
        }
        closed = oldest
        state.refused += 1
        forget(oldest, &state)
      }
      state.counts[client, default: 0] += 1
      state.uses += 1
      let connection = Connection(channel, address: address, client: client, use: state.uses)
      state.open[ObjectIdentifier(channel)] = connection
      return (connection, closed)
    }
    closed?.channel.close(promise: nil)
    return connection
  }

  private func forget(_ connection: Connection, _ state: inout State) {
    guard state.open.removeValue(forKey: ObjectIdentifier(connection.channel)) != nil else {
      return
    }
    let count = state.counts[connection.client, default: 1] - 1
    state.counts[connection.client] = count > 0 ? count : nil
  }

  fileprivate func remove(_ connection: Connection) {
    state.withLock { forget(connection, &$0) }
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
    connections.remove(connection)
    self.connection = nil
  }
}

@available(*, unavailable)
extension ConnectionHandler: Sendable {}
