import Facts

/// A text as numbers of words, to be compared with the texts of an index.
struct IndexedText {
  /// Words without marks, in order, short forms written out.
  var words: [UInt32] = []
  /// The same words in letters.
  var letters: [String] = []
  /// Where the words begin that are not the type the text begins with.
  var bareStart = 0
  /// Whether the words begin with the type of a facility.
  var namesFacility = false
  /// All words in lower case as they are written.
  var written: [UInt32] = []
}

/// The texts of names as numbers of words, one behind another; see `SearchText` for their parts.
struct IndexedTexts: Sendable {
  /// The words.
  private(set) var table = WordTable()
  /// The words of all texts without marks, short forms written out.
  private(set) var words: [UInt32] = []
  /// The words of all texts as they are written.
  private(set) var written: [UInt32] = []

  private var firstWord: [UInt32] = [0]
  private var firstWritten: [UInt32] = [0]
  private var bareStarts: [UInt8] = []
  private var facilityTexts: [Bool] = []
  /// The types that begin with a word, in the order in which they are tried.
  private var typesByWord: [UInt32: [NameType]] = [:]
  /// The meaning of each word of the texts; empty where that has not been asked yet.
  private var expansions: [Expansion?] = []

  private struct NameType {
    var words: [UInt32]
    var isFacility: Bool
  }

  private struct Expansion {
    var last: [UInt32]
    var before: [UInt32]
  }

  /// The numbers of the words that may be Roman numbers, and of their digits.
  private var romanNumbers: [UInt32: (number: Int, digits: UInt32)] = [:]
  /// The numbers of the words behind which every Roman number is one.
  private var numberedUnits: Set<UInt32> = []

  init() {
    for (word, number) in NameSpelling.romanNumbers.sorted(by: { $0.key < $1.key }) {
      let digits = table.number(adding: "\(number)".utf8)
      romanNumbers[table.number(adding: word.utf8)] = (number, digits)
    }
    for unit in NameSpelling.numberedUnits.sorted() {
      numberedUnits.insert(table.number(adding: unit.utf8))
    }
    for (place, type) in SearchText.types.enumerated() {
      let words = type.map { table.number(adding: $0.utf8) }
      guard let first = words.first else { continue }
      typesByWord[first, default: []].append(
        NameType(words: words, isFacility: place < SearchText.facilityTypes.count))
    }
  }

  /// How many texts there are.
  var count: Int { bareStarts.count }

  /// Where the words of a text lie in `words`.
  func wordRange(_ text: Int) -> Range<Int> { Int(firstWord[text])..<Int(firstWord[text + 1]) }

  /// Where the words of a text without its type lie in `words`.
  func bareRange(_ text: Int) -> Range<Int> {
    (Int(firstWord[text]) + Int(bareStarts[text]))..<Int(firstWord[text + 1])
  }

  /// Where the written words of a text lie in `written`.
  func writtenRange(_ text: Int) -> Range<Int> {
    Int(firstWritten[text])..<Int(firstWritten[text + 1])
  }

  /// Whether the words of a text begin with the type of a facility.
  func namesFacility(_ text: Int) -> Bool { facilityTexts[text] }

  /// Adds a text.
  ///
  /// - Returns: The numbers of its words without marks, short forms as they are.
  mutating func append(_ text: String) -> [UInt32] {
    let folded = IndexedTexts.folded(text) { table.number(adding: $0) }
    while expansions.count < table.count { expansions.append(nil) }
    for (index, word) in folded.enumerated() {
      let isLast = index + 1 == folded.count
      if let known = expansions[Int(word)] {
        words.append(contentsOf: isLast ? known.last : known.before)
        continue
      }
      let string = Substring(table.string(of: word))
      let expansion = Expansion(
        last: SearchText.writtenOut(string, before: nil).map { table.number(adding: $0.utf8) },
        before: SearchText.writtenOut(string, before: "").map { table.number(adding: $0.utf8) })
      while expansions.count < table.count { expansions.append(nil) }
      expansions[Int(word)] = expansion
      words.append(contentsOf: isLast ? expansion.last : expansion.before)
    }
    writeNumbers(from: Int(firstWord[count]))
    let all = words[Int(firstWord[count])...]
    let type = type(of: all) { [table] in Int(table.string(of: all[all.startIndex + $0])) != nil }
    bareStarts.append(UInt8(clamping: type.bareStart))
    facilityTexts.append(type.namesFacility)
    firstWord.append(UInt32(words.count))
    IndexedTexts.visitWritten(text) { written.append(table.number(adding: $0)) }
    firstWritten.append(UInt32(written.count))
    return folded
  }

  /// Writes the Roman numbers of the last text as digits.
  private mutating func writeNumbers(from first: Int) {
    guard first + 1 < words.count else { return }
    // From the end, so that what stands before a word is still as it was.
    for place in ((first + 1)..<words.count).reversed() {
      guard let roman = romanNumbers[words[place]] else { continue }
      let isNumber = place == words.count - 1 && numberedUnits.contains(words[place - 1])
      if roman.number <= 4 || isNumber {
        words[place] = roman.digits
      }
    }
  }

  /// A text to be looked for.
  func text(_ text: String) -> IndexedText {
    var result = IndexedText()
    result.letters = SearchText.searchWords(of: text)
    result.words = result.letters.map { table.number(of: $0.utf8) }
    (result.bareStart, result.namesFacility) = type(of: result.words[...]) {
      [letters = result.letters] in
      Int(letters[$0]) != nil
    }
    IndexedTexts.visitWritten(text) { result.written.append(table.number(of: $0)) }
    return result
  }

  /// Frees what only adding texts needs.
  mutating func finish() { expansions = [] }

  /// How many words the type takes with which words begin, and whether it is that of a facility.
  private func type(
    of words: ArraySlice<UInt32>, isNumber: (Int) -> Bool
  ) -> (bareStart: Int, namesFacility: Bool) {
    guard let first = words.first, let types = typesByWord[first] else { return (0, false) }
    var bareStart: Int?
    var namesFacility = false
    for type in types where words.starts(with: type.words) {
      if type.isFacility { namesFacility = true }
      // "Quận 5" is not called "5".
      let length = type.words.count
      if bareStart == nil, length < words.count, !isNumber(length) { bareStart = length }
    }
    return (bareStart ?? 0, namesFacility)
  }

  private static func folded(_ text: String, _ number: (ArraySlice<UInt8>) -> UInt32) -> [UInt32] {
    var bytes: [UInt8] = []
    FoldedName.append(text, to: &bytes)
    return bytes.split(separator: UInt8(ascii: " ")).map {
      number(NameSpelling.needsNone($0) ? $0 : NameSpelling.folded($0)[...])
    }
  }

  private static func visitWritten(_ text: String, _ visit: (ArraySlice<UInt8>) -> Void) {
    var bytes: [UInt8] = []
    guard !PlainLetters.appendWords(of: text, to: &bytes) else {
      for word in bytes.split(separator: UInt8(ascii: " ")) {
        visit(NameSpelling.written(word)[...])
      }
      return
    }
    for word in SearchText.writtenWords(of: text) { visit(Array(word.utf8)[...]) }
  }
}
