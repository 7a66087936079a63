import Facts

/// One spelling for names that people write in several ways: "Mĩ Tho" and "Mỹ Tho", "Hoà Bình" and
/// "Hòa Bình", "Phường 01" and "Phường 1", "Nhi đồng I" and "Nhi đồng 1".
package enum NameSpelling {
  /// The spelling of a word without marks: i for a final y that is the only vowel, no leading zeros.
  static func folded(_ word: some BidirectionalCollection<UInt8>) -> [UInt8] {
    var word = Array(word)
    let zero = UInt8(ascii: "0")
    if word.first == zero, word.count > 1, word.count <= 3, word.allSatisfy(isDigit) {
      word.removeFirst(min(word.count - 1, word.prefix { $0 == zero }.count))
    }
    if isOpenSyllable(word) { word[word.count - 1] = UInt8(ascii: "i") }
    return word
  }

  /// Whether a word without marks surely has one spelling only.
  static func needsNone(_ word: some BidirectionalCollection<UInt8>) -> Bool {
    word.last != UInt8(ascii: "y") && word.first != UInt8(ascii: "0")
  }

  /// The same of a string.
  static func folded(_ word: some StringProtocol) -> String {
    String(decoding: folded(Array(word.utf8)), as: UTF8.self)
  }

  /// The spelling of a word in lower case with its marks: letters first, then the tone, so that it
  /// does not matter on which vowel the tone is written, nor whether letters are composed.
  static func written(_ word: some BidirectionalCollection<UInt8>) -> [UInt8] {
    guard word.contains(where: { $0 >= 0x80 }) else {
      return needsNone(word) ? Array(word) : folded(word)
    }
    var letters: [UInt8] = []
    var tone = 0
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      if let mark = tones.firstIndex(of: scalar) {
        tone = mark + 1
      } else if let letter = toned[scalar] {
        letters += letter.base
        if letter.tone > 0 { tone = letter.tone }
      } else if let change = shapes[scalar], let last = letters.popLast() {
        letters += change[last] ?? [last]
      } else {
        letters.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    // "Qưới" is "Quới".
    if letters.starts(with: "qư".utf8) { letters.replaceSubrange(0..<3, with: "qu".utf8) }
    if isOpenSyllable(letters) { letters[letters.count - 1] = UInt8(ascii: "i") }
    return tone == 0 ? letters : letters + Array(toneLetters[tone - 1].utf8)
  }

  /// A text as it is compared with others: without marks, in one spelling, single blanks between words.
  package static func key(_ text: String) -> String {
    SearchText.foldedWords(of: text).joined(separator: " ")
  }

  /// A name as it is compared with others: without its type, short forms written out, without marks.
  package static func bareKey(_ name: String) -> String {
    SearchText(name).bareWords.joined(separator: " ")
  }

  /// Whether two names of one `bareKey` have the same marks, too: "Mỹ Tho" and "Mỹ Thọ" have not.
  package static func haveSameMarks(_ name: String, _ other: String) -> Bool {
    let (written, others) = (SearchText(name), SearchText(other))
    let count = min(written.bareWords.count, others.bareWords.count)
    return written.writtenWords.suffix(count) == others.writtenWords.suffix(count)
  }

  /// Writes Roman numbers as digits: up to four behind any word, further ones as numbers of wards.
  static func withoutRomanNumbers(_ words: [String]) -> [String] {
    guard words.contains(where: { romanNumbers[$0] != nil }) else { return words }
    var result = words
    for place in words.indices.dropFirst() {
      guard let number = romanNumbers[words[place]] else { continue }
      // "Phường VI" is a number, "Phường Vị Thanh" is none.
      let isNumber = place == words.count - 1 && numberedUnits.contains(words[place - 1])
      if number <= 4 || isNumber {
        result[place] = "\(number)"
      }
    }
    return result
  }

  /// The units that are called by numbers.
  static let numberedUnits: Set<String> = ["phuong", "quan"]

  /// Roman numbers in lower case.
  static let romanNumbers: [String: Int] = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12,
  ]

  /// Numbers in words, without marks.
  static let spokenNumbers: [String: Int] = [
    "mot": 1, "nhat": 1, "hai": 2, "nhi": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6,
    "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether letters are consonants and a y behind them, as in "my", "ky" and "quy".
  private static func isOpenSyllable(_ letters: [UInt8]) -> Bool {
    guard letters.count > 1, letters.last == UInt8(ascii: "y") else { return false }
    let before = letters.dropLast()
    if before.elementsEqual("qu".utf8) { return true }
    return before.allSatisfy { consonants.contains($0) }
  }

  private static let consonants = Set("bcdghklmnpqrstvx".utf8)

  /// The combining tones: sắc, huyền, hỏi, ngã, nặng.
  private static let tones: [Unicode.Scalar] = [
    "\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}",
  ]

  /// A letter for each tone; no word ends in one of them beside another vowel's tone.
  private static let toneLetters = ["á", "à", "ả", "ã", "ạ"]

  /// The letters that combining shapes make.
  private static let shapes: [Unicode.Scalar: [UInt8: [UInt8]]] = [
    "\u{302}": [
      UInt8(ascii: "a"): Array("â".utf8), UInt8(ascii: "e"): Array("ê".utf8),
      UInt8(ascii: "o"): Array("ô".utf8),
    ],
    "\u{306}": [UInt8(ascii: "a"): Array("ă".utf8)],
    "\u{31B}": [UInt8(ascii: "o"): Array("ơ".utf8), UInt8(ascii: "u"): Array("ư".utf8)],
  ]

  /// The vowels with their tones.
  private static let toned: [Unicode.Scalar: (base: [UInt8], tone: Int)] = {
    var letters: [Unicode.Scalar: (base: [UInt8], tone: Int)] = [:]
    for row in [
      "aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ",
      "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ",
    ] {
      guard let base = row.first.map({ Array(String($0).utf8) }) else { continue }
      for (tone, scalar) in row.unicodeScalars.enumerated() { letters[scalar] = (base, tone) }
    }
    return letters
  }()
}
