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

  /// What kinds of problems are told apart.
  public enum Code: String, Sendable {
    /// Two records of one kind have the same key, or two records share an id.
    case duplicateID = "duplicate_id"
    /// A record names another one that is not there.
    case danglingReference = "dangling_reference"
    /// A record names a term that the vocabulary does not have.
    case unknownCode = "unknown_code"
    /// A time ends before it begins.
    case endsBeforeBegins = "ends_before_begins"
    /// A point lies outside the network's box.
    case outsideNetwork = "point_outside_network"
    /// Anything else.
    case invalid = "record_invalid"
  }

  /// What kind of problem it is.
  public var code: Code
  /// How bad it is.
  public var severity: Severity
  /// Where it was written; nil when it is about the network as a whole.
  public var origin: Origin?
  /// What was found, what was expected, and what to do.
  public var message: String

  /// Creates a problem.
  public init(
    _ severity: Severity = .error, _ code: Code = .invalid, at origin: Origin?, _ message: String
  ) {
    self.code = code
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
