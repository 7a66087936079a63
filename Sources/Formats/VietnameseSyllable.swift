/// Whether a word is spelt as a Vietnamese syllable may be: a beginning, vowels with at most one tone,
/// an end.
enum VietnameseSyllable {
  /// Judges a word in whatever case.
  static func isOne(_ word: Substring) -> Bool {
    var letters: [Character] = []
    var tone = 0
    var tones = 0
    for letter in word.lowercased() {
      guard let plain = toneless[letter] else { return false }
      if plain.tone > 0 {
        tones += 1
        tone = plain.tone
      }
      letters.append(plain.letter)
    }
    guard tones <= 1, letters.count <= 7 else { return false }
    let text = String(letters)
    guard let begin = beginnings.first(where: { text.hasPrefix($0) }) else { return false }
    var rest = String(text.dropFirst(begin.count))
    // "gì", "giếng": the i is the vowel too.
    if begin == "gi", !rhymes.contains(rest) { rest = "i" + rest }
    guard rhymes.contains(rest) else { return false }
    // Before c, ch, k, p and t there is a rising tone or a heavy one.
    return rest.last.map { !"chkpt".contains($0) || rest.hasSuffix("nh") } ?? false
      || tone == 1 || tone == 5
  }

  /// The longest first, and at last none.
  private static let beginnings = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h",
    "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
  ]

  /// The ends that may stand behind the beginning, without tones.
  private static let rhymes = Set(
    """
    a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êc êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu o oc oi ok om on ong op ot oa oac oach oai oam oan oang oanh oao
    oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet ooc oong ô ôc ôi ôk ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt u ua uc ui uk um un ung up ut uy uya uych uynh uyt uyu uyn uyp uyên uyêt
    uân uâng uât uây uê uêch uên uênh uô uôc uôi uôm uôn uông uôt uơ ư ưa ưc ưi ưm ưn ưng ưt ưu
    ươc ươi ươm ươn ương ươp ươt ươu y ych ynh yt yêm yên yêng yêt yêu
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// The letters that the language has, each with itself without its tone, and the tone.
  private static let toneless: [Character: (letter: Character, tone: Int)] = {
    var letters: [Character: (letter: Character, tone: Int)] = [:]
    for row in [
      "aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ",
      "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ",
    ] {
      guard let base = row.first else { continue }
      for (tone, letter) in row.enumerated() { letters[letter] = (base, tone) }
    }
    for letter in "bcdđghklmnpqrstvx" { letters[letter] = (letter, 0) }
    return letters
  }()
}
