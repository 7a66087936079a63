/// Tells older encodings apart by what a text says in each: words beyond ASCII that are Vietnamese
/// syllables speak for one, symbols amid letters against it.
enum EncodingEvidence {
  /// The reading of a text in one encoding.
  struct Reading {
    /// The encoding.
    var encoding: TextEncoding
    /// Some words with letters beyond ASCII, and those beside them.
    var sample = ""
    /// The share of words beyond ASCII that are Vietnamese syllables.
    var vietnamese = 0.0
    /// The share of them that are words of any language: letters only, no capital behind a small one.
    var words = 0.0
    /// Whether a question mark stands before letters.
    var hasLostLetters = false
    /// The text, as far as it was looked at.
    var text: String

    /// Judges a text.
    init(_ encoding: TextEncoding, _ text: String) {
      self.encoding = encoding
      self.text = text
      var (all, syllables, plausible) = (0, 0, 0)
      var shown: [Substring] = []
      for line in text.split(whereSeparator: \.isNewline) {
        for word in line.split(whereSeparator: EncodingEvidence.partsWords)
        where word.utf8.contains(where: { $0 >= 0x80 }) {
          all += 1
          if VietnameseSyllable.isOne(word) { syllables += 1 }
          if EncodingEvidence.isWord(word) { plausible += 1 }
        }
        if shown.joined(separator: " | ").count < 80, line.utf8.contains(where: { $0 >= 0x80 }) {
          shown.append(line.prefix(60))
        }
      }
      if all > 0 {
        vietnamese = Double(syllables) / Double(all)
        words = Double(plausible) / Double(all)
      }
      sample = String(shown.joined(separator: " | ").prefix(100))
      hasLostLetters = EncodingEvidence.hasLostLetters(text)
    }
  }

  /// The verdict of the readings.
  enum Choice {
    /// One of them makes sense.
    case one(Reading)
    /// Several do, and do not say the same.
    case several([Reading])
    /// None does.
    case none
  }

  /// Chooses the reading that makes sense.
  static func choice(of readings: [Reading]) -> Choice {
    let old = readings.filter { $0.encoding != .windows1252 }.sorted {
      $0.vietnamese > $1.vietnamese
    }
    let western = readings.first { $0.encoding == .windows1252 }
    if let western, western.words >= 0.9 {
      // "Hôpital général" is Western; so is "Bà Rịa" where no other encoding has anything to say.
      let rivals = old.filter { $0.vietnamese >= 0.5 && $0.text != western.text }
      if rivals.isEmpty { return .one(western) }
    }
    guard let best = old.first, best.vietnamese >= 0.5 else { return .none }
    let rivals = old.dropFirst().filter {
      $0.vietnamese >= best.vietnamese - 0.2 && $0.text != best.text
    }
    if !rivals.isEmpty { return .several([best] + rivals) }
    if let western, western.words >= 0.9, best.vietnamese < 0.85, western.text != best.text {
      return .several([best, western])
    }
    return .one(best)
  }

  /// Whether bytes are UTF-8 as far as they go; the last character may be cut.
  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    for cut in 0...3 where cut <= bytes.count {
      if String(validating: bytes.dropLast(cut), as: UTF8.self) != nil { return true }
      guard cut < bytes.count, bytes[bytes.count - 1 - cut] >= 0x80 else { return false }
    }
    return false
  }

  private static func partsWords(_ sign: Character) -> Bool {
    sign.isASCII && !sign.isLetter
  }

  private static func isWord(_ word: Substring) -> Bool {
    var hasSmall = false
    for sign in word {
      guard sign.isLetter, sign != "ª", sign != "º" else { return false }
      if sign.isUppercase, hasSmall { return false }
      if sign.isLowercase { hasSmall = true }
    }
    return true
  }

  private static func hasLostLetters(_ text: String) -> Bool {
    var before: Character?
    var isMark = false
    for sign in text {
      if isMark, sign.isLetter { return true }
      isMark = sign == "?" && before != "?" && before != "/" && before?.isNumber != true
      before = sign
    }
    return false
  }
}
