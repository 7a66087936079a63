/// Which ways to definitive care are looked at.
public enum Strategy: String, CaseIterable, Sendable {
  /// Directly to definitive care.
  case direct
  /// By way of a first stop that starts treatment.
  case via
  /// Both, side by side, and what a rule makes of them.
  case compare
}

/// Which stay in the first hospital an answer counts with.
public enum DwellChoice: String, CaseIterable, Sendable {
  /// As it really is.
  case real
  /// As it may be at most.
  case tolerance
  /// As it ought to be.
  case target
  /// What is known to be the least.
  case least
}
