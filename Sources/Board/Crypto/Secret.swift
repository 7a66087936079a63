import CCrypto

/// Random bytes that only their owner knows: what a key or a session is proved with.
///
/// The store keeps only ``digest``. The text is shown once, when the secret is made.
public struct Secret: Sendable {
  /// The bytes as text in base64url, 43 characters.
  public let text: String
  /// The stored form.
  public let digest: Digest

  /// Makes a secret of 32 random bytes.
  ///
  /// - Throws: `BoardError` where the system gives no random bytes.
  public init() throws(BoardError) {
    self.init(bytes: try randomBytes(32))
  }

  /// Reads a secret that somebody presents; nil for what is none.
  public init?(_ text: String) {
    guard text.utf8.count == 43, let bytes = base64URLBytes(text), bytes.count == 32 else {
      return nil
    }
    self.init(bytes: bytes)
  }

  private init(bytes: [UInt8]) {
    text = base64URL(bytes)
    digest = Digest(of: bytes)
  }
}

/// Random bytes of the system.
func randomBytes(_ count: Int) throws(BoardError) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  let isDone = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
    unsafe RAND_bytes(buffer.baseAddress, Int32(count)) == 1
  }
  guard isDone else { throw .unavailable("the system gives no random bytes") }
  return bytes
}

/// Whether two sequences of bytes are the same, in a time that does not depend on where they differ.
func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  return unsafe left.withUnsafeBytes { left in
    unsafe right.withUnsafeBytes { right in
      unsafe CRYPTO_memcmp(left.baseAddress, right.baseAddress, left.count) == 0
    }
  }
}

private let base64URLDigits = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

/// Bytes in base64url without padding (RFC 4648, section 5).
func base64URL(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  var held: UInt32 = 0
  var bits = 0
  for byte in bytes {
    held = held << 8 | UInt32(byte)
    bits += 8
    while bits >= 6 {
      bits -= 6
      text.append(base64URLDigits[Int(held >> UInt32(bits) & 63)])
    }
  }
  if bits > 0 { text.append(base64URLDigits[Int(held << UInt32(6 - bits) & 63)]) }
  return String(decoding: text, as: UTF8.self)
}

/// The bytes of base64url without padding; nil for any other text, also one whose last bits are set.
func base64URLBytes(_ text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  var held: UInt32 = 0
  var bits = 0
  for character in text.utf8 {
    guard let value = base64URLDigits.firstIndex(of: character) else { return nil }
    held = held << 6 | UInt32(value)
    bits += 6
    if bits >= 8 {
      bits -= 8
      bytes.append(UInt8(held >> UInt32(bits) & 255))
      held &= (1 << UInt32(bits)) - 1
    }
  }
  return bits < 6 && held == 0 ? bytes : nil
}
