import Facts

/// A text to be searched for or in: its words without marks, short forms written out, and its
/// words with marks.
struct SearchText {
  /// Words without marks, in order, short forms written out.
  let words: [String]
  /// The marked words in lower case that the text has, for telling "má" from "mã".
  let markedWords: Set<String>
  /// All words in lower case as they are written.
  let writtenWords: [String]

  /// Prepares a text.
  /// - Complexity: O(*n*), where *n* is the length of the text.
  init(_ text: String) {
    words = SearchText.searchWords(of: text)
    writtenWords = SearchText.writtenWords(of: text)
    markedWords = Set(writtenWords.filter { $0.utf8.contains { $0 >= 0x80 } })
  }

  /// The words without the type they begin with: "cai nuoc" of "thi tran cai nuoc".
  var bareWords: ArraySlice<String> {
    for type in SearchText.types where words.starts(with: type) {
      let rest = words.dropFirst(type.count)
      // "Quận 5" is not called "5".
      if let first = rest.first, Int(first) == nil { return rest }
    }
    return words[...]
  }

  /// Whether the words begin with the type of a facility.
  var namesFacility: Bool { SearchText.facilityTypes.contains { words.starts(with: $0) } }

  /// All words of a text in lower case with their marks, in one spelling.
  static func writtenWords(of text: String) -> [String] {
    rawWords(of: text).map {
      String(decoding: NameSpelling.written(Array($0.utf8)), as: UTF8.self)
    }
  }

  /// All words of a text in lower case as they are written.
  static func rawWords(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// The words of a text without marks, in one spelling, short forms written out.
  static func searchWords(of text: String) -> [String] {
    let folded = foldedWords(of: text)
    var words: [String] = []
    for (index, word) in folded.enumerated() {
      let next = index + 1 < folded.count ? folded[index + 1] : nil
      words.append(contentsOf: writtenOut(word, before: next))
    }
    return NameSpelling.withoutRomanNumbers(words)
  }

  /// The words of a text without marks, in one spelling, short forms as they are.
  static func foldedWords(of text: String) -> [Substring] {
    FoldedName(text).words.map { Substring(NameSpelling.folded($0)) }
  }

  /// The words that a word stands for, which another may follow.
  static func writtenOut(_ word: Substring, before next: Substring?) -> [String] {
    if let long = shortForms[String(word)] { return long }
    // "q5", "p12": a letter and a number.
    if let first = word.first, let unit = units[first], word.count > 1,
      word.dropFirst().allSatisfy(\.isNumber)
    {
      return unit + [NameSpelling.folded(word.dropFirst())]
    }
    if word.count == 1, next != nil, let first = word.first, let unit = units[first] {
      return unit
    }
    return [String(word)]
  }

  private static let units: [Character: [String]] = [
    "q": ["quan"], "p": ["phuong"], "h": ["huyen"], "x": ["xa"],
  ]

  private static let shortForms: [String: [String]] = [
    "bv": ["benh", "vien"], "bvdk": ["benh", "vien", "da", "khoa"],
    "bvdkkv": ["benh", "vien", "da", "khoa", "khu", "vuc"],
    "dkkv": ["da", "khoa", "khu", "vuc"], "dk": ["da", "khoa"], "kv": ["khu", "vuc"],
    "bvnd": ["benh", "vien", "nhan", "dan"], "ttyt": ["trung", "tam", "y", "te"],
    "tyt": ["tram", "y", "te"], "pkdk": ["phong", "kham", "da", "khoa"],
    "tp": ["thanh", "pho"], "hcm": ["ho", "chi", "minh"],
    "tphcm": ["thanh", "pho", "ho", "chi", "minh"],
    "tx": ["thi", "xa"], "tt": ["thi", "tran"],
  ]

  /// The types of facilities, in the order in which they are tried.
  static let facilityTypes: [[String]] = [
    "benh vien da khoa khu vuc", "benh vien da khoa huyen", "benh vien da khoa tinh",
    "benh vien da khoa thanh pho", "benh vien da khoa quoc te", "benh vien da khoa",
    "benh vien khu vuc", "benh vien huyen", "benh vien quan", "benh vien nhan dan", "benh vien",
    "trung tam y te khu vuc", "trung tam y te huyen", "trung tam y te thi xa",
    "trung tam y te thanh pho", "trung tam y te quan", "trung tam y te",
    "tram y te xa", "tram y te phuong", "tram y te thi tran", "tram y te dac khu", "tram y te",
    "phong kham da khoa khu vuc", "phong kham da khoa",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The types of facilities, then those of units.
  static let types =
    facilityTypes
    + ["thi tran", "thi xa", "thanh pho", "phuong", "xa", "quan", "huyen", "tinh", "dac khu"]
    .map { $0.split(separator: " ").map(String.init) }
}
