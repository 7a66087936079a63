/// A connection that comes back by itself, on a thread of its own.
///
/// It is made when it is first needed. After a loss, a deadline, or the shutdown or demotion of the
/// server it is dropped and made anew, to whichever of the hosts takes writes then.
actor PostgreSQLConnection {
  /// How long one exchange with the server may take.
  static let exchange = Duration.seconds(4)

  /// How long one may wait for the turn beyond the patience: what has none is tried once, too.
  private static let grace = Duration.seconds(1)

  private let thread = ConnectionThread()
  private let target: String
  private let name: String
  private var link: PostgreSQLLink?

  nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

  init(_ target: String, name: String) {
    self.target = target
    self.name = name
  }

  /// Runs something with the connection.
  ///
  /// - Parameters:
  ///   - end: Until when to try, counted from when somebody asked and not from when the turn comes: after
  ///     a loss it is run again, so it must be safe to repeat.
  ///   - body: What to run. Its deadline is its own: it is passed on to each statement.
  /// - Returns: What it returns.
  /// - Throws: `BoardError.unavailable` when patience ends, `cancelled` where nobody waits before it
  ///   begins, and what the body throws of its own.
  func run<Value: Sendable>(
    until end: ContinuousClock.Instant,
    _ body: @Sendable (PostgreSQLLink, ContinuousClock.Instant) throws -> Value
  ) throws(BoardError) -> Value {
    // A write that has begun is finished, for nobody could tell how far it got.
    guard !Task.isCancelled else { throw .cancelled }
    // Behind others that waited for a server that is gone, the time may be over before it began.
    guard ContinuousClock.now < end + PostgreSQLConnection.grace else {
      throw .unavailable("its turn did not come in time")
    }
    while true {
      var failure: PostgreSQLError
      do {
        let link = try self.link ?? PostgreSQLLink(target, name: name)
        self.link = link
        return try body(link, .now + PostgreSQLConnection.exchange)
      } catch let error as PostgreSQLError {
        failure = error
      } catch let error as BoardError {
        throw error
      } catch {
        throw .unavailable("\(error)")
      }
      if failure.endsConnection { link = nil }
      guard failure.endsConnection || failure.isTransient, ContinuousClock.now < end else {
        throw .unavailable(failure.description)
      }
      // On the thread of this connection, where nobody else waits.
      pause(milliseconds: failure.isTransient ? 5 : 50)
    }
  }

  /// Runs something in one transaction; it is rolled back when it throws.
  func transaction<Value: Sendable>(
    until end: ContinuousClock.Instant,
    _ body: @Sendable (PostgreSQLLink, ContinuousClock.Instant) throws -> Value
  ) throws(BoardError) -> Value {
    try run(until: end) { link, deadline in
      try link.run("BEGIN", deadline: deadline)
      let value: Value
      do {
        value = try body(link, deadline)
      } catch {
        if (error as? PostgreSQLError)?.endsConnection != true {
          try link.run("ROLLBACK", deadline: .now + .seconds(1))
        }
        throw error
      }
      // A commit that waits for a standby is not ended: the connection is dropped instead, and the
      // sender's key tells later whether it was written.
      try link.run("COMMIT", deadline: deadline)
      return value
    }
  }

  /// Ends the connection.
  func close() { link = nil }
}
