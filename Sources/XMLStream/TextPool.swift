import Glibc

/// Texts that were met before, so that a source cited by ten thousand records is stored once.
public struct TextPool: Sendable {
  private var texts: [UInt64: String] = [:]
  /// More different texts than this are not shared; they are not what the pool is for.
  private static let capacity = 65_536
  /// A text of no more bytes lies in the `String` itself, where there is nothing to share.
  private static let inlineBytes = 15

  /// Creates an empty pool.
  public init() {}

  /// The token of some bytes: an earlier text where there was one, else a new one.
  mutating func token(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.count > Self.inlineBytes else { return unsafe Lexical.token(bytes) }
    let hash = unsafe Self.hash(bytes)
    if let text = texts[hash], unsafe Self.isEqual(text, bytes) { return text }
    let text = unsafe Lexical.token(bytes)
    if texts.count < Self.capacity { texts[hash] = text }
    return text
  }

  /// FNV-1a over eight bytes at a time, the last of which overlap.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var offset = 0
    while offset < raw.count {
      let start = min(offset, raw.count - 8)
      let word = unsafe raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      hash = (hash ^ word) &* 0x100_0000_01b3
      hash ^= hash >> 29
      offset += 8
    }
    return hash
  }

  private static func isEqual(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe text.utf8.withContiguousStorageIfAvailable { known in
      guard known.count == bytes.count, let left = known.baseAddress,
        let right = bytes.baseAddress
      else { return false }
      return unsafe memcmp(left, right, bytes.count) == 0
    } ?? false
  }
}
