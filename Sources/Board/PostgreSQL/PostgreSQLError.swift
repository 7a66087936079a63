/// An error of PostgreSQL, or of the way to it.
struct PostgreSQLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The code of the SQL standard, as 23505; 08006 for a connection that was lost, 57014 for an answer
  /// that did not come in time.
  let state: String
  /// The message, in English.
  let message: String

  var description: String { "PostgreSQL \(state): \(message)" }

  /// Whether the connection is of no use any more: lost, too slow, shutting down, or not the primary.
  var endsConnection: Bool {
    state.hasPrefix("08") || state.hasPrefix("57") || state.hasPrefix("53") || state == "25006"
      || state.isEmpty
  }

  /// Whether the statement may be sent again as it is: another transaction was in its way.
  var isTransient: Bool { state == "40001" || state == "40P01" || state == "55P03" }
}
