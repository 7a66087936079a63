import Facts
import Testing

@Suite struct FoldedNameTests {
  /// Base letters, the marks that change a letter, and the five tones.
  static let letters: [(base: String, shapes: [String])] = [
    ("a", ["a", "a\u{306}", "a\u{302}"]), ("e", ["e", "e\u{302}"]), ("i", ["i"]),
    ("o", ["o", "o\u{302}", "o\u{31B}"]), ("u", ["u", "u\u{31B}"]), ("y", ["y"]),
  ]
  static let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]

  @Test func `all Vietnamese letters fold to their base, composed or not, small or capital`() {
    var count = 0
    for (base, shapes) in Self.letters {
      for shape in shapes {
        for tone in Self.tones {
          for letter in [shape + tone, (shape + tone).uppercased()] {
            count += 1
            #expect(FoldedName(letter).text == base, "\(letter)")
            #expect(FoldedName(composed(letter)).text == base, "\(letter)")
          }
        }
      }
    }
    #expect(count == 144)
    #expect(FoldedName("đ").text == "d")
    #expect(FoldedName("Đ").text == "d")
  }

  @Test(arguments: [
    ("Bệnh viện Đa khoa Cái Nước", "benh vien da khoa cai nuoc"),
    ("  BV.Chợ  Rẫy – (cơ sở 2) ", "bv cho ray co so 2"),
    ("Sản-Nhi/Cà Mau", "san nhi ca mau"), ("", ""), ("–…!", ""), ("Đắk Lắk", "dak lak"),
    ("Bệnh viện FV", "benh vien fv"), ("Curaçao ñ ÿ", "curacao n y"), ("Škoda", "škoda"),
    ("Ý, Ỹ", "y y"), ("ð", "d"),
  ])
  func `a name folds to its words`(name: String, text: String) {
    #expect(FoldedName(name).text == text)
    #expect(FoldedName(name).words.joined(separator: " ") == text)
  }

  @Test func `composed and decomposed names are one`() {
    let composed = "Tr\u{1EA1}m Y t\u{1EBF} ph\u{1B0}\u{1EDD}ng \u{110}\u{1EE9}c Nhu\u{1EAD}n"
    let decomposed =
      "Tra\u{323}m Y te\u{302}\u{301} phu\u{31B}o\u{31B}\u{300}ng \u{110}u\u{31B}\u{301}c "
      + "Nhua\u{323}\u{302}n"
    #expect(FoldedName(composed) == FoldedName(decomposed))
    #expect(FoldedName(composed).text == "tram y te phuong duc nhuan")
  }

  /// The one Vietnamese letter that is canonically equal to a decomposed one.
  private func composed(_ letter: String) -> String {
    let blocks = [0xC0...0x1B0, 0x1EA0...0x1EF9]
    for value in blocks.joined() {
      if let scalar = Unicode.Scalar(value), String(scalar) == letter { return String(scalar) }
    }
    return letter
  }
}
