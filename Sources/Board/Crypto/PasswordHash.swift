import CCrypto
import Formats

/// The stored form of a password: a salt and the key that scrypt derives (RFC 7914).
///
///     let hash = try await PasswordHash(of: password)
///     try await hash.matches(attempt)
public struct PasswordHash: Hashable, Sendable {
  /// The cost of one derivation.
  public struct Cost: Hashable, Sendable {
    /// The number N, as the exponent of two.
    public var exponent: Int
    /// The size of a block.
    public var blockSize = 8
    /// The number of independent passes.
    public var passes = 1

    /// N = 2^17, r = 8, p = 1: 128 MiB and about a second.
    public static let usual = Cost(exponent: 17)

    /// Creates a cost.
    public init(exponent: Int) { self.exponent = exponent }

    /// The work of one derivation, to compare.
    var work: Int { (blockSize * passes) << exponent }
  }

  let cost: Cost
  let salt: [UInt8]
  let key: [UInt8]

  /// Shortest password that is accepted, in characters (ASVS 5.0, 6.2.1 asks for 8 and advises 15).
  public static let shortest = 12
  /// Longest password that is accepted, in characters.
  public static let longest = 128

  /// Derives the key of a password; at most two are derived at once, on threads of their own.
  ///
  /// - Parameters:
  ///   - password: The password.
  ///   - cost: What the derivation costs.
  /// - Throws: `BoardError` where the password is too short or too long, or memory is short.
  public init(of password: String, cost: Cost = .usual) async throws(BoardError) {
    guard (PasswordHash.shortest...PasswordHash.longest).contains(password.count) else {
      throw .invalid(
        "password", "",
        Bilingual(
          "từ \(PasswordHash.shortest) đến \(PasswordHash.longest) ký tự",
          "\(PasswordHash.shortest) to \(PasswordHash.longest) characters"))
    }
    salt = try randomBytes(16)
    self.cost = cost
    key = try await PasswordHash.derive(password, salt, cost)
  }

  /// Reads what ``text`` wrote; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "scrypt", let exponent = Int(parts[1]),
      let blockSize = Int(parts[2]), let passes = Int(parts[3]), (1...20).contains(exponent),
      (1...16).contains(blockSize), (1...16).contains(passes),
      let salt = base64URLBytes(String(parts[4])), let key = base64URLBytes(String(parts[5])),
      salt.count >= 16, key.count == 32
    else { return nil }
    cost = Cost(exponent: exponent, blockSize: blockSize, passes: passes)
    self.salt = salt
    self.key = key
  }

  /// The hash as the store keeps it: scrypt$17$8$1$SALT$KEY.
  public var text: String {
    "scrypt$\(cost.exponent)$\(cost.blockSize)$\(cost.passes)$\(base64URL(salt))$\(base64URL(key))"
  }

  /// Whether a password is the one that was hashed.
  public func matches(_ password: String) async throws(BoardError) -> Bool {
    // One that is too long takes as long as any other.
    let derived = try await PasswordHash.derive(
      String(password.prefix(PasswordHash.longest)), salt, cost)
    return areEqual(derived, key) && password.count <= PasswordHash.longest
  }

  /// Spends the time of one comparison: a sign-in of an account that does not exist takes as long as
  /// one of an account that does.
  ///
  /// - Throws: `BoardError.throttled` where too many wait, as for an account that does.
  public static func spendTime(
    on password: String, cost: Cost = .usual
  ) async throws(BoardError) {
    let salt = [UInt8](repeating: 0, count: 16)
    _ = try await derive(String(password.prefix(longest)), salt, cost)
  }

  private static func derive(
    _ password: String, _ salt: [UInt8], _ cost: Cost
  ) async throws(BoardError) -> [UInt8] {
    let done = await DerivationQueue.shared.run {
      derivedKey(Array(password.utf8), salt, cost)
    }
    guard let done else { throw .throttled(seconds: 10) }
    guard let key = done else {
      throw .unavailable("there is no memory to derive a key of a password")
    }
    return key
  }

  private static func derivedKey(
    _ password: [UInt8], _ salt: [UInt8], _ cost: Cost
  ) -> [UInt8]? {
    var key = [UInt8](repeating: 0, count: 32)
    let isDone = unsafe password.withUnsafeBytes { password in
      unsafe salt.withUnsafeBufferPointer { salt in
        unsafe key.withUnsafeMutableBufferPointer { key in
          unsafe tuyenScrypt(
            password.baseAddress?.assumingMemoryBound(to: CChar.self), password.count,
            salt.baseAddress, salt.count, 1 << UInt64(cost.exponent), UInt64(cost.blockSize),
            UInt64(cost.passes), 256 << 20, key.baseAddress, key.count) == 1
        }
      }
    }
    return isDone ? key : nil
  }
}

extension PasswordHash.Cost {
  fileprivate init(exponent: Int, blockSize: Int, passes: Int) {
    self.exponent = exponent
    self.blockSize = blockSize
    self.passes = passes
  }
}
