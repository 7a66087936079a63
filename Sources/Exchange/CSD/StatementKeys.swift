import HealthNetwork

/// The statements seen so far, by facility, capability and statement.
///
/// Hundreds of thousands of long keys in words would take longer to hash than to read: facilities
/// count by their place, capabilities by the order in which they came up.
struct StatementKeys {
  private struct Key: Hashable {
    let facility: Int
    let code: Int
    let statement: String
  }

  private var keys: Set<Key> = []
  /// The keys of statements without a name of their own, which nearly all are.
  private var plain: Set<UInt64> = []
  private var codes: [String: Int] = [:]

  /// Takes a statement about a facility.
  ///
  /// - Parameters:
  ///   - capability: The statement.
  ///   - facility: The place of the facility it is about.
  /// - Returns: Whether there was none of the same key.
  mutating func insert(_ capability: Capability, of facility: Int) -> Bool {
    let code = codes[capability.code] ?? codes.count
    if code == codes.count { codes[capability.code] = code }
    guard let statement = capability.statement else {
      return plain.insert(UInt64(facility) << 32 | UInt64(code)).inserted
    }
    return keys.insert(Key(facility: facility, code: code, statement: statement))
      .inserted
  }
}
