import Facts

/// The parts of a user's words for a place: a name, what it lies in, and what no network knows: house
/// numbers, hamlets, the country.
///
///     LocationText("số 12, khóm 1, thị trấn Năm Căn, Cà Mau, Việt Nam")
///
/// It is called "thị trấn Năm Căn", and lies in "Cà Mau"; the rest is left out, and told.
struct LocationText {
  /// The name.
  let name: String
  /// The units in which it lies.
  let units: [String]
  /// The parts that are left out, in order.
  let unused: [String]

  /// Takes a text apart at its commas.
  ///
  /// - Parameters:
  ///   - text: The user's words.
  ///   - dropped: How many of the parts in front are left out, whatever they are.
  init?(_ text: String, dropping dropped: Int = 0) {
    var parts = text.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }
      .filter { !$0.isEmpty }
    if let last = parts.last, LocationText.countries.contains(FoldedName(last).text) {
      parts.removeLast()
    }
    var unused = Array(parts.prefix(dropped))
    parts.removeFirst(min(dropped, parts.count))
    // The first part may be called so: "Ấp 1" is a hamlet, but "Đường Hoa" may be a commune.
    guard let first = parts.first else { return nil }
    name = first
    var units: [String] = []
    for part in parts.dropFirst() {
      if LocationText.isAddress(part) { unused.append(part) } else { units.append(part) }
    }
    self.units = units
    self.unused = unused
  }

  /// How many parts in front of another one may be left out to find a name behind them: those that
  /// are addresses, and what stands before a unit that says its type.
  static func droppable(_ text: String) -> Int {
    let parts = text.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }
      .filter { !$0.isEmpty }
    var count = 0
    while count + 1 < parts.count {
      guard isAddress(parts[count]) || isCommune(parts[count + 1]) else { break }
      count += 1
    }
    return count
  }

  private static let countries: Set<String> = ["viet nam", "vietnam", "vn"]

  /// Whether a part begins as an address does: with a number or a word for a house, a street or a
  /// hamlet.
  private static func isAddress(_ part: String) -> Bool {
    let words = FoldedName(part).words
    guard let first = words.first else { return true }
    if words.count > 1, first.first?.isNumber == true { return true }
    if addressWords.contains(String(first)), words.count > 1 { return true }
    return words.count > 2 && addressWords.contains(words.prefix(2).joined(separator: " "))
  }

  private static func isCommune(_ part: String) -> Bool {
    let words = SearchText.searchWords(of: part)
    return communeTypes.contains { words.count > $0.count && words.starts(with: $0) }
  }

  private static let communeTypes = [["xa"], ["phuong"], ["thi", "tran"], ["dac", "khu"]]

  private static let addressWords: Set<String> = [
    "so", "nha", "ap", "khom", "kp", "to", "thon", "buon", "hem", "ngo", "ngach", "duong", "ql",
    "tl", "dt", "khu pho", "quoc lo", "tinh lo", "huong lo", "dai lo", "to dan",
  ]
}

extension String {
  /// The text without blanks at its ends, single blanks inside.
  fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
