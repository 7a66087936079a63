import Synchronization

/// Hears of entries that other servers write.
///
/// A notification is a bell; the number is what counts. Notifications are neither kept nor
/// replicated, so the end of the journal is read after every connection, and every few seconds.
final class PostgreSQLListener: Sendable {
  private let target: String
  private let hub: ChangeHub
  private let hasEnded = Atomic(false)

  init(_ target: String, _ hub: ChangeHub) {
    self.target = target
    self.hub = hub
  }

  /// Begins to listen, on a thread of its own.
  func start() {
    startThread { [self] in
      while !hasEnded.load(ordering: .acquiring) {
        do throws(PostgreSQLError) {
          try listen()
        } catch {
          pause(milliseconds: 100)
        }
      }
    }
  }

  /// Ends within half a second.
  func stop() { hasEnded.store(true, ordering: .releasing) }

  private func listen() throws(PostgreSQLError) {
    let link = try PostgreSQLLink(target, name: "tuyen listener")
    try link.run("LISTEN \(PostgreSQLSchema.channel)", deadline: .now + .seconds(2))
    while !hasEnded.load(ordering: .acquiring) {
      let head = try link.run(
        "SELECT number FROM tuyen.audit_head", deadline: .now + .seconds(2))
      if let number = head.integer(0, 0) { hub.publish(number) }
      // A server that is frozen says nothing; only asking it shows that.
      let heartbeat = ContinuousClock.now + .seconds(2)
      while !hasEnded.load(ordering: .acquiring), ContinuousClock.now < heartbeat {
        let numbers = try link.notifications(until: .now + .milliseconds(500))
        for number in numbers.compactMap({ Int($0) }) { hub.publish(number) }
      }
    }
  }
}
