/// VNI for Windows: a letter and behind it, in a byte of its own, its marks.
///
/// The table is that of the VNI fonts as Unicode's converters have it; bytes that no letter goes before
/// are read as in Windows-1252.
enum VNI {
  /// The text of some bytes, in UTF-8.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text = String.UnicodeScalarView()
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      let next = place + 1 < bytes.endIndex ? bytes[place + 1] : 0
      place += 1
      if let base = bases[byte], next >= 0x80, let letter = base[next] {
        text.append(letter)
        place += 1
      } else if let letter = single[byte] {
        text.append(letter)
      } else if byte < 0x80 || byte >= 0xA0 {
        text.append(Unicode.Scalar(byte))
      } else {
        text.append(punctuation[byte] ?? "\u{FFFD}")
      }
    }
    return Array(String(text).utf8)
  }

  /// Letters that are one byte.
  private static let single: [UInt8: Unicode.Scalar] = [
    0xF1: "đ", 0xD1: "Đ", 0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xCD: "Í",
    0xCC: "Ì", 0xC6: "Ỉ", 0xD3: "Ĩ", 0xD2: "Ị", 0xF4: "ơ", 0xD4: "Ơ", 0xF6: "ư", 0xD6: "Ư",
    0xEE: "ỵ", 0xCE: "Ỵ",
  ]

  /// The bytes of marks: tones, then circumflex and breve with and without them.
  private static let tones: [UInt8] = [0xF9, 0xF8, 0xFB, 0xF5, 0xEF]
  private static let circumflex: [UInt8] = [0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4]
  private static let breve: [UInt8] = [0xEA, 0xE9, 0xE8, 0xFA, 0xFC, 0xEB]

  /// For each letter that marks may follow, the letter they make.
  private static let bases: [UInt8: [UInt8: Unicode.Scalar]] = {
    var bases: [UInt8: [UInt8: Unicode.Scalar]] = [:]
    func add(_ base: UInt8, _ marks: [UInt8], _ letters: String, isUpper: Bool) {
      for (mark, letter) in zip(marks, letters.unicodeScalars) {
        bases[base, default: [:]][mark] = letter
        // Capitals carry their marks as capitals, or as small ones.
        if isUpper { bases[base, default: [:]][mark - 0x20] = letter }
      }
    }
    for isUpper in [false, true] {
      func cased(_ letters: String) -> String { isUpper ? letters.uppercased() : letters }
      func base(_ letter: String) -> UInt8 { cased(letter).utf8.first ?? 0 }
      add(base("a"), tones, cased("áàảãạ"), isUpper: isUpper)
      add(base("a"), circumflex, cased("âấầẩẫậ"), isUpper: isUpper)
      add(base("a"), breve, cased("ăắằẳẵặ"), isUpper: isUpper)
      add(base("e"), tones, cased("éèẻẽẹ"), isUpper: isUpper)
      add(base("e"), circumflex, cased("êếềểễệ"), isUpper: isUpper)
      add(base("o"), tones, cased("óòỏõọ"), isUpper: isUpper)
      add(base("o"), circumflex, cased("ôốồổỗộ"), isUpper: isUpper)
      add(base("u"), tones, cased("úùủũụ"), isUpper: isUpper)
      add(base("y"), tones, cased("ýỳỷỹ"), isUpper: isUpper)
      add(isUpper ? 0xD4 : 0xF4, tones, cased("ớờởỡợ"), isUpper: isUpper)
      add(isUpper ? 0xD6 : 0xF6, tones, cased("ứừửữự"), isUpper: isUpper)
    }
    return bases
  }()

  /// The letters that Windows has where Latin-1 has controls.
  private static let punctuation: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x8B: "‹", 0x91: "‘", 0x92: "’", 0x93: "“",
    0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x99: "™", 0x9B: "›",
  ]
}
