/// The most that a client may cost the service.
package struct ServiceLimits: Sendable {
  /// The most bytes of a body.
  package var bodyLength = 8 << 20
  /// How long a body may take to arrive, in seconds.
  package var bodySeconds = 20
  /// How long a cheap question may take, in seconds.
  package var lightSeconds = 20
  /// How long a dear question may take, in seconds.
  package var heavySeconds = 120
  /// How many cheap questions may be in work or waiting.
  package var lightQuestions = 256
  /// How many dear questions may be in work or waiting.
  package var heavyQuestions = 8
  /// After how many seconds a silent connection is closed.
  package var idleSeconds = 15
  /// How many connections there may be.
  package var connections = 4_000
  /// How many connections of one address.
  package var connectionsPerClient = 512
  /// How many requests a second a client may go on asking; 0 for no limit.
  package var requestsPerSecond = 50.0
  /// How many requests a client may ask at once.
  package var requestBurst = 200.0
  /// How many may listen to the event stream.
  package var listeners = 2_000
  /// Milliseconds between signs of life of an event stream.
  ///
  /// Twice within the time after which a page says that it hears nothing. With each fourth it is looked whether the listener still may.
  package var pulseMilliseconds = 4_000
  /// How many entries that a listener missed it is sent; more, and it is to read everything anew.
  package var missedEntries = 10_000
  /// The most bytes of answers that are kept.
  package var cacheLength = 64 << 20

  /// The usual limits.
  package init() {}

  func seconds(_ cost: Operation.Cost) -> Int { cost == .light ? lightSeconds : heavySeconds }
}
