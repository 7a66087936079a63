import Facts

/// Words of which no password may consist: those that everybody tries, and those of this service.
enum PasswordWords {
  /// Letters that must be left of a password when these words, digits and signs are taken out.
  private static let fewestLetters = 4

  /// Whether a password is made of nothing but such words, digits, signs and repeated letters.
  static func makeUp(_ password: String) -> Bool {
    [false, true].contains { readsSigns in
      let letters = letters(of: password, readsSigns)
      return Set(letters).count < fewestLetters || left(of: letters) < fewestLetters
    }
  }

  /// The fewest letters that no word covers.
  private static func left(of letters: [UInt8]) -> Int {
    // Of the letters from each place on.
    var fewest = [Int](repeating: 0, count: letters.count + 1)
    for start in letters.indices.reversed() {
      fewest[start] = fewest[start + 1] + 1
      for word in words where letters[start...].starts(with: word) {
        fewest[start] = min(fewest[start], fewest[start + word.count])
      }
    }
    return fewest[0]
  }

  /// The letters of a password without their marks, in small.
  ///
  /// - Parameters:
  ///   - password: The password.
  ///   - readsSigns: Whether digits and signs that stand for letters are read as such; else they are left
  ///     out.
  /// - Returns: The letters, in ASCII.
  private static func letters(of password: String, _ readsSigns: Bool) -> [UInt8] {
    let signs: [Character: Character] = [
      "@": "a", "4": "a", "0": "o", "1": "i", "!": "i", "3": "e", "5": "s", "$": "s", "7": "t",
    ]
    let read = readsSigns ? String(password.map { signs[$0] ?? $0 }) : password
    return FoldedName(read).text.utf8.filter { sign in
      sign != UInt8(ascii: " ") && !(0x30...0x39).contains(sign)
    }
  }

  private static let words: [[UInt8]] = (common + own + provinces).map { Array($0.utf8) }

  /// Words of the passwords that are tried first, and rows of keys.
  private static let common = [
    "password", "passwd", "pass", "matkhau", "qwertyuiop", "qwerty", "qwert", "asdfghjkl", "asdfgh",
    "asdf", "zxcvbnm", "zxcvbn", "qazwsx", "qaz", "wsx", "edc", "abcdefgh", "abcdef", "abcd", "abc",
    "iloveyou", "loveyou", "love", "letmein", "welcome", "admin", "administrator", "root", "user",
    "guest", "login", "master", "monkey", "dragon", "sunshine", "princess", "football", "baseball",
    "superman", "batman", "shadow", "secret", "hello", "changeme", "default", "test", "demo",
    "trustno", "whatever", "starwars", "computer", "internet", "michael", "charlie", "jordan",
    "freedom", "flower", "summer", "winter", "spring", "autumn", "google", "facebook", "zalo",
    "anhyeuem", "emyeuanh", "yeuem", "yeuanh", "anhnhoem", "khongbiet", "conghoa", "xahoi",
    "chunghia", "vietnam", "mothaiba", "bonnam", "xinchao", "concac", "deptrai", "dethuong",
    "ooo", "iii", "oi", "io", "ea", "es", "ts", "ta",
  ]

  /// Words of this service and of those who use it.
  private static let own = [
    "tuyen", "benhvien", "trungtamyte", "trungtam", "tramyte", "yte", "soyte", "capcuu", "bacsi",
    "bacsy", "dieuduong", "dieuphoi", "quantri", "truongkhoa", "khoa", "hospital", "doctor",
    "nurse", "emergency", "health", "clinic", "route", "chuyenvien", "chuyentuyen", "xecuuthuong",
    "cuuthuong", "cuu", "thuong", "benh", "vien", "bv", "ttyt",
  ]

  /// The region, without marks.
  private static let provinces = [
    "hochiminh", "saigon", "hanoi", "cantho", "angiang", "camau", "dongthap", "vinhlong", "tayninh",
    "dongnai", "longan", "tiengiang", "bentre", "travinh", "haugiang", "soctrang", "baclieu",
    "kiengiang", "binhduong", "binhphuoc", "bariavungtau", "vungtau", "danang", "haiphong", "hue",
    "mekong", "miennam", "mientay",
  ]
}
