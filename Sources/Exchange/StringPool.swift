/// Texts that were met before, so that a source cited by ten thousand records is stored once.
struct StringPool {
  private var texts: [UInt64: String] = [:]
  /// More different texts than this are not shared; they are not what the pool is for.
  private let capacity = 65_536

  /// The text of some bytes: an earlier one where there was one, else a new one.
  mutating func text(of bytes: Span<UInt8>, make: () -> String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in bytes.indices {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
    }
    if let text = texts[hash], isEqual(text, bytes) { return text }
    let text = make()
    if texts.count < capacity { texts[hash] = text }
    return text
  }

  private func isEqual(_ text: String, _ bytes: Span<UInt8>) -> Bool {
    let known = text.utf8Span.span
    guard known.count == bytes.count else { return false }
    for index in known.indices where known[index] != bytes[index] { return false }
    return true
  }
}
