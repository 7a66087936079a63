public import Facts

extension Facility {
  /// Whether it is in service on a day, as far as is known.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - isConfirmed: Whether one that nobody confirmed to work counts as not working.
  /// - Returns: Whether nothing says that it is closed, not open yet, or not working.
  public func isInService(on day: Day, isConfirmed: Bool) -> Bool {
    if let closed, day >= closed.start { return false }
    if let start = activated ?? opened, day < start.start { return false }
    switch activity {
    case .inactive: return false
    case .unconfirmed: return !isConfirmed
    case .active, nil: return true
    }
  }
}
