public import Facts

/// What is wrong with a network, and where it was written.
public struct Problem: Error, Hashable, Sendable {
  /// How bad a problem is.
  public enum Severity: String, Sendable {
    /// The network cannot be used.
    case error
    /// The network can be used, but someone should look.
    case warning
  }

  /// How bad it is.
  public var severity: Severity
  /// Where it was written; nil when it is about the network as a whole.
  public var origin: Origin?
  /// What was found, what was expected, and what to do.
  public var message: String

  /// Creates a problem.
  public init(_ severity: Severity = .error, at origin: Origin?, _ message: String) {
    self.severity = severity
    self.origin = origin
    self.message = message
  }
}

/// Problems that keep a network from being used.
public struct NetworkProblems: Error, Sendable {
  /// The problems, in order of reading.
  public var problems: [Problem]

  /// Creates a list of problems.
  public init(_ problems: [Problem]) {
    self.problems = problems
  }
}
