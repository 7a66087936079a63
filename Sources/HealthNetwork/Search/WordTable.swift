/// Distinct words, each with a number: what names are compared by, instead of letters.
///
///     var table = WordTable()
///     table.number(adding: Array("cai".utf8))   // 0
///     table.number(of: Array("nuoc".utf8))      // WordTable.unknown
///
/// Words are equal when their strings are: composed and decomposed letters make the same word.
struct WordTable: Sendable {
  /// The number of a word that no name has.
  static let unknown = UInt32.max
  /// The number of such a word with marks.
  static let unknownMarked = UInt32.max - 1

  private var bytes: [UInt8] = []
  /// Where each word ends in the bytes.
  private var ends: [UInt32] = []
  /// The number of a word plus 1 where its hash leads to, or 0; a power of two of them.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  /// Words whose letters may be written in several ways, once one of them was added.
  private var variants: [String: UInt32]?

  /// How many words there are.
  var count: Int { ends.count }

  /// The letters of a word.
  func letters(of word: UInt32) -> ArraySlice<UInt8> { bytes[range(of: word)] }

  /// Whether a word has letters beyond ASCII.
  func isMarked(_ word: UInt32) -> Bool {
    word == WordTable.unknownMarked
      || word != WordTable.unknown && letters(of: word).contains { $0 >= 0x80 }
  }

  /// A word as a string.
  func string(of word: UInt32) -> String { String(decoding: letters(of: word), as: UTF8.self) }

  /// The number of a word, which is added if it is new.
  mutating func number(adding word: some Collection<UInt8>) -> UInt32 {
    if let known = known(word) { return known }
    let text = String(decoding: word, as: UTF8.self)
    if !PlainLetters.areOnly(in: text) {
      let known = variants ?? allMarked()
      variants = known
      if let same = known[text] { return same }
    }
    let number = UInt32(ends.count)
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    if variants != nil, text.utf8.contains(where: { $0 >= 0x80 }) { variants?[text] = number }
    if ends.count * 2 > slots.count { grow() }
    put(number)
    return number
  }

  /// The number of a word; `unknown` or `unknownMarked` for one that is not among them.
  func number(of word: some Collection<UInt8>) -> UInt32 {
    if let known = known(word) { return known }
    guard word.contains(where: { $0 >= 0x80 }) else { return WordTable.unknown }
    let text = String(decoding: word, as: UTF8.self)
    if !PlainLetters.areOnly(in: text),
      let same = (0..<UInt32(count)).first(where: { isMarked($0) && string(of: $0) == text })
    {
      return same
    }
    return WordTable.unknownMarked
  }

  /// The words in order of letters, and the place of each word in that order.
  func ranks() -> (words: [UInt32], ranks: [UInt32]) {
    let words = (0..<UInt32(count)).sorted {
      letters(of: $0).lexicographicallyPrecedes(letters(of: $1))
    }
    var ranks = [UInt32](repeating: 0, count: count)
    for (rank, word) in words.enumerated() { ranks[Int(word)] = UInt32(rank) }
    return (words, ranks)
  }

  private func range(of word: UInt32) -> Range<Int> {
    (word == 0 ? 0 : Int(ends[Int(word) - 1]))..<Int(ends[Int(word)])
  }

  private func known(_ word: some Collection<UInt8>) -> UInt32? {
    var slot = WordTable.hash(word) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if letters(of: number).elementsEqual(word) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func put(_ number: UInt32) {
    var slot = WordTable.hash(letters(of: number)) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number + 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 0..<UInt32(ends.count - 1) { put(number) }
  }

  private func allMarked() -> [String: UInt32] {
    var all: [String: UInt32] = [:]
    for word in 0..<UInt32(count) where isMarked(word) { all[string(of: word)] = word }
    return all
  }

  /// FNV-1a, mixed once more as only its low bits are used.
  private static func hash(_ word: some Collection<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 29)
  }
}
