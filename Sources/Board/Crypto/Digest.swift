import CCrypto

/// A SHA-256 digest: 32 bytes.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// The digest before the first entry of a journal: 32 zeros.
  public static let zero = Digest(unchecked: [UInt8](repeating: 0, count: 32))

  /// Creates a digest from its bytes; nil when they are not 32.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Creates a digest from 64 hexadecimal digits; nil for anything else.
  public init?(_ text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      let pair = String(decoding: digits[index...index + 1], as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16), pair.first != "+" else { return nil }
      bytes.append(byte)
    }
    self.bytes = bytes
  }

  /// Computes the digest of some bytes.
  public init(of message: [UInt8]) {
    var bytes = [UInt8](repeating: 0, count: 32)
    let isDone = unsafe message.withUnsafeBytes { message in
      unsafe bytes.withUnsafeMutableBufferPointer { digest in
        unsafe tuyenSHA256(message.baseAddress, message.count, digest.baseAddress) == 1
      }
    }
    precondition(isDone, "libcrypto has no SHA-256")
    self.bytes = bytes
  }

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  /// The digest as 64 hexadecimal digits.
  public var description: String { hexadecimal(bytes) }
}

/// Bytes as hexadecimal digits, two each.
func hexadecimal(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    for digit in [byte >> 4, byte & 15] {
      text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
  return String(decoding: text, as: UTF8.self)
}
