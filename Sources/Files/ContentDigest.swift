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

  /// Creates the digest of a number as 16 hexadecimal digits, to go on from there.
  public init?(_ text: String) {
    guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }

  /// The number as 16 hexadecimal digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Adds a text.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { unsafe add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a file under a name; a file that cannot be read adds its name only.
  public mutating func add(_ name: String, file: String) {
    add(name)
    let descriptor = unsafe open(file, O_RDONLY)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
    defer { unsafe block.deallocate() }
    while true {
      let count = unsafe read(descriptor, block.baseAddress, block.count)
      guard count > 0 else { return }
      unsafe add(UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
  }

  /// Adds bytes under a name: the same as a file of these bytes.
  public mutating func add(_ name: String, bytes: [UInt8]) {
    add(name)
    let block = 1 << 16
    unsafe bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: block) {
        let end = min(bytes.count, start + block)
        unsafe add(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
    }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let words = bytes.count / 8
    for word in 0..<words {
      let value = unsafe bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
      mix(UInt64(littleEndian: value))
    }
    var rest = UInt64(bytes.count % 8) << 56
    for index in (words * 8)..<bytes.count {
      rest ^= unsafe UInt64(bytes[index]) << UInt64(index % 8 * 8)
    }
    mix(rest)
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01b3
    value ^= value >> 29
  }
}
