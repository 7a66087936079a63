/// The keys of a document, each stored once and numbered: documents have few different ones, however
/// long they are.
struct JSONKeys {
  /// Beyond so many different keys, others have no number.
  static let most = 1 << 14

  /// The keys by their numbers.
  private(set) var texts: [String] = []
  private var hashes: [UInt64] = []
  /// The bytes of all keys, one behind the other, and where each begins.
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  /// Numbers by hash, open addressing; -1 where there is none.
  private var slots = [Int32](repeating: -1, count: 256)

  /// The number of a key; nil where it has none yet.
  func number(of key: Span<UInt8>, hash: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while case let number = Int(slots[slot]), number >= 0 {
      if hashes[number] == hash, isEqual(key, number) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func isEqual(_ key: Span<UInt8>, _ number: Int) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == key.count else { return false }
    for index in 0..<key.count where bytes[start + index] != key[index] { return false }
    return true
  }

  /// Numbers a key; nil where there are too many.
  mutating func add(_ text: String, hash: UInt64) -> Int? {
    guard texts.count < JSONKeys.most else { return nil }
    let number = texts.count
    texts.append(text)
    hashes.append(hash)
    bytes += Array(text.utf8)
    starts.append(bytes.count)
    // At most half full.
    if texts.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for known in 0..<number { place(known) }
    }
    place(number)
    return number
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hashes[number]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(number)
  }

  /// The hash of a key, byte by byte (FNV-1a), with the upper half folded in.
  struct Hash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325
    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var value: UInt64 { state ^ (state >> 32) }
  }
}
