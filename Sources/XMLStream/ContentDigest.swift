#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A number that tells whether two sets of documents are the same; no protection against forgery.
///
/// FNV-1a over eight bytes at a time (G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, RFC 9923).
public struct ContentDigest: Sendable {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Creates the digest of nothing.
  public init() {}

  /// The number as 16 hexadecimal digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Adds a file under a name; a file that cannot be read adds its name only.
  public mutating func add(_ name: String, file: String) {
    add(Array(name.utf8))
    let descriptor = unsafe open(file, O_RDONLY)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return }
      add(block[..<count])
    }
  }

  private mutating func add(_ bytes: some Collection<UInt8>) {
    var word: UInt64 = 0
    var filled = 0
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled == 8 {
        mix(word)
        word = 0
        filled = 0
      }
    }
    mix(word ^ UInt64(filled) << 56)
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01b3
    value ^= value >> 29
  }
}
