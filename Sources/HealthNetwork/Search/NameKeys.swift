/// The entries of a name index by their whole words: who bears a name is found without a look at those
/// that only have a word of it.
struct NameKeys: Sendable {
  private let hashes: [UInt64]
  private let entries: [UInt32]

  /// Indexes the first texts, with their type and without it.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of texts.
  init(_ texts: IndexedTexts, count: Int) {
    var keys: [(hash: UInt64, entry: UInt32)] = []
    keys.reserveCapacity(2 * count)
    let words = texts.words
    for entry in 0..<count {
      let (whole, bare) = (texts.wordRange(entry), texts.bareRange(entry))
      keys.append((NameKeys.hash(words[whole]), UInt32(entry)))
      if bare != whole { keys.append((NameKeys.hash(words[bare]), UInt32(entry))) }
    }
    keys.sort { ($0.hash, $0.entry) < ($1.hash, $1.entry) }
    hashes = keys.map(\.hash)
    entries = keys.map(\.entry)
  }

  /// Entries that may have some words as their name, with or without their type, in ascending order.
  func entries(named words: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    let hash = NameKeys.hash(words)
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < hashes.count, hashes[end] == hash { end += 1 }
    return entries[low..<end]
  }

  /// FNV-1a over the numbers of the words.
  private static func hash(_ words: ArraySlice<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words { hash = (hash ^ UInt64(word)) &* 0x100_0000_01B3 }
    return hash
  }
}
