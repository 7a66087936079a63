import Facts

@testable import HealthNetwork

/// Folded texts one behind another, to find at once those that hold a word.
struct FoldedTexts {
  private var bytes: [UInt8] = []
  /// Where each text ends in the bytes, the line feed behind it included.
  private var ends: [Int] = []

  /// Adds the folded text of a name behind the others.
  mutating func append(_ name: String) {
    bytes += SearchText.foldedWords(of: name).joined(separator: " ").utf8
    bytes.append(0x0A)
    ends.append(bytes.count)
  }

  /// The indices of the texts that hold some letters, in order.
  ///
  /// - Complexity: O(*n* + *k*), where *n* is the length of all texts and *k* that of the matches.
  func containing(_ letters: String) -> [Int] {
    let wanted = Array(letters.utf8)
    guard let first = wanted.first else { return Array(ends.indices) }
    var found: [Int] = []
    var text = 0
    var position = 0
    let last = bytes.count - wanted.count
    while position <= last {
      guard bytes[position] == first,
        (1..<wanted.count).allSatisfy({ bytes[position + $0] == wanted[$0] })
      else {
        position += 1
        continue
      }
      while ends[text] <= position { text += 1 }
      found.append(text)
      position = ends[text]
    }
    return found
  }
}
