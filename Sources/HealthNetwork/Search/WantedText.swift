/// A text that names of an index are compared with.
struct WantedText {
  /// Its words.
  let text: IndexedText
  /// The words with marks.
  let marked: [UInt32]
  /// All its written words without their marks; nil for one that no name has.
  let foldedWritten: [UInt32?]

  private let index: NameIndex
  /// The places, in order of letters, of the words that begin with the last word; nil where that must
  /// be asked word by word.
  private let beginnings: Range<UInt32>?

  /// Prepares a text.
  init(_ text: String, in index: NameIndex) {
    self.index = index
    let wanted = index.texts.text(text)
    self.text = wanted
    marked = wanted.written.filter { index.texts.table.isMarked($0) }
    foldedWritten =
      marked.isEmpty
      ? []
      : SearchText.rawWords(of: text).map {
        let plain = SearchText.foldedWords(of: String($0)).joined()
        let number = index.texts.table.number(of: plain.utf8)
        return number == WordTable.unknown ? nil : number
      }
    let last = wanted.letters.last ?? ""
    beginnings = last.utf8.allSatisfy { $0 < 0x80 } ? index.ranks(beginningWith: last) : nil
  }

  /// Whether it has no words.
  var isEmpty: Bool { text.words.isEmpty }

  /// Its longest word, the type it begins with aside.
  var telling: String? {
    text.letters[text.bareStart...].max { $0.utf8.count < $1.utf8.count }
  }

  /// How well it fits a name: nil when it does not, or not without its surroundings.
  func fit(_ name: Int) -> (value: Int, needsContext: Bool)? {
    let texts = index.texts
    let words = texts.words.span.extracting(texts.wordRange(name))
    let bare = texts.words.span.extracting(texts.bareRange(name))
    let wanted = text.words.span
    let wantedBare = wanted.extracting(text.bareStart..<wanted.count)
    var value: Int
    var needsContext = false
    if isSame(wanted, words) {
      value = 100
    } else if isSame(wanted, bare) {
      value = 90
    } else if isSame(wantedBare, bare) {
      // The same name with another type: "TTYT Cái Nước" is not "Xã Cái Nước".
      value = text.namesFacility ? (texts.namesFacility(name) ? 86 : 55) : 80
      // Of a hospital and a health centre of one town, the kind that was asked for.
      let (two, other) = (min(2, wanted.count), min(2, words.count))
      if isSame(wanted.extracting(0..<two), words.extracting(0..<other)) { value += 2 }
    } else if begins(words, with: wanted) || begins(bare, with: wanted) {
      value = 70
    } else if contains(words, from: 0) {
      value = 60
    } else if wanted.count > bare.count, begins(wanted, with: bare) || begins(wanted, with: words) {
      value = 75
      needsContext = true
    } else {
      return nil
    }
    if !marked.isEmpty {
      // Typed marks count: "Mỹ Tho" is not "Mỹ Thọ".
      let range = texts.writtenRange(name)
      let written = texts.written.span.extracting(range)
      let count = text.written.count
      let isWritten =
        count <= written.count
        && isSame(text.written.span, written.extracting((written.count - count)..<written.count))
      let fits = marked.allSatisfy { word in range.contains { texts.written[$0] == word } }
      value += isWritten ? 6 : fits ? 4 : needsContext ? 0 : -15
    }
    return (value, needsContext)
  }

  /// How well the marks that were typed are those of a name: "Tân Thạnh" is not "Tân Thành".
  ///
  /// - Parameters:
  ///   - name: A text of the index.
  ///   - words: The words of the name that were asked for; marks of a type or a short form do not
  ///     count, nor those of what the name lies in.
  /// - Returns: 0 where a mark is another one, 1 where some are left out, 2 where all are the same;
  ///   1 for a text that has none.
  func marks(of name: Int, spelling words: ArraySlice<UInt32>) -> Int {
    guard !marked.isEmpty else { return 1 }
    let texts = index.texts
    let bare = texts.words[texts.bareRange(name)]
    let written = texts.writtenRange(name)
    var areAllSame = true
    for (word, folded) in zip(text.written, foldedWritten) {
      guard let folded, words.contains(folded), bare.contains(folded),
        !written.contains(where: { texts.written[$0] == word })
      else { continue }
      if texts.table.isMarked(word) { return 0 }
      areAllSame = false
    }
    return areAllSame ? 2 : 1
  }

  /// Whether one of some texts has its words, with or without its type.
  func fits(anyOf surroundings: [Int]) -> Bool {
    let texts = index.texts
    for name in surroundings {
      let words = texts.words.span.extracting(texts.wordRange(name))
      if contains(words, from: text.bareStart) { return true }
    }
    return false
  }

  /// Whether each of its words is one of some texts.
  func isHeld(by names: [Int]) -> Bool {
    text.words.allSatisfy { word in
      names.contains { name in
        index.texts.wordRange(name).contains { index.texts.words[$0] == word }
      }
    }
  }

  /// Whether all words from one on are among others; the last one may be the beginning of one.
  private func contains(_ words: borrowing Span<UInt32>, from first: Int) -> Bool {
    let last = text.words.count - 1
    for place in first..<text.words.count {
      let wanted = text.words[place]
      if has(words, wanted) { continue }
      guard place == last, text.letters[place].count > 1 else { return false }
      var isFound = false
      for word in words.indices where isBeginning(of: words[word]) {
        isFound = true
        break
      }
      guard isFound else { return false }
    }
    return true
  }

  /// Whether the last word is the beginning of a word.
  private func isBeginning(of word: UInt32) -> Bool {
    if let beginnings, !index.texts.table.isMarked(word) {
      return beginnings.contains(index.ranks[Int(word)])
    }
    return index.texts.table.string(of: word).hasPrefix(text.letters[text.letters.count - 1])
  }

  private func has(_ words: borrowing Span<UInt32>, _ word: UInt32) -> Bool {
    for place in words.indices where words[place] == word { return true }
    return false
  }

  private func isSame(_ left: borrowing Span<UInt32>, _ right: borrowing Span<UInt32>) -> Bool {
    left.count == right.count && begins(left, with: right)
  }

  private func begins(_ words: borrowing Span<UInt32>, with others: borrowing Span<UInt32>) -> Bool
  {
    guard others.count <= words.count else { return false }
    for place in others.indices where words[place] != others[place] { return false }
    return true
  }
}

extension NameIndex {
  /// The places, in order of letters, of the words that begin with some letters of ASCII.
  func ranks(beginningWith letters: String) -> Range<UInt32> {
    let wanted = Array(letters.utf8)
    func first(_ isBeyond: (ArraySlice<UInt8>) -> Bool) -> UInt32 {
      var (low, high) = (0, wordsByRank.count)
      while low < high {
        let middle = (low + high) / 2
        if isBeyond(texts.table.letters(of: wordsByRank[middle])) {
          high = middle
        } else {
          low = middle + 1
        }
      }
      return UInt32(low)
    }
    let start = first { !$0.lexicographicallyPrecedes(wanted) }
    let end = first { !$0.starts(with: wanted) && !$0.lexicographicallyPrecedes(wanted) }
    return start..<max(start, end)
  }

  /// The letters of a text without its type, its words parted by blanks.
  func bareLetters(ofText text: Int) -> [UInt8] {
    var letters: [UInt8] = []
    for place in texts.bareRange(text) {
      if !letters.isEmpty { letters.append(UInt8(ascii: " ")) }
      letters += texts.table.letters(of: texts.words[place])
    }
    return letters
  }
}
